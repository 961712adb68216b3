import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Role } from '../../server/src/access/roles.ts';
import { systemViewer } from '../../server/src/access/viewer.ts';
import { createServer } from '../../server/src/app/server.ts';
import { createServices, type Services } from '../../server/src/app/services.ts';
import { writeDemo } from '../../server/src/demo/write-demo.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';

export const today = '2026-11-23';
const dashboard = fileURLToPath(new URL('../../dashboard', import.meta.url));

/** A hub with the dashboard built from its sources and a small district imported through the pipeline. */
export interface DashboardHub extends TestHub {
  readonly origin: string;
  readonly folder: string;
  readonly services: Services;
  /** A person of a role with the one-time password. */
  person(username: string, role: Role): Promise<string>;
}

export async function startDashboardHub(employers = 120): Promise<DashboardHub> {
  const folder = mkdtempSync(join(tmpdir(), 'hub-e2e-'));
  const base = await freshDatabase();
  const clock = { now: () => new Date(`${today}T02:00:00Z`), today: () => today };
  const services = createServices({ ...base, clock });
  const page = join(folder, 'dashboard');
  await build({
    root: dashboard,
    configFile: join(dashboard, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: page },
  });
  const files = await writeDemo({ employers, seed: 7, until: '2026-11-20', out: join(folder, 'demo') });
  for (const path of files) {
    await services.ingest.importFile(systemViewer('test'), {
      path,
      fileName: path.split('/').at(-1) ?? '',
      origin: 'TEST',
    });
  }
  const app = await createServer({
    config: { publicUrl: 'http://localhost', logLevel: 'silent' },
    services,
    dashboard: page,
  });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    ...base,
    origin,
    folder,
    services,
    person: async (username, role) => (await services.access.addPerson({ username, role })).password,
    async close() {
      await app.close();
      await base.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
