// `npm run bench`: our list query beside PostGraphile 5 and PostgreSQL's own JSON, on one real PostgreSQL in one run.
// Alternating rounds, medians (of the rates, and of the ratios within one round), the same data proven for all three; a table on stdout and bench.json beside package.json.
import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual, parseArgs, promisify } from 'node:util';
import { socketEndpoint } from '../../server/src/app/database/endpoint.ts';
import { start, type Child } from './child.ts';
import { ask, median, round, type Contender, type Round } from './load.ts';
import { ourQuestion, postGraphileQuestion } from './question.ts';
import { connected, seedDisputes, seedDistrict } from './seed.ts';
import { report, type Figures } from './report.ts';
import { starts } from './starts.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '9' },
    seconds: { type: 'string', default: '3' },
    'no-starts': { type: 'boolean', default: false },
  },
});
const root = fileURLToPath(new URL('../..', import.meta.url));
const employers = 1200;
/** As the demo has them, and then as many as "the first ten of each" can show. */
const districts = [
  { name: 'district as it is', disputes: 3000 },
  { name: 'ten disputes each', disputes: 12_000 },
];

const note = (text: string): void => void process.stderr.write(`  ${text}\n`);
const dataDir = mkdtempSync(join(tmpdir(), 'hexie-bench-'));
chmodSync(dataDir, 0o755);
const children: Child[] = [];

/** A token of a role that sees the whole district: the row scope is on, and nothing is filtered away. */
async function token(env: NodeJS.ProcessEnv): Promise<string> {
  const args = ['server/dist/cli.js', 'token', 'add', '--name', 'bench', '--role', 'HRSS', '--json'];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
  });
  return (JSON.parse(stdout) as { token: string }).token;
}

async function measure(contenders: readonly Contender[]): Promise<Map<string, Round[]>> {
  const [first, ...others] = await Promise.all(contenders.map(ask));
  const same = others.every(other => isDeepStrictEqual(first, other));
  if (!same) throw new Error('The three do not answer alike; there is nothing to compare.');
  const rounds = new Map<string, Round[]>(contenders.map(c => [c.name, []]));
  for (let n = 0; n < Number(values.rounds); n++) {
    for (const contender of contenders) {
      const result = await round(contender, Number(values.seconds));
      rounds.get(contender.name)?.push(result);
      note(`round ${n + 1} · ${contender.name}: ${result.requests.toFixed(0)} requests/s`);
    }
  }
  return rounds;
}

try {
  const env = { HUB_DATA_DIR: dataDir, HUB_DEMO: 'off', LOG_LEVEL: 'warn' };
  note('starting the hub with an embedded PostgreSQL of its own');
  const ours = await start(process.execPath, [join(root, 'server/dist/main.js')], env, '/readyz');
  children.push(ours);
  const endpoint = socketEndpoint(join(dataDir, 'socket'));
  const owner = endpoint.as('hub_owner');
  const database = { BENCH_DATABASE: JSON.stringify(owner) };
  const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
  const json = { 'content-type': 'application/json' };
  const bearer = { ...json, authorization: `Bearer ${await token(env)}` };

  const figures: Figures[] = [];
  let there = 0;
  for (const { name, disputes } of districts) {
    note(`${name}: ${employers} employers, ${disputes} disputes`);
    await connected(owner, client =>
      there === 0
        ? seedDistrict(client, { employers, disputes })
        : seedDisputes(client, employers, disputes - there, there + 1),
    );
    there = disputes;
    const peer = await start(process.execPath, [here('postgraphile-server.ts')], database);
    const raw = await start(process.execPath, [here('pass-through-server.ts')], database);
    children.push(peer, raw);
    const rounds = await measure([
      { name: 'ours', url: ours.url, body: JSON.stringify({ query: ourQuestion }), headers: bearer },
      {
        name: 'postgraphile',
        url: peer.url,
        body: JSON.stringify({ query: postGraphileQuestion }),
        headers: json,
      },
      { name: 'passThrough', url: raw.url, body: '{}', headers: json },
    ]);
    const of = (contender: string, pick: (r: Round) => number): number =>
      median((rounds.get(contender) ?? []).map(pick));
    const within = (contender: string): number =>
      median(
        (rounds.get('ours') ?? []).map((r, i) => r.requests / (rounds.get(contender)?.[i]?.requests ?? NaN)),
      );
    figures.push({ name, disputes, of, within });
    await Promise.all([peer.stop(), raw.stop()]);
  }
  await ours.stop();
  const ready = values['no-starts'] ? undefined : await starts(root, note);
  const { text, result, met } = report(figures, employers, ready);
  process.stdout.write(text);
  writeFileSync(join(root, 'bench.json'), `${JSON.stringify(result, null, 2)}\n`);
  process.exitCode = met ? 0 : 1;
} finally {
  await Promise.all(children.map(child => child.stop()));
  rmSync(dataDir, { recursive: true, force: true });
}
