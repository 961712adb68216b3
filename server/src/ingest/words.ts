import { fold } from '../kernel/text.ts';
import type { WordList } from './define-source.ts';

/** The form in which two spellings of one word are equal. */
export const wordKey = (text: string): string =>
  fold(text)
    .replace(/[、,，;；/／()（）"“”'·.。]/g, '')
    .toUpperCase();

/** A closed list: code → the words that mean it, the form's own word first; the code itself is understood too. */
export function wordList(words: Readonly<Record<string, readonly string[]>>, choices?: string): WordList {
  const codes = new Map<string, string>();
  for (const [code, spellings] of Object.entries(words)) {
    for (const spelling of [...spellings, code]) codes.set(wordKey(spelling), code);
  }
  return {
    read: text => {
      const value = codes.get(wordKey(text));
      return value === undefined ? undefined : { value };
    },
    choices: choices ?? Object.values(words).map(spellings => spellings[0]).join('、'), // prettier-ignore
  };
}
