import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server under load, in a process of its own. */
export interface Child {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}

/** Waits until the address answers 200, or fails with what the process printed. */
async function untilReady(
  child: ChildProcess,
  url: string,
  path: string,
  output: () => string,
): Promise<void> {
  const deadline = performance.now() + 180_000;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) break;
    const response = await fetch(url + path, { method: path === '/graphql' ? 'POST' : 'GET' }).catch(
      () => undefined,
    );
    if (response && (response.ok || path === '/graphql')) return;
    await sleep(20);
  }
  throw new Error(`${url} did not become ready:\n${output()}`);
}

/** Starts a program as a server on a free port and waits until it answers. */
export async function start(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  path = '/graphql',
): Promise<Child> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(command, args, {
    env: { ...process.env, NODE_ENV: 'production', GRAPHILE_ENV: 'production', ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output = (output + chunk.toString('utf8')).slice(-4000)));
  }
  const ended = new Promise<void>(resolve => child.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await ended;
    clearTimeout(late);
  };
  try {
    await untilReady(child, url, path, () => output);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, pid: child.pid ?? 0, stop };
}
