import { randomInt } from 'node:crypto';
import type { Vault } from '../kernel/personal.ts';

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const count = 10;

/** Ten codes of ten letters without look-alikes, 49 bits each: each stands once for a code of the authenticator. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: count }, () => {
    const text = Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('');
    return `${text.slice(0, 5)}-${text.slice(5)}`;
  });

/** A code as it is compared: however it was typed, full-width digits and blanks included. */
export const plainCode = (typed: string): string =>
  typed.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '');

/** What is kept of a recovery code; the same code of another person is another hash. */
export const recoveryHash = (vault: Vault, person: number, code: string): string =>
  vault.hash(`recovery code ${person} ${plainCode(code)}`);
