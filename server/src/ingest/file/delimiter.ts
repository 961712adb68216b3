/** The signs that part the fields of a text table; a tab and a semicolon are rarer in words than a comma. */
const signs = ['\t', ',', ';', '|'];

/**
 * The sign that most of the first lines have in common: how many lines have it counts more than how many times one line
 * does, so that a note above the table does not decide. Quoted parts are left out.
 */
export function guessDelimiter(sample: string): string {
  const lines = sample.replace(/"(?:[^"]|"")*"/g, '').split(/\r\n|\n|\r/).filter(line => line.trim() !== '').slice(0, 40); // prettier-ignore
  const score = (sign: string): number => {
    const counts = lines.map(line => line.split(sign).length - 1).filter(count => count > 0).sort((a, b) => a - b); // prettier-ignore
    return counts.length ** 2 * (counts[counts.length >> 1] ?? 0);
  };
  const scored = signs.map(sign => ({ sign, score: score(sign) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 ? best.sign : ',';
}
