import { hideNumbers } from '../../kernel/personal-numbers.ts';
import { cellText } from '../cells/cell-text.ts';
import type { Form, Source } from '../define-source.ts';
import type { RawRow } from '../file/cell.ts';
import { faultHeader, headerWord, isSerialHeader, type FormHeaders } from './header-words.ts';

/** A column of the sheet under its header. */
export interface SheetColumn {
  readonly index: number;
  /** The header as it stands, a group's name joined in front. */
  readonly label: string;
  readonly field: string | null;
  readonly rank: number;
  /** The unit in brackets after the header. */
  readonly unit: string | null;
  readonly serial: boolean;
  /** The hub's own remarks on rejected rows; no part of what the sender says. */
  readonly remark: boolean;
  /** Every spelling of this header in its rows, folded: a repeated header row is known by them. */
  readonly words: readonly string[];
}

/** A header that fits a form. */
export interface FoundHeader {
  readonly source: Source;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: readonly SheetColumn[];
}

/** The form that a sheet came nearest to, what it lacks, and the headers it has. */
export interface NearestForm {
  readonly form: Form;
  readonly columns: readonly string[];
  readonly headers: readonly string[];
}

/** Headers stand within the first rows of a sheet. */
export const headerRows = 20;

interface Candidate extends FoundHeader {
  readonly recognised: number;
  readonly missing: readonly string[];
}

/** Looks for the header: of all rows and pairs of rows, the one in which a form finds all its starred columns and most others. */
export function findHeader(
  rows: readonly RawRow[],
  forms: readonly FormHeaders[],
): FoundHeader | NearestForm | undefined {
  const candidates = rows
    .filter(row => row.number <= headerRows)
    .flatMap((row, i) => {
      const next = rows[i + 1];
      const pair = next !== undefined && next.number === row.number + 1 && next.number <= headerRows;
      return forms.flatMap(form => [fit([row], form), ...(pair ? [fit([row, next], form)] : [])]);
    })
    .filter(candidate => candidate.recognised > 0);
  const complete = candidates.filter(candidate => candidate.missing.length === 0).sort(better);
  if (complete[0]) return complete[0];
  const nearest = candidates.sort(
    (a, b) =>
      starsFound(b) - starsFound(a) ||
      b.recognised - a.recognised ||
      a.missing.length - b.missing.length ||
      // A line above the header is no group's name, unless it makes more of the columns known.
      height(a) - height(b),
  )[0];
  if (!nearest) return undefined;
  const headers = nearest.columns.map(column => column.label);
  return { form: nearest.source.form, columns: nearest.missing, headers };
}

/** Of a sheet in which no header is known: the row that looks most like one, so that its names can be mapped. */
export function likelyHeaders(rows: readonly RawRow[]): readonly string[] {
  const texts = rows
    .filter(row => row.number <= headerRows)
    .map(row => row.cells.flatMap(cell => (cell?.kind === 'TEXT' ? cellText(cell, false) : [])))
    .map(row => [...new Set(row.filter(text => text !== '' && text.length <= 40))]);
  const widest = texts.reduce((best, row) => (row.length > best.length ? row : best), []);
  return widest.length >= 3 ? widest : [];
}

const starsOf = (source: Source): number => source.columns.filter(column => column.required).length;
const starsFound = (candidate: Candidate): number => 1 - candidate.missing.length / starsOf(candidate.source);
const height = (candidate: Candidate): number => candidate.lastRow - candidate.firstRow;

function better(a: Candidate, b: Candidate): number {
  return (
    b.recognised - a.recognised ||
    starsOf(b.source) - starsOf(a.source) ||
    height(a) - height(b) ||
    a.firstRow - b.firstRow
  );
}

function fit(rows: readonly [RawRow] | readonly [RawRow, RawRow], form: FormHeaders): Candidate {
  const [upper, lower] = rows;
  const width = Math.max(upper.cells.length, lower?.cells.length ?? 0);
  const columns: SheetColumn[] = [];
  for (let index = 0; index < width; index++) {
    const column = headerAt(upper, lower, index, form);
    if (column) columns.push(column);
  }
  const fields = new Set(columns.map(column => column.field).filter(field => field !== null));
  const missing = form.source.columns.filter(column => column.required && !fields.has(column.field));
  return {
    source: form.source,
    firstRow: upper.number,
    lastRow: lower?.number ?? upper.number,
    columns,
    recognised: fields.size,
    missing: missing.map(column => column.header),
  };
}

const textAt = (row: RawRow | undefined, index: number): string => cellText(row?.cells[index], false);

/** The group's name above a column: the cell itself, or the one to its left that the group was written in once. */
function groupAbove(upper: RawRow, lower: RawRow, index: number): string {
  for (let i = index; i >= 0 && textAt(lower, i) !== ''; i--) {
    const text = textAt(upper, i);
    if (text !== '') return text;
  }
  return '';
}

function headerAt(
  upper: RawRow,
  lower: RawRow | undefined,
  index: number,
  form: FormHeaders,
): SheetColumn | undefined {
  const below = textAt(lower, index);
  const above = lower && below !== '' ? groupAbove(upper, lower, index) : textAt(upper, index);
  if (above === '' && below === '') return undefined;
  const merged =
    below === '' || above === '' || lower?.cells[index] === upper.cells[index] || above === below;
  const spellings = merged ? [above || below] : [above + below, below];
  const words = spellings.map(headerWord);
  const found = words.findIndex(word => form.meanings.has(word.key));
  const meaning = form.meanings.get(words[found]?.key ?? '');
  const whole = words[0];
  return {
    index,
    // Where there is no header its place is taken by a row, numbers of persons and all.
    label: hideNumbers((spellings[0] ?? '').replace(/\s+/gu, '')),
    field: meaning?.field ?? null,
    rank: meaning?.rank ?? 0,
    unit: words[found]?.unit ?? null,
    serial: meaning === undefined && isSerialHeader(whole?.key ?? ''),
    remark: meaning === undefined && whole?.key === faultHeader,
    words: [...new Set([...words.map(word => word.key), headerWord(above).key])],
  };
}
