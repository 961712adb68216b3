import type { Day } from '../kernel/days.ts';
import type { Message } from '../kernel/errors.ts';
import type { PersonalValue } from '../kernel/personal.ts';
import type { IssueCode } from './issue-texts.ts';
import { implausibleDays } from './judging.ts';

/** The eight department forms. */
export const forms = ['E', 'U', 'C', 'F', 'S', 'D', 'A', 'I'] as const;
export type Form = (typeof forms)[number];

/** ERROR rejects the row; WARNING asks a person to look; INFO says what the hub did with the cell. */
export const severities = ['ERROR', 'WARNING', 'INFO'] as const;
export type Severity = (typeof severities)[number];

/** What a column's cells mean; each kind has one parser in cells/. */
export const columnKinds = [
  'TEXT', 'IDENTIFIER', 'USCC', 'DAY', 'MOMENT', 'DEADLINE', 'INTEGER', 'DECIMAL', 'MONEY', 'FLAG', 'WORD',
  'PERSON', 'PHONE', 'ID_NUMBER', 'DIGEST',
] as const; // prettier-ignore
export type ColumnKind = (typeof columnKinds)[number];

/** A read value: days as ISO days, money and decimals as decimal strings, personal values sealed. */
export type Value = string | number | boolean | readonly string[] | null | PersonalValue;

/** The read values of one row by field: every field of the source is present, null where nothing was given. */
export type Row = Readonly<Record<string, Value>>;

/** Something found in a row. `column` is the form's own header, null where the row as a whole is meant. */
export interface StagedIssue {
  readonly column: string | null;
  readonly severity: Severity;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** What stood in the cell; only a mask where the column is personal. */
  readonly value: string | null;
}

/** What a dictionary makes of a word; undefined where it does not know it. */
export interface WordMeaning {
  readonly value: string | null;
  /** Further fields told by the same cell, such as the division beside the section. */
  readonly also?: Readonly<Record<string, Value>>;
  /** A remark on the reading; never rejects. */
  readonly remark?: IssueCode;
}
/** The words that a column knows. */
export interface WordList {
  readonly read: (text: string) => WordMeaning | undefined;
  /** The words a clerk may write, for the message. */
  readonly choices: string;
  /** The words to pick from in a template, where `choices` is a sentence. */
  readonly options?: readonly string[];
}

/** One column of a form. */
export interface Column {
  readonly field: string;
  /** The canonical header of the form. */
  readonly header: string;
  /** Other headers of the same thing; they hold in every form that has this header. */
  readonly synonyms: readonly string[];
  readonly kind: ColumnKind;
  /** Starred: without it the form is not recognised, and an empty cell rejects the row. */
  readonly required: boolean;
  /** An unreadable cell rejects the row; elsewhere it is left empty and reported. */
  readonly critical: boolean;
  readonly personal: boolean;
  readonly words: WordList | null;
  /** What an empty cell means, such as one applicant. */
  readonly whenEmpty: Value;
  /** Used to find the employer only; not a column of the fact's table. */
  readonly matchOnly: boolean;
  /** Within what a date should lie: the employer's life, the time up to the report, or both; warned about, never rejected. */
  readonly within: 'EMPLOYER' | 'REPORT' | 'BOTH' | null;
}

/** What is known of the employer when a row is warned about. */
export interface EmployerFacts {
  readonly foundedOn: Day | null;
  readonly closedOn: Day | null;
  readonly staff: number | null;
}

/** What judging adds to a row. */
export interface Judgement {
  readonly issues: readonly StagedIssue[];
  /** Values computed from the row, one for each field in `derived`. */
  readonly derived: Readonly<Record<string, Value>>;
}

/** What a row speaks of beside its employer: a row of another form's table, found by a key of the row. */
export interface Reference {
  readonly table: string;
  readonly column: string;
  readonly field: string;
  readonly header: string;
  /** What is said of a row whose counterpart is unknown; it is kept all the same. */
  readonly unknown: IssueCode;
}

/** One department form: its columns and rules. The engine knows nothing else about it. */
export interface Source {
  readonly form: Form;
  readonly title: Message;
  readonly owner: Message;
  /** Days after which the newest delivery is stale. */
  readonly staleAfter: number;
  /** The table the rows become. */
  readonly table: string;
  /** The published type of such a row, which its id begins with. */
  readonly type: string;
  /** The natural key; `uscc` stands for the employer where the table refers to one. */
  readonly key: readonly string[];
  /** Fields that say which employer a row speaks of; null where the row is the employer itself. */
  readonly employer: { readonly code: string; readonly name: string } | null;
  readonly refers?: Reference;
  /** The field that says whose matter the record is: a sender who sees some of these values only speaks of no other's. */
  readonly channel?: string;
  readonly columns: readonly Column[];
  /** Computed fields → the fields they are computed from (present in a sheet if one of these is). */
  readonly derived: Readonly<Record<string, readonly string[]>>;
  /** Pure. Conditional requirements and contradictions inside the row; never asks the database. */
  readonly judge: (row: Row) => Judgement;
  /** Pure. Implausible but possible things; warnings only. Dates outside their `within` come by themselves. */
  readonly warn: (row: Row, employer: EmployerFacts | null, statedOn: Day | null) => readonly StagedIssue[];
}

/** A column as a module writes it; the rest follows from the kind. */
export interface ColumnSketch {
  readonly header: string;
  readonly kind: ColumnKind;
  readonly synonyms?: readonly string[];
  readonly required?: boolean;
  readonly critical?: boolean;
  readonly words?: WordList;
  readonly whenEmpty?: Value;
  readonly matchOnly?: boolean;
  readonly within?: 'EMPLOYER' | 'REPORT' | 'BOTH';
}
/** A form as a module writes it. */
export type SourceSketch = Omit<Source, 'columns' | 'derived'> & {
  readonly columns: Readonly<Record<string, ColumnSketch>>;
  readonly derived?: Source['derived'];
};

const alwaysCritical: readonly ColumnKind[] = ['USCC', 'DAY', 'MOMENT', 'DEADLINE', 'ID_NUMBER'];
const alwaysPersonal: readonly ColumnKind[] = ['PERSON', 'PHONE', 'ID_NUMBER'];

/** Declares a department form. Codes and dates are critical by kind, starred columns by their star. */
export function defineSource(sketch: SourceSketch): Source {
  const columns = Object.entries(sketch.columns).map(([field, column]): Column => {
    const required = column.required ?? false;
    return {
      field, header: column.header, kind: column.kind, required,
      synonyms: column.synonyms ?? [],
      critical: column.critical ?? (required || alwaysCritical.includes(column.kind)),
      personal: alwaysPersonal.includes(column.kind),
      words: column.words ?? null,
      whenEmpty: column.whenEmpty ?? null,
      matchOnly: column.matchOnly ?? false,
      within: column.within ?? null,
    }; // prettier-ignore
  });
  for (const column of columns) {
    if ((column.kind === 'WORD') !== (column.words !== null)) {
      throw new Error(`${sketch.form} ${column.header}: a WORD column and no other needs a word list`);
    }
  }
  return Object.freeze({
    ...sketch,
    columns: Object.freeze(columns),
    derived: sketch.derived ?? {},
    warn: (row: Row, employer: EmployerFacts | null, statedOn: Day | null) => [
      ...implausibleDays(columns, row, employer, statedOn),
      ...sketch.warn(row, employer, statedOn),
    ],
  });
}
