import type { Query } from '../kernel/database.ts';
import { DomainError } from '../kernel/errors.ts';

/** So many plain values somebody may look at within an hour. */
export const revealsAnHour = 30;
const hour = 60 * 60_000;

/** How many the actor may still look at. */
export async function revealsLeft(query: Query, actor: string, now: Date): Promise<number> {
  return Math.max(0, revealsAnHour - (await taken(query, actor, now)).count);
}

/** Takes one of the hour's, or refuses; of any number that come at once no more pass than are left. */
export async function takeReveal(query: Query, actor: string, now: Date): Promise<number> {
  // One after the other for each person: the next counts what this one has committed.
  await query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`reveal ${actor}`]);
  const { count, oldest } = await taken(query, actor, now);
  if (count >= revealsAnHour) throw tooMany(oldest ? oldest.getTime() + hour - now.getTime() : hour);
  await query('insert into reveal (actor, at) values ($1, $2)', [actor, now]);
  return revealsAnHour - count - 1;
}

async function taken(
  query: Query,
  actor: string,
  now: Date,
): Promise<{ count: number; oldest: Date | null }> {
  const [row] = await query<{ count: number; oldest: Date | null }>(
    'select count(*)::int as count, min(at) as oldest from reveal where actor = $1 and at > $2',
    [actor, new Date(now.getTime() - hour)],
  );
  return row ?? { count: 0, oldest: null };
}

const tooMany = (wait: number): DomainError =>
  new DomainError(
    'RATE_LIMITED',
    {
      zh: `一小时内最多查看 ${revealsAnHour} 项个人信息原文，请稍后再试。`,
      en: `At most ${revealsAnHour} personal values may be looked at in plain within an hour; try again later.`,
    },
    undefined,
    { retryAfter: Math.max(1, Math.ceil(wait / 1000)) },
  );
