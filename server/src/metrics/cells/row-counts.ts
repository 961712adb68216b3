import type { Database, Scope } from '../../kernel/database.ts';
import { levelFor, scopeDimensions } from './levels.ts';
import type { StoredTerms } from './stored-terms.ts';

/** How many facts of each table exist for a viewer, without counting them one by one. */
export class RowCounts {
  readonly #database: Database;
  readonly #terms: StoredTerms;

  constructor(database: Database, terms: StoredTerms) {
    [this.#database, this.#terms] = [database, terms];
  }

  /** By table; undefined while the cells are not as new as the facts. The row scope holds for cells as it does for facts. */
  async of(scope: Scope): Promise<ReadonlyMap<string, number> | undefined> {
    const asked = this.#terms.rows.flatMap(({ table, stored }) => {
      const level = levelFor(stored.dimensions, scopeDimensions(scope, stored.disputes));
      return level ? [{ table, digest: stored.digest, level: level.number }] : [];
    });
    const rows = await this.#database.read<{ table: string; rows: number }>(
      scope,
      `select a.table, (select coalesce(sum(c.count), 0)::int8 from metric_cell c
          where c.term = t.id and c.level = a.level and c.grain = 'Y' and c.day = '-infinity') as rows
       from json_to_recordset($1) as a("table" text, digest text, level int2)
       join metric_term t on t.digest = a.digest and t.through = (select max(id) from change)`,
      [JSON.stringify(asked)],
      'row_counts',
    );
    if (rows.length < this.#terms.rows.length) return undefined;
    return new Map(rows.map(one => [one.table, one.rows]));
  }
}
