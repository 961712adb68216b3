import { DomainError } from '../kernel/errors.ts';

/** The paging arguments of a list, judged. */
export interface PageAsked {
  readonly size: number;
  readonly backward: boolean;
  readonly cursor: string | null;
}
interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

const usual = 20;
const most = 200;

/** Which rows are asked for: from the front after a cursor, or from the end before one. */
export function pageOf({ first, after, last, before }: PageArgs): PageAsked {
  const backward = first == null && (last != null || before != null);
  const [field, size] = backward ? ['last', last ?? usual] : ['first', first ?? usual];
  const range = { zh: `${field} 应在 1 到 ${most} 之间。`, en: `${field} must be between 1 and ${most}.` };
  if (size < 1 || size > most) throw DomainError.badInput(field as string, range);
  if (first != null && last != null)
    throw DomainError.badInput('last', {
      zh: 'first 与 last 只能给一个。',
      en: 'Give first or last, not both.',
    });
  return { size, backward, cursor: (backward ? before : after) ?? null };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isUuid = (text: string): boolean => uuid.test(text);

export const writeCursor = (keys: readonly string[]): string =>
  Buffer.from(JSON.stringify(keys)).toString('base64url');

/** The sort keys inside a cursor; one that this list did not give is refused. */
export function readCursor(cursor: string, length: number): string[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(keys) && keys.length === length && keys.every(key => typeof key === 'string'))
      return keys;
  } catch {
    // Told below, like every other cursor that is not of this list.
  }
  throw DomainError.badInput('after', {
    zh: '游标不属于此列表。',
    en: 'The cursor is not one of this list.',
  });
}
