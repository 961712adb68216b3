import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual, promisify } from 'node:util';
import { socketEndpoint } from '../../server/src/app/database/endpoint.ts';
import { start, type Child } from './child.ts';
import { ask, median, round, type Contender, type Round } from './load.ts';
import { ourQuestion, postGraphileQuestion } from './question.ts';
import type { Figures } from './report.ts';
import { connected, seedDisputes, seedDistrict } from './seed.ts';

/** How often and how long each contender is asked. */
export interface ListOptions {
  readonly rounds: number;
  readonly seconds: number;
}

export const listEmployers = 1200;
/** As the demo has them, and then as many as "the first ten of each" can show. */
const districts = [
  { name: 'district as it is', disputes: 3000 },
  { name: 'ten disputes each', disputes: 12_000 },
];
const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** A token of a role that sees the whole district: the row scope is on, and nothing is filtered away. */
async function token(root: string, env: NodeJS.ProcessEnv): Promise<string> {
  const args = ['server/dist/cli.js', 'token', 'add', '--name', 'bench', '--role', 'HRSS', '--json'];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
  });
  return (JSON.parse(stdout) as { token: string }).token;
}

async function measure(
  contenders: readonly Contender[],
  { rounds, seconds }: ListOptions,
  note: (text: string) => void,
): Promise<Map<string, Round[]>> {
  const [first, ...others] = await Promise.all(contenders.map(ask));
  const same = others.every(other => isDeepStrictEqual(first, other));
  if (!same) throw new Error('The three do not answer alike; there is nothing to compare.');
  const results = new Map<string, Round[]>(contenders.map(c => [c.name, []]));
  for (let n = 0; n < rounds; n++) {
    for (const contender of contenders) {
      const result = await round(contender, seconds);
      results.get(contender.name)?.push(result);
      note(`round ${n + 1} · ${contender.name}: ${result.requests.toFixed(0)} requests/s`);
    }
  }
  return results;
}

/** Our list query beside PostGraphile 5 and PostgreSQL's own JSON: alternating rounds on one database. */
export async function measureList(
  root: string,
  options: ListOptions,
  note: (text: string) => void,
): Promise<Figures[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hexie-bench-'));
  chmodSync(dataDir, 0o755);
  const children: Child[] = [];
  try {
    const env = { HUB_DATA_DIR: dataDir, HUB_DEMO: 'off', LOG_LEVEL: 'warn' };
    note('starting the hub with an embedded PostgreSQL of its own');
    const ours = await start(process.execPath, [join(root, 'server/dist/main.js')], env, '/readyz');
    children.push(ours);
    const endpoint = socketEndpoint(join(dataDir, 'socket'));
    const owner = endpoint.as('hub_owner');
    const database = { BENCH_DATABASE: JSON.stringify(owner) };
    const json = { 'content-type': 'application/json' };
    const bearer = { ...json, authorization: `Bearer ${await token(root, env)}` };

    const figures: Figures[] = [];
    let there = 0;
    for (const { name, disputes } of districts) {
      note(`${name}: ${listEmployers} employers, ${disputes} disputes`);
      await connected(owner, client =>
        there === 0
          ? seedDistrict(client, { employers: listEmployers, disputes })
          : seedDisputes(client, listEmployers, disputes - there, there + 1),
      );
      there = disputes;
      const peer = await start(process.execPath, [here('postgraphile-server.ts')], database);
      const raw = await start(process.execPath, [here('pass-through-server.ts')], database);
      children.push(peer, raw);
      const rounds = await measure(
        [
          { name: 'ours', url: ours.url, body: JSON.stringify({ query: ourQuestion }), headers: bearer },
          {
            name: 'postgraphile',
            url: peer.url,
            body: JSON.stringify({ query: postGraphileQuestion }),
            headers: json,
          },
          { name: 'passThrough', url: raw.url, body: '{}', headers: json },
        ],
        options,
        note,
      );
      const of = (contender: string, pick: (r: Round) => number): number =>
        median((rounds.get(contender) ?? []).map(pick));
      const within = (contender: string): number =>
        median(
          (rounds.get('ours') ?? []).map(
            (r, i) => r.requests / (rounds.get(contender)?.[i]?.requests ?? NaN),
          ),
        );
      figures.push({ name, disputes, of, within });
      await Promise.all([peer.stop(), raw.stop()]);
    }
    return figures;
  } finally {
    await Promise.all(children.map(child => child.stop()));
    rmSync(dataDir, { recursive: true, force: true });
  }
}
