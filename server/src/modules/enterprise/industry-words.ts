import { fold } from '../../kernel/text.ts';
import type { WordList, WordMeaning } from '../../ingest/define-source.ts';
import { wordKey } from '../../ingest/words.ts';

/** GB/T 4754-2017: section letter → Chinese name, first and last division. */
const sections: Readonly<Record<string, readonly [name: string, first: number, last: number]>> = {
  A: ['农、林、牧、渔业', 1, 5],
  B: ['采矿业', 6, 12],
  C: ['制造业', 13, 43],
  D: ['电力、热力、燃气及水生产和供应业', 44, 46],
  E: ['建筑业', 47, 50],
  F: ['批发和零售业', 51, 52],
  G: ['交通运输、仓储和邮政业', 53, 60],
  H: ['住宿和餐饮业', 61, 62],
  I: ['信息传输、软件和信息技术服务业', 63, 65],
  J: ['金融业', 66, 69],
  K: ['房地产业', 70, 70],
  L: ['租赁和商务服务业', 71, 72],
  M: ['科学研究和技术服务业', 73, 75],
  N: ['水利、环境和公共设施管理业', 76, 79],
  O: ['居民服务、修理和其他服务业', 80, 82],
  P: ['教育', 83, 83],
  Q: ['卫生和社会工作', 84, 85],
  R: ['文化、体育和娱乐业', 86, 90],
  S: ['公共管理、社会保障和社会组织', 91, 96],
  T: ['国际组织', 97, 97],
};
const byName = new Map(Object.entries(sections).map(([letter, [name]]) => [wordKey(name), letter]));

const meaning = (letter: string, division: string | null): WordMeaning => ({
  value: letter,
  also: { industryDivision: division },
});

/** Reads a section letter, its Chinese name, both together, or a division such as C36 (deeper classes included). */
function readIndustry(text: string): WordMeaning | undefined {
  const named = byName.get(wordKey(text));
  if (named !== undefined) return meaning(named, null);
  const match = /^([A-T])?[-.]?(\d{2})?\d{0,2}[-.:：]?(\D*)$/.exec(fold(text).toUpperCase());
  if (!match) return undefined;
  const [, letter, digits, rest = ''] = match;
  if (letter !== undefined && digits === undefined) {
    return rest === '' || byName.get(wordKey(rest)) === letter ? meaning(letter, null) : undefined;
  }
  if (digits === undefined) return undefined;
  const section = Object.entries(sections).find(
    ([, [, first, last]]) => Number(digits) >= first && Number(digits) <= last,
  );
  if (!section || (letter !== undefined && letter !== section[0])) return undefined;
  return meaning(section[0], section[0] + digits);
}

/** The industries of GB/T 4754-2017. */
export const industryWords: WordList = {
  read: readIndustry,
  choices: 'A–T 门类字母、门类名称（如“制造业”）或大类代码（如 C36）',
  options: Object.values(sections).map(([name]) => name),
};
