import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** Words that people here would think of first; what the whole world thinks of first stands in the library's list. */
const ownWords = [
  ...['hexie', 'hexiehub', 'laodong', 'gonghui', 'renshe', 'gongxin', 'lingdao', 'tiaojie', 'zhongcai', 'hetong'],
  ...['liudong', 'liudongxinqu', 'luorong', 'luobu', 'liuzhou', 'guangxi', 'zhongguo', 'beijing', 'woaizhongguo'],
  ...['woaini', 'nihao', 'mima', 'wodemima', 'guanliyuan', 'huanying', 'xinqu', 'yuangong', 'dashuju', 'huawei'],
  ...['和谐', '劳动', '柳东', '新区', '柳东新区', '劳动关系', '和谐劳动关系', '工会', '柳州', '密码', '我爱你', '中国'],
]; // prettier-ignore

/** Fewer guesses than this and somebody who has the hash, or much time, gets there. */
const fewest = 1e8;
/** Looked at no further: what is hard to guess up to here is so as a whole, and looking takes time with the length. */
const lookedAt = 48;

let estimates: ZxcvbnFactory | undefined;

/**
 * Whether a password is quickly guessed: it is, or is put together of, passwords that leaked elsewhere (some 49,000 of
 * them), words, rows of keys, days, repetitions and the names given, with whatever is put in place of letters.
 */
export function isQuicklyGuessed(password: string, names: readonly string[]): boolean {
  estimates ??= new ZxcvbnFactory({
    dictionary: { ...dictionary, own: ownWords },
    graphs: adjacencyGraphs,
  });
  const start = [...password.normalize('NFKC')].slice(0, lookedAt).join('');
  return estimates.check(start, [...names]).guesses < fewest;
}
