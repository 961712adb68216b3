import { randomBytes, randomInt, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { DomainError } from '../kernel/errors.ts';
import { isQuicklyGuessed } from './password-strength.ts';

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

/** Long rather than odd: ten characters, not quickly guessed by whoever knows the name and what everybody tries. */
export function checkNewPassword(password: string, username: string): void {
  if ([...password].length < 10 || password.length > 200) {
    throw DomainError.badInput('next', {
      zh: '密码长度应为 10 至 200 个字符。',
      en: 'A password has 10 to 200 characters.',
    });
  }
  if (isQuicklyGuessed(password, [username])) {
    throw DomainError.badInput('next', {
      zh: '密码容易被猜到：不要使用账号、已泄露的常见密码、日期、键盘顺序或重复字符；建议用几个互不相干的词。',
      en: 'The password is easily guessed: avoid the user name, common or leaked passwords, dates, rows of keys and repeated characters; a few unrelated words do well.',
    });
  }
}
