import { setTimeout } from 'node:timers/promises';
import type { FormLetter } from '../access/policy.ts';
import { systemScope, type Database } from '../kernel/database.ts';

/** What has changed between two looks; forms null where any of them may have. */
export interface Changed {
  readonly id: number;
  readonly knownAt: Date;
  readonly forms: readonly FormLetter[] | null;
}

/** How often the book of changes is looked at, however many listen. */
const beat = 1_000;

/**
 * Tells that facts have changed, whichever process of the hub changed them. The book of changes is the outbox: an entry
 * is written with the facts it tells of, in one transaction, in the order in which these are committed, and stays.
 */
export class ChangeFeed {
  readonly #database: Database;
  #asked = 0;
  #newest: Promise<{ id: number; knownAt: Date }> | undefined;
  readonly #between = new Map<string, Promise<readonly FormLetter[] | null>>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** What changes from now on, and first what has changed since a moment; at most once a second, until the signal says stop. */
  async *follow(signal: AbortSignal, since?: Date | null): AsyncGenerator<Changed, void, undefined> {
    let seen = since ? await this.#lastBy(since) : (await this.#look()).id;
    for (let first = !!since; ; first = false) {
      if (!first) await setTimeout(beat, undefined, { signal });
      const { id, knownAt } = await this.#look();
      if (id <= seen) continue;
      const forms = await this.#forms(seen, id);
      seen = id;
      yield { id, knownAt, forms };
    }
  }

  /** The newest change that was known by a moment. */
  async #lastBy(moment: Date): Promise<number> {
    const sql = 'select coalesce(max(id), 0)::int as id from change where known_at <= $1';
    const [row] = await this.#database.read<{ id: number }>(systemScope('hub'), sql, [moment]);
    return row?.id ?? 0;
  }

  /** All who listen share one look. */
  #look(): Promise<{ id: number; knownAt: Date }> {
    const now = performance.now();
    if (!this.#newest || now - this.#asked > beat / 2) {
      this.#asked = now;
      const found = this.#database.read<{ id: number; knownAt: Date }>(
        systemScope('hub'),
        `select id, greatest(known_at, 'epoch') as "knownAt" from change where known_at is not null order by id desc limit 1`,
        [],
        'newest change',
      );
      this.#newest = found.then(([row]) => row ?? { id: 0, knownAt: new Date(0) });
      this.#newest.catch(() => (this.#newest = undefined));
    }
    return this.#newest;
  }

  /** The forms of the files that changed something; an act without a file may have touched any. */
  #forms(from: number, to: number): Promise<readonly FormLetter[] | null> {
    const key = `${from} ${to}`;
    const known = this.#between.get(key);
    if (known) return known;
    const found = this.#database
      .read<{ forms: FormLetter[]; unnamed: boolean }>(
        systemScope('hub'),
        `select array(select distinct s.form from change c join import_sheet s on s.file_id = c.file_id
             where c.id > $1 and c.id <= $2 and s.form is not null) as forms,
           exists (select from change where id > $1 and id <= $2 and file_id is null) as unnamed`,
        [from, to],
      )
      .then(([row]) => (row && !row.unnamed ? row.forms : null));
    if (this.#between.size > 100) this.#between.clear();
    this.#between.set(key, found);
    found.catch(() => this.#between.delete(key));
    return found;
  }
}
