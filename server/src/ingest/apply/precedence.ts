import type { Query } from '../../kernel/database.ts';
import type { Day } from '../../kernel/days.ts';
import type { Existing, FactTable } from './fact-table.ts';

/**
 * Whether what stands was said under a later day of report. Only days that both files name are compared; a file
 * without one speaks for the day of its arrival, and the later arrival holds.
 */
export function isOlder(existing: Existing | undefined, statedOn: Day | null): boolean {
  return statedOn !== null && !!existing?.stated_on && existing.stated_on > statedOn;
}

/** A fact, and a day of report that the sheet of its present values does not name. */
export interface StatedOn {
  readonly id: number;
  readonly day: Day;
}

/** What a fact stands under and what a row says of it. */
interface Said {
  readonly existing: Existing | undefined;
  readonly older?: boolean;
}

/**
 * What must be noted so that no day is lost: the day of a row that changed nothing, and the day that stood when the
 * values now come from a sheet that names none, or an earlier one.
 */
export function daysToNote(said: readonly Said[], statedOn: Day | null): StatedOn[] {
  return said.flatMap(({ existing, older }) => {
    if (!existing || older) return [];
    const stood = existing.stated_on;
    if (!existing.differs && statedOn && (!stood || statedOn > stood))
      return [{ id: existing.id, day: statedOn }];
    const moves = existing.differs || existing.matched_name_key !== null;
    return moves && stood && (!statedOn || stood > statedOn) ? [{ id: existing.id, day: stood }] : [];
  });
}

/** Notes under which day of report these facts were stated; the newest day stays. */
export async function noteStatedOn(
  query: Query,
  table: FactTable,
  stated: readonly StatedOn[],
): Promise<void> {
  if (!stated.length) return;
  await query(
    `insert into fact_statement as known (fact_table, fact_id, stated_on)
     select $1, i.id, max(i.day) from unnest($2::bigint[], $3::date[]) as i(id, day) group by i.id
     on conflict (fact_table, fact_id) do update set stated_on = excluded.stated_on
      where known.stated_on < excluded.stated_on`,
    [table.name, stated.map(one => one.id), stated.map(one => one.day)],
  );
}
