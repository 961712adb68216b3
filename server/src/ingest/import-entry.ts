import { actorOf } from '../access/viewer.ts';
import type { AuditTrail } from '../kernel/audit.ts';
import type { Query } from '../kernel/database.ts';
import type { Refusal } from './import-files.ts';
import type { ImportJob } from './import-transaction.ts';

interface Counts {
  readonly sha256: string | null;
  readonly sheets: number;
  readonly forms: string | null;
  readonly rows: number;
  readonly inserted: number;
  readonly updated: number;
  readonly rejected: number;
  readonly parked: number;
}

/** Enters an import in the audit trail, in its own transaction: which file, by its digest, and what came of its rows. */
export async function recordImport(
  audit: AuditTrail,
  query: Query,
  { id, viewer, file }: ImportJob,
  change: number,
): Promise<void> {
  const [counts] = await query<Counts>(
    `select f.sha256, count(s.id)::int as sheets, string_agg(distinct s.form, '' order by s.form) as forms,
        coalesce(sum(s.rows_read), 0)::int as rows, coalesce(sum(s.inserted), 0)::int as inserted,
        coalesce(sum(s.updated), 0)::int as updated, coalesce(sum(s.rejected), 0)::int as rejected,
        coalesce(sum(s.parked), 0)::int as parked
       from import_file f left join import_sheet s on s.file_id = f.id where f.id = $1 group by f.id`,
    [id],
  );
  const detail = { ...counts, origin: file.origin, change };
  await audit.record(query, actorOf(viewer), {
    act: 'importFile',
    object: `Import:${id}`,
    after: detail,
    detail,
  });
}

/** Enters what changed nothing: a preview, or an import that was refused, cancelled or failed. */
export async function noteImport(
  audit: AuditTrail,
  { id, viewer, file, options }: ImportJob,
  ended: 'DONE' | 'REFUSED' | 'CANCELLED' | 'FAILED',
  refusal?: Refusal,
): Promise<void> {
  await audit.note(actorOf(viewer), {
    act: options.dryRun ? 'previewImport' : 'importFile',
    object: `Import:${id}`,
    outcome: ended === 'CANCELLED' ? 'REFUSED' : ended,
    code: ended === 'DONE' ? null : (refusal?.code ?? 'INTERNAL'),
    detail: { origin: file.origin },
  });
}
