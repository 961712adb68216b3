import type { Source } from '../define-source.ts';
import { headersOfForms, headerWord, isSerialHeader, type HeaderMapping } from '../table/header-words.ts';

/** A column of a sheet that goes back to its sender. */
export interface SentColumn {
  /** The key of its cells in the kept rows. */
  readonly key: string;
  /** What is written above it: a header that is recognised when it comes again. */
  readonly header: string;
  /** The form's own name of it, by which findings speak of it; null where it belongs to none. */
  readonly canonical: string | null;
}

/**
 * The sender's own columns in the sender's order. A header of two rows is kept as one text, the group's name in front:
 * where only its lower half is a column of the form, that half alone is written.
 */
export function sentColumns(
  sources: readonly Source[],
  mappings: readonly HeaderMapping[],
  sheet: {
    readonly form: string;
    readonly headers: readonly string[];
    readonly unknownColumns: readonly string[];
  },
): SentColumn[] {
  const form = headersOfForms(sources, mappings).find(one => one.source.form === sheet.form);
  const canonical = new Map(form?.source.columns.map(column => [column.field, column.header]));
  const meaning = (header: string): string | undefined => form?.meanings.get(headerWord(header).key)?.field;
  return sheet.headers.map(key => {
    const label = key.replace(/ \(\d+\)$/, '');
    if (sheet.unknownColumns.includes(label) || isSerialHeader(headerWord(label).key)) {
      return { key, header: label, canonical: null };
    }
    const halves = [...label].map((_, at) => [...label].slice(at).join(''));
    const header = halves.find(half => meaning(half) !== undefined) ?? label;
    return { key, header, canonical: canonical.get(meaning(header) ?? '') ?? null };
  });
}
