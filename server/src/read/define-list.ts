import type { Action } from '../access/policy.ts';
import type { Language } from '../access/viewer.ts';
import type { Message } from '../kernel/errors.ts';

/** What a filter compares: decides the operators, the parameter's SQL type and how text is folded. */
export type Operand = 'text' | 'name' | 'code' | 'int' | 'decimal' | 'day' | 'boolean';

/** SQL over one row: `$.` stands for the row's alias, `{day}` for the day asked about, `{term}` and `{denominator}` for settings. */
export type RowSql = string;

/** One field as the engine reads it: its columns, who may see it, whether it filters and sorts. */
export interface FieldDef {
  /** The field's name for a person, as provenance and sort keys show it. */
  readonly label: Message;
  readonly sql: readonly RowSql[];
  /** From the JSON values of `sql` to the field's value; without it the first is the value. */
  readonly read?: (...values: unknown[]) => unknown;
  /** The same for a sentence in the reader's language. */
  readonly tell?: (language: Language, ...values: unknown[]) => unknown;
  /** The first `sql` of the present, where that can be read from what is kept beside the facts. */
  readonly kept?: RowSql;
  /** For each code the condition under which a row has it at present, where that leads to an index; every row has one. */
  readonly byCode?: Readonly<Record<string, RowSql>>;
  /** The value as the cell of a file shows it, where it is more than one text, number, day or code. */
  readonly cell?: (language: Language, value: unknown) => string | null;
  /** The value where the first `sql` is null; without it null. */
  readonly empty?: unknown;
  /** Reference table whose `{ code, name }` the code stands for; the name in the reader's language. */
  readonly codes?: 'town' | 'industry' | 'dispute_cause' | 'inspection_subject';
  /** Without this action the field reads null. */
  readonly needs?: Action;
  /** The field's own argument that replaces today in `{day}`. */
  readonly dayArgument?: string;
  /** Further tables that `sql` reads. */
  readonly tables?: readonly string[];
  /** May be filtered by: over `filterSql`, else the first `sql`. */
  readonly filter?: Operand;
  readonly filterSql?: RowSql;
  /** Name of the operator input where the codes are an enum of their own. */
  readonly enumName?: string;
  /** May be sorted by; whether rows may lack a value decides where NULLS stand; a unique key needs none after it. */
  readonly order?: {
    readonly cast: string;
    readonly nullable: boolean;
    readonly unique?: boolean;
    /** An index keeps the rows in this order, the id after it, in both directions. */
    readonly indexed?: boolean;
  };
  readonly orderSql?: RowSql;
  /** Columns whose history tells where the value came from; empty for what is derived or kept elsewhere. */
  readonly source?: readonly string[];
}

/** One part of what a composed type is made of: SELECT text over tables, or nothing for whoever may not read them. */
export interface RowsPart {
  /** All of these actions. */
  readonly needs: readonly Action[];
  readonly tables: readonly string[];
  readonly sql: string;
}

/** What a row may be at the end of a day, where a list can be narrowed to the rows that are. */
export interface HeldDef {
  /** What is so, such as "in force on". */
  readonly label: Message;
  /** A condition; `{day}` is the day that the filter names. */
  readonly sql: RowSql;
  readonly tables: readonly string[];
}

/** What can be read of one kind of thing. */
export interface TypeDef {
  /** GraphQL type; also the front of its global ids. */
  readonly name: string;
  readonly table: string;
  readonly needs: Action;
  /** The rows, where they stand in no table of their own: these parts together, under the name in `table`. */
  readonly parts?: readonly RowsPart[];
  readonly fields: Readonly<Record<string, FieldDef>>;
  /** Filters that take a day: those rows of which this is so at its end. */
  readonly held?: Readonly<Record<string, HeldDef>>;
  /** Order of a list that names none; ties are broken by id, which runs as the last key does. */
  readonly defaultOrder: readonly OrderBy[];
}

/** One sort key and its way. */
export interface OrderBy {
  /** A sort key such as FILED_ON. */
  readonly field: string;
  readonly direction: 'ASC' | 'DESC';
}

/** A field of one type that leads to another: one row, a connection of many, or ALL as a plain list where they are few. */
export interface RelationDef {
  readonly from: TypeDef;
  readonly field: string;
  readonly to: TypeDef;
  readonly kind: 'ONE' | 'NEWEST' | 'MANY' | 'ALL';
  /** The columns of the two tables that are equal. */
  readonly fromColumn: string;
  readonly toColumn: string;
  /** Only rows that meet this; for NEWEST, MANY and ALL. */
  readonly only?: RowSql;
  /** Without this action the field is refused; it may be wider than the target's own list. */
  readonly needs: Action;
  /** Whether filters of `from` may ask about the related row. */
  readonly filter: boolean;
}

/** Declares what can be read of one kind of thing. */
export const defineType = (type: TypeDef): TypeDef => Object.freeze(type);

/** Declares a relation to the left (`toColumn` is the id) or, from the right module, back to it. */
export const defineRelation = (relation: Omit<RelationDef, 'filter'> & { filter?: boolean }): RelationDef =>
  Object.freeze({ filter: false, ...relation });

/** Everything the read engine serves, as the catalogue lists it. */
export interface ReadCatalogue {
  readonly types: readonly TypeDef[];
  readonly relations: readonly RelationDef[];
}

/** foundedOn → FOUNDED_ON: the sort key of a field. */
export const orderKey = (field: string): string =>
  field.replace(/[A-Z]/g, letter => `_${letter}`).toUpperCase();

/** The sort keys of a type with their names, for its GraphQL enum. */
export function orderKeys(type: TypeDef): Record<string, Message> {
  const sortable = Object.entries(type.fields).filter(([, field]) => field.order);
  return Object.fromEntries(sortable.map(([name, field]) => [orderKey(name), field.label]));
}
