import { existsSync } from 'node:fs';
import { AuditLog } from '../../audit/audit-log.ts';
import { AuditService } from '../../audit/audit.service.ts';
import { systemClock } from '../../kernel/clock.ts';
import { systemScope, type Database } from '../../kernel/database.ts';
import { Vault } from '../../kernel/personal.ts';
import type { Config } from '../config.ts';

/** Where a command anchors: in the file of this machine's hub. Of a hub elsewhere it begins no file of its own. */
export function commandKeeping({ audit, database }: Config): Config['audit'] | undefined {
  return database.kind === 'embedded' || existsSync(audit.anchorFile) ? audit : undefined;
}

/** Seals what a command has entered in the trail, if the database knows a trail. */
export async function sealTrail(config: Config, database: Database, secret: string): Promise<void> {
  const [there] = await database.read<{ there: boolean }>(
    systemScope('cli'),
    `select to_regclass('public.audit_pending') is not null as there`,
  );
  if (!there?.there) return;
  const parts = { database, vault: new Vault(secret), clock: systemClock };
  const trail = { ...parts, audit: new AuditLog(parts), keeping: commandKeeping(config) };
  await new AuditService(trail).sealer.seal();
}
