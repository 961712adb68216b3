import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../kernel/database.ts';
import type { Config } from '../config.ts';
import { startEmbedded, type EmbeddedServer } from '../embedded/index.ts';
import { prepareEmbedded, prepareServer } from './bootstrap.ts';
import { socketEndpoint, urlEndpoint, type Endpoint } from './endpoint.ts';
import { withMigrations } from './migrator.ts';
import { openOrm, type Orm } from './orm.ts';
import { openPools } from './pools.ts';
import { scopedDatabase } from './scoped-database.ts';
import { checkSecret } from './secret-mark.ts';
import { hubSecret } from './secret.ts';

/** The database, ready for use: server up, migrated, pools and ORM open as hub_app. */
export interface OpenDatabase {
  readonly database: Database;
  readonly orm: Orm;
  readonly endpoint: Endpoint;
  readonly secret: string;
  readonly embedded: EmbeddedServer | undefined;
  /** Ends the pools, then the embedded server if it is ours. May be called twice. */
  close(): Promise<void>;
}

/** Who asks for the database and where its progress is told. */
export interface OpenOptions {
  readonly kind: 'serve' | 'command';
  readonly log: (line: string) => void;
  /** False for `migrate`, which moves migrations itself. */
  readonly migrate?: boolean;
}

/** Starts or finds the server, brings it up to date, and opens it for the hub. */
export async function createDatabase(config: Config, options: OpenOptions): Promise<OpenDatabase> {
  const reached = await reachServer(config, options);
  try {
    if (options.migrate !== false) await migrate(reached.endpoint, options.log);
    await checkSecret(reached.endpoint, reached.secret);
    const opened = await openDatabase(reached.endpoint, reached.secret, options.log);
    let closing: Promise<void> | undefined;
    const close = async (): Promise<void> => {
      await opened.close();
      await reached.embedded?.stop();
    };
    return { ...opened, embedded: reached.embedded, close: () => (closing ??= close()) };
  } catch (error) {
    await reached.embedded?.stop();
    throw error;
  }
}

/** Opens a migrated database as hub_app. */
export async function openDatabase(
  endpoint: Endpoint,
  secret: string,
  log: (line: string) => void,
): Promise<OpenDatabase> {
  const database = scopedDatabase(openPools(endpoint, log));
  const orm = await openOrm(endpoint, 'hub_app');
  const close = async (): Promise<void> => void (await Promise.all([database.close(), orm.close(true)]));
  return { database, orm, endpoint, secret, embedded: undefined, close };
}

interface ReachedServer {
  readonly endpoint: Endpoint;
  readonly secret: string;
  readonly embedded: EmbeddedServer | undefined;
}

async function reachServer(config: Config, { kind, log }: OpenOptions): Promise<ReachedServer> {
  if (config.database.kind === 'url') {
    const secret = hubSecret(config);
    const endpoint = urlEndpoint(config.database.url, secret);
    await prepareServer(config.database.url, endpoint, secret);
    return { endpoint, secret, embedded: undefined };
  }
  const embedded = await startEmbedded({ dataDir: config.dataDir, kind, log });
  try {
    const endpoint = socketEndpoint(embedded.socketDir);
    await whenUp(() => prepareEmbedded(endpoint));
    return { endpoint, secret: hubSecret(config), embedded };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

/** Beside a hub that is just starting the socket may be there before the server listens. */
async function whenUp(work: () => Promise<void>): Promise<void> {
  for (let waited = 0; ; waited += 100) {
    try {
      return await work();
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      if (waited > 15_000 || !['ECONNREFUSED', 'ENOENT', '57P03', '23505', '42P04'].includes(code))
        throw error;
      await sleep(100);
    }
  }
}

async function migrate(endpoint: Endpoint, log: (line: string) => void): Promise<void> {
  await withMigrations(endpoint, async migrations => {
    const done = await migrations.up();
    if (done.length > 0) log(`已执行 ${done.length} 个数据库迁移 / ran ${done.length} database migrations`);
  });
}
