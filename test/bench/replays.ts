// Facts told anew at size: a contract library that was sent twice and is withdrawn once, and one that waited for its roster.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start, type Child } from './child.ts';
import { employerCode, writeContracts } from './contract-file.ts';
import { tokenOf, upload } from './imports.ts';
import { watched, type Watched } from './watch.ts';

/** What is to be reached: against importing the same rows, in megabytes, in milliseconds. */
const targets = { toImport: 2, megabytes: 512, delayP99: 100 };
const employers = 2_000;

/** Measures on a hub of its own, started from the build as a department would meet it. */
export async function measureReplays(root: string, rows: number, note: (text: string) => void) {
  const [waiting, attached] = await onHub(root, async (hub, token) => {
    const { contracts, roster } = files(hub.folder);
    await writeContracts(contracts, rows, employers);
    note(`importing ${rows} rows that wait, then their roster`);
    const first = await watched(hub, () =>
      upload(hub.url, token('HRSS'), contracts, 'parked', rows).then(() => undefined),
    );
    const second = await watched(hub, () =>
      upload(hub.url, token('INDUSTRY'), roster, 'attached', rows).then(() => undefined),
    );
    return [first, second] as const;
  });
  const [imported, again, withdrawn] = await onHub(root, async (hub, token) => {
    const { contracts, roster } = files(hub.folder);
    await writeContracts(contracts, rows, employers);
    await upload(hub.url, token('INDUSTRY'), roster, 'inserted', employers);
    note(`importing ${rows} rows twice, then withdrawing the first time`);
    let id = '';
    const first = await watched(hub, async () => {
      id = await upload(hub.url, token('HRSS'), contracts, 'inserted', rows);
    });
    const second = await watched(hub, () =>
      upload(hub.url, token('HRSS'), contracts, 'unchanged', rows).then(() => undefined),
    );
    const third = await watched(hub, () => withdraw(hub.url, token('HRSS'), id));
    return [first, second, third] as const;
  });
  return report(rows, { imported, again, withdrawn, waiting, attached });
}

interface Hub extends Child {
  readonly folder: string;
}

async function onHub<Result>(
  root: string,
  work: (hub: Hub, token: (role: 'HRSS' | 'INDUSTRY') => string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'hexie-replays-'));
  chmodSync(folder, 0o755);
  const env = { HUB_DATA_DIR: join(folder, 'data'), HUB_DEMO: 'off', LOG_LEVEL: 'warn' };
  const hub = await start(process.execPath, [join(root, 'server/dist/main.js')], env, '/readyz');
  try {
    const tokens = { HRSS: await tokenOf(root, env, 'HRSS'), INDUSTRY: await tokenOf(root, env, 'INDUSTRY') };
    return await work({ ...hub, folder }, role => tokens[role]);
  } finally {
    await hub.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Where the contracts will stand, and the roster of their employers. */
function files(folder: string): { contracts: string; roster: string } {
  const roster = join(folder, 'roster.csv');
  const lines = Array.from({ length: employers }, (_, n) =>
    [employerCode(n), `柳东测试第${n}制造有限公司`, '雒容镇', '制造业', 50, '2001-01-01'].join(','),
  );
  const header = '统一社会信用代码,企业名称,所属区域,行业门类,职工人数,成立日期';
  writeFileSync(roster, [header, ...lines].join('\r\n'));
  return { contracts: join(folder, 'contracts.csv'), roster };
}

async function withdraw(url: string, token: string, id: string): Promise<void> {
  const query = `mutation ($id: ID!) { withdrawImport(input: { id: $id, reason: "演练" }) { updatedUndone } }`;
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { id } }),
  });
  const { data } = (await response.json()) as { data?: { withdrawImport?: object | null } };
  if (!data?.withdrawImport) throw new Error('the import was not withdrawn');
}

/** The table for people and the record for programs. */
function report(
  rows: number,
  measured: Readonly<Record<'imported' | 'again' | 'withdrawn' | 'waiting' | 'attached', Watched>>,
): { text: string; result: object; met: boolean } {
  const { imported, again, withdrawn, waiting, attached } = measured;
  const toImport = (one: Watched): number => Number((one.seconds / imported.seconds).toFixed(2));
  const ratios = { withdrawn: toImport(withdrawn), attached: toImport(attached) };
  const all = Object.values(measured);
  const met =
    Math.max(...Object.values(ratios)) <= targets.toImport &&
    all.every(one => one.hubMegabytes <= targets.megabytes && one.delayP99 <= targets.delayP99);
  const line = (name: string, one: Watched): string =>
    `  ${name.padEnd(42)}${one.seconds.toFixed(1).padStart(7)} s  hub ${one.hubMegabytes} MB, event loop p99 ${one.delayP99} ms`;
  const lines = [
    '', `Facts told anew: ${rows} contracts`, '',
    line('imported', imported), line('the same file again', again), line('the first of the two withdrawn', withdrawn),
    line('imported before their roster (waiting)', waiting), line('the roster that lets them in', attached),
    `  to the import: withdrawal ${ratios.withdrawn} ×, roster ${ratios.attached} × (target ≤ ${targets.toImport}); hub ≤ ${targets.megabytes} MB; event loop p99 ≤ ${targets.delayP99} ms`,
    '',
  ]; // prettier-ignore
  return { text: lines.join('\n'), result: { met, targets, rows, ratios, ...measured }, met };
}
