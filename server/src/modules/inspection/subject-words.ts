import type { WordList, WordMeaning } from '../../ingest/define-source.ts';
import { wordKey } from '../../ingest/words.ts';

/** The nine subjects of labour security inspection: code → its name, then words by which clerks mean it. */
const subjects: Readonly<Record<string, readonly string[]>> = {
  '01': ['规章制度', '规章', '制度'],
  '02': ['劳动合同', '合同'],
  '03': ['童工'],
  '04': ['女职工和未成年工', '女职工', '未成年工', '未成年'],
  '05': ['工时休假', '工作时间', '工时', '休假', '休息', '加班', '年假'],
  '06': ['工资支付', '工资', '欠薪', '劳动报酬', '加班费', '最低工资'],
  '07': ['社会保险', '社保', '参保'],
  '08': ['中介机构', '中介', '职业介绍', '人力资源服务机构'],
  '99': ['其他', '其它'],
};
const entries = Object.entries(subjects).flatMap(([code, words]) =>
  words.map(word => ({ code, word: wordKey(word) })),
);
const exact = new Map([
  ...entries.map(({ code, word }) => [word, code] as const),
  ...Object.keys(subjects).map(code => [code, code] as const),
]);

/** The longest listed word in the text; of equal ones the one that comes first. */
function contained(text: string): string | undefined {
  const found = entries.filter(({ word }) => text.includes(word));
  found.sort((a, b) => b.word.length - a.word.length || text.indexOf(a.word) - text.indexOf(b.word));
  return found[0]?.code;
}

function readSubject(text: string): WordMeaning {
  const key = wordKey(text);
  const value = exact.get(key) ?? contained(key) ?? null;
  const also = { subjectText: text };
  return value === null ? { value, also, remark: 'SUBJECT_UNKNOWN' } : { value, also };
}

/** Subjects of inspections; an unknown one leaves the subject empty, is reported and kept as written. */
export const subjectWords: WordList = { read: readSubject, choices: Object.values(subjects).map(([name]) => name).join('、') }; // prettier-ignore
