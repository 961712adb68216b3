import { DomainError } from './errors.ts';
import { maskIdNumber, maskPhone } from './personal.ts';

const gap = '[\\s\\p{Pd}.·]{0,2}';
const digit = '[0-9０-９]';
const alone = (pattern: string): string => `(?<!${digit})${pattern}(?!${digit})`;

/** Six digits of a place, a day of birth, a serial and a check, in full width or set apart; of a credit code the day fails. */
const identity = alone(
  `[1-9１-９]${digit}{5}${gap}(?:[1１][9９]|[2２][0０])${digit}{2}${gap}(?:[0０][1-9１-９]|[1１][0-2０-２])${gap}(?:[0０][1-9１-９]|[12１２]${digit}|[3３][01０１])${gap}${digit}{3}${gap}[0-9０-９XxＸｘ]`,
);
const mobile = alone(`[1１][3-9３-９]${digit}${gap}${digit}{4}${gap}${digit}{4}`);
const numbers = new RegExp(`(${identity})|${mobile}`, 'gu');

/** An identity number or a mobile number stands in it, however its digits are set apart or widened. */
export const namesSomebody = (text: string): boolean => text.search(numbers) >= 0;

/**
 * Free text with such numbers masked. Where a table, a file or a heading is filled in wrongly they stand where nobody
 * expects them, and what nobody expects is not kept sealed.
 */
export const hideNumbers = (text: string): string => (hasDigits.test(text) ? masked(text) : text);

// Most texts have none: they are told apart at a tenth of the price.
const hasDigits = /[0-9０-９][^a-z]{8}/u;
const masked = (text: string): string =>
  text.replace(numbers, (found, isIdentity: string | undefined) => {
    const plain = found.normalize('NFKC').replace(/[^0-9X]/giu, '');
    return isIdentity ? maskIdNumber(plain) : maskPhone(plain);
  });

/** What somebody types for others to read, and the audit trail to keep, holds no such number. */
export function demandNoNumbers(field: string, text: string): string {
  if (!namesSomebody(text)) return text;
  throw DomainError.badInput(field, {
    zh: '此处填写的内容会留存并供他人查看，请勿填写身份证号或手机号。',
    en: 'What is written here is kept and shown to others: leave out identity and telephone numbers.',
  });
}
