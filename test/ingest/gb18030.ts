const decoder = new TextDecoder('gb18030');
const codes = new Map<string, Buffer>();
const learn = (bytes: Buffer): void => {
  const text = decoder.decode(bytes);
  if ([...text].length === 1 && text !== '\ufffd' && !codes.has(text)) codes.set(text, bytes);
};
// No encoder is at hand: it is the decoder read backwards, first the two-byte codes (GBK), then the four-byte ones of the plane below.
for (let lead = 0x81; lead <= 0xfe; lead++)
  for (let trail = 0x40; trail <= 0xfe; trail++) learn(Buffer.from([lead, trail]));
const fourBytes = (n: number): Buffer =>
  Buffer.from([0x81 + Math.floor(n / 12_600), 0x30 + (Math.floor(n / 1260) % 10), 0x81 + (Math.floor(n / 10) % 126), 0x30 + (n % 10)]); // prettier-ignore
for (let n = 0; n < 39_420; n++) learn(fourBytes(n));

/** Text in GB18030; what GBK has too is written as GBK writes it. */
export function gb18030(text: string): Buffer {
  const parts = [...text].map(character => {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80) return Buffer.from([point]);
    const known = codes.get(character);
    if (known) return known;
    if (point < 0x10000) throw new Error(`no code for ${character}`);
    return fourBytes(189_000 + point - 0x10000);
  });
  return Buffer.concat(parts);
}
