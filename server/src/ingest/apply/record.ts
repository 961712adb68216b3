import type { PersonalValue } from '../../kernel/personal.ts';
import { nameKey } from '../../kernel/text.ts';
import type { Row, Source, Value } from '../define-source.ts';
import { counts, isName, keyColumn, type FactRecord, type FactTable } from './fact-table.ts';

/** legalRepresentative → legal_representative: the one rule between fields and columns. */
export const columnName = (field: string): string => field.replace(/[A-Z]/g, c => `_${c.toLowerCase()}`);

export const isPersonal = (value: Value | undefined): value is PersonalValue =>
  typeof value === 'object' && value !== null && 'hash' in value;

/** The table's columns that these fields fill. */
export function recordColumns(source: Source, table: FactTable, fields: readonly string[]): string[] {
  const personal = new Set(source.columns.filter(column => column.personal).map(column => column.field));
  const names = fields.flatMap(field => {
    const name = columnName(field);
    return personal.has(field)
      ? [`${name}_cipher`, `${name}_hash`, `${name}_mask`]
      : [name, keyColumn(table, name) ?? name];
  });
  if (source.employer) names.push('enterprise_id');
  return [...new Set(names)].filter(name => table.columns.has(name));
}

/** One row as the table's columns, ready for JSON. */
export function toRecord(table: FactTable, values: Row, employerId: number | null): FactRecord {
  const record: FactRecord = employerId === null ? {} : { enterprise_id: employerId };
  for (const [field, value] of Object.entries(values)) {
    const name = columnName(field);
    if (table.columns.has(`${name}_hash`)) Object.assign(record, personalRecord(name, value));
    else if (table.columns.has(name)) record[name] = value;
    const key = keyColumn(table, name);
    if (key && typeof value === 'string') record[key] ??= nameKey(value);
  }
  return record;
}

function personalRecord(name: string, value: Value): FactRecord {
  const [cipher, hash, mask] = [`${name}_cipher`, `${name}_hash`, `${name}_mask`];
  if (!isPersonal(value)) return { [cipher]: null, [hash]: null, [mask]: null };
  return {
    [cipher]: `\\x${Buffer.from(value.cipher).toString('hex')}`,
    [hash]: value.hash,
    [mask]: value.mask,
  };
}

/** The natural key in words; `employer` stands for whoever the row speaks of, known or not. */
export function naturalKey(source: Source, values: Row, employer: string): string {
  const parts = source.key.map(field =>
    field === 'uscc' || field === source.employer?.code ? employer : nameKey(String(values[field] ?? '')),
  );
  return JSON.stringify([source.form, ...parts]);
}

/** Everything a row says, in words: two rows of one key are duplicates if these are equal. */
export function contentOf(
  source: Source,
  table: FactTable,
  values: Row,
  fields: readonly string[],
  employer: string,
): string {
  const record = toRecord(table, values, null);
  const said = recordColumns(source, table, fields)
    .filter(name => counts(table, name))
    .sort()
    .map(name => [name, spelt(name, record[name] ?? null)]);
  return JSON.stringify([employer, said]);
}

const spelt = (name: string, value: unknown): unknown =>
  isName(name) && typeof value === 'string' ? nameKey(value) : value;
