import { hideNumbers } from '../../kernel/personal-numbers.ts';
import { keptRows, type KeptSheetRow } from '../kept-rows.ts';
import type { Column, Source, StagedIssue } from '../define-source.ts';
import { betweenRows } from '../preview/compare-values.ts';
import { shown } from '../preview/show-value.ts';
import { sentColumns, type SentColumn } from '../rejects/sheet-columns.ts';
import type { Judged } from './judge-row.ts';
import type { Run } from './run.ts';

/** Contradictions of one sheet that are told value by value; whoever has more has sent the wrong file. */
const told = 200;

interface Place {
  readonly id: number;
  readonly sheet: string;
  readonly form: string;
  readonly headers: readonly string[];
  readonly unknownColumns: readonly string[];
}
type Contradiction = readonly [row: Judged, issue: StagedIssue];

/** Tells of the rows that contradict an earlier one of their file in which columns they do, and what each says there. */
export class Differences {
  readonly #run: Run;
  readonly #source: Source;
  readonly #sheetId: number;
  #left = told;

  constructor(run: Run, source: Source, sheetId: number) {
    [this.#run, this.#source, this.#sheetId] = [run, source, sheetId];
  }

  /** Fills in the differences; the rows have been kept before, whatever becomes of the file. */
  async tell(judged: readonly Judged[]): Promise<void> {
    const found = judged.flatMap((row): Contradiction[] => {
      const issue = row.issues.find(one => one.code === 'DUPLICATE_KEY');
      return issue ? [[row, issue]] : [];
    });
    const some = found.slice(0, this.#left);
    if (!some.length) return;
    this.#left -= some.length;
    const places = await this.#places();
    const own = places.find(place => place.id === this.#sheetId);
    if (!own) return;
    const later = await this.#rows(own, some.map(([row]) => row.staged.row)); // prettier-ignore
    for (const [sheet, pairs] of Map.groupBy(some, ([, issue]) => issue.params['sheet'])) {
      const place = places.find(one => one.sheet === sheet);
      if (!place) continue;
      const first = await this.#rows(place, pairs.map(([, issue]) => Number(issue.params['row']))); // prettier-ignore
      for (const [row, issue] of pairs) {
        const [one, other] = [first.get(Number(issue.params['row'])), later.get(row.staged.row)];
        if (!one || !other) continue;
        const known = this.#differences([one, this.#columns(place)], [other, this.#columns(own)]);
        row.issues = row.issues.map(each => (each === issue ? withDifferences(issue, known) : each));
      }
    }
  }

  /** The sheets of the file that were met so far. */
  #places(): Promise<Place[]> {
    return this.#run.query<Place>(
      `select s.id, s.sheet, s.form, s.headers, s.unknown_columns as "unknownColumns" from import_sheet s
         join import_sheet own on own.file_id = s.file_id where own.id = $1 order by s.position`,
      [this.#sheetId],
    );
  }

  async #rows({ id }: Place, rows: readonly number[]): Promise<Map<number, KeptSheetRow>> {
    const found = new Map<number, KeptSheetRow>();
    for await (const row of keptRows(this.#run.query, this.#run.parts.vault, id, rows))
      found.set(row.row, row);
    return found;
  }

  #columns(place: Place): SentColumn[] {
    return sentColumns(this.#run.parts.sources, [], place);
  }

  #differences(first: Sent, later: Sent): Difference[] {
    const place = { fileName: '', sheet: '', row: 0, importId: '', knownFrom: null };
    const columns = new Map(this.#source.columns.map(column => [column.field, column]));
    return betweenRows(this.#source, first[0], later[0], place).flatMap(({ field, before, after }) => {
      const column = columns.get(field);
      // The same employer, once by its code and once by its name.
      const otherWriting = field === this.#source.employer?.code && (before === null || after === null);
      if (!column || otherWriting) return [];
      return { column: column.header, first: said(column, first, before), later: said(column, later, after) };
    });
  }
}

type Sent = readonly [row: KeptSheetRow, columns: readonly SentColumn[]];
interface Difference {
  readonly column: string;
  readonly first: string | null;
  readonly later: string | null;
}

/** What stands in the cell, in the sender's own words; of a personal value its mask. */
function said(column: Column, [row, columns]: Sent, value: unknown): string | null {
  const sent = columns.find(one => one.canonical === column.header);
  const own = column.personal || !sent ? undefined : row.cells[sent.key];
  return own === undefined ? shown(column, value, 'zh') : hideNumbers(own);
}

function withDifferences(issue: StagedIssue, found: readonly Difference[]): StagedIssue {
  const [one] = found;
  if (!one) return issue;
  const words = found.map(({ column, first, later }) => `“${column}” ${first ?? '—'} ≠ ${later ?? '—'}`);
  return {
    ...issue,
    column: one.column,
    value: one.later,
    params: { ...issue.params, differences: `（${words.join('；')}）` },
  };
}
