import type { Query, Scope } from './database.ts';

/** Says in whose name a transaction acts and whose rows exist for it; row-level security reads these settings. */
export const setScope = `select set_config('hub.actor', $1, true), set_config('hub.towns', $2, true), set_config('hub.channels', $3, true),
  set_config('hub.kinds', $4, true)`;

/** A scope as the values of `setScope`. An empty list is no town at all, never every town. */
export function scopeValues({ actor, towns, channels, kinds = [] }: Scope): [string, string, string, string] {
  if (actor === '') throw new Error('a scope without an actor');
  return [actor, [towns].flat().join(','), [channels].flat().join(','), [kinds].flat().join(',')];
}

/** Whether no row is hidden from this scope. */
export const seesAll = ({ towns, channels }: Scope): boolean => towns === '*' && channels === '*';

/** From here on the transaction acts as this scope and sees what it sees. */
export const lookAs = (query: Query, scope: Scope): Promise<unknown> => query(setScope, scopeValues(scope));

/** Runs work that must see every row, whoever's act it is part of, and gives the scope back. */
export async function seeingAll<Result>(query: Query, work: () => Promise<Result>): Promise<Result> {
  const [own] = await query<Record<'actor' | 'towns' | 'channels' | 'kinds', string | null>>(
    `select current_setting('hub.actor', true) as actor, current_setting('hub.towns', true) as towns,
      current_setting('hub.channels', true) as channels, current_setting('hub.kinds', true) as kinds`,
  );
  await query(setScope, [own?.actor, '*', '*', '*']);
  const result = await work();
  await query(setScope, [own?.actor, own?.towns, own?.channels, own?.kinds]);
  return result;
}
