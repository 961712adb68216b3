import type { Message } from '../kernel/errors.ts';
import type { FieldDef } from './define-list.ts';

type More = Partial<FieldDef>;
type Build = (column: string, zh: string, en: string, more?: More) => FieldDef;

const label = (zh: string, en: string): Message => ({ zh, en });

/** A column that always has a value and may be filtered and sorted by. */
const plain =
  (filter: NonNullable<FieldDef['filter']>, cast: string): Build =>
  (column, zh, en, more) => ({
    label: label(zh, en), sql: [`$.${column}`], filter, order: { cast, nullable: false }, source: [column], ...more,
  }); // prettier-ignore

/** The same for a column that may be empty. */
export const optional = (field: FieldDef): FieldDef =>
  field.order ? { ...field, order: { ...field.order, nullable: true } } : field;

/** A column in whose order an index keeps the rows, the id after it. */
export const indexed = (field: FieldDef): FieldDef =>
  field.order ? { ...field, order: { ...field.order, indexed: true } } : field;

/** A field that lists cannot be sorted by: long text, lists of words. */
export function unsorted(field: FieldDef): FieldDef {
  const { order: _order, ...rest } = field;
  return rest;
}

export const text: Build = plain('text', 'text');
export const whole: Build = plain('int', 'int');
export const day: Build = plain('day', 'date');
export const yes: Build = (column, zh, en, more) =>
  unsorted(plain('boolean', 'boolean')(column, zh, en, more));

/** A name of an employer or organisation; compared in its folded form, kept in `key` or folded on the spot. */
export const name = (column: string, zh: string, en: string, key?: string): FieldDef =>
  text(column, zh, en, { filter: 'name', filterSql: key ? `$.${key}` : foldedName(`$.${column}`) });

/** kernel/text.ts `nameKey` in SQL, for names that have no key column. */
const foldedName = (sql: string): string =>
  `upper(translate(regexp_replace(normalize(${sql}, nfkc), '[\\s\\u200b\\ufeff]+', '', 'g'), '〔【［[{〕】］]}', '((((()))))'))`;

export const decimal: Build = (column, zh, en, more) =>
  plain('decimal', 'numeric')(column, zh, en, {
    sql: [`$.${column}::text`], filterSql: `$.${column}`, orderSql: `$.${column}`, ...more,
  }); // prettier-ignore

/** A code of a GraphQL enum. */
export const coded = (column: string, enumName: string, zh: string, en: string, more?: More): FieldDef =>
  plain('code', 'text')(column, zh, en, { enumName, ...more });

/** A code of a reference table, read as `{ code, name }`. */
export const listed = (
  column: string,
  codes: NonNullable<FieldDef['codes']>,
  zh: string,
  en: string,
): FieldDef => plain('code', 'text')(column, zh, en, { codes });

/** The masked form of a personal value: shown to those who may, never filtered or sorted by. */
export const masked = (column: string, zh: string, en: string): FieldDef => ({
  label: label(zh, en), sql: [`$.${column}_mask`], needs: 'personal.masked', source: [`${column}_hash`],
}); // prettier-ignore

/** A value worked out from others; its provenance is theirs. */
export const derived = (zh: string, en: string, sql: readonly string[], more?: More): FieldDef => ({
  label: label(zh, en), sql, ...more,
}); // prettier-ignore

/** When the hub last changed the row. */
export const updatedAt: FieldDef = {
  label: label('更新时间', 'Last change'),
  sql: ['$.updated_at'],
  read: value => new Date(value as string),
  order: { cast: 'timestamptz', nullable: false },
};

/** How often the row has been written: an act names the version it was decided on. */
export const version = derived('版本', 'Version', ['$.version']);
