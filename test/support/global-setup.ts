import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { prepareServer } from '../../server/src/app/database/bootstrap.ts';
import { withClient } from '../../server/src/app/database/with-client.ts';
import { socketEndpoint, urlEndpoint } from '../../server/src/app/database/endpoint.ts';
import { prepareEmbedded } from '../../server/src/app/database/bootstrap.ts';
import { withMigrations } from '../../server/src/app/database/migrator.ts';
import { startEmbedded } from '../../server/src/app/embedded/index.ts';
import { quickFolder } from './quick-folder.ts';
import { testSecret, type TestServer } from './test-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer;
    /** Where what test files share stands until the run has ended. */
    runFolder: string;
  }
}

/** Nothing here survives a run, so nothing needs to reach the disk. */
const fast = {
  ...{ fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  ...{ wal_level: 'minimal', max_wal_senders: '0', max_wal_size: '512MB' },
};

/** One PostgreSQL for the whole run, with one migrated database that every test file clones. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  // The process that reads files starts twice as fast when its compiled code is kept.
  process.env['NODE_COMPILE_CACHE'] ??= join(tmpdir(), 'hexie-compile-cache');
  const end = quickFolder();
  const url = process.env['TEST_DATABASE_URL'];
  const run = url ? await foreignServer(url) : await embeddedServer();
  project.provide('testServer', run.server);
  const folder = runFolder();
  project.provide('runFolder', folder);
  return async () => {
    rmSync(folder, { recursive: true, force: true });
    await run.teardown();
    end();
  };
}

/** Inside the server's node_modules, so that what is built there finds its packages. */
function runFolder(): string {
  const cache = fileURLToPath(new URL('../../server/node_modules/.cache', import.meta.url));
  mkdirSync(cache, { recursive: true });
  return mkdtempSync(join(cache, 'test-'));
}

interface Run {
  readonly server: TestServer;
  readonly teardown: () => Promise<void>;
}

async function embeddedServer(): Promise<Run> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hexie-test-'));
  chmodSync(dataDir, 0o755);
  const log = (line: string): void => console.error(line);
  const embedded = await startEmbedded({ dataDir, kind: 'serve', log, settings: fast });
  const endpoint = socketEndpoint(embedded.socketDir, 'template_hub');
  await prepareEmbedded(endpoint);
  await withMigrations(endpoint, migrations => migrations.up());
  const teardown = async (): Promise<void> => {
    await embedded.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return {
    server: { kind: 'embedded', socketDir: embedded.socketDir, template: endpoint.database },
    teardown,
  };
}

/** The machine's own PostgreSQL instead, named by TEST_DATABASE_URL: the same tests on another version. */
async function foreignServer(url: string): Promise<Run> {
  const template = `hub_template_${process.pid}`;
  const endpoint = urlEndpoint(url, testSecret).on(template);
  const own = new URL(url);
  own.pathname = `/${template}`;
  await prepareServer(own.href, endpoint, testSecret);
  await withMigrations(endpoint, migrations => migrations.up());
  const teardown = async (): Promise<void> => {
    await withClient({ connectionString: url }, async client => {
      await client.query(`drop database if exists ${template} with (force)`);
    });
  };
  return { server: { kind: 'url', url, template }, teardown };
}
