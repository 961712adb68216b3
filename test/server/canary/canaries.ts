import { createHash } from 'node:crypto';
import { gb18030 } from '../../ingest/gb18030.ts';

/** Personal values of people who do not exist; what each is tells where it slipped out. */
export const canaries = {
  worker: '甲测试·金丝雀',
  legalRepresentative: '乙测试·金丝雀',
  contact: '丙测试·金丝雀',
  chair: '丁测试·金丝雀',
  applicant: '戊测试·金丝雀',
  summoned: '己测试·金丝雀',
  idNumber: '450299199001011236',
  phone: '14000001234',
} as const;

/** A name that its sender wrote where names are not asked for: nothing tells it from other words. */
export const strayName = '庚测试·银丝雀';

/** What is part of all names, and of the numbers where their masks have stars: enough to know them by. */
const plain = { name: '测试·金丝雀', idNumber: '19900101', phone: '40000012' };
const whole = { name: '测试·金丝雀', idNumber: canaries.idNumber, phone: canaries.phone };

/** A canary in one of its dresses, as bytes. */
export interface Needle {
  readonly dress: string;
  readonly bytes: Buffer;
}

const hashes = ['sha256', 'sha1', 'md5', 'sha512', 'sm3'] as const;

/** Every dress in which a text might slip out. */
function dressed(name: string, text: string): Needle[] {
  const utf8 = Buffer.from(text);
  const of = (dress: string, bytes: Buffer | string): Needle => ({
    dress: `${name} ${dress}`,
    bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
  });
  // Three alignments of the text within base64; the characters that its neighbours would change are left off.
  const base64 = [0, 1, 2].map(shift => {
    const coded = Buffer.concat([Buffer.alloc(shift), utf8]).toString('base64').replace(/=+$/, '');
    return coded.slice(shift ? shift + 1 : 0, (utf8.length + shift) % 3 ? -1 : undefined);
  });
  const units = [...text].map(c => c.charCodeAt(0));
  const wide = Buffer.from(text, 'utf16le');
  const escaped = (upper: boolean): string =>
    units.map(n => `\\u${upper ? n.toString(16).toUpperCase().padStart(4, '0') : n.toString(16).padStart(4, '0')}`).join('');
  const percent = [...utf8].map(byte => `%${byte.toString(16).padStart(2, '0')}`).join('');
  return [
    of('as it is', text),
    of('in GBK', gb18030(text)),
    of('in UTF-16LE', wide),
    of('in UTF-16BE', Buffer.from(wide).swap16()),
    ...base64.flatMap((coded, i) => [of(`in base64 +${i}`, coded), of(`in base64url +${i}`, coded.replaceAll('+', '-').replaceAll('/', '_'))]),
    of('in hex', utf8.toString('hex')),
    of('in HEX', utf8.toString('hex').toUpperCase()),
    of('in hex of GBK', gb18030(text).toString('hex')),
    of('URL-escaped', encodeURIComponent(text)),
    of('url-escaped', encodeURIComponent(text).toLowerCase()),
    of('URL-escaped, every byte', percent),
    of('\\u-escaped', escaped(false)),
    of('\\U-escaped', escaped(true)),
    of('as HTML, decimal', units.map(n => `&#${n};`).join('')),
    of('as HTML, hexadecimal', units.map(n => `&#x${n.toString(16)};`).join('')),
    of('in full width', text.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))),
  ];
} // prettier-ignore

/** The digest of a value without any key, which whoever can guess it can check. */
const hashed = (name: string, text: string): Needle[] =>
  hashes.flatMap(algorithm => {
    const digest = createHash(algorithm).update(text).digest();
    return [
      { dress: `${name} as ${algorithm}`, bytes: Buffer.from(digest.toString('hex')) },
      { dress: `${name} as ${algorithm.toUpperCase()}`, bytes: Buffer.from(digest.toString('hex').toUpperCase()) },
      { dress: `${name} as ${algorithm} in base64`, bytes: Buffer.from(digest.toString('base64').replace(/=+$/, '')) },
      { dress: `${name} as ${algorithm} in base64url`, bytes: Buffer.from(digest.toString('base64url')) },
      { dress: `${name} as ${algorithm} in bytes`, bytes: digest },
    ];
  }); // prettier-ignore

const stray = dressed('stray name', '测试·银丝雀');
const all = [
  ...stray,
  ...Object.entries(whole).flatMap(([name, text]) => dressed(name, text)),
  ...Object.entries(plain).map(([name, text]) => ({ dress: `part of ${name}`, bytes: Buffer.from(text) })),
  ...Object.entries(canaries).flatMap(([name, text]) => hashed(name, text)),
];
/** Each once: a dress may leave a text as it is. */
export const needles: readonly Needle[] = [
  ...new Map(all.map(one => [one.bytes.toString('latin1'), one])).values(),
];

/** Whether a dress is that of the stray name. */
export const isStray = (dress: string): boolean => dress.startsWith('stray name ');

/** The dresses in which a canary stands in these bytes. */
export const found = (bytes: Buffer): string[] =>
  needles.filter(needle => bytes.includes(needle.bytes)).map(needle => needle.dress);
