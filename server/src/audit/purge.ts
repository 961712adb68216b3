import type { Actor, AuditTrail } from '../kernel/audit.ts';
import { systemScope, type Query } from '../kernel/database.ts';
import type { AuditParts } from './audit-log.ts';
import { canonical } from './canonical.ts';
import type { SealKey } from './seal-key.ts';
import { hashOf, readHead, sha256 } from './seal.ts';

/** Days that entries are kept at least, whatever is set: six months (网络安全法, article 21). */
export const leastKeptDays = 183;
/** Days that entries are kept if nothing is said: three years. */
export const standardKeptDays = 1096;

/** What purging needs. */
export interface PurgeParts extends AuditParts {
  readonly audit: AuditTrail;
  readonly key: SealKey;
  readonly keepDays: number;
}

/** So many entries go in one transaction. */
const mostEntries = 20_000;
const hub: Actor = { actor: 'hub', name: 'hub', onBehalfOf: null, session: null, address: null };

/**
 * Removes whole seals whose entries have been kept for their years, the oldest first, and leaves a signed note and the
 * last seal without its content, to which the rest is chained. Returns how many entries went.
 */
export async function purgeAudit(parts: PurgeParts): Promise<number> {
  const days = Math.max(parts.keepDays, leastKeptDays);
  const before = new Date(parts.clock.now().getTime() - days * 86_400_000);
  let gone = 0;
  for (;;) {
    const some = await parts.database.transaction(systemScope('hub'), query =>
      purgeSome(parts, query, before),
    );
    if (some === 0) return gone;
    gone += some;
  }
}

async function purgeSome(
  { audit, key, clock, keepDays }: PurgeParts,
  query: Query,
  before: Date,
): Promise<number> {
  await query(`select set_config('hub.audit', 'read', true)`);
  // One at a time, and not while somebody verifies.
  await query(`select pg_advisory_xact_lock(hashtext('hub.audit.purge'))`);
  const [last] = await query<{ head: string }>(
    `with old as (select id, head, sealed_at, sum(length(content) / 40) over (order by id) as entries
        from (select * from audit_seal where content is not null order by id limit $3) oldest)
      select head from old where sealed_at < $1 and (entries <= $2 or id = (select min(id) from old))
        and not exists (select from old younger where younger.id < old.id and younger.sealed_at >= $1)
      order by id desc limit 1`,
    [before, mostEntries, mostEntries],
  );
  if (!last) return 0;
  const { id, lastSeq } = readHead(last.head);
  const hash = hashOf(last.head).toString('base64url');
  const note = canonical({ through: id, hash, at: clock.now().getTime() });
  const [done] = await query<{ gone: number }>('select hub_audit_purge($1, $2, $3) as gone', [
    id, note, key.sign('purge', sha256(note)),
  ]); // prettier-ignore
  const entries = done?.gone ?? 0;
  const detail = { throughSeal: id, entries, lastSeq, keepDays };
  await audit.record(query, hub, { act: 'purgeAudit', object: 'AuditTrail', detail });
  return entries;
}
