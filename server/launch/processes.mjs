// Child processes of the launcher: their path, their output, their signals.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The pinned Node itself: pnpm's node_modules/.bin/node is a shell that swallows signals. */
export const hubNode = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** Without node_modules/.bin, which npm puts first and where `node` is that shell. */
export function plainPath() {
  const parts = (process.env.PATH ?? '').split(delimiter);
  return parts.filter(part => !part.includes('node_modules')).join(delimiter);
}

/** One step of the set-up; what it prints goes to standard error, line by line. */
export function step(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, PATH: plainPath(), ...options.env };
    const child = spawn(command, args, { cwd: options.cwd ?? root, env, stdio: ['ignore', 2, 2] });
    const forward = signal => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, forward);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      for (const one of signals) process.off(one, forward);
      if (code === 0) resolve();
      else reject(new Error(`${command} ${args.slice(0, 4).join(' ')}: ${signal ?? `exit status ${code}`}`));
    });
  });
}

/** Becomes the command: same terminal, signals passed on, its exit status ours. A vanished launcher ends the hub too. */
export function handOver(command, args, name) {
  const env = { ...process.env, PATH: `${dirname(hubNode)}${delimiter}${plainPath()}` };
  // Compiled code is kept: it saves a second of every later start.
  if (name === 'start' || name === 'hub') env.NODE_COMPILE_CACHE ??= join(root, '.cache', 'node');
  const channel = name === 'start' || name === 'dev' ? ['ipc'] : [];
  const child = spawn(command, args, {
    cwd: root,
    env,
    stdio: ['inherit', 'inherit', 'inherit', ...channel],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', error => {
    process.stderr.write(`${command}: ${error.message}\n`);
    process.exit(1);
  });
  child.on('close', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)));
}
