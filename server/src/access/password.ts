import { randomBytes, randomInt, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { DomainError } from '../kernel/errors.ts';

/** Cost of a new hash: 32 MB and some 80 ms; older hashes carry their own. */
const cost = { log2N: 15, r: 8, p: 1 } as const;
const keyLength = 32;

/** `scrypt$15$8$1$salt$key`: the parameters travel with the hash, so they can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost.log2N, cost.r, cost.p);
  return ['scrypt', cost.log2N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join(
    '$',
  );
}

/** Whether the password is the one that was stored. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [kind, log2N, r, p, salt, key] = stored.split('$');
  if (kind !== 'scrypt' || !salt || !key) return false;
  const expected = Buffer.from(key, 'base64url');
  const actual = await derive(password, Buffer.from(salt, 'base64url'), Number(log2N), Number(r), Number(p));
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

/** Verified in place of a hash that does not exist, so that an unknown name takes as long as a known one. */
export const dummyHash = [
  'scrypt',
  cost.log2N,
  cost.r,
  cost.p,
  'AAAAAAAAAAAAAAAAAAAAAA',
  '_'.repeat(43),
].join('$');

function derive(password: string, salt: Buffer, log2N: number, r: number, p: number): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** log2N, r, p, maxmem: 256 * 2 ** log2N * r };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, keyLength, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Sixteen letters and digits without look-alikes: 79 bits, to be typed once. */
export function oneTimePassword(): string {
  const word = (): string => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return [word(), word(), word(), word()].join('-');
}

const known = ['password', 'qwertyuiop', '1234567890', 'hexie', 'admin', 'iloveyou', 'letmein', 'woaini'];

/** Long rather than odd: ten characters, not built from the name or from what everybody tries. */
export function checkNewPassword(password: string, username: string): void {
  const plain = password.toLowerCase();
  const rest = [username, ...known].reduce((text, word) => text.replaceAll(word, ''), plain);
  if ([...password].length < 10 || password.length > 200) {
    throw DomainError.badInput('next', {
      zh: '密码长度应为 10 至 200 个字符。',
      en: 'A password has 10 to 200 characters.',
    });
  }
  if (new Set(plain).size < 5 || [...rest].length < 5) {
    throw DomainError.badInput('next', {
      zh: '密码过于简单：不要使用账号、常见密码或重复字符。',
      en: 'The password is too easy: avoid the user name, common passwords and repeated characters.',
    });
  }
}
