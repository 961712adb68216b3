import { systemScope } from '../../server/src/kernel/database.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemViewer, type Viewer } from '../../server/src/access/viewer.ts';
import {
  dispute,
  disputes,
  firm,
  openBench,
  roster,
  union,
  unions,
  uscc,
  type ImportBench,
} from './support.ts';

let bench: ImportBench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

const counts = async () => {
  const [row] = await bench.hub.owner(`select (select count(*)::int from enterprise) as employers,
    (select count(*)::int from enterprise_history) as history, (select count(*)::int from import_row) as rows,
    (select count(*)::int from parked_row) as parked`);
  return row;
};
const nothing = { employers: 0, history: 0, rows: 0, parked: 0 };
const files = () =>
  bench.hub.owner('select status, dry_run, refusal_code from import_file order by received_at, id');

test('a preview tells the same and writes nothing but its report', async () => {
  const sheets = [
    roster(firm(1), firm(1)),
    disputes(dispute('甲', uscc(1), '示例企业1'), dispute('乙', uscc(2), '谁')),
  ];
  const preview = await bench.reports(sheets, { dryRun: true });
  expect(await counts()).toEqual(nothing);
  const [delivered] = await bench.hub.owner(
    `select count(*)::int as n from import_sheet where status = 'DONE'`,
  );
  expect(delivered).toEqual({ n: 0 });
  const real = await bench.reports(sheets);
  const told = (reports: typeof real) =>
    reports.map(({ id: _id, fileName: _name, sha256: _sha, dryRun: _dry, ...report }) => report);
  expect(told(preview)).toEqual(told(real));
  expect(preview[1]?.issues.map(issue => issue.code)).toEqual(['UNKNOWN_EMPLOYER']);
});

test('a preview of a roster lets nothing in', async () => {
  await bench.reports([disputes(dispute('甲', uscc(1), '示例企业1'))]);
  const before = await counts();
  const [report] = await bench.reports([roster(firm(1))], { dryRun: true });
  expect(report).toMatchObject({ inserted: 1, attached: 1 });
  expect(await counts()).toEqual(before);
});

test('an import stopped half-way has changed nothing', async () => {
  const many = Array.from({ length: 3000 }, (_, i) => firm(i));
  const abort = new AbortController();
  const outcome = await bench.send([roster(...many)], {
    signal: abort.signal,
    onProgress: ({ rows }) => rows >= 1000 && abort.abort(),
  });
  expect(outcome.status).toBe('CANCELLED');
  expect(await counts()).toEqual(nothing);
  expect(await files()).toEqual([{ status: 'CANCELLED', dry_run: false, refusal_code: 'CANCELLED' }]);
  const [whole] = await bench.reports([roster(...many)]);
  expect(whole).toMatchObject({ rowsRead: 3000, inserted: 3000 });
});

test('an import whose connection is cut has failed and changed nothing', async () => {
  const many = Array.from({ length: 3000 }, (_, i) => firm(i));
  const cut = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and usename = 'hub_app' and backend_xid is not null`;
  let done: Promise<unknown> | undefined;
  // A roster with its day above the table is written while it is read.
  const sent = bench.send([{ ...roster(...many), title: [['填报日期：2022-06-30']] }], {
    onProgress: ({ rows }) =>
      void (
        rows >= 1000 && (done ??= bench.hub.database.transaction(systemScope('test'), query => query(cut)))
      ),
  });
  const outcome = await sent.catch((error: Error) => error);
  await done;
  expect(outcome).toSatisfy(
    value => value instanceof Error || (value as { status: string }).status === 'REFUSED',
  );
  expect(await counts()).toEqual(nothing);
});

test('what was running when the hub was killed is marked as failed at the next start', async () => {
  await bench.hub.owner(
    `insert into import_file (file_name, sent_by, status) values ('x', 'cli', 'RUNNING')`,
  );
  expect(await bench.ingest.failUnfinished()).toBe(1);
  expect(await files()).toMatchObject([{ status: 'FAILED' }]);
  expect(await bench.ingest.failUnfinished()).toBe(0);
});

test('two imports of one file at once: the second finds everything unchanged', async () => {
  const sheets = [roster(firm(1), firm(2)), unions(union(uscc(1), '示例企业1', 3))];
  const both = await Promise.all([bench.reports(sheets), bench.reports(sheets)]);
  const [first, second] = both.sort((a, b) => (b[0]?.inserted ?? 0) - (a[0]?.inserted ?? 0));
  expect(first?.map(report => report.inserted)).toEqual([2, 1]);
  expect(second?.map(report => report.unchanged)).toEqual([2, 1]);
});

const department = (role: 'UNION' | 'INDUSTRY' | 'LEADER'): Viewer => ({
  ...systemViewer('union desk'),
  kind: 'PERSON',
  id: '7',
  role,
});

test('a sheet that the sender may not send refuses the whole file', async () => {
  const outcome = await bench.send([unions(union(uscc(1), '示例企业1', 3)), roster(firm(1))], {
    viewer: department('UNION'),
  });
  expect(outcome).toMatchObject({ status: 'REFUSED', reports: [], refusal: { code: 'FORBIDDEN' } });
  expect(outcome.refusal?.message.zh).toContain('报表 E');
  expect(await counts()).toEqual(nothing);
  await expect(bench.send([roster(firm(1))], { viewer: department('LEADER') })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(await bench.send([roster(firm(1))], { viewer: department('INDUSTRY') })).toMatchObject({
    status: 'DONE',
  });
});

test('a file that fits no form is refused, naming what the nearest lacks; beside a form it is only told', async () => {
  const strange = {
    name: '别的',
    header: ['统一社会信用代码', '企业名称', '职工人数', '成立日期'],
    rows: [['x', 'y', 1, '2020-01-01']],
  };
  const refused = await bench.send([strange]);
  expect(refused).toMatchObject({
    status: 'REFUSED',
    refusal: { code: 'FORM_UNKNOWN', missingColumns: ['所属区域', '行业门类'] },
  });
  const sheet = await bench.hub.owner('select sheet, status, form from import_sheet');
  expect(sheet).toEqual([{ sheet: '别的', status: 'UNRECOGNISED', form: null }]);
  const beside = await bench.send([strange, roster(firm(1))]);
  expect(beside).toMatchObject({ status: 'DONE', unrecognised: [{ sheet: '别的' }] });
  expect(beside.reports).toHaveLength(1);
});
