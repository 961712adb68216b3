import { setTimeout } from 'node:timers/promises';
import type { FormLetter } from '../access/policy.ts';
import { systemScope, type Database } from '../kernel/database.ts';
import { formsOfFiles, formsWithin, seesAll, type Sight, type Stretch } from './forms-moved.ts';

/** What has changed between two looks. */
export interface Changed extends Stretch {
  readonly knownAt: Date;
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
      const from = seen;
      seen = id;
      yield { from, id, knownAt };
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

  /**
   * The forms that may have moved a figure of whoever sees these rows; null where any may have. Those who see the same
   * share the answer.
   */
  forms({ from, id }: Changed, { towns, channels }: Sight): Promise<readonly FormLetter[] | null> {
    const sight = { towns, channels };
    const key = JSON.stringify([from, id, towns, channels]);
    const known = this.#between.get(key);
    if (known) return known;
    const found = seesAll(sight)
      ? formsOfFiles(this.#database, { from, id })
      : formsWithin(this.#database, { from, id }, sight);
    if (this.#between.size > 100) this.#between.clear();
    this.#between.set(key, found);
    found.catch(() => this.#between.delete(key));
    return found;
  }
}
