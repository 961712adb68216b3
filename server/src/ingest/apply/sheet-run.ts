import type { Day } from '../../kernel/days.ts';
import type { Source, StagedIssue } from '../define-source.ts';
import type { RowsEvent, SheetEndEvent, SheetEvent } from '../reader-events.ts';
import { FactWriter } from './apply-facts.ts';
import { noCounts, type IssueEntry, type RowOutcome, type SheetCounts } from './import-log.ts';
import { applyIssue } from './issue-texts.ts';
import { judgeRow, runsOfUnequalKeys, type Judged } from './judge-row.ts';
import { pack } from './parcel.ts';
import { confirm, isConfirmed, park, supersede } from './parking.ts';
import { isOlder } from './precedence.ts';
import { noteUnknown } from './references.ts';
import { formerName, Roster, rosterFields } from './roster.ts';
import type { Run } from './run.ts';
import { state } from './statement.ts';

const counter: Readonly<Record<RowOutcome, keyof SheetCounts>> = {
  INSERTED: 'inserted', UPDATED: 'updated', UNCHANGED: 'unchanged',
  REJECTED: 'rejected', PARKED: 'parked', DUPLICATE: 'duplicates',
}; // prettier-ignore

/** One recognised sheet being applied, batch by batch, in the order of its rows. */
export class SheetRun {
  readonly counts = noCounts();
  readonly position: number;
  readonly source: Source;
  readonly #run: Run;
  readonly #writer: FactWriter;
  readonly #roster: Roster | null;
  readonly #sheetId: number;
  readonly #fields: readonly string[];
  #statedOn: Day | null;

  private constructor(
    run: Run,
    source: Source,
    writer: FactWriter,
    event: SheetEvent,
    fields: readonly string[],
    id: number,
  ) {
    [this.#run, this.source, this.#writer, this.#fields, this.#sheetId] = [run, source, writer, fields, id];
    [this.position, this.#statedOn] = [event.position, event.statedOn];
    this.#roster = source.employer ? null : new Roster(run, fields);
  }

  static async open(run: Run, event: SheetEvent): Promise<SheetRun> {
    const source = run.source(event.form ?? '');
    const fields = source.employer ? event.columns : rosterFields(event.columns);
    const { preview, known, log } = run.parts;
    const entry = { ...event, status: preview ? 'PREVIEWED' : 'DONE', knownAt: preview ? null : known };
    const id = await log.openSheet(entry);
    await log.issues(id, event.issues.map(sheetLevel));
    const writer = new FactWriter(run, source, await run.table(source), fields);
    return new SheetRun(run, source, writer, event, fields, id);
  }

  /** Applies one batch of rows. */
  async batch({ rows: staged, chunk }: RowsEvent): Promise<void> {
    // Outside a preview's transaction: its rejected rows go back to their sender too.
    await this.#run.parts.log.chunk(this.#sheetId, staged, chunk);
    const employers = this.source.employer ? await this.#run.employers() : null;
    const place = {
      source: this.source, table: this.#writer.table, fields: this.#fields,
      position: this.position, statedOn: this.#statedOn,
    }; // prettier-ignore
    const judged = staged.map(row =>
      judgeRow(this.#run, place, row, row.rejected ? null : state(this.source, row.values, employers)),
    );
    for (const run of runsOfUnequalKeys(judged)) await this.#apply(run);
  }

  async #apply(judged: readonly Judged[]): Promise<void> {
    await noteUnknown(this.#run.query, this.source, judged);
    await this.#compare(judged);
    const ids = await this.#enter(judged);
    const placed = judged.flatMap(row =>
      row.compared ? [{ compared: row.compared, importRowId: ids(row) }] : [],
    );
    await this.#writer.write(placed, this.#statedOn);
    await this.#roster?.follow(placed);
    await this.#settle(judged, ids);
    for (const { outcome, staged: row } of judged) {
      this.counts.rowsRead++;
      if (outcome) this.counts[counter[outcome]]++;
      if (row.repaired) this.counts.repaired++;
    }
  }

  async #compare(judged: readonly Judged[]): Promise<void> {
    const open = judged.filter(row => row.outcome === null);
    const compared = await this.#writer.compare(open.flatMap(row => row.statement ?? []));
    for (const [i, row] of open.entries()) {
      const found = compared[i];
      if (!found) continue;
      const older = !!found.existing?.differs && isOlder(found.existing, this.#statedOn);
      row.compared = { ...found, older };
      if (older) {
        const day = found.existing?.stated_on ?? '';
        row.issues = [...row.issues, applyIssue('OLDER_REPORT', null, { day })];
      }
      row.outcome = !found.existing ? 'INSERTED' : found.existing.differs && !older ? 'UPDATED' : 'UNCHANGED';
      const before = this.#roster && !older && formerName(found);
      if (before) row.issues = [...row.issues, applyIssue('RENAMED', null, { before })];
    }
  }

  /** Enters every row as it stood, with its outcome and its issues. */
  async #enter(judged: readonly Judged[]): Promise<(row: Judged) => number> {
    const { rows, log, vault } = this.#run.parts;
    const entries = judged.map(({ staged, statement, outcome, compared, byName }) => {
      const parcel = { fields: this.#fields, values: (compared?.statement ?? statement)?.values ?? {} };
      return {
        ...staged, outcome: outcome ?? 'REJECTED', matchedNameKey: byName, staged: byName ? pack(vault, parcel) : null,
      }; // prettier-ignore
    });
    const ids = await rows.rows(this.#sheetId, entries);
    const issues = judged.flatMap(({ staged, issues: found }): IssueEntry[] =>
      found.map(one => ({ ...one, row: staged.row })),
    );
    await log.issues(this.#sheetId, issues);
    return row => ids.get(row.staged.row) ?? 0;
  }

  /** Parks what must wait, and clears away what waited or hung on a name until now. */
  async #settle(judged: readonly Judged[], id: (row: Judged) => number): Promise<void> {
    const { form, employer } = this.source;
    if (!employer) return;
    const waiting = judged.flatMap(row =>
      row.outcome === 'PARKED' && row.statement ? [{ statement: row.statement, importRowId: id(row) }] : [],
    );
    await park(this.#run, form, this.#fields, this.#statedOn, waiting);
    const applied = judged.flatMap(row => row.compared ?? []);
    await supersede(
      this.#run,
      form,
      this.#statedOn,
      applied.map(({ statement }) => statement),
    );
    const confirmed = judged.flatMap(row =>
      isConfirmed(row.compared) ? [{ ...row, importRowId: id(row) }] : [],
    );
    await confirm(this.#run, this.#writer.table, confirmed);
  }

  /** The sheet has ended; a footer may have told the day of the report. */
  async close(end: SheetEndEvent | null): Promise<void> {
    this.#statedOn = end?.statedOn ?? this.#statedOn;
    const { log } = this.#run.parts;
    await log.issues(this.#sheetId, (end?.issues ?? []).map(sheetLevel));
    if (this.#roster) {
      const retried = await this.#roster.close(this.#statedOn);
      this.counts.attached = retried.attached;
      await log.issues(this.#sheetId, retried.issues);
    }
    const { rowsRead, inserted, updated, unchanged, rejected, parked, duplicates } = this.counts;
    if (rowsRead !== inserted + updated + unchanged + rejected + parked + duplicates) {
      throw new Error('the rows of a sheet do not add up');
    }
    await log.closeSheet(this.#sheetId, this.#statedOn, this.counts);
  }
}

const sheetLevel = (found: StagedIssue): IssueEntry => ({ ...found, row: null });
