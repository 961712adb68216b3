import { readFileSync, readdirSync } from 'node:fs';
import { openHub, type BenchHub } from './hub.ts';
import { ask, median, type Contender } from './load.ts';
import { ourQuestion } from './question.ts';
import { connected, seedDistrict } from './seed.ts';
import { table } from './table.ts';

/** What row-level security may cost the list benchmark. */
const mostCost = 0.15;
const district = { employers: 1200, disputes: 12_000 };
/** So many requests a turn, so many at a time. */
const [requests, atOnce] = [200, 10];

interface Cost {
  readonly role: string;
  /** Milliseconds of processor time a request takes of hub and database together, with row-level security and without. */
  readonly secured: number;
  readonly open: number;
  /** What is lost of the rate; turns that stand side by side are compared. */
  readonly cost: number;
}

/** Switches every policy on or off, table by table, for the hub works meanwhile; connections plan their statements anew. */
const secure = (hub: BenchHub, on: boolean): Promise<void> =>
  connected(hub.owner, async client => {
    const tables = `select distinct tablename as name from pg_policies where schemaname = 'public' order by 1`;
    for (const { name } of (await client.query<{ name: string }>(tables)).rows)
      await client.query(`alter table ${name} ${on ? 'enable' : 'disable'} row level security`);
  });

/** The parent of a backend. */
const postmasterOf = (hub: BenchHub): Promise<number> =>
  connected(hub.owner, async client => {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const status = readFileSync(`/proc/${rows[0]?.pid}/status`, 'latin1');
    return Number(/^PPid:\s+(\d+)$/m.exec(status)?.[1]);
  });

/** Milliseconds that hub and database have worked so far: what else the machine does leaves that nearly alone. */
function worked(hub: number, postmaster: number): number {
  const stats = readdirSync('/proc').filter(name => /^\d+$/.test(name)).map(pid => {
    try {
      const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'latin1').split(/\) (?=[A-Z])/);
      return { pid: Number(pid), fields: rest.split(' ').map(Number) };
    } catch {
      return { pid: 0, fields: [] };
    }
  });
  // Of the postmaster also what backends did that have ended.
  const ours = stats.flatMap(({ pid, fields }) =>
    pid === postmaster ? fields.slice(11, 15) : pid === hub || fields[1] === postmaster ? fields.slice(11, 13) : [],
  );
  return ours.reduce((sum, ticks) => sum + ticks, 0) * 10;
} // prettier-ignore

async function measure(hub: BenchHub, role: string, headers: Contender['headers'], rounds: number, note: (text: string) => void): Promise<Cost> {
  const json = { 'content-type': 'application/json', ...headers };
  const contender = { name: role, url: hub.url, body: JSON.stringify({ query: ourQuestion }), headers: json };
  const postmaster = await postmasterOf(hub);
  const askMany = (count: number): Promise<unknown> =>
    Promise.all(Array.from({ length: atOnce }, async () => {
      for (let n = 0; n < count / atOnce; n++) await ask(contender);
    }));
  const turn = async (on: boolean): Promise<number> => {
    await secure(hub, on);
    await askMany(requests / 2);
    const before = worked(hub.pid, postmaster);
    await askMany(requests);
    return (worked(hub.pid, postmaster) - before) / requests;
  };
  const pairs: { on: number; off: number }[] = [];
  for (let n = 0; n < rounds; n++) {
    // Now the one goes first and now the other: whatever grows over time favours neither.
    const [first, second] = [await turn(n % 2 === 0), await turn(n % 2 === 1)];
    const [on, off] = n % 2 === 0 ? [first, second] : [second, first];
    pairs.push({ on, off });
    note(`round ${n + 1} · ${role}: ${on.toFixed(2)} ms with, ${off.toFixed(2)} ms without`);
  }
  await secure(hub, true);
  const cost = 1 - median(pairs.map(({ on, off }) => off / on));
  return { role, secured: median(pairs.map(({ on }) => on)), open: median(pairs.map(({ off }) => off)), cost };
} // prettier-ignore

/** The list benchmark with row-level security and without, in turns on one hub: a role that sees all, and a town. */
export async function measurePolicy(root: string, rounds: number, note: (text: string) => void) {
  const hub = await openHub(root, 'policy');
  try {
    await connected(hub.owner, client => seedDistrict(client, district));
    const made = await hub.cli(['token', 'add', '--name', 'town', '--role', 'TOWN', '--town', 'CORE', '--json']);
    const { token } = JSON.parse(made) as { token: string };
    const costs = [
      await measure(hub, 'HRSS', hub.headers, rounds, note),
      await measure(hub, 'TOWN', { authorization: `Bearer ${token}` }, rounds, note),
    ];
    const met = costs.every(({ cost }) => cost <= mostCost);
    const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
    const lines = [
      '',
      `row-level security on the list benchmark (${district.employers} employers, ${district.disputes} disputes): processor time a request`,
      '',
      ...table(
        [['role', 'left'], ['with, ms', 'right'], ['without', 'right'], ['cost', 'right']],
        costs.map(one => [one.role, one.secured.toFixed(2), one.open.toFixed(2), percent(one.cost)]),
      ),
      `  target ≤ ${percent(mostCost)}: ${met ? 'met' : 'missed'}`,
      '',
    ];
    return { text: lines.join('\n'), met, result: { policy: { met, target: mostCost, district, costs } } };
  } finally {
    await hub.stop();
  }
} // prettier-ignore
