// Most words are this plain, and normalising is what takes the time when there are millions.
const foldedAlready = /^[\x21-\x7e\u4e00-\u9fff]*$/;
const bracket = /[〔【［[{〕】］\]}]/u;

/** Full-width letters, digits and brackets to half-width, line breaks and all spaces gone. */
export function fold(text: string): string {
  if (foldedAlready.test(text)) return text;
  return text.normalize('NFKC').replace(/[\s\u200b\ufeff]+/gu, '');
}

/** The form in which two spellings of one employer's name are equal: folded, brackets unified, upper case. */
export function nameKey(name: string): string {
  const folded = fold(name);
  if (!bracket.test(folded)) return folded.toUpperCase();
  return folded
    .replace(/[〔【［\[{]/gu, '(')
    .replace(/[〕】］\]}]/gu, ')')
    .toUpperCase();
}

/** A text as a LIKE pattern that means the text itself. */
export const literally = (text: string): string => text.replace(/[\\%_]/g, sign => `\\${sign}`);
