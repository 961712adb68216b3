import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import type { Role } from '../../server/src/access/roles.ts';
import { systemViewer } from '../../server/src/access/viewer.ts';
import { createServer } from '../../server/src/app/server.ts';
import { createServices, type Services } from '../../server/src/app/services.ts';
import { writeDemo } from '../../server/src/demo/write-demo.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';
import { onceARun } from '../support/once-a-run.ts';
import { codeAt, enrol, signInWithOwnPassword } from '../support/sign-in.ts';

export const today = '2026-11-23';
const dashboard = fileURLToPath(new URL('../../dashboard', import.meta.url));

type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;

/** A hub with the dashboard built from its sources and a small district imported through the pipeline. */
export interface DashboardHub extends TestHub {
  readonly origin: string;
  readonly folder: string;
  /** Where the built dashboard lies. */
  readonly dashboard: string;
  readonly services: Services;
  /** A person of a role with the one-time password. */
  person(username: string, role: Role): Promise<string>;
  /** The same with an own password, as the browser keeps the session; with an authenticator where the role requires one, or on demand. A town's own person is of LUORONG. */
  signedIn(username: string, role: Role, withFactor?: boolean): Promise<SignedIn>;
  /** The next code of the authenticator of somebody who was signed in with one; the hub's clock moves on to it. */
  codeOf(username: string): string;
  /** Moves the hub's clock on. */
  wait(milliseconds: number): void;
  readonly now: () => Date;
}

const officers: readonly Role[] = ['ADMIN', 'SECURITY', 'AUDITOR'];

/** `delivered`: which of the demo's workbooks are delivered; all of them unless said otherwise. */
export async function startDashboardHub(employers = 120, delivered = /./): Promise<DashboardHub> {
  const folder = mkdtempSync(join(tmpdir(), 'hub-e2e-'));
  const base = await freshDatabase();
  let moved = 0;
  const now = (): Date => new Date(Date.parse(`${today}T02:00:00Z`) + moved);
  const clock = { now, today: () => today };
  const secrets = new Map<string, string>();
  const wait = (milliseconds: number): void => void (moved += milliseconds);
  const services = createServices({ ...base, clock });
  const page = await onceARun('dashboard', async outDir => {
    const configFile = join(dashboard, 'vite.config.ts');
    await build({ root: dashboard, configFile, logLevel: 'error', build: { outDir } });
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
    dashboard: page,
    services,
    person: async (username, role) => (await services.access.addPerson({ username, role })).password,
    now,
    wait,
    codeOf(username) {
      wait(60_000);
      return codeAt(secrets.get(username) ?? '', now());
    },
    signedIn: async (username, role, withFactor = officers.includes(role)) => {
      const town = role === 'TOWN' ? { town: 'LUORONG' } : {};
      const { password } = await services.access.addPerson({ username, role, ...town });
      const first = await signInWithOwnPassword({ origin }, username, password);
      const session = withFactor ? await enrol({ origin, now }, first) : undefined;
      if (session) secrets.set(username, session.secret);
      const [name = '', value = ''] = (session?.cookie ?? first).split('=');
      const { hostname: domain } = new URL(origin);
      const flags = { httpOnly: true, secure: false, sameSite: 'Lax' as const };
      return { cookies: [{ name, value, domain, path: '/', expires: -1, ...flags }], origins: [] };
    },
    async close() {
      await app.close();
      await base.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Whether a program gets contracts for its token. */
export async function answersTo(origin: string, token: string): Promise<boolean> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ query: '{ contracts(first: 1) { nodes { id } } }' });
  const answer = await fetch(`${origin}/graphql`, { method: 'POST', headers, body });
  const { data } = (await answer.json()) as { data?: unknown };
  return !!data;
}

/** What the hub itself answers to whoever the page belongs to. */
export async function asked<Answer>(page: Page, query: string): Promise<Answer> {
  const answer = await page.request.post('/graphql', { data: { query } });
  return ((await answer.json()) as { data: Answer }).data;
}
