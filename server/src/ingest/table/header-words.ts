import { fold } from '../../kernel/text.ts';
import { unitShift } from '../cells/numbers.ts';
import type { Source } from '../define-source.ts';

/** A header after folding, its unit taken off. */
export interface HeaderWord {
  readonly key: string;
  /** The unit in brackets; null where the header names none. */
  readonly unit: string | null;
}

/** Folds a header: half-width, no blanks or line breaks, no star, the unit in brackets taken off. */
export function headerWord(text: string): HeaderWord {
  const key = fold(text).toUpperCase().replace(/^[*※]+|[*※]+$/g, ''); // prettier-ignore
  const match = /^(.+?)[(【[](?:单位:?)?([^()【】[\]]{1,4})[)】\]][*※]?$/.exec(key);
  if (!match || unitShift(match[2] ?? '') === undefined) return { key, unit: null };
  return { key: match[1] ?? key, unit: match[2] ?? null };
}

/** A department's own name for a column of a form, folded as headers are. */
export interface HeaderMapping {
  readonly form: string;
  readonly key: string;
  readonly field: string;
}

/** What a form makes of a header. */
export interface HeaderMeaning {
  readonly field: string;
  /** 0 for the form's own name, 1 for a synonym or a name of the department's own. */
  readonly rank: number;
}

/** One form's headers. */
export interface FormHeaders {
  readonly source: Source;
  readonly meanings: ReadonlyMap<string, HeaderMeaning>;
}

/**
 * Builds the headers of all forms: a synonym listed for one form holds in all, a form's own name wins; a name that the
 * sender's department has saved comes before the synonyms.
 */
export function headersOfForms(
  sources: readonly Source[],
  mappings: readonly HeaderMapping[] = [],
): readonly FormHeaders[] {
  const pooled = new Map<string, Set<string>>();
  for (const { columns } of sources) {
    for (const { header, synonyms } of columns) {
      const all = pooled.get(header) ?? new Set<string>();
      synonyms.forEach(synonym => all.add(synonym));
      pooled.set(header, all);
    }
  }
  return sources.map(source => {
    const meanings = new Map<string, HeaderMeaning>();
    const add = (header: string, field: string, rank: number): void => {
      const { key } = headerWord(header);
      if (!meanings.has(key)) meanings.set(key, { field, rank });
    };
    for (const { header, field } of source.columns) add(header, field, 0);
    const own = mappings.filter(mapping => mapping.form === source.form);
    for (const { key, field } of own) {
      if (source.columns.some(column => column.field === field)) add(key, field, 1);
    }
    for (const { synonyms, field } of source.columns) synonyms.forEach(synonym => add(synonym, field, 1));
    for (const { header, field } of source.columns)
      pooled.get(header)?.forEach(synonym => add(synonym, field, 1));
    return { source, meanings };
  });
}

/** The column in which rejected rows say what is wrong: a mended workbook still carries it, and it says nothing. */
export const faultHeader = '错误说明';

/** Columns that number the rows; they belong to no form and are no unknown column either. */
export const isSerialHeader = (key: string): boolean => /^(序号|序|编号|行号|NO\.?)$/.test(key);
