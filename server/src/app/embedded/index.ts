import { existsSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { settingRefusal } from '../refusal.ts';
import { prepareBinaries } from './binaries.ts';
import { ownedFolder, prepareCluster } from './cluster.ts';
import { endLeftovers } from './leftovers.ts';
import { isHolder, takeFolder, type FolderLock, type Holder } from './lock.ts';
import { assertTraversable, databaseUser, type OsUser } from './os-user.ts';
import { supervise } from './supervisor.ts';

/** A running embedded PostgreSQL: ours, or the one of the hub that already serves this folder. */
export interface EmbeddedServer {
  readonly socketDir: string;
  /** False beside a running hub: then stopping is not our business. */
  readonly ours: boolean;
  /** Number of the server process, 0 when it is not ours. */
  readonly pid: number;
  stop(): Promise<void>;
}

/** Who starts the server, and how. */
export interface EmbeddedOptions {
  readonly dataDir: string;
  /** A hub refuses a folder in use; a command works beside its hub. */
  readonly kind: Holder['kind'];
  readonly log: (line: string) => void;
  readonly settings?: Readonly<Record<string, string>>;
}

/** Starts PostgreSQL in the data folder, or finds it running there. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { dataDir, kind, log } = options;
  if (process.platform === 'win32') {
    throw settingRefusal(
      'DATABASE_URL',
      'Windows 上请使用外部 PostgreSQL',
      'on Windows name a PostgreSQL server of your own',
    );
  }
  const user = databaseUser();
  makeDataDir(dataDir, user);
  const socketDir = socketFolder(dataDir);
  const lock = await takeOrJoin(options);
  if (!lock) return { socketDir, ours: false, pid: 0, stop: async () => undefined };
  try {
    const binaries = prepareBinaries(dataDir, user);
    const cluster = join(dataDir, 'cluster');
    if (existsSync(cluster)) await endLeftovers(cluster, socketDir);
    else log('正在建立数据库 / creating the database');
    await prepareCluster(cluster, binaries, user);
    makeSocketFolder(socketDir, user);
    const logFile = join(dataDir, 'postgresql.log');
    const extra = options.settings ? { settings: options.settings } : {};
    const server = await supervise({ bin: binaries.bin, cluster, socketDir, logFile, user, ...extra }, log);
    const stop = async (): Promise<void> => {
      await server.stop(kind === 'command' ? 'smart' : 'fast');
      await lock.release();
    };
    return { socketDir, ours: true, pid: server.pid, stop };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** The lock; or undefined when a command may use the server that another process runs. */
async function takeOrJoin({ dataDir, kind, log }: EmbeddedOptions): Promise<FolderLock | undefined> {
  for (let waited = 0; ; waited += 200) {
    const taken = await takeFolder(dataDir, kind);
    if (!isHolder(taken)) return taken;
    if (kind === 'command' && existsSync(join(socketFolder(dataDir), '.s.PGSQL.5432'))) return undefined;
    if (waited > 60_000 || (kind === 'serve' && taken.kind === 'serve')) {
      throw settingRefusal(
        'HUB_DATA_DIR',
        `${dataDir} 正由另一个进程使用（${taken.pid}）`,
        `${dataDir} is in use by another process (${taken.pid})`,
      );
    }
    if (waited === 0)
      log(
        `等待进程 ${taken.pid} 用完数据目录 / waiting for process ${taken.pid} to finish with the data folder`,
      );
    await sleep(200);
  }
}

function makeDataDir(dataDir: string, user: OsUser): void {
  let there = dataDir;
  while (!existsSync(there)) there = dirname(there);
  assertTraversable(there, user);
  try {
    mkdirSync(dataDir, { recursive: true, mode: user.dropped ? 0o755 : 0o700 });
    readdirSync(dataDir);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? '';
    throw settingRefusal(
      'HUB_DATA_DIR',
      `无法使用 ${dataDir}（${reason}）`,
      `cannot use ${dataDir} (${reason})`,
    );
  }
  assertTraversable(dataDir, user);
}

/** Beside the data; a path too long for a socket's name goes to the machine's folder for temporary files. */
function socketFolder(dataDir: string): string {
  const beside = join(dataDir, 'socket');
  if (Buffer.byteLength(beside) < 80) return beside;
  const { dev, ino } = lstatSync(dataDir);
  return join(tmpdir(), `hexie-hub-${dev}-${ino}`);
}

/** Anybody may have put something of that name into a shared folder: only a real folder of our own will do. */
function makeSocketFolder(folder: string, user: OsUser): void {
  const there = lstatSync(folder, { throwIfNoEntry: false });
  if (there && (!there.isDirectory() || ![user.uid, process.getuid?.()].includes(there.uid))) {
    throw settingRefusal('HUB_DATA_DIR', `${folder} 属于其他用户`, `${folder} belongs to another user`);
  }
  ownedFolder(folder, user);
}
