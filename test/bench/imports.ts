// Imports of a real hub: a contract library as CSV, the same again, a workbook; and COPY of the same rows into the same table.
import { execFile } from 'node:child_process';
import { openAsBlob, chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Client } from 'pg';
import type { Role } from '../../server/src/access/roles.ts';
import { socketEndpoint } from '../../server/src/app/database/endpoint.ts';
import { start } from './child.ts';
import { employerCode, writeContracts, writeContractWorkbook } from './contract-file.ts';
import { copyIn, copyOut } from './copy.ts';
import { connected } from './seed.ts';
import { watched, type Watched } from './watch.ts';

/** How much is imported. */
export interface ImportSizes {
  readonly rows: number;
  readonly workbookRows: number;
}

/** What is to be reached: against COPY, in megabytes, milliseconds, and seconds for the workbook of 100,000 rows. */
const targets = { toCopy: 0.25, megabytes: 512, delayP99: 100, workbookSeconds: 60 };
const employers = 20_000;

/** What was measured. */
interface Measured extends ImportSizes {
  readonly first: Watched;
  readonly again: Watched;
  readonly workbook: Watched;
  readonly copySeconds: number;
}

/** Imports into a hub of its own, started from the build as a department would meet it. */
export async function measureImports(root: string, sizes: ImportSizes, note: (text: string) => void) {
  const folder = mkdtempSync(join(tmpdir(), 'hexie-imports-'));
  chmodSync(folder, 0o755);
  const env = { HUB_DATA_DIR: join(folder, 'data'), HUB_DEMO: 'off', LOG_LEVEL: 'warn' };
  const hub = await start(process.execPath, [join(root, 'server/dist/main.js')], env, '/readyz');
  try {
    const token = await tokenOf(root, env);
    const csv = join(folder, 'contracts.csv');
    const xlsx = join(folder, 'contracts.xlsx');
    await writeContracts(csv, sizes.rows, employers);
    await writeContractWorkbook(xlsx, sizes.workbookRows, employers, sizes.rows);
    const owner = socketEndpoint(join(folder, 'data', 'socket')).as('hub_owner');
    await connected(owner, client => seedEmployers(client));
    const send = (path: string, outcome: string, rows: number): Promise<Watched> => {
      note(`importing ${rows} rows of ${path.split('.').at(-1)}`);
      return watched(hub, () => upload(hub.url, token, path, outcome, rows).then(() => undefined));
    };
    const first = await send(csv, 'inserted', sizes.rows);
    const copySeconds = await connected(owner, client => copy(client, join(folder, 'rows')));
    const again = await send(csv, 'unchanged', sizes.rows);
    const workbook = await send(xlsx, 'inserted', sizes.workbookRows);
    return report({ ...sizes, first, again, workbook, copySeconds });
  } finally {
    await hub.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A token of a department, as the command line gives it. */
export async function tokenOf(root: string, env: NodeJS.ProcessEnv, role: Role = 'HRSS'): Promise<string> {
  const args = ['server/dist/cli.js', 'token', 'add', '--name', `bench ${role}`, '--role', role, '--json'];
  const options = { cwd: root, env: { ...process.env, ...env } };
  const { stdout } = await promisify(execFile)(process.execPath, args, options);
  return (JSON.parse(stdout) as { token: string }).token;
}

/** Sends the file and demands that so many rows of it had this outcome; answers the import's id. */
export async function upload(
  url: string,
  token: string,
  path: string,
  outcome: string,
  rows: number,
): Promise<string> {
  const form = new FormData();
  form.append('file', await openAsBlob(path), path.split('/').at(-1));
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${url}/api/imports`, { method: 'POST', headers, body: form });
  const { id } = (await response.json()) as { id: string };
  const query = `query($id: ID!) { import(id: $id) { status sheets { rowsRead ${outcome} } } }`;
  for (;;) {
    await new Promise(resolve => setTimeout(resolve, 200));
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { id } }),
    });
    const { data } = (await answer.json()) as {
      data?: { import?: { status: string; sheets: Record<string, number>[] } };
    };
    const status = data?.import?.status;
    if (status === 'RECEIVED' || status === 'RUNNING') continue;
    if (status === 'DONE' && data?.import?.sheets[0]?.[outcome] === rows) return id;
    throw new Error(`the import did not come to ${rows} ${outcome}: ${JSON.stringify(data)}`);
  }
}

/** Employers for the contracts, as one roster would have left them. */
async function seedEmployers(client: Client): Promise<void> {
  const codes = Array.from({ length: employers }, (_, n) => employerCode(n));
  await client.query(
    `with file as (insert into import_file (file_name, status, sent_by, finished_at)
       values ('roster', 'DONE', 'bench', now()) returning id),
     sheet as (insert into import_sheet (file_id, position, sheet, form, status, known_at)
       select id, 0, 'E', 'E', 'DONE', now() from file returning id)
     insert into import_row (sheet_id, row_no, outcome) select id, 1, 'INSERTED' from sheet`,
  );
  await client.query(
    `insert into enterprise (uscc, name, name_key, town, industry, staff, founded_on, status, import_row_id)
     select code, '柳东测试第' || n || '制造有限公司', '柳东测试第' || n || '制造有限公司', 'CORE', 'C', 60, '2001-01-01', 'ACTIVE',
        (select min(id) from import_row) from unnest($1::text[]) with ordinality as c(code, n)`,
    [codes],
  );
  await client.query('analyze enterprise');
}

/** Seconds of COPY of all contracts into a table with the same columns, indexes, constraints and references. */
async function copy(client: Client, path: string): Promise<number> {
  await copyOut(client, 'copy contract to stdout', path);
  await client.query('create table contract_copy (like contract including all)');
  await client.query(`alter table contract_copy add foreign key (enterprise_id) references enterprise,
    add foreign key (import_row_id) references import_row`);
  const begun = performance.now();
  await copyIn(client, 'copy contract_copy from stdin', path);
  const seconds = Number(((performance.now() - begun) / 1000).toFixed(1));
  await client.query('drop table contract_copy');
  return seconds;
}

/** The table for people and the record for programs. */
function report(measured: Measured): { text: string; result: object; met: boolean } {
  const { rows, workbookRows, first, again, workbook, copySeconds } = measured;
  const toCopy = Number((copySeconds / first.seconds).toFixed(2));
  const all = [first, again, workbook];
  const most = (pick: (one: Watched) => number): number => Math.max(...all.map(pick));
  const workbookLimit = Math.max(10, (targets.workbookSeconds * workbookRows) / 100_000);
  const met =
    toCopy >= targets.toCopy &&
    most(one => Math.max(one.hubMegabytes, one.readerMegabytes)) <= targets.megabytes &&
    most(one => one.delayP99) <= targets.delayP99 &&
    again.seconds <= first.seconds * 1.1 &&
    workbook.seconds <= workbookLimit;
  const line = (name: string, count: number, one: Watched): string =>
    `  ${name.padEnd(30)}${one.seconds.toFixed(1).padStart(8)} s${Math.round(count / one.seconds).toString().padStart(9)} rows/s  hub ${one.hubMegabytes} MB, reader ${one.readerMegabytes} MB, event loop p99 ${one.delayP99} ms`; // prettier-ignore
  const lines = [
    '', 'Imports of contracts (form C), uploaded to a running hub', '',
    line(`CSV, ${rows} rows`, rows, first),
    line('the same file again', rows, again),
    line(`.xlsx, ${workbookRows} rows`, workbookRows, workbook),
    `  ${'COPY of the same rows'.padEnd(30)}${copySeconds.toFixed(1).padStart(8)} s${Math.round(rows / copySeconds).toString().padStart(9)} rows/s`,
    `  ours / COPY ${toCopy} × (target ≥ ${targets.toCopy}); memory ≤ ${targets.megabytes} MB each; event loop p99 ≤ ${targets.delayP99} ms; workbook ≤ ${workbookLimit} s`,
    '',
  ]; // prettier-ignore
  return { text: lines.join('\n'), result: { met, targets, toCopy, ...measured }, met };
}
