import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';

/** A personal value as the hub keeps it: ciphertext, keyed hash for matching, and the form that may be shown. */
export interface PersonalValue {
  readonly cipher: Buffer;
  readonly hash: string;
  readonly mask: string;
}

/** A personal value as the reading process holds it: sealed only when its batch is complete. */
export interface OpenPersonalValue extends PersonalValue {
  readonly plain: string;
}

const noBytes = Buffer.alloc(0);

/** Encrypts, hashes and seals with keys derived from HUB_SECRET; one purpose, one key. */
export class Vault {
  // Key objects, not bytes: Node 24 would build one anew for every value, which takes three times as long as sealing it.
  readonly #cipherKey: KeyObject;
  readonly #hashKey: KeyObject;
  readonly #secret: string;
  #nonces = Buffer.alloc(0);

  constructor(secret: string) {
    this.#secret = secret;
    this.#cipherKey = createSecretKey(this.derive('personal values: encryption'));
    this.#hashKey = createSecretKey(this.derive('personal values: matching'));
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

  decrypt(bytes: Buffer): string {
    return this.decryptBytes(bytes).toString('utf8');
  }

  /** Equal values give equal hashes; without the key nothing can be tried. */
  hash(text: string): string {
    return createHmac('sha256', this.#hashKey).update(text).digest('base64url');
  }

  seal(text: string, mask: (text: string) => string): PersonalValue {
    return { cipher: this.encrypt(text), hash: this.hash(text), mask: mask(text) };
  }

  /** Everything of a sealed value but its ciphertext. */
  prepare(text: string, mask: (text: string) => string): OpenPersonalValue {
    return { plain: text, cipher: noBytes, hash: this.hash(text), mask: mask(text) };
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
