// Dependencies and builds, each skipped when its stamp says that nothing has changed.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hubNode, root, step } from './processes.mjs';

const pnpm = 'pnpm@10.34.9';
const cache = join(root, '.cache');
const packages = ['server', 'dashboard', 'schema', 'test'];

const installSources = [
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'package.json',
  ...packages.map(name => `${name}/package.json`),
];

/** What a build depends on, where it goes, and the file that proves it. */
const builds = {
  server: {
    words: '构建服务端 / building the server',
    sources: ['server/src', 'server/migrations', 'server/vite.config.ts', 'schema'],
    proof: 'server/dist/main.js',
  },
  dashboard: {
    words: '构建看板 / building the dashboard',
    sources: [
      'dashboard/src',
      'dashboard/public',
      'dashboard/index.html',
      'dashboard/vite.config.ts',
      'schema',
    ],
    proof: 'dashboard/dist/index.html',
  },
};

/** Brings dependencies and the named builds up to date. */
export async function setUp(wanted) {
  await mkdir(cache, { recursive: true });
  const release = await takeTurn();
  try {
    const installed = await install();
    for (const name of wanted) await build(name, installed);
  } finally {
    await release();
  }
}

async function install() {
  const stamp = await fingerprint(installSources, [process.platform, process.arch]);
  const there = existsSync(hubNode) && existsSync(join(root, 'node_modules', '.modules.yaml'));
  if (there && (await stamped('install')) === stamp) return stamp;
  say('安装依赖（首次约一分钟）/ installing dependencies (a minute the first time)');
  const args = ['install', '--frozen-lockfile', '--reporter=append-only', '--loglevel=info'];
  try {
    await step(...npx([pnpm, ...args]), { env: { CI: 'true', npm_config_loglevel: 'error' } });
  } catch (error) {
    throw new Error(
      `依赖未能安装，请检查网络 / dependencies could not be installed; check the network (${error.message})`,
    );
  }
  await stampIt('install', stamp);
  return stamp;
}

/** npx of the npm that called us, run by our own Node; whatever npx is on the path otherwise. */
function npx(args) {
  const npm = process.env.npm_execpath ?? '';
  if (npm.endsWith('npm-cli.js')) return [process.execPath, [npm, 'exec', '--yes', '--', ...args]];
  return ['npx', ['--yes', ...args]];
}

async function build(name, installed) {
  const { words, sources, proof } = builds[name];
  const stamp = await fingerprint(sources, [installed]);
  if (existsSync(join(root, proof)) && (await stamped(name)) === stamp) return;
  say(words);
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  await step(hubNode, [vite, 'build', '--logLevel', 'warn'], {
    cwd: join(root, name),
    env: { NODE_ENV: 'production' },
  });
  await stampIt(name, stamp);
}

/** One hash over names and contents of files and folders, packages left out. */
async function fingerprint(paths, words) {
  const hash = createHash('sha256').update(words.join('\0'));
  const visit = async path => {
    const full = join(root, path);
    const entries = await readdir(full, { withFileTypes: true }).catch(() => undefined);
    if (!entries) {
      const bytes = await readFile(full).catch(() => undefined);
      if (bytes) hash.update(`\0${path}\0`).update(bytes);
      return;
    }
    const names = entries.map(entry => entry.name).filter(name => name !== 'node_modules' && name !== 'dist');
    for (const name of names.sort()) await visit(`${path}/${name}`);
  };
  for (const path of paths) await visit(path);
  return hash.digest('hex');
}

const stamped = name => readFile(join(cache, `${name}.stamp`), 'utf8').catch(() => '');
const stampIt = (name, stamp) => writeFile(join(cache, `${name}.stamp`), stamp);
const say = words => process.stderr.write(`→ ${words} …\n`);

/** Two launchers never build the same folder at once; a turn left by a dead one is taken over. */
async function takeTurn() {
  const turn = join(cache, 'setup.lock');
  for (let waited = 0; ; waited += 200) {
    try {
      await writeFile(turn, String(process.pid), { flag: 'wx' });
      return () => rm(turn, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = Number(await readFile(turn, 'utf8').catch(() => '0'));
    if (holder > 0 && !alive(holder)) await rm(turn, { force: true });
    else if (waited === 400) say(`等待另一个准备过程（${holder}）/ waiting for another set-up (${holder})`);
    await sleep(200);
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
