import { systemScope, type Database, type Scope } from '../kernel/database.ts';
import type { Question } from './metric-query.ts';
import type { Reading } from './metric-reader.ts';

/** About thirty megabytes of sums, then all are let go. */
const mostCells = 300_000;

/**
 * What answers depend on, as one text: changes, the cells they were read from, and settings. Facts
 * written outside a change make the cells doubtful, and so another text; it stays another when they are made anew, for
 * every writing of a term's row has a transaction of its own.
 */
const versionSql = `select concat_ws(':', (select max(id) from change),
    (select concat_ws(',', count(*), max(id), sum(through), sum(xmin::text::bigint)) from metric_term), (select max(id) from setting_statement)) as version`;

interface Version {
  readonly text: string;
  /** When it was asked for, in the order of asking. */
  readonly order: number;
}

/**
 * Answers read from cells, given again as long as nothing they depend on has changed: every use first asks the database
 * for the version, once for all that ask in the same moment.
 */
export class KeptAnswers {
  readonly #database: Database;
  #version: Version = { text: '', order: 0 };
  #answers = new Map<string, Reading>();
  #cells = 0;
  #asked = 0;
  #next: Promise<Version> | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The kept answer, or the one that is made now; `cells` is how many it holds, undefined where it must not be kept. */
  async get(
    { towns, channels }: Scope,
    questions: readonly Question[],
    make: () => Promise<{ reading: Reading; cells: number | undefined }>,
  ): Promise<Reading> {
    const key = JSON.stringify([
      towns,
      channels,
      questions.map(({ metric, periods, by, filter }) => [metric.key, periods, by, filter]),
    ]);
    const version = await this.#now();
    if (version.order > this.#version.order) {
      if (version.text !== this.#version.text) this.#empty();
      this.#version = version;
    }
    const current = version.text === this.#version.text;
    const known = current ? this.#answers.get(key) : undefined;
    if (known) return known;
    const { reading, cells } = await make();
    if (cells !== undefined && version.text === this.#version.text) this.#keep(key, reading, cells);
    return reading;
  }

  #keep(key: string, reading: Reading, cells: number): void {
    // An answer without a cell still has its key and its lists.
    const weight = cells + 50;
    if (this.#cells + weight > mostCells) this.#empty();
    if (weight > mostCells || this.#answers.has(key)) return;
    this.#answers.set(key, reading);
    this.#cells += weight;
  }

  #empty(): void {
    this.#answers = new Map();
    this.#cells = 0;
  }

  #now(): Promise<Version> {
    this.#next ??= new Promise<void>(resolve => setImmediate(resolve)).then(async () => {
      this.#next = undefined;
      const order = ++this.#asked;
      const [row] = await this.#database.read<{ version: string }>(
        systemScope('hub'),
        versionSql,
        [],
        'metric_version',
      );
      return { text: row?.version ?? '', order };
    });
    return this.#next;
  }
}
