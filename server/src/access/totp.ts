import { Secret, TOTP } from 'otpauth';
import type { Language } from './viewer.ts';

/** What authenticators show the account under. */
const issuer = { zh: '和谐劳动关系数据中枢', en: 'Hexie Hub' } as const;

/** RFC 6238 as every authenticator knows it: SHA-1, six digits, thirty seconds. */
const totp = (secret: string, label = '', language: Language = 'zh'): TOTP =>
  new TOTP({
    issuer: issuer[language],
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
    secret: Secret.fromBase32(secret),
  });

/** A new secret of 160 bits, in the letters that authenticators take. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** The address behind the QR code. */
export const totpUri = (secret: string, account: string, language: Language): string =>
  totp(secret, account, language).toString();

/** The time step that the code belongs to, one step early or late included; null for a wrong one. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const one = totp(secret);
  const timestamp = now.getTime();
  const delta = one.validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : one.counter({ timestamp }) + delta;
}
