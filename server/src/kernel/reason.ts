import { DomainError } from './errors.ts';
import { demandNoNumbers } from './personal-numbers.ts';

const longest = 500;

/** The reason of an act as it is kept in the history: a sentence, not nothing. */
export function reasonOf(text: string): string {
  const reason = text.trim();
  if (reason.length > 0 && reason.length <= longest && !reason.includes('\0'))
    return demandNoNumbers('reason', reason);
  throw DomainError.badInput('reason', {
    zh: `请填写理由，不超过 ${longest} 字。`,
    en: `Give a reason of at most ${longest} characters.`,
  });
}

/** A reason that may be left out. */
export const reasonIfAny = (text: string | null | undefined): string | null =>
  text?.trim() ? reasonOf(text) : null;
