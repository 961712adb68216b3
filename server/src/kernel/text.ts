/** Full-width letters, digits and brackets to half-width, line breaks and all spaces gone. */
export function fold(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b\ufeff]+/gu, '');
}

/** The form in which two spellings of one employer's name are equal: folded, brackets unified, upper case. */
export function nameKey(name: string): string {
  return fold(name)
    .replace(/[〔【［\[{]/gu, '(')
    .replace(/[〕】］\]}]/gu, ')')
    .toUpperCase();
}
