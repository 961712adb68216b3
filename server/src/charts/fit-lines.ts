/** How wide a character is, in ems: Chinese fills one, Latin about a half. */
const widthOf = (char: string): number => ((char.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.56);

/** Breaks a text into lines of so many ems; what does not fit ends in an ellipsis, never in a cut glyph. */
export function fitLines(text: string, ems: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const word of text.split(/(?<=\s)|(?<=[\u2e80-\uffff])|(?=[\u2e80-\uffff])/u)) {
    const length = [...word].reduce((sum, char) => sum + widthOf(char), 0);
    if (width + length > ems && line) {
      lines.push(line.trimEnd());
      [line, width] = ['', 0];
    }
    line += word;
    width += length;
  }
  if (line.trim()) lines.push(line.trimEnd());
  if (lines.length <= most) return lines;
  const last = [...(lines[most - 1] ?? '')];
  while (last.reduce((sum, char) => sum + widthOf(char), 1) > ems) last.pop();
  return [...lines.slice(0, most - 1), `${last.join('')}…`];
}
