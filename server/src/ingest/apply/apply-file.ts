import type { Day } from '../../kernel/days.ts';
import type { Form } from '../define-source.ts';
import type { ReaderEvent, RowsEvent, SheetEndEvent, SheetEvent } from '../reader-events.ts';
import { IngestRefusal } from '../refusal.ts';
import type { Run } from './run.ts';
import { inSmallHeap } from './small-heap.ts';
import { SheetRun } from './sheet-run.ts';

/** How a file is opened; it may be read a second time. */
export interface FileReader {
  readonly open: () => AsyncIterable<ReaderEvent>;
  /** Refuses a form that the sender may not send. */
  readonly permit: (form: Form) => void;
  /** Every sheet is noted here when it is met. */
  readonly seen: SheetEvent[];
}

/** A sheet that waits until the rosters of its file are applied. */
interface Held {
  readonly event: SheetEvent;
  readonly batches: RowsEvent[];
  end: SheetEndEvent | null;
}

/** Rows held in memory for the sake of a roster that may stand behind them; beyond it the file is read twice. */
const heldRows = 20_000;

/** Applies the sheets of one file: rosters first, whatever their position, then the others in their order. */
export async function applyFile(run: Run, reader: FileReader): Promise<void> {
  try {
    await inSmallHeap(() => applySheets(run, reader));
  } finally {
    // Nothing may still be writing when the transaction is given up.
    await run.written().catch(() => undefined);
  }
}

async function applySheets(run: Run, reader: FileReader): Promise<void> {
  const first = new FirstPass(run, reader);
  for await (const event of reader.open()) await first.take(event);
  await first.endSheet(null);
  if (!reader.seen.some(sheet => sheet.form !== null)) throw nothingRecognised(reader.seen);
  if (first.overflow) await secondPass(run, reader, first.days);
  else await first.applyHeld();
}

/** Reads everything, applies each roster, and holds the rest. */
class FirstPass {
  held: Held[] = [];
  overflow = false;
  /** Sheet → the day of its report, wherever the sheet states it. */
  readonly days = new Map<number, Day>();
  readonly #run: Run;
  readonly #reader: FileReader;
  /** The sheet that is applied while it is read: a roster, or one that nothing behind it can change. */
  #running: SheetRun | null = null;
  /** A roster whose day of report may stand below its table: it is applied when it has ended. */
  #undated: Held | null = null;
  #rows = 0;

  constructor(run: Run, reader: FileReader) {
    [this.#run, this.#reader] = [run, reader];
  }

  async take(event: ReaderEvent): Promise<void> {
    if (event.type === 'sheet') await this.#begin(event);
    else if (event.type === 'rows') await this.#rowsOf(event);
    else if (event.type === 'sheetEnd') await this.endSheet(event);
  }

  async #begin(event: SheetEvent): Promise<void> {
    await this.endSheet(null);
    this.#run.sheetNames.set(event.position, event.name);
    this.#reader.seen.push(event);
    if (event.form === null) return this.#run.parts.log.unrecognised(event);
    this.#reader.permit(event.form);
    const held: Held = { event, batches: [], end: null };
    if (!isRoster(this.#run, event.form)) {
      if (event.settled && !this.overflow) await this.#runDirectly(event);
      else if (!this.overflow) this.held.push(held);
    } else if (event.statedOn === null) this.#undated = held;
    else this.#running = await SheetRun.open(this.#run, event);
  }

  /** Nothing stands behind this sheet: those that were held have their turn, and it follows them as it comes. */
  async #runDirectly(event: SheetEvent): Promise<void> {
    await this.applyHeld();
    this.#running = await SheetRun.open(this.#run, event);
  }

  /** Applies what was held, in its order. */
  async applyHeld(): Promise<void> {
    for (const held of this.held.splice(0)) await applyHeld(this.#run, held);
  }

  async #rowsOf(event: RowsEvent): Promise<void> {
    const { position } = event;
    if (this.#running?.position === position) return this.#running.batch(event);
    if (this.#undated?.event.position === position) return this.#holdRoster(this.#undated, event);
    const held = this.held.find(one => one.event.position === position);
    if (!held) return;
    held.batches.push(event);
    this.#rows += event.rows.length;
    if (this.#rows > heldRows) [this.overflow, this.held] = [true, []];
  }

  /** A roster too large to hold goes on without its day; a day below it is that of its statuses alone. */
  async #holdRoster(held: Held, event: RowsEvent): Promise<void> {
    held.batches.push(event);
    if (held.batches.reduce((sum, batch) => sum + batch.rows.length, 0) <= heldRows) return;
    this.#undated = null;
    this.#running = await begin(this.#run, held);
  }

  async endSheet(end: SheetEndEvent | null): Promise<void> {
    if (end?.statedOn) this.days.set(end.position, end.statedOn);
    const held = this.held.find(one => one.event.position === end?.position);
    if (held) held.end = end;
    const undated = this.#undated;
    if (undated && (!end || end.position === undated.event.position)) {
      this.#undated = null;
      return applyHeld(this.#run, { ...undated, end });
    }
    if (!this.#running || (end && end.position !== this.#running.position)) return;
    const running = this.#running;
    this.#running = null;
    await running.close(end);
  }
}

/** Reads the file again for the sheets that were too large to hold. */
async function secondPass(run: Run, reader: FileReader, days: ReadonlyMap<number, Day>): Promise<void> {
  let sheet: SheetRun | null = null;
  const close = async (end: SheetEndEvent | null): Promise<void> => {
    await sheet?.close(end);
    sheet = null;
  };
  for await (const event of reader.open()) {
    if (event.type === 'sheet') {
      await close(null);
      if (event.form === null || isRoster(run, event.form)) continue;
      sheet = await SheetRun.open(run, { ...event, statedOn: days.get(event.position) ?? event.statedOn });
    } else if (event.type === 'rows') await sheet?.batch(event);
    else if (event.type === 'sheetEnd') await close(event);
  }
  await close(null);
}

async function applyHeld(run: Run, held: Held): Promise<void> {
  await (await begin(run, held)).close(held.end);
}

/** Opens a held sheet under the day it states, above its table or below, and applies its rows. */
async function begin(run: Run, { event, batches, end }: Held): Promise<SheetRun> {
  const sheet = await SheetRun.open(run, { ...event, statedOn: event.statedOn ?? end?.statedOn ?? null });
  for (const batch of batches.splice(0)) await sheet.batch(batch);
  return sheet;
}

const isRoster = (run: Run, form: Form): boolean => run.source(form).employer === null;

/** The whole file is refused, naming the nearest form and what it lacks. */
function nothingRecognised(sheets: readonly SheetEvent[]): IngestRefusal {
  const nearest = nearestForm(sheets);
  if (!nearest) return new IngestRefusal('NO_TABLE');
  return new IngestRefusal('FORM_UNKNOWN', { form: nearest.form, columns: nearest.columns.join('、') });
}

/** Of the unrecognised sheets, the one that lacks least. */
export function nearestForm(sheets: readonly SheetEvent[]): SheetEvent['missing'] {
  const missing = sheets.flatMap(sheet => sheet.missing ?? []);
  return missing.sort((a, b) => a.columns.length - b.columns.length)[0];
}
