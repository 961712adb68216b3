import type { Day } from '../../kernel/days.ts';
import type { Row, Source, Value } from '../define-source.ts';
import type { Said } from './rows.ts';

/** What all rows of one fact say together. */
export interface Fold {
  readonly values: Row;
  /** Field → the row that had the last word on it. */
  readonly speakers: ReadonlyMap<string, Said>;
  /** The row that had the last word on the whole: it names the employer. */
  readonly last: Said;
  /** The newest day of report among them. */
  readonly statedOn: Day | null;
}

/**
 * Whether a row yields to what stands: only days that both name are compared, and the later arrival holds otherwise.
 * The very rule of a file that arrives (decision 006), applied to each column by itself.
 */
const yields = (row: Day | null, standing: Day | null): boolean =>
  row !== null && standing !== null && standing > row;
const later = (one: Day | null, other: Day | null): Day | null => ((one ?? '') > (other ?? '') ? one : other);

/** The row that has the last word among rows in the order of their arrival. */
export function lastOf(said: readonly Said[]): Said | undefined {
  let last: Said | undefined;
  let day: Day | null = null;
  for (const one of said) {
    if (last && yields(one.row.statedOn, day)) continue;
    [last, day] = [one, later(one.row.statedOn, day)];
  }
  return last;
}

/** The row that has the last word on one column, among rows in the order of their arrival. */
export const columnSpeaker = (field: string, said: readonly Said[]): Said | undefined =>
  lastOf(said.filter(one => one.fields.includes(field)));

/** Puts the rows of one fact together, in the order of their arrival; at least one. */
export function fold(source: Source, said: readonly Said[]): Fold {
  const speakers = new Map<string, Said>();
  const days = new Map<string, Day | null>();
  for (const one of said) {
    for (const field of one.fields) {
      const day = days.get(field) ?? null;
      if (yields(one.row.statedOn, day)) continue;
      speakers.set(field, one);
      days.set(field, later(one.row.statedOn, day));
    }
  }
  const last = lastOf(said) ?? (said[0] as Said);
  const values: Record<string, Value> = { ...last.statement.values };
  for (const [field, one] of speakers) values[field] = one.statement.values[field] ?? null;
  const { derived } = source.judge(values);
  const statedOn = said.reduce<Day | null>((day, one) => later(one.row.statedOn, day), null);
  return { values: { ...values, ...derived }, speakers, last, statedOn };
}
