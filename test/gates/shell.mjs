import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's root; every gate runs there. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The pinned Node; its folder goes first on the path of everything a gate starts. */
const nodeFolder = join(root, 'node_modules/node/bin');
export const node = existsSync(join(nodeFolder, 'node')) ? join(nodeFolder, 'node') : process.execPath;

/**
 * Runs a program and resolves with its exit status and all it printed; `show` passes the output on as it comes. What is
 * not shown nobody waits for: it takes the time that others leave.
 */
export function run(command, args, { env = {}, show = false, cwd = root } = {}) {
  return new Promise(resolve => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, PATH: nodeFolder + delimiter + process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (!show && child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    let output = '';
    const take = chunk => {
      output += chunk;
      if (show) process.stdout.write(chunk);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', error => resolve({ ok: false, output: `${command}: ${error.message}` }));
    child.on('close', status => resolve({ ok: status === 0, output }));
  });
}

/** A tool of the workspace, run by the pinned Node from the package that declares it. */
export const tool = (name, args, { from = '.', ...options } = {}) =>
  run(join(root, from, 'node_modules/.bin', name), args, options);

/** Whether a program of this name is on the path. */
export const onPath = name =>
  (process.env.PATH ?? '').split(delimiter).some(folder => folder && existsSync(join(folder, name)));
