import { importsOf } from '../../access/policy.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Query } from '../../kernel/database.ts';
import type { ChangedSheet } from './import-change.ts';

/** An import whose rows are looked at; whoever holds it has been let in already. */
export interface LookedAt {
  readonly id: string;
  readonly dryRun: boolean;
  readonly status: string;
}

/** Whether an import has rows to look at. */
export const cameToSomething = (status: string): boolean => status === 'DONE' || status === 'WITHDRAWN';

/** The sheets of a file that were recognised, in their order. */
export const recognisedSheets = (query: Query, fileId: string): Promise<ChangedSheet[]> =>
  query<ChangedSheet>(
    `select s.id, s.file_id as "fileId", f.file_name as "fileName", s.position, s.sheet, s.form, f.channels,
        s.rows_read as "rowsRead"
       from import_sheet s join import_file f on f.id = s.file_id
      where s.file_id = $1 and s.form is not null order by s.position`,
    [fileId],
  );

/**
 * Those whose rows may be looked at now. What is kept of them was seen with the sender's eyes of that day: whoever may no
 * longer send the form, or sees fewer channels than the sender did, sees nothing of it, their own file included.
 */
export async function sheetsInSight(query: Query, viewer: Viewer, fileId: string): Promise<ChangedSheet[]> {
  const { channels } = viewer.scope;
  const sheets = await recognisedSheets(query, fileId);
  return sheets.filter(
    sheet =>
      importsOf(viewer).includes(sheet.form) &&
      (channels === '*' || (sheet.channels?.every(channel => channels.includes(channel)) ?? false)),
  );
}
