import type { Clock } from '../../kernel/clock.ts';
import type { Query } from '../../kernel/database.ts';
import { isDay, type Day } from '../../kernel/days.ts';
import type { Grant } from '../grant-input.ts';
import type { Viewer } from '../viewer.ts';
import { wrongDay } from './role-refusals.ts';
import type { Term } from './term-rules.ts';

/** The first and the last day of a term. */
export interface TermDays {
  readonly startsOn: Day;
  readonly endsOn: Day | null;
}

/** Writes terms: each is begun once and ended once, and knows by whom and why. */
export class TermWriter {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The days of a new term: it begins today or later and has at least one. */
  days(startsOn: Day, endsOn: Day | null): TermDays {
    const today = this.#clock.today();
    if (!isDay(startsOn) || startsOn < today) throw wrongDay('startsOn', today, null);
    if (endsOn !== null && (!isDay(endsOn) || endsOn < startsOn)) throw wrongDay('endsOn', startsOn, null);
    return { startsOn, endsOn };
  }

  async begin(
    query: Query,
    viewer: Viewer,
    person: number,
    { role, town, enterprise }: Grant,
    { startsOn, endsOn, reason }: TermDays & { readonly reason: string | null },
  ): Promise<number> {
    const [made] = await query<{ id: number }>(
      `insert into role_assignment (person_id, role, town, enterprise_uscc, starts_on, ends_on, reason, assigned_by, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
      [person, role, town, enterprise, startsOn, endsOn, reason, viewer.name, this.#clock.now()],
    );
    return made?.id ?? 0;
  }

  async end(
    query: Query,
    viewer: Viewer,
    { id, startsOn }: Term,
    { endsOn, reason, handedOverTo = null }: { endsOn: Day; reason: string; handedOverTo?: number | null },
  ): Promise<void> {
    const withdrawn = endsOn < startsOn && startsOn > this.#clock.today();
    await query(
      `update role_assignment set ends_on = $2, withdrawn = $3, ended_by = $4, ended_at = $5, end_reason = $6,
        handed_over_to = $7, version = version + 1 where id = $1`,
      [id, endsOn, withdrawn, viewer.name, this.#clock.now(), reason, handedOverTo],
    );
  }
}
