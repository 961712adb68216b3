import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { socketEndpoint } from '../../server/src/app/database/endpoint.ts';
import type { Day } from '../../server/src/kernel/days.ts';
import { start, type Child } from './child.ts';
import { employerCode } from './contract-file.ts';
import { page, send, type PageServer } from './home-load.ts';
import { layPeerSchema, peerRequests } from './home-peers.ts';
import { plainRequests } from './home-plain.ts';
import { homeRequests } from './home-questions.ts';
import { seedHome, type HomeDistrict } from './home-seed.ts';
import { connected } from './seed.ts';

/** A district with the hub and both peers in front of it, all on one PostgreSQL. */
export interface HomeServers {
  readonly ours: PageServer;
  readonly plain: PageServer;
  readonly postgraphile: PageServer;
  /** Seconds until the district was there, and until its cells were. */
  readonly seeded: number;
  readonly built: number;
  /** Imports one dispute of thirty applicants; how long the page was wrong after it, and how long the import took. */
  importOne(): Promise<{ readonly right: number; readonly took: number }>;
  /** A one-time password of a new person who leads. */
  leader(): Promise<string>;
  stop(): Promise<void>;
}

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const seconds = (since: number): number => Number(((performance.now() - since) / 1000).toFixed(1));

/** Starts a hub on a data folder of its own, fills its district and waits until its cells are made. */
export async function openHome(root: string, district: HomeDistrict, at: Day): Promise<HomeServers> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hexie-home-'));
  chmodSync(dataDir, 0o755);
  const env = { HUB_DATA_DIR: dataDir, HUB_DEMO: 'off', LOG_LEVEL: 'warn' };
  const cli = async (args: readonly string[]): Promise<string> => {
    const file = join(root, 'server/dist/cli.js');
    const { stdout } = await promisify(execFile)(process.execPath, [file, ...args], { env: { ...process.env, ...env } });
    return stdout;
  };
  const children: Child[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(children.map(child => child.stop()));
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const hub = await start(process.execPath, [join(root, 'server/dist/main.js')], env, '/readyz');
    children.push(hub);
    const owner = socketEndpoint(join(dataDir, 'socket')).as('hub_owner');
    const { token } = JSON.parse(await cli(['token', 'add', '--name', 'bench', '--role', 'HRSS', '--json'])) as { token: string };
    const ours: PageServer = { name: 'Hexie Hub', url: hub.url, headers: { authorization: `Bearer ${token}` }, requests: homeRequests(at) };
    const began = performance.now();
    await connected(owner, async client => {
      await seedHome(client, district);
      await layPeerSchema(client);
    });
    const seeded = seconds(began);
    await page(ours);
    await connected(owner, async client => {
      for (;;) {
        const { rows } = await client.query<{ behind: number }>('select count(*)::int as behind from metric_term where through < 0');
        if (rows[0]?.behind === 0) break;
        await sleep(100);
      }
      await client.query('vacuum analyze');
    });
    const built = seconds(began) - seeded;
    const database = { BENCH_DATABASE: JSON.stringify(owner) };
    const plain = await start(process.execPath, [here('plain-server.ts')], database);
    children.push(plain);
    const peer = await start(process.execPath, [here('postgraphile-server.ts')], { ...database, BENCH_SCHEMAS: 'public,peer' });
    children.push(peer);
    const leader = async (): Promise<string> => {
      const added = await cli(['user', 'add', 'bench-leader', '--name', 'Bench', '--role', 'LEADER', '--json']);
      return (JSON.parse(added) as { password: string }).password;
    };
    let imported = 0;
    const importOne = async (): Promise<{ right: number; took: number }> => {
      const file = join(dataDir, `one-${++imported}.csv`);
      writeFileSync(file, `案号,申请日期,申请人数,被申请人统一社会信用代码,被申请人,案由,调解渠道\n新案${imported},${at},30,${employerCode(imported)},柳东测试第${imported}单位,劳动报酬,人社\n`);
      const before = await majorOf(ours);
      const sent = performance.now();
      await cli(['import', file]);
      const done = performance.now();
      while ((await majorOf(ours)) !== before + 1) if (performance.now() - done > 60_000) throw new Error('the import changed nothing');
      await page(ours);
      return { right: performance.now() - done, took: done - sent };
    };
    return {
      ours, seeded, built, importOne, leader, stop,
      plain: { name: 'plain SQL', url: plain.url, headers: {}, requests: plainRequests(at) },
      postgraphile: { name: 'PostGraphile', url: peer.url, headers: {}, requests: peerRequests(at) },
    };
  } catch (error) {
    await stop();
    throw error;
  }
} // prettier-ignore

/** The scorecard as an answer tells it. */
export interface Scorecard {
  readonly data: {
    readonly scorecard: readonly {
      readonly metric: { readonly key: string };
      readonly value: { readonly value: number | null; readonly numerator: number | null; readonly denominator: number | null };
    }[];
  };
} // prettier-ignore

/** The scorecard's figures by key: value, or numerator and denominator of a rate. */
export async function scorecardOf(
  server: PageServer,
): Promise<ReadonlyMap<string, readonly (number | null)[]>> {
  const request = server.requests.find(({ name }) => name === 'scorecard');
  if (!request) throw new Error('a page without its scorecard');
  const { data } = JSON.parse(await send(server, request)) as Scorecard;
  return new Map(
    data.scorecard.map(({ metric, value }) => [metric.key, [value.numerator, value.denominator]]),
  );
}

const majorOf = async (server: PageServer): Promise<number> =>
  (await scorecardOf(server)).get('incident.major')?.[0] ?? 0;
