import { existsSync } from 'node:fs';
import { actorOf, systemViewer } from '../../access/viewer.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { AuditService } from '../../audit/audit.service.ts';
import { systemClock } from '../../kernel/clock.ts';
import { systemScope, type Database } from '../../kernel/database.ts';
import { Vault } from '../../kernel/personal.ts';
import type { Config } from '../config.ts';
import type { OpenDatabase } from '../database/index.ts';

/** The command line, as the trail names it. */
export const cliActor = actorOf(systemViewer('cli'));

/** The trail for a command that needs no other service. */
export const trailOf = ({ database, secret }: Pick<OpenDatabase, 'database' | 'secret'>): AuditLog =>
  new AuditLog({ database, vault: new Vault(secret), clock: systemClock });

/** Whether the database knows a trail yet. */
export async function hasTrail(database: Database): Promise<boolean> {
  const [found] = await database.read<{ there: boolean }>(
    systemScope('cli'),
    `select to_regclass('public.audit_pending') is not null as there`,
  );
  return found?.there ?? false;
}

/** Where a command anchors: in the file of this machine's hub. Of a hub elsewhere it begins no file of its own. */
export function commandKeeping({ audit, database }: Config): Config['audit'] | undefined {
  return database.kind === 'embedded' || existsSync(audit.anchorFile) ? audit : undefined;
}

/** Seals what a command has entered in the trail, if the database knows a trail. */
export async function sealTrail(
  config: Config,
  opened: Pick<OpenDatabase, 'database' | 'secret'>,
): Promise<void> {
  const { database, secret } = opened;
  if (!(await hasTrail(database))) return;
  const parts = { database, vault: new Vault(secret), clock: systemClock };
  const trail = { ...parts, audit: trailOf(opened), keeping: commandKeeping(config) };
  await new AuditService(trail).sealer.seal();
}
