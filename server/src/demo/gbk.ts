/** Text as GBK bytes, the way an older office suite saves CSV; characters outside it become a question mark. */
export function encodeGbk(text: string): Buffer {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 63;
    if (code < 0x80) bytes.push(code);
    else bytes.push(...(table().get(character) ?? [63]));
  }
  return Buffer.from(bytes);
}

let known: Map<string, readonly [number, number]> | undefined;

/** The two-byte characters, read off the platform's own decoder once. */
function table(): Map<string, readonly [number, number]> {
  if (known) return known;
  known = new Map();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && character !== '\ufffd') known.set(character, [lead, trail]);
    }
  }
  return known;
}
