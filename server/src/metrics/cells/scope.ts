import type { Query } from '../../kernel/database.ts';

/** Runs work that must see every row, whoever's act it is part of, and gives the scope back. */
export async function seeingAll<Result>(query: Query, work: () => Promise<Result>): Promise<Result> {
  const [own] = await query<{ towns: string; channels: string }>(
    `select current_setting('hub.towns', true) as towns, current_setting('hub.channels', true) as channels`,
  );
  const see = (towns: string, channels: string): Promise<object[]> =>
    query(`select set_config('hub.towns', $1, true), set_config('hub.channels', $2, true)`, [
      towns,
      channels,
    ]);
  await see('*', '*');
  const result = await work();
  await see(own?.towns ?? '', own?.channels ?? '');
  return result;
}
