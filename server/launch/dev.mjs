// `npm run dev`: the server is rebuilt and restarted on every change, the dashboard is served with reload.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { build, createServer } from 'vite';
import { root } from './processes.mjs';

let hub;

/** The old hub must be gone before the new one may take the data folder. */
async function restart() {
  await stop();
  const options = {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'development' },
  };
  hub = spawn(process.execPath, ['--enable-source-maps', join(root, 'server', 'dist', 'main.js')], options);
}

async function stop() {
  if (!hub || hub.exitCode !== null || hub.signalCode !== null) return;
  hub.kill('SIGTERM');
  await once(hub, 'close');
}

const server = join(root, 'server');
const watcher = await build({
  root: server,
  configFile: join(server, 'vite.config.ts'),
  logLevel: 'warn',
  build: { watch: {} },
});
let turn = Promise.resolve();
watcher.on('event', event => {
  if (event.code === 'END') turn = turn.then(restart);
  if (event.code === 'ERROR') process.stderr.write(`${event.error.message}\n`);
});

const folder = join(root, 'dashboard');
const dashboard = await createServer({ root: folder, configFile: join(folder, 'vite.config.ts') });
await dashboard.listen();
dashboard.printUrls();

let ending = false;
async function end() {
  if (ending) return;
  ending = true;
  await Promise.all([watcher.close(), dashboard.close(), turn.then(stop)]);
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(signal, end);
