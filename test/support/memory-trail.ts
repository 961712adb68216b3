import type { Actor, AuditEvent, AuditTrail } from '../../server/src/kernel/audit.ts';
import type { Query } from '../../server/src/kernel/database.ts';

/** A trail that a test reads back; `broken` makes it refuse to be written. */
export class MemoryTrail implements AuditTrail {
  readonly events: (AuditEvent & { readonly by: string })[] = [];
  broken = false;

  record(_query: Query, actor: Actor, event: AuditEvent): Promise<void> {
    return this.note(actor, event);
  }

  note({ actor }: Actor, event: AuditEvent): Promise<void> {
    if (this.broken) return Promise.reject(new Error('the trail cannot be written'));
    this.events.push({ ...event, by: actor });
    return Promise.resolve();
  }
}
