import { setImmediate as breathe } from 'node:timers/promises';
import type { Day } from '../../kernel/days.ts';
import type { Source, StagedIssue } from '../define-source.ts';
import type { RowsEvent, SheetEndEvent, SheetEvent } from '../reader-events.ts';
import { FactWriter } from './apply-facts.ts';
import { Differences } from './differences.ts';
import { noCounts, type IssueEntry, type RowOutcome, type SheetCounts } from './import-log.ts';
import { applyIssue } from './issue-texts.ts';
import { refuseOthersCases } from './others-cases.ts';
import { judgeRow, type Judged } from './judge-row.ts';
import { park, supersede } from './parking.ts';
import { isOlder } from './precedence.ts';
import { noteUnknown } from './references.ts';
import { Revisions } from './revisions.ts';
import { rosterFields } from './roster-fields.ts';
import { formerName, Roster } from './roster.ts';
import type { Run } from './run.ts';
import { state } from './statement.ts';

const counter: Readonly<Record<RowOutcome, keyof SheetCounts>> = {
  INSERTED: 'inserted', UPDATED: 'updated', UNCHANGED: 'unchanged',
  REJECTED: 'rejected', PARKED: 'parked', DUPLICATE: 'duplicates',
}; // prettier-ignore

/** Batches of the reader that are applied together: 1000 rows. More would save little time and hold the event loop up for longer. */
const gatheredBatches = 2;

/** Rows judged in one go: between them whoever waits for a page is served, and the database for its next statement. */
const judgedAtOnce = 50;

