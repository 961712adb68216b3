import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { ShortHmac, ValueCipher } from './value-cipher.ts';

/** A personal value as the hub keeps it: ciphertext, keyed hash for matching, and the form that may be shown. */
export interface PersonalValue {
  readonly cipher: Buffer;
  readonly hash: string;
  readonly mask: string;
}

/** A personal value as the reading process holds it: sealed only when its batch is complete. */
export interface OpenPersonalValue extends PersonalValue {
  readonly plain: string;
  readonly keyed: Buffer;
}

const noBytes = Buffer.alloc(0);

/** Encrypts, hashes and seals with keys derived from HUB_SECRET; one purpose, one key. */
export class Vault {
  // Key objects, not bytes: Node 24 would build one anew for every value, which takes three times as long as sealing it.
  readonly #cipherKey: KeyObject;
  readonly #hmac: ShortHmac;
  readonly #values: ValueCipher;
  readonly #secret: string;
  #nonces = Buffer.alloc(0);

  constructor(secret: string) {
    this.#secret = secret;
    this.#cipherKey = createSecretKey(this.derive('personal values: encryption'));
    this.#hmac = new ShortHmac(this.derive('personal values: matching'));
    this.#values = new ValueCipher(
      createSecretKey(this.derive('personal values: single values')),
      this.#hmac,
    );
  }

  /** A 32-byte key for one purpose, such as signing cursors. */
  derive(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#secret, 'hexie-hub', purpose, 32));
  }

  /** AES-256-GCM with a random nonce in front and the tag behind. */
  encrypt(content: string | Buffer): Buffer {
    const nonce = this.#nonce();
    const cipher = createCipheriv('aes-256-gcm', this.#cipherKey, nonce);
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }

  /** Twelve random bytes, drawn in larger lots. */
  #nonce(): Buffer {
    if (this.#nonces.length === 0) this.#nonces = randomBytes(12 * 256);
    const nonce = this.#nonces.subarray(0, 12);
    this.#nonces = this.#nonces.subarray(12);
    return nonce;
  }

  decryptBytes(bytes: Buffer): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.#cipherKey, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(bytes.length - 16));
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
  }

  /** What `encrypt` or `seal` made of a text, in the form of today or of earlier releases. */
  decrypt(bytes: Buffer): string {
    return this.#values.open(bytes) ?? this.decryptBytes(bytes).toString('utf8');
  }

  /** Equal values give equal hashes; without the key nothing can be tried. */
  hash(text: string): string {
    return this.#hmac.of(text).toString('base64url');
  }

  seal(text: string, mask: (text: string) => string): PersonalValue {
    const { keyed, hash, mask: shown } = this.prepare(text, mask);
    const [cipher = Buffer.alloc(0)] = this.#values.seal([{ text, hash: keyed }]);
    return { cipher, hash, mask: shown };
  }

  /** Everything of a sealed value but its ciphertext, which `sealAll` makes for many at once. */
  prepare(text: string, mask: (text: string) => string): OpenPersonalValue {
    const keyed = this.#hmac.of(text);
    return { plain: text, keyed, cipher: noBytes, hash: keyed.toString('base64url'), mask: mask(text) };
  }

  sealAll(values: readonly OpenPersonalValue[]): Buffer[] {
    return this.#values.seal(values.map(({ plain, keyed }) => ({ text: plain, hash: keyed })));
  }
}

const compoundSurnames = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '令狐',
  '慕容',
  '夏侯',
  '司徒',
];

/** 张三丰 → 张**, 欧阳锋 → 欧阳*; several names keep each surname. */
export function maskName(name: string): string {
  return name.replace(/[^、，,；;\s]+/gu, one => {
    const surname =
      compoundSurnames.find(s => one.startsWith(s) && one.length > s.length) ?? [...one][0] ?? '';
    return surname + '*'.repeat(Math.max(1, [...one].length - [...surname].length));
  });
}

/** 13812341234 → 138****1234; anything shorter keeps its last two characters. */
export function maskPhone(phone: string): string {
  const text = phone.replace(/\s/g, '');
  if (/^1\d{10}$/.test(text)) return `${text.slice(0, 3)}****${text.slice(-4)}`;
  return '*'.repeat(Math.max(3, text.length - 2)) + text.slice(-2);
}

/** 450299199001010013 → 4502**********0013: the birth date is hidden. */
export function maskIdNumber(id: string): string {
  return id.length < 9 ? '*'.repeat(id.length) : id.slice(0, 4) + '*'.repeat(id.length - 8) + id.slice(-4);
}

/** How a personal value of each kind is shown. */
export function maskOf(kind: string): (text: string) => string {
  return kind === 'ID_NUMBER' ? maskIdNumber : kind === 'PHONE' ? maskPhone : maskName;
}
