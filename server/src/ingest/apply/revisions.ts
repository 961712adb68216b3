import type { Replayed } from '../replay/replay.ts';
import { replay } from '../replay/replay.ts';
import { silence, voidsOf } from '../replay/voids.ts';
import { keysOf, keyText } from '../replay/rows.ts';
import type { Source } from '../define-source.ts';
import type { IssueEntry, SheetCounts } from './import-log.ts';
import { applyIssue } from './issue-texts.ts';
import type { Judged } from './judge-row.ts';
import type { Run } from './run.ts';

/** A row of an older report: who else spoke since, and when. */
interface Older {
  readonly key: string;
  readonly row: number;
  readonly importRowId: number;
  readonly day: string;
}

/**
 * The rows of a sheet that meet what was decided before it came: a newer report that already spoke, and then they may
 * still fill what it left out; or a person who voided the record, and then they change nothing.
 */
export class Revisions {
  readonly #run: Run;
  readonly #fields: readonly string[];
  readonly #sheetId: number;
  readonly #source: Source;
  readonly #older: Older[] = [];
  readonly #voided = new Map<Judged, number>();
  /** Records of which a sender of some channels speaks too: this sheet's word may be that they are not theirs. */
  readonly #contested = new Set<string>();
  #anyLimited: boolean | undefined;

  constructor(run: Run, source: Source, fields: readonly string[], sheetId: number) {
    [this.#run, this.#source, this.#fields, this.#sheetId] = [run, source, fields, sheetId];
  }

  get olderKeys(): string[] {
    return [...new Set(this.#older.map(one => one.key))];
  }

  /** A row that would bring a voided record back without saying anything else is counted as unchanged. */
  async keepVoided(open: readonly Judged[]): Promise<void> {
    const added = open.filter(row => row.outcome === 'INSERTED');
    if (!added.length || !(await this.#run.someVoided())) return;
    const keys = added.flatMap(({ statement }) => (statement ? [keyText(statement)] : []));
    const voids = await voidsOf(this.#run, keys);
    for (const row of added) {
      const found = row.statement && voids.get(keyText(row.statement));
      if (!row.statement || !found?.repeats(row.statement, this.#fields)) continue;
      row.outcome = 'UNCHANGED';
      delete row.compared;
      row.issues = [...row.issues, applyIssue('RECORD_VOIDED', null)];
      this.#voided.set(row, found.id);
    }
  }

  /** Notes the records that a sender of some channels has told before; there are few such senders. */
  async #noteContested(judged: readonly Judged[]): Promise<void> {
    const { query, channels } = this.#run.parts;
    if (channels || this.#source.channel === undefined) return;
    const sql = 'select from import_file where channels is not null limit 1';
    if (!(this.#anyLimited ??= (await query(sql)).length > 0)) return;
    const keys = judged.flatMap(({ factKey: key }) => (key ? [Buffer.from(key).toString('hex')] : []));
    const found = await query<{ key: string }>(
      `select distinct encode(r.fact_key, 'hex') as key from import_row r join import_sheet s on s.id = r.sheet_id
         join import_file f on f.id = s.file_id where r.fact_key in ${keysOf('$1')} and f.channels is not null`,
      [keys],
    );
    for (const { key } of found) this.#contested.add(key);
  }

  /** Remembers, once the rows are entered, which of them have their say later or not at all. */
  async note(judged: readonly Judged[], ids: readonly number[]): Promise<void> {
    const silent: { importRowId: number; voidedId: number }[] = [];
    for (const [i, row] of judged.entries()) {
      const importRowId = ids[i] ?? 0;
      const voidedId = this.#voided.get(row);
      if (voidedId !== undefined) silent.push({ importRowId, voidedId });
      if (row.compared?.older) {
        const { statement, existing } = row.compared;
        const day = existing?.stated_on ?? '';
        this.#older.push({ key: keyText(statement), row: row.staged.row, importRowId, day });
      }
    }
    this.#voided.clear();
    await silence(this.#run, silent);
    await this.#noteContested(judged);
  }

  /** Lets the rows of an older report fill what newer ones left out, and tells of each what became of it. */
  async settle(counts: SheetCounts, replayed?: Replayed): Promise<void> {
    const keys = [...new Set([...this.olderKeys, ...this.#contested])];
    if (!keys.length) return;
    const { changedBy } = replayed ?? (await replay(this.#run, keys));
    const filled = this.#older.filter(one => changedBy.has(one.importRowId));
    counts.unchanged -= filled.length;
    counts.updated += filled.length;
    await this.#run.query(`update import_row set outcome = 'UPDATED' where id = any($1::bigint[])`, [
      filled.map(one => one.importRowId),
    ]);
    const issues = this.#older.map((one): IssueEntry => {
      const code = changedBy.has(one.importRowId) ? 'OLDER_REPORT_FILLS' : 'OLDER_REPORT';
      return { ...applyIssue(code, null, { day: one.day }), row: one.row };
    });
    await this.#run.parts.log.issues(this.#sheetId, issues);
  }
}