interface Gathered {
  readonly event: RowsEvent;
  readonly judged: readonly Judged[];
}

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
  readonly #gathered: Gathered[] = [];
  readonly #revisions: Revisions;
  readonly #differences: Differences;
  /** Whether any row of this form waits for its employer: only then can one be superseded. */
  #someWait: boolean;
  #statedOn: Day | null;

  private constructor(
    run: Run,
    source: Source,
    writer: FactWriter,
    event: SheetEvent,
    fields: readonly string[],
    id: number,
    someWait: boolean,
  ) {
    [this.#run, this.source, this.#writer, this.#fields, this.#sheetId] = [run, source, writer, fields, id];
    [this.position, this.#statedOn, this.#someWait] = [event.position, event.statedOn, someWait];
    this.#roster = source.employer ? null : new Roster(run, fields);
    this.#revisions = new Revisions(run, source, fields, id);
    this.#differences = new Differences(run, source, id);
  }

  static async open(run: Run, event: SheetEvent): Promise<SheetRun> {
    const source = run.source(event.form ?? '');
    const fields = source.employer ? event.columns : rosterFields(event.columns);
    const { preview, known, log } = run.parts;
    const entry = { ...event, status: preview ? 'PREVIEWED' : 'DONE', knownAt: preview ? null : known };
    const id = await log.openSheet(entry);
    await log.issues(id, event.issues.map(sheetLevel));
    const writer = new FactWriter(run, source, await run.table(source), fields);
    // A roster is compared with the one before it when it has ended.
    if (!source.employer) await run.employers();
    const waiting = await run.query('select from parked_row where form = $1 limit 1', [source.form]);
    return new SheetRun(run, source, writer, event, fields, id, waiting.length > 0);
  }

  /**
   * Judges one batch of rows. Some batches are gathered, for a statement about thousands costs little more than one
   * about few; and while the database writes these, the next ones are judged.
   */
  async batch(event: RowsEvent): Promise<void> {
    const employers = this.source.employer ? await this.#run.employers() : null;
    const place = {
      source: this.source, table: this.#writer.table, fields: this.#fields,
      position: this.position, statedOn: this.#statedOn,
    }; // prettier-ignore
    const judged: Judged[] = [];
    for (const [i, row] of event.rows.entries()) {
      if (i % judgedAtOnce === 0) await breathe();
      const statement = state(this.source, row.values, employers);
      judged.push(judgeRow(this.#run, place, row, statement));
    }
    this.#gathered.push({ event, judged });
    if (this.#gathered.length >= gatheredBatches) await this.#flush();
  }

  async #flush(): Promise<void> {
    const gathered = this.#gathered.splice(0);
    if (gathered.length) await this.#run.write(() => this.#write(gathered));
  }

  async #write(gathered: readonly Gathered[]): Promise<void> {
    // Outside a preview's transaction: its rejected rows go back to their sender too.
    await this.#run.parts.log.chunks(this.#sheetId, gathered.map(({ event }) => event)); // prettier-ignore
    await this.#apply(gathered.flatMap(batch => batch.judged));
  }

  async #apply(judged: readonly Judged[]): Promise<void> {
    await noteUnknown(this.#run.query, this.source, judged);
    await refuseOthersCases(this.#run, this.source, judged);
    await this.#differences.tell(judged);
    await this.#compare(judged);
    const ids = await this.#enter(judged);
    const placed = judged.flatMap(({ compared }, i) =>
      compared ? [{ compared, importRowId: ids[i] ?? 0 }] : [],
    );
    await this.#writer.write(placed, this.#statedOn);
    await this.#roster?.follow(placed);
    await this.#revisions.note(judged, ids);
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
      row.outcome = !found.existing ? 'INSERTED' : found.existing.differs && !older ? 'UPDATED' : 'UNCHANGED';
      const before = this.#roster && !older && formerName(found);
      if (before) row.issues = [...row.issues, applyIssue('RENAMED', null, { before })];
    }
    await this.#revisions.keepVoided(open);
  }

  /** Enters every row as it stood, with its outcome and its issues. */
  async #enter(judged: readonly Judged[]): Promise<number[]> {
    const { rows, log } = this.#run.parts;
    const entries = judged.map(
      ({ staged: { row, repaired }, outcome, byName, factKey }) => ({
        row, repaired, outcome: outcome ?? 'REJECTED', matchedNameKey: byName, factKey,
      }), // prettier-ignore
    );
    const ids = await rows.rows(this.#sheetId, entries);
    const issues = judged.flatMap(({ staged, issues: found }): IssueEntry[] =>
      found.map(one => ({ ...one, row: staged.row })),
    );
    await log.issues(this.#sheetId, issues);
    return ids;
  }

  /** Parks what must wait, and marks what waits behind a record that is applied now. */
  async #settle(judged: readonly Judged[], ids: readonly number[]): Promise<void> {
    if (!this.source.employer) return;
    const place = { source: this.source, table: this.#writer.table, statedOn: this.#statedOn };
    const waiting = judged.flatMap(({ outcome, statement }, i) =>
      outcome === 'PARKED' && statement ? [{ statement, importRowId: ids[i] ?? 0 }] : [],
    );
    await park(this.#run, place, waiting);
    this.#someWait ||= waiting.length > 0;
    const applied = this.#someWait ? judged.flatMap(row => row.compared ?? []) : [];
    const newest = applied.filter(({ existing }) => !isOlder(existing, this.#statedOn));
    await supersede(this.#run, place, newest.map(({ statement }) => statement)); // prettier-ignore
  }

  /** The sheet has ended; a footer may have told the day of the report. */
  async close(end: SheetEndEvent | null): Promise<void> {
    await this.#flush();
    await this.#run.written();
    this.#statedOn = end?.statedOn ?? this.#statedOn;
    const { log } = this.#run.parts;
    await log.issues(this.#sheetId, (end?.issues ?? []).map(sheetLevel));
    if (this.#roster) {
      const { replayed, issues } = await this.#roster.close(this.#statedOn, this.#revisions.olderKeys);
      this.counts.attached = replayed.attached;
      await this.#revisions.settle(this.counts, replayed);
      await log.issues(this.#sheetId, issues);
    } else await this.#revisions.settle(this.counts);
    const { rowsRead, inserted, updated, unchanged, rejected, parked, duplicates } = this.counts;
    if (rowsRead !== inserted + updated + unchanged + rejected + parked + duplicates) {
      throw new Error('the rows of a sheet do not add up');
    }
    await log.closeSheet(this.#sheetId, this.#statedOn, this.counts);
  }
}

const sheetLevel = (found: StagedIssue): IssueEntry => ({ ...found, row: null });
