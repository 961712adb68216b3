import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from 'playwright-core';
import { build } from 'vite';
import type { Role } from '../../server/src/access/roles.ts';
import { systemViewer } from '../../server/src/access/viewer.ts';
import { createServer } from '../../server/src/app/server.ts';
import { createServices, type Services } from '../../server/src/app/services.ts';
import { writeDemo } from '../../server/src/demo/write-demo.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';

export const today = '2026-11-23';
const dashboard = fileURLToPath(new URL('../../dashboard', import.meta.url));

type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;

/** A hub with the dashboard built from its sources and a small district imported through the pipeline. */
export interface DashboardHub extends TestHub {
  readonly origin: string;
  readonly folder: string;
  readonly services: Services;
  /** A person of a role with the one-time password. */
  person(username: string, role: Role): Promise<string>;
  /** The same with an own password, as the browser keeps the session. */
  signedIn(username: string, role: Role): Promise<SignedIn>;
}

/** `delivered`: which of the demo's workbooks are delivered; all of them unless said otherwise. */
export async function startDashboardHub(employers = 120, delivered = /./): Promise<DashboardHub> {
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
  for (const path of files.filter(path => delivered.test(path.split('/').at(-1) ?? ''))) {
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
    signedIn: async (username, role) => {
      const { password } = await services.access.addPerson({ username, role });
      const next = 'a passphrase that only this test knows';
      const first = await post(origin, '/api/session', { username, password });
      const answer = await post(origin, '/api/session/password', { current: password, next }, first);
      const cookie = answer || (await post(origin, '/api/session', { username, password: next }));
      const [name = '', value = ''] = cookie.split('=');
      const { hostname: domain } = new URL(origin);
      const kept = {
        name,
        value,
        domain,
        path: '/',
        expires: -1,
        httpOnly: true,
        secure: false,
        sameSite: 'Lax' as const,
      };
      return { cookies: [kept], origins: [] };
    },
    async close() {
      await app.close();
      await base.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Posts JSON and returns the session cookie that comes back, if one does. */
async function post(origin: string, path: string, body: object, cookie = ''): Promise<string> {
  const headers = { 'content-type': 'application/json', ...(cookie ? { cookie, origin } : {}) };
  const answer = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}
