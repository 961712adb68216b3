import type { Day } from '../../kernel/days.ts';
import type { Scope } from '../../kernel/database.ts';
import type { Term } from '../define-metric.ts';
import type { Dimension } from '../dimensions.ts';
import { filterSql } from '../metric-filter.ts';
import type { Bind, Question } from '../metric-query.ts';
import { coverOf } from './cover.ts';
import { keyOf, settingsText } from './keys.ts';
import { levelFor, scopeDimensions } from './levels.ts';
import type { StoredTerms } from './stored-terms.ts';

/** Whose question it is, and what may be read from cells. */
export interface CellChoice {
  readonly terms: StoredTerms;
  readonly scope: Scope;
}

/** The part of a metric statement that reads cells instead of facts. */
export class CellBranches {
  readonly #choice: CellChoice;
  readonly #days: readonly Day[];
  readonly #bind: Bind;
  readonly #digests = new Map<string, number>();

  constructor(choice: CellChoice, days: readonly Day[], bind: Bind) {
    this.#choice = choice;
    this.#days = days;
    this.#bind = bind;
  }

  get any(): boolean {
    return this.#digests.size > 0;
  }

  // `offset 0` keeps the planner from joining all days of a level to all stretches, whatever statistics it lacks.
  /** The sums of one term by bucket and cut, or undefined where no kept level holds what is asked. */
  branch({ metric, by, filter }: Question, term: Term, filtered: ReadonlySet<Dimension>): string | undefined {
    const { terms, scope } = this.#choice;
    const stored = terms.of(metric, term);
    if (!stored) return undefined;
    const asked = new Set([...by, ...filtered, ...scopeDimensions(scope, stored.disputes)]);
    const level = levelFor(stored.dimensions, asked);
    if (!level) return undefined;
    const key = (dimension: Dimension | undefined): string =>
      dimension ? `c.${keyOf(level, dimension)}` : `''`;
    const place = this.#digests.get(stored.digest) ?? this.#digests.size;
    this.#digests.set(stored.digest, place);
    return `s.bucket, ${key(by[0])} as d1, ${key(by[1])} as d2, sum(c.amount)::int8 as amount, sum(c.count)::int8 as count
      from stretch s
      cross join lateral (select * from metric_cell c where c.term = (select id from kept where place = ${place})
          and c.level = ${level.number} and c.grain = s.grain and c.day between s.first and s.last
          and ${filterSql(metric, filter, this.#bind, key).sql} offset 0) c
      group by 3, 4, 5`;
  }

  /** Whether every term that is read holds all changes, under the settings of now. */
  fresh(): string {
    return this.any ? `(select count(*) from kept) = ${this.#digests.size}` : 'true';
  }

  ctes(): string[] {
    if (!this.any) return [];
    const cover = coverOf(this.#days);
    const column = (of: (stretch: (typeof cover)[number]) => unknown): string => this.#bind(cover.map(of));
    return [
      `stretch as materialized (select * from unnest(${column(s => s.grain)}::"char"[], ${column(s => s.first)}::date[],
        ${column(s => s.last)}::date[], ${column(s => s.bucket)}::int[]) as s(grain, first, last, bucket))`,
      `kept as materialized (select t.id, d.place - 1 as place
        from unnest(${this.#bind([...this.#digests.keys()])}::text[]) with ordinality as d(digest, place)
        join metric_term t on t.digest = d.digest
        where t.through = (select max(id) from change) and t.settings in ('', ${settingsText}))`,
    ];
  }
}
