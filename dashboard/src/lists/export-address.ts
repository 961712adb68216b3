import type { ListColumn, ListVariables } from './define-list.ts';

/** The rows that fit below the headings of a sheet of Excel. */
export const mostSheetRows = 1_048_575;

/** The fields that a file shows for a column: the field of its own name unless the column says others. */
export const exportedFields = ({
  key,
  fields,
}: Pick<ListColumn<never>, 'key' | 'fields'>): readonly string[] =>
  fields ?? [key.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())];

/** Where the hub hands out a list as a file: what is on the page, from the first row to the last. */
export function exportAddress(
  {
    list,
    format,
    language,
  }: { readonly list: string; readonly format: 'csv' | 'xlsx'; readonly language: string },
  columns: readonly Pick<ListColumn<never>, 'key' | 'fields'>[],
  { filter, orderBy, asKnownAt }: ListVariables,
): string {
  const asked = new URLSearchParams({
    columns: [...new Set(columns.flatMap(exportedFields))].join(','),
    filter: JSON.stringify(filter ?? {}),
    orderBy: JSON.stringify(orderBy ?? []),
    ...(asKnownAt ? { asKnownAt } : {}),
    language,
  });
  return `/api/export/${list}.${format}?${asked.toString()}`;
}
