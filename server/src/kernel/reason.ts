import { DomainError, type Message } from './errors.ts';
import { namesSomebody } from './personal-numbers.ts';

const longest = 500;

/** The reason of an act as it is kept in the history: a sentence, not nothing. */
export function reasonOf(text: string): string {
  const reason = text.trim();
  const said = reason.length > 0 && reason.length <= longest && !reason.includes('\0');
  if (said && !namesSomebody(reason)) return reason;
  if (said) throw DomainError.badInput('reason', noNumbers);
  throw DomainError.badInput('reason', {
    zh: `请填写理由，不超过 ${longest} 字。`,
    en: `Give a reason of at most ${longest} characters.`,
  });
}

const noNumbers: Message = {
  zh: '理由会长期留存并记入审计，请勿填写身份证号或手机号。',
  en: 'The reason is kept, also in the audit trail: leave out identity and telephone numbers.',
};

/** A reason that may be left out. */
export const reasonIfAny = (text: string | null | undefined): string | null =>
  text?.trim() ? reasonOf(text) : null;
