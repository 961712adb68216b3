import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuditLog } from '../../server/src/audit/audit-log.ts';
import { AuditService } from '../../server/src/audit/audit.service.ts';
import type { Actor, AuditEvent } from '../../server/src/kernel/audit.ts';
import { shanghaiDay } from '../../server/src/kernel/days.ts';
import { Vault } from '../../server/src/kernel/personal.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';

/** A trail of its own with its anchor file, and the hand of whoever runs the database. */
export interface TrailBench {
  readonly hub: TestHub;
  readonly log: AuditLog;
  readonly trail: AuditService;
  readonly anchorFile: string;
  now: Date;
  /** Writes an entry and seals it: one seal for each call. */
  entered(...acts: string[]): Promise<void>;
  /** Runs as the owner with the guards of the tables taken away. */
  unguarded(sql: string, values?: readonly unknown[]): Promise<void>;
  close(): Promise<void>;
}

export const clerk: Actor = {
  actor: 'person:7',
  name: 'clerk',
  onBehalfOf: 'HRSS',
  session: '3',
  address: '127.0.0.1',
};

export const event = (act: string, more: Partial<AuditEvent> = {}): AuditEvent => ({ act, ...more });

export async function trailBench(keepDays = 1096): Promise<TrailBench> {
  const hub = await freshDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'hexie-audit-'));
  const anchorFile = join(folder, 'audit', 'anchors.jsonl');
  const clock = { now: () => bench.now, today: () => shanghaiDay(bench.now) };
  const parts = { database: hub.database, vault: new Vault(hub.secret), clock };
  const log = new AuditLog(parts);
  const trail = new AuditService({ ...parts, audit: log, keeping: { anchorFile, keepDays } });
  const bench: TrailBench = {
    hub,
    log,
    trail,
    anchorFile,
    now: new Date('2026-11-23T02:00:00Z'),
    async entered(...acts) {
      for (const act of acts) await log.note(clerk, event(act));
      await trail.sealer.seal();
    },
    async unguarded(sql, values) {
      const tables = ['audit_entry', 'audit_seal', 'audit_purge'];
      for (const table of tables) await hub.owner(`alter table ${table} disable trigger user`);
      await hub.owner(sql, values);
      for (const table of tables) await hub.owner(`alter table ${table} enable trigger user`);
    },
    async close() {
      await hub.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return bench;
}
