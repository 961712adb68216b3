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
  readonly #keyNamesNobody: boolean;
  readonly #older: Older[] = [];
  readonly #voided = new Map<Judged, number>();
  #anyVoided: boolean | undefined;
  /** Records whose key names no employer: another row may have told them of another employer already. */
  readonly #waiting = new Set<string>();

  constructor(run: Run, source: Source, fields: readonly string[], sheetId: number) {
    this.#keyNamesNobody = !source.key.some(field => field === 'uscc' || field === source.employer?.code);
    [this.#run, this.#fields, this.#sheetId] = [run, fields, sheetId];
  }

  get olderKeys(): string[] {
    return [...new Set(this.#older.map(one => one.key))];
  }

  /** A row that would bring a voided record back without saying anything else is counted as unchanged. */
  async keepVoided(open: readonly Judged[]): Promise<void> {
    const added = open.filter(row => row.outcome === 'INSERTED');
    if (!added.length || !(await this.#someVoided())) return;
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

  /** Of the records that wait, those of which rows of other sheets speak too: their days of report decide who waits. */
  async #contested(): Promise<string[]> {
    if (!this.#waiting.size) return [];
    const rows = await this.#run.query<{ key: string }>(
      `select distinct encode(fact_key, 'hex') as key from import_row
        where fact_key in ${keysOf('$1')} and sheet_id <> $2`,
      [[...this.#waiting], this.#sheetId],
    );
    return rows.map(row => row.key);
  }

  /** Asked once: no record is voided while an import runs. */
  async #someVoided(): Promise<boolean> {
    const sql = 'select from voided_record where restored_change is null limit 1';
    return (this.#anyVoided ??= (await this.#run.query(sql)).length > 0);
  }

  /** Remembers, once the rows are entered, which of them have their say later or not at all. */
  async note(judged: readonly Judged[], ids: readonly number[]): Promise<void> {
    const silent: { importRowId: number; voidedId: number }[] = [];
    for (const [i, row] of judged.entries()) {
      const importRowId = ids[i] ?? 0;
      const voidedId = this.#voided.get(row);
      if (row.outcome === 'PARKED' && row.statement && this.#keyNamesNobody)
        this.#waiting.add(keyText(row.statement));
      if (voidedId !== undefined) silent.push({ importRowId, voidedId });
      if (row.compared?.older) {
        const { statement, existing } = row.compared;
        const day = existing?.stated_on ?? '';
        this.#older.push({ key: keyText(statement), row: row.staged.row, importRowId, day });
      }
    }
    this.#voided.clear();
    await silence(this.#run, silent);
  }

  /** Lets the rows of an older report fill what newer ones left out, and tells of each what became of it. */
  async settle(counts: SheetCounts, replayed?: Replayed): Promise<void> {
    const contested = await this.#contested();
    if (!this.#older.length && !contested.length) return;
    const { changedBy } = replayed ?? (await replay(this.#run, [...new Set([...this.olderKeys, ...contested])])); // prettier-ignore
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
