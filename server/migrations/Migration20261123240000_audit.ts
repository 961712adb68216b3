import { Migration } from '@mikro-orm/migrations';
import { auditFunctions, auditTables, auditTriggers, dropAudit } from './audit/trail.ts';

/**
 * The audit trail: entries as canonical text that can only be added, the seals that chain them, what waits for a seal,
 * and the signed notes of what was purged when its years were over.
 */
export class Migration20261123240000_audit extends Migration {
  override up(): void {
    for (const sql of [...auditTables, ...auditFunctions, ...auditTriggers]) this.addSql(sql);
  }

  override down(): void {
    for (const sql of dropAudit) this.addSql(sql);
  }
}
