import { DomainError } from '../../kernel/errors.ts';
import { demandNoNumbers } from '../../kernel/personal-numbers.ts';

/** Who a person is to an issuer of single sign-on. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

/** The one spelling of a user name; anything else names nobody. */
export function usernameOf(text: string): string {
  const name = text.normalize('NFKC').trim().toLowerCase();
  if (/^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,63}$/u.test(name)) return name;
  throw DomainError.badInput('username', {
    zh: '账号由字母、数字和 . _ @ - 组成，最多 64 个字符。',
    en: 'A user name has letters, digits and . _ @ -, at most 64 characters.',
  });
}

/** The user name of a new account: it is shown where accounts are kept, so it is nobody's telephone number. */
export const newUsername = (text: string): string => usernameOf(demandNoNumbers('username', text));

/** What a person is called, on one line. */
export function nameOfPerson(text: string): string {
  const name = text.normalize('NFC').trim();
  if (/^[^\p{Cc}\p{Zl}\p{Zp}]{1,100}$/u.test(name)) return demandNoNumbers('name', name);
  throw DomainError.badInput('name', {
    zh: '姓名应为 1 至 100 个字符，不得换行。',
    en: 'A name has 1 to 100 characters on one line.',
  });
}

/** An identity as an issuer writes it: an address of https (or this machine) and a subject, taken letter for letter. */
export function checkIdentity({ issuer, subject }: Identity): Identity {
  if (!/^https?:\/\/[^\s?#\p{Cc}]{1,480}$/u.test(issuer)) {
    throw DomainError.badInput('issuer', {
      zh: '签发方应为以 https:// 开头的地址。',
      en: 'An issuer is an address that begins with https://.',
    });
  }
  if (!/^[^\p{Cc}]{1,255}$/u.test(subject)) {
    throw DomainError.badInput('subject', {
      zh: '标识应为 1 至 255 个字符。',
      en: 'A subject has 1 to 255 characters.',
    });
  }
  return { issuer, subject };
}
