import type { Source, StagedIssue } from '../define-source.ts';
import { applyIssue } from './issue-texts.ts';

/** What is told of a row that says again, or contradicts, what an earlier row of its file says of the same record. */
export function repeatedIssue(source: Source, same: boolean, row: number, sheet: string): StagedIssue {
  if (same) return applyIssue('DUPLICATE_ROW', null, { row, sheet });
  return applyIssue('DUPLICATE_KEY', null, { row, sheet, key: keyWords(source), differences: '' });
}

/** The columns that tell one record of the form from another. */
const keyWords = ({ key, columns, derived }: Source): string =>
  key
    .map(field => columns.find(one => one.field === field || derived[field]?.includes(one.field)))
    .flatMap(column => (column ? `“${column.header}”` : []))
    .join('、');
