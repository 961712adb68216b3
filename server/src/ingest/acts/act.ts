import { once } from '../../access/idempotency.ts';
import { actorOf, type Viewer } from '../../access/viewer.ts';
import type { AuditEvent } from '../../kernel/audit.ts';
import { systemScope, type Database, type Query } from '../../kernel/database.ts';
import { shanghaiDay } from '../../kernel/days.ts';
import { Turns } from '../../kernel/in-turn.ts';
import { ImportLog } from '../apply/import-log.ts';
import { Run } from '../apply/run.ts';
import { inSmallHeap } from '../apply/small-heap.ts';
import { inChange, type ChangeKind, type ChangeParts } from '../change.ts';
import type { IngestParts } from '../import-transaction.ts';

/** What somebody asks to be done to facts, or to what they are counted by. */
export interface Act {
  readonly name: string;
  readonly kind: ChangeKind;
  readonly reason: string | null;
  readonly input: { readonly idempotencyKey?: string | null | undefined };
  readonly fileId?: string;
  /** What it is done to, as the audit trail names it: `Contract:12`. */
  readonly object: string;
}

/** What the work tells the audit trail beside that: what was and what became, as digests, and counts. */
export type Telling = (said: Pick<AuditEvent, 'before' | 'after' | 'detail'>) => void;

/** Milliseconds that an act waits for a running import and for other acts; then the caller is asked to try again. */
const patience = 20_000;

/** Acts of this process go one after the other, like imports. */
const turns = new Turns();

/** Does an act on facts as one change in one transaction, once for its idempotency key. */
export function perform<Answer extends object>(
  parts: IngestParts,
  viewer: Viewer,
  act: Act,
  work: (run: Run, changeId: number, tell: Telling) => Promise<Answer>,
): Promise<Answer> {
  const { sources, vault, clock } = parts;
  return performChange(parts, viewer, act, (query, changeId, tell) => {
    const known = clock.now();
    const rows = new ImportLog(query, act.fileId ?? '');
    const run = { query, log: rows, rows, sources, vault, known, importDay: shanghaiDay(known) };
    const acting = new Run({ ...run, preview: false, channels: null });
    return inSmallHeap(() => work(acting, changeId, tell));
  });
}

/**
 * Does an act as one change in one transaction, once for its idempotency key, whatever it changes. Its entry in the
 * audit trail is part of it: if that cannot be written, nothing is changed.
 */
export function performChange<Answer extends object>(
  parts: ChangeParts & { readonly database: Database },
  viewer: Viewer,
  { name, kind, reason, input, fileId, object }: Act,
  work: (query: Query, changeId: number, tell: Telling) => Promise<Answer>,
): Promise<Answer> {
  const { actor } = viewer.scope;
  const { database, clock, audit } = parts;
  const asked = performance.now();
  const left = (): string => `${Math.max(1, Math.round(patience - (performance.now() - asked)))}ms`;
  const acted = (query: Query): Promise<Answer> =>
    once(query, { actor, act: name, input, at: clock.now() }, async () => {
      const entry = { kind, actor, reason, patience: left(), ...(fileId !== undefined && { fileId }) };
      const entered = async (change: number): Promise<Answer> => {
        let said: Parameters<Telling>[0] = {};
        const answer = await work(query, change, told => void (said = told));
        const detail = { ...said.detail, change };
        await audit.record(query, actorOf(viewer), { act: name, object, purpose: reason, ...said, detail });
        return answer;
      };
      return (await inChange(query, parts, entry, entered)).result;
    });
  return turns.take(database, () => database.transaction(systemScope(actor), acted));
}
