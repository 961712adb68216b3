/** The 31 characters of GB 32100-2015; a character's index is its value. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The check character for the first 17 characters, or undefined if one of them is not in the alphabet. */
export function usccCheckCharacter(first17: string): string | undefined {
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    const value = alphabet.indexOf(first17[i] ?? ' ');
    if (value < 0) return undefined;
    sum += value * (weights[i] ?? 0);
  }
  return alphabet[(31 - (sum % 31)) % 31];
}

/** Whether the text is a well-formed unified social credit code with the right check character (GB 32100-2015). */
export function isUscc(text: string): boolean {
  return text.length === 18 && usccCheckCharacter(text.slice(0, 17)) === text[17];
}

/** Check digit of the organisation code inside (GB 11714, characters 9–16 → 17); a mismatch is a warning only. */
export function hasValidOrganisationCode(uscc: string): boolean {
  const factors = [3, 7, 9, 10, 5, 8, 4, 2];
  const value = (c: string): number => (/\d/.test(c) ? Number(c) : c.charCodeAt(0) - 55);
  const sum = factors.reduce((total, factor, i) => total + factor * value(uscc[8 + i] ?? '0'), 0);
  const check = 11 - (sum % 11);
  return (check === 10 ? 'X' : check === 11 ? '0' : String(check)) === uscc[16];
}
