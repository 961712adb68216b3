import type { Vault } from '../../kernel/personal.ts';
import { nameKey } from '../../kernel/text.ts';
import { columnName } from '../apply/record.ts';
import { isName } from '../apply/fact-table.ts';
import type { Column, Source } from '../define-source.ts';
import type { KeptSheetRow } from '../kept-rows.ts';
import type { ChangeSource, KeptChange } from './import-change.ts';
import { masked } from './show-value.ts';

/** A revision of a fact as the database tells it, by column. */
export type FactJson = Readonly<Record<string, unknown>>;

/** Who said a value: the place it came from. */
export type SourceOf = (column: string) => ChangeSource | null;

const stored = (column: Column): string => columnName(column.field) + (column.personal ? '_hash' : '');
const visible = (column: Column): string => columnName(column.field) + (column.personal ? '_mask' : '');
const own = (source: Source): Column[] => source.columns.filter(column => !column.matchOnly);

/** Fields in which two revisions of a fact differ. */
export function betweenRevisions(
  source: Source,
  before: FactJson,
  after: FactJson,
  from: SourceOf,
): KeptChange[] {
  return own(source).flatMap(column => {
    const [was, is] = [before[stored(column)] ?? null, after[stored(column)] ?? null];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return {
      field: column.field,
      before: before[visible(column)] ?? null,
      after: after[visible(column)] ?? null,
      source: from(stored(column)),
    };
  });
}

/** Fields in which a row says something else than what stands. */
export function againstFact(
  source: Source,
  vault: Vault,
  fact: FactJson,
  said: KeptSheetRow,
  from: SourceOf,
): KeptChange[] {
  return own(source).flatMap(column => {
    const name = stored(column);
    if (!said.fields.includes(column.field) || !(name in fact)) return [];
    const value = said.values[column.field] ?? null;
    const compared = column.personal && typeof value === 'string' ? vault.hash(value) : value;
    if (equal(column, name, fact[name] ?? null, compared)) return [];
    const before = fact[visible(column)] ?? null;
    return { field: column.field, before, after: masked(column, value), source: from(name) };
  });
}

/** Fields in which two rows of a file differ. */
export function betweenRows(
  source: Source,
  first: KeptSheetRow,
  later: KeptSheetRow,
  place: ChangeSource,
): KeptChange[] {
  return source.columns.flatMap(column => {
    const [was, is] = [first.values[column.field] ?? null, later.values[column.field] ?? null];
    if (equal(column, columnName(column.field), was, is)) return [];
    return { field: column.field, before: masked(column, was), after: masked(column, is), source: place };
  });
}

/** Everything that a new row says. */
export function ofNewRow(source: Source, said: KeptSheetRow): KeptChange[] {
  return own(source).flatMap(column => {
    const value = said.values[column.field] ?? null;
    if (value === null || value === '' || !said.fields.includes(column.field)) return [];
    return { field: column.field, before: null, after: masked(column, value), source: null };
  });
}

/** Two spellings of a name, of a number or of a moment are one value. */
function equal(column: Column, name: string, one: unknown, other: unknown): boolean {
  if (one === null || other === null) return one === other;
  if (column.kind === 'DECIMAL' || column.kind === 'MONEY') return Number(one) === Number(other);
  if (column.kind === 'MOMENT') return Date.parse(String(one)) === Date.parse(String(other));
  if (isName(name)) return nameKey(String(one)) === nameKey(String(other));
  return JSON.stringify(one) === JSON.stringify(other);
}
