import { createHash } from 'node:crypto';
import { systemScope, type Database, type Query } from '../kernel/database.ts';
import { DomainError } from '../kernel/errors.ts';
import { demandNoNumbers } from '../kernel/personal-numbers.ts';

/** An act that may be asked for again, because its answer was lost on the way. */
export interface Asked {
  /** Whose key it is: the same word of another caller is another key. */
  readonly actor: string;
  /** Which act, such as withdrawImport. */
  readonly act: string;
  readonly input: { readonly idempotencyKey?: string | null | undefined };
  readonly at: Date;
}

const longestKey = 200;

/** For so many days an act asked for again is answered as before; then its key may be used anew. */
export const answersKeptDays = 7;

/** Forgets the answers whose days are over; returns how many. */
export async function forgetAnswers(database: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - answersKeptDays * 86_400_000);
  return database.transaction(systemScope('hub'), async query => {
    const [row] = await query<{ count: number }>('select hub_forget_answers($1)::int as count', [before]);
    return row?.count ?? 0;
  });
}

/**
 * Does the work once for a key, inside the transaction of the act: asked again with the same input it gives the answer
 * of then, with another input it refuses. Without a key the work is simply done. The answer must be plain JSON.
 */
export async function once<Answer extends object>(
  query: Query,
  { actor, act, input, at }: Asked,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const { idempotencyKey: key, ...given } = input;
  if (key === null || key === undefined) return work();
  checkKey(key);
  const request = createHash('sha256')
    .update(JSON.stringify([act, sorted(given)]))
    .digest('base64url');
  // Two at once: the second waits for the answer of the first.
  await query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [JSON.stringify([actor, key])]);
  const [known] = await query<{ request_hash: string; response: Answer }>(
    'select request_hash, response from idempotency where actor = $1 and key = $2',
    [actor, key],
  );
  if (known && known.request_hash !== request) throw otherInput();
  if (known) return known.response;
  const answer = await work();
  await query(
    'insert into idempotency (actor, key, request_hash, response, at) values ($1, $2, $3, $4, $5)',
    [actor, key, request, JSON.stringify(answer), at],
  );
  return answer;
}

/** The same input has the same text, whatever the order in which it was written. */
const sorted = (input: object): unknown =>
  Object.entries(input)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));

function checkKey(key: string): void {
  if (key.length > 0 && key.length <= longestKey && !key.includes('\0'))
    return void demandNoNumbers('idempotencyKey', key);
  throw DomainError.badInput('idempotencyKey', {
    zh: `幂等键应为 1 至 ${longestKey} 个字符。`,
    en: `The key must have 1 to ${longestKey} characters.`,
  });
}

const otherInput = (): DomainError =>
  new DomainError('CONFLICT', {
    zh: '该幂等键已用于另一项操作，请更换后重试。',
    en: 'This idempotency key was used for something else; take another one.',
  });
