import { p } from '@mikro-orm/core';

/** The primary key of a fact: a number small enough for JavaScript, drawn by the database. */
export const idColumn = () => p.bigint('number').primary().generated('by default as identity');

/** A moment, to the microsecond. */
export const momentColumn = () => p.datetime().columnType('timestamptz(6)');

/** A count of things. */
export const countColumn = () => p.integer().columnType('int').default(0);

/** Money or points, kept exact as a decimal string. */
export const decimalColumn = (precision: number, scale: number) =>
  p.decimal('string').columnType(`numeric(${precision},${scale})`);

/** The three columns of one personal value: never in the clear. */
export const personalColumns = <Name extends string>(name: Name) =>
  ({
    [`${name}Cipher`]: cipherColumn(),
    [`${name}Hash`]: textColumn(),
    [`${name}Mask`]: textColumn(),
  }) as PersonalColumns<Name>;

const cipherColumn = () => p.blob().columnType('bytea').nullable();
const textColumn = () => p.text().nullable();
type PersonalColumns<Name extends string> = Record<`${Name}Cipher`, ReturnType<typeof cipherColumn>> &
  Record<`${Name}Hash` | `${Name}Mask`, ReturnType<typeof textColumn>>;

/** A code list: the code, its name in both languages, and its place in the order people expect. */
export const codeColumns = () => ({
  code: p.text().primary(),
  nameZh: p.text(),
  nameEn: p.text(),
  position: p.integer().columnType('int'),
});
