import type { FormsQuery } from '@hexie/schema/generated/documents.ts';

type FormColumns = Pick<FormsQuery['forms'][number], 'columns'>;

/** A header as it is compared: no blanks or line breaks, half-width, without the unit in brackets. */
const plain = (header: string): string =>
  header
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace(/\([元万人]+\)$/, '')
    .toUpperCase();

/** The required columns of a form that none of a sheet's headers means. */
export function missingOf({ columns }: FormColumns, headers: readonly string[]): string[] {
  const known = new Set(headers.map(plain));
  return columns
    .filter(column => column.required)
    .filter(column => ![column.header, ...column.synonyms].some(name => known.has(plain(name))))
    .map(column => column.header);
}

/** Of the forms a person may send, the one of which a sheet lacks least. */
export const nearestOf = <Form extends FormColumns>(
  forms: readonly Form[],
  headers: readonly string[],
): Form | undefined => forms.toSorted((a, b) => share(a, headers) - share(b, headers))[0];

const share = (form: FormColumns, headers: readonly string[]): number =>
  missingOf(form, headers).length / Math.max(1, form.columns.filter(column => column.required).length);
