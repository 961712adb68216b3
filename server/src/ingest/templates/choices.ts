import type { WordList } from '../define-source.ts';

/** The words a clerk may pick in a cell: each is one that the list itself understands. */
export function choicesOf(words: WordList | null): readonly string[] {
  if (!words) return [];
  const options = words.options ?? words.choices.split('、').map(word => word.trim());
  return options.filter(word => {
    const meaning = words.read(word);
    return meaning?.value != null && !meaning.remark;
  });
}

/** What a clerk calls a code, such as 雒容镇 for LUORONG; the code itself where no word stands for it. */
export function wordOf(words: WordList, code: string): string {
  return choicesOf(words).find(word => words.read(word)?.value === code) ?? code;
}
