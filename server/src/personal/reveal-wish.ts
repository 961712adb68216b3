import type { RevealPurpose } from '../access/policy/personal.ts';
import { DomainError, type Message } from '../kernel/errors.ts';
import type { PersonalField } from './personal-fields.ts';

/** What is asked for, as it came. */
export interface RevealInput {
  readonly id: string;
  readonly field: PersonalField;
  readonly purpose: RevealPurpose;
  readonly reason: string;
  readonly caseNo?: string | null;
}

/** What is asked for, once it makes sense. */
export interface RevealWish {
  readonly kind: string;
  readonly key: number;
  readonly field: PersonalField;
  readonly purpose: RevealPurpose;
  readonly reason: string;
  readonly caseNo: string | null;
}

const longestReason = 500;
const longestCaseNo = 60;

/** Reads the wish; words that the audit trail would keep must not carry the number of a person. */
export function readWish({ id, field, purpose, reason, caseNo }: RevealInput): RevealWish {
  const [, kind = '', key = ''] = /^(\w+):(\d{1,15})$/u.exec(id) ?? [];
  if (!kind) throw DomainError.notFound();
  const why = reason.trim();
  if (!why || [...why].length > longestReason || why.includes('\0'))
    throw DomainError.badInput('reason', say);
  if (namesSomebody(why)) throw DomainError.badInput('reason', noNumbers);
  const of = caseNo?.trim() ?? '';
  if ([...of].length > longestCaseNo || /\p{Cc}/u.test(of) || namesSomebody(of))
    throw DomainError.badInput('caseNo', noCase);
  return { kind, key: Number(key), field, purpose, reason: why, caseNo: of || null };
}

/** An identity number or a mobile number, however its digits are set apart or widened. */
const namesSomebody = (text: string): boolean => {
  const digits = text.normalize('NFKC').replace(/(?<=\d)[\s\p{Pd}.·]+(?=[\dXx])/gu, '');
  return /(?<!\d)[1-9]\d{16}[\dXx](?!\d)|(?<!\d)1\d{10}(?!\d)/u.test(digits);
};

const say: Message = {
  zh: `请填写理由（1 至 ${longestReason} 个字）。`,
  en: `Please give a reason of 1 to ${longestReason} characters.`,
};
const noNumbers: Message = {
  zh: '理由会记入审计，请勿填写身份证号或手机号。',
  en: 'The reason is kept in the audit trail: leave out identity and telephone numbers.',
};
const noCase: Message = {
  zh: `案号最多 ${longestCaseNo} 个字，且不得为身份证号或手机号。`,
  en: `A case number has at most ${longestCaseNo} characters and is nobody's identity or telephone number.`,
};
