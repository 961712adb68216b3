import { rmSync, statSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';

/** Who uses a data folder: a hub that serves, or a command that came and goes. */
export interface Holder {
  readonly pid: number;
  readonly kind: 'serve' | 'command';
}

/** The right to run a database in a data folder; it frees itself when the process ends, however it ends. */
export interface FolderLock {
  release(): Promise<void>;
}

/** Takes the data folder, or tells who has it. */
export async function takeFolder(dataDir: string, kind: Holder['kind']): Promise<FolderLock | Holder> {
  const address = lockAddress(dataDir);
  for (let attempt = 0; attempt < 20; attempt++) {
    const server = await listen(address, JSON.stringify({ pid: process.pid, kind }));
    if (server) return { release: () => new Promise(resolve => server.close(() => resolve())) };
    const holder = await ask(address);
    if (holder) return holder;
    // The holder has just gone; only a socket that lies in the file system must be swept away.
    if (!address.startsWith('\0') && process.platform !== 'win32') rmSync(address, { force: true });
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  return { pid: 0, kind: 'serve' };
}

/** Whether another process holds the folder. */
export const isHolder = (taken: FolderLock | Holder): taken is Holder => 'pid' in taken;

/** Linux: an abstract socket named for the folder itself, whatever path leads to it. */
function lockAddress(dataDir: string): string {
  const { dev, ino } = statSync(dataDir);
  if (process.platform === 'linux') return `\0hexie-hub:${dev}:${ino}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\hexie-hub-${dev}-${ino}`;
  return join(dataDir, 'lock');
}

function listen(address: string, greeting: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer(socket => {
      socket.on('error', () => undefined);
      socket.end(greeting);
    });
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(address, () => {
      server.unref();
      resolve(server);
    });
  });
}

function ask(address: string): Promise<Holder | undefined> {
  return new Promise(resolve => {
    let text = '';
    const socket = connect(address);
    socket.setTimeout(2000, () => socket.destroy());
    socket.on('data', chunk => (text += chunk.toString('utf8')));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(parseHolder(text)));
  });
}

function parseHolder(text: string): Holder | undefined {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return undefined;
  }
}
