import type { WordList, WordMeaning } from '../../ingest/define-source.ts';
import { wordKey } from '../../ingest/words.ts';

/** The two-level dictionary of causes: code → level-1 texts, then the level-2 words. */
const causes: Readonly<Record<string, readonly [level1: readonly string[], level2: readonly string[]]>> = {
  '01': [['确认劳动关系'], ['有无', '期间', '混同用工', '新业态']],
  '02': [
    ['订立/履行/变更合同', '订立', '履行', '变更合同', '变更'],
    ['未签书面合同二倍工资', '未签书面合同', '二倍工资', '调岗', '竞业限制', '服务期'],
  ],
  '03': [
    ['解除/终止', '解除、终止合同', '解除', '终止'],
    ['违法解除赔偿', '经济补偿', '除名辞退离职', '除名', '辞退', '离职', '裁员'],
  ],
  '04': [['劳动报酬'], ['拖欠', '克扣', '加班费', '最低工资', '奖金提成', '奖金', '提成', '未休年假']],
  '05': [['社会保险'], ['养老', '医疗', '失业', '生育']],
  '06': [['工伤'], ['待遇', '医疗费', '一次性补助']],
  '07': [['工时休假'], ['超时', '年休假', '产假']],
  '08': [
    ['福利、培训', '福利', '培训'],
    ['住房', '培训费'],
  ],
  '09': [['劳动保护'], ['女职工', '未成年工', '职业健康']],
  '10': [['集体合同'], ['履行集体合同']],
  '11': [['劳务派遣/非全日制', '劳务派遣', '非全日制'], ['共同当事人']],
  '12': [['人事争议'], ['事业单位聘用合同']],
  '99': [['其他'], []],
};

interface Entry {
  readonly word: string;
  readonly code: string;
  readonly level: 1 | 2;
}
const entries: readonly Entry[] = Object.entries(causes).flatMap(([code, levels]) =>
  levels.flatMap((words, i) =>
    words.map(word => ({ word: wordKey(word), code, level: i === 0 ? 1 : 2 }) as const),
  ),
);
const exact = new Map([
  ...entries.map(entry => [entry.word, entry.code] as const),
  ...Object.keys(causes).map(code => [code, code] as const),
]);

/** The longest listed word in the text; of equal ones a level-1 word, then the one that comes first. */
function contained(text: string): string | undefined {
  const found = entries
    .filter(entry => text.includes(entry.word))
    .sort(
      (a, b) =>
        b.word.length - a.word.length || a.level - b.level || text.indexOf(a.word) - text.indexOf(b.word),
    );
  return found[0]?.code;
}

function readCause(text: string): WordMeaning {
  const key = wordKey(text);
  const code = exact.get(key) ?? contained(key);
  const also = { causeText: text };
  return code === undefined ? { value: '99', also, remark: 'CAUSE_UNKNOWN' } : { value: code, also };
}

/** Causes of disputes; never refuses, since an unknown cause is counted as 其他. */
export const causeWords: WordList = { read: readCause, choices: Object.values(causes).map(([level1]) => level1[0]).join('、') }; // prettier-ignore
