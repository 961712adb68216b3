import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles, type Role } from '../../server/src/access/roles.ts';
import { systemViewer } from '../../server/src/access/viewer.ts';
import {
  dispute, disputes, firm, roster, union, unions, uscc, writeWorkbook, type SheetText,
} from '../ingest/support.ts'; // prettier-ignore
import { heldUp } from '../ingest/held-up.ts';
import { startHub, type RunningHub } from './hub.ts';

let hub: RunningHub;
const folder = mkdtempSync(join(tmpdir(), 'hexie-acts-'));
const tokens = new Map<Role, string>();
let serial = 0;
beforeAll(async () => {
  hub = await startHub();
  for (const role of roles) tokens.set(role, await hub.token(role));
});
afterAll(async () => {
  await hub.close();
  rmSync(folder, { recursive: true, force: true });
});

const send = async (...sheets: SheetText[]): Promise<string> => {
  const path = join(folder, `${++serial}.xlsx`);
  await writeWorkbook(path, sheets);
  const file = { path, fileName: `${serial}.xlsx`, origin: 'CLI' };
  return (await hub.services.ingest.importFile(systemViewer('cli'), file)).id;
};
const ask = (role: Role, query: string, variables: Record<string, unknown> = {}) => {
  const token = tokens.get(role);
  return hub.graphql(query, { variables, ...(token && { token }) });
};

const none = '00000000-0000-4000-8000-000000000000';
describe('who may take back what', () => {
  it.each([
    ['withdrawImport', `{ withdrawImport(input: { id: "${none}", reason: "x" }) { parkedAgain } }`, 'HRSS UNION INDUSTRY OFFICE COURT'],
    ['restoreRecord', '{ restoreRecord(input: { id: "VoidedRecord:1", reason: "x" }) { voided { id } } }', 'HRSS UNION INDUSTRY OFFICE COURT'],
    ['matchEmployerName', `{ matchEmployerName(input: { name: "x", uscc: "${uscc(1)}" }) { attached } }`, 'HRSS UNION INDUSTRY OFFICE'],
    ['undoMatch', '{ undoMatch(input: { id: "MatchItem:eA" }) { attached } }', 'HRSS UNION INDUSTRY OFFICE'],
  ])('%s', async (_field, document, allowed) => {
    for (const role of roles) {
      const { code } = await ask(role, `mutation ${document}`);
      const expected = allowed.split(' ').includes(role) ? /NOT_FOUND|BAD_USER_INPUT/ : /FORBIDDEN/;
      expect(`${role} ${code}`).toMatch(expected);
    }
  }); // prettier-ignore

  it('a department takes back its own forms only', async () => {
    const mixed = await send(roster(firm(1)), unions(union(uscc(1), '示例企业1', 9)));
    const withdraw = `mutation ($id: ID!) { withdrawImport(input: { id: $id, reason: "错" }) { parkedAgain } }`;
    for (const role of ['UNION', 'INDUSTRY', 'OFFICE'] as const)
      expect((await ask(role, withdraw, { id: mixed })).code).toBe('NOT_FOUND');
    // The page that shows the record has its version; an act without one is no act.
    const shown = await ask('UNION', '{ unions(first: 1) { nodes { id version } } }');
    const [{ id, version }] = (shown.data as { unions: { nodes: [{ id: string; version: number }] } }).unions
      .nodes;
    const voiding = (given: string) =>
      `mutation { voidRecord(input: { id: "${id}", reason: "错"${given} }) { voided { title } } }`;
    expect((await ask('UNION', voiding(''))).code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await ask('UNION', voiding(`, version: ${version + 1}`))).code).toBe('CONFLICT');
    const empty = voiding(`, version: ${version}`);
    expect((await ask('HRSS', empty)).code).toBe('FORBIDDEN');
    expect((await ask('UNION', empty)).data).toEqual({ voidRecord: { voided: { title: '示例企业1' } } });
    const list = '{ voidedRecords { totalCount nodes { form title reason voidedBy corrected } } }';
    expect((await ask('HRSS', list)).data).toMatchObject({ voidedRecords: { totalCount: 0 } });
    expect((await ask('UNION', list)).data).toMatchObject({
      voidedRecords: {
        totalCount: 1,
        nodes: [{ form: 'U', title: '示例企业1', reason: '错', corrected: false }],
      },
    });
  });
});

it('many that wait for an import leave the hub its connections', async () => {
  await send(roster(firm(1)), disputes(dispute('乙1号', uscc(1), '示例企业1')));
  const [fact] = await hub.owner<{ id: number; version: number }>(
    'select id, version from dispute order by id desc',
  );
  const voided = `mutation { voidRecord(input: { id: "Dispute:${fact?.id}", version: ${fact?.version}, reason: "错" }) { voided { title } } }`;
  const waiting = await heldUp(hub.database, async () => {
    const acts = Array.from({ length: 12 }, () => ask('UNION', voided));
    await setTimeout(500);
    const since = performance.now();
    const other = `mutation { deleteHeaderMapping(input: { id: "1" }) { mapping { id } } }`;
    expect((await ask('HRSS', other)).code).toBe('NOT_FOUND');
    expect(performance.now() - since).toBeLessThan(5_000);
    return { acts };
  });
  const codes = (await Promise.all(waiting.acts)).map(one => one.code ?? 'done');
  expect(codes.sort()).toEqual([...Array<string>(11).fill('NOT_FOUND'), 'done']);
});

describe('figures', () => {
  const open = '{ metric(key: "dispute.open") { total { value } } }';
  const asKnown = `query ($at: DateTime!) { metric(key: "dispute.open", asKnownAt: $at) { total { value } } }`;
  const value = async (query = open, variables = {}): Promise<unknown> =>
    (await ask('HRSS', query, variables)).data?.['metric'];

  it('follow a withdrawal, and stay what they were for whoever asks as it was known', async () => {
    await send(disputes(dispute('甲1号', uscc(1), '示例企业1')));
    const before = await value();
    hub.wait(60_000);
    const wrong = await send(
      disputes(dispute('甲2号', uscc(1), '示例企业1'), dispute('甲3号', null, '某某厂')),
    );
    const during = await value();
    expect(during).not.toEqual(before);
    hub.wait(60_000);
    const at = hub.services.clock.now().toISOString();
    hub.wait(60_000);
    const document = `mutation ($id: ID!) { withdrawImport(input: { id: $id, reason: "重复报送", idempotencyKey: "w1" }) {
      insertedUndone updatedUndone parkedAgain import { status canWithdraw withdrawn { by reason } sheets { inserted parked } } } }`;
    const answer = await ask('HRSS', document, { id: wrong });
    expect(answer.data).toEqual({
      withdrawImport: {
        insertedUndone: 1, updatedUndone: 0, parkedAgain: 0,
        import: {
          status: 'WITHDRAWN', canWithdraw: false, withdrawn: { by: 'HRSS test', reason: '重复报送' },
          sheets: [{ inserted: 1, parked: 1 }],
        },
      },
    }); // prettier-ignore
    expect((await ask('HRSS', document, { id: wrong })).data).toEqual(answer.data);
    expect(await value()).toEqual(before);
    expect(await value(asKnown, { at })).toEqual(during);
    expect((await ask('HRSS', '{ matchQueue { totalCount } }')).data).toEqual({
      matchQueue: { totalCount: 0 },
    });
  });

  it('wait for a name until a person matches it, with the employers that may be meant beside it', async () => {
    await send(disputes(dispute('甲4号', null, '示例企业壹')));
    const before = await value();
    const queue = `{ matchQueue(filter: { state: OPEN }) { totalCount nodes { id name reason rows forms
      places { sheet row } candidates { similarity enterprise { uscc name } } } } }`;
    const { data } = await ask('HRSS', queue);
    expect(data).toMatchObject({
      matchQueue: {
        totalCount: 1,
        nodes: [{ name: '示例企业壹', rows: 1, forms: ['D'], places: [{ row: 2 }], candidates: [{ enterprise: { uscc: uscc(1) } }] }],
      },
    }); // prettier-ignore
    const matched = await ask(
      'HRSS',
      `mutation { matchEmployerName(input: { name: "示例企业壹", uscc: "${uscc(1)}" }) {
        attached item { id state matchedBy matched { uscc } candidates { similarity } } } }`,
    );
    expect(matched.data).toMatchObject({
      matchEmployerName: {
        attached: 1,
        item: { state: 'MATCHED', matched: { uscc: uscc(1) }, candidates: [] },
      },
    });
    expect(await value()).not.toEqual(before);
    const item = (matched.data?.['matchEmployerName'] as { item: { id: string } }).item;
    // Whoever sends none of the forms that carry the name neither sees the match nor undoes it.
    for (const role of ['INDUSTRY', 'OFFICE'] as const) {
      const undo = `mutation { undoMatch(input: { id: "${item.id}" }) { item { state } } }`;
      expect((await ask(role, undo)).code).toBe('NOT_FOUND');
      expect((await ask(role, '{ matchQueue { totalCount } }')).data).toEqual({
        matchQueue: { totalCount: 0 },
      });
    }
    expect(await value()).not.toEqual(before);
    await ask('HRSS', `mutation { undoMatch(input: { id: "${item.id}" }) { item { state } } }`);
    expect(await value()).toEqual(before);
  });
});

it('a match made for a form is undone by whoever may send it, and says whose records it reaches', async () => {
  await send(
    unions(union(null, '某某零件厂', 5)),
    disputes(dispute('丙1号', null, '某某零件厂'), dispute('丙2号', null, '某某零件厂')),
  );
  const match = `mutation { matchEmployerName(input: { name: "某某零件厂", uscc: "${uscc(1)}" }) {
    attached reached { form rows } item { id madeFor canUndo } } }`;
  const matched = await ask('UNION', match);
  const reached = [{ form: 'D', rows: 2 }, { form: 'U', rows: 1 }]; // prettier-ignore
  expect(matched.data).toMatchObject({
    matchEmployerName: { reached, item: { madeFor: ['D', 'U'], canUndo: true } },
  });
  const { id } = (matched.data?.['matchEmployerName'] as { item: { id: string } }).item;
  const undo = `mutation { undoMatch(input: { id: "${id}" }) { reached { form rows } item { state madeFor canUndo } } }`;
  // Its own disputes are attached by it, so the department of labour sees the match; it cannot send form U.
  expect(
    (await ask('HRSS', '{ matchQueue(filter: { state: MATCHED }) { nodes { name canUndo } } }')).data,
  ).toEqual({ matchQueue: { nodes: [{ name: '某某零件厂', canUndo: false }] } });
  const refused = await ask('HRSS', undo);
  expect([refused.code, refused.errors[0]?.message]).toEqual(['FORBIDDEN', expect.stringContaining('D、U')]);
  expect((await ask('UNION', undo)).data).toMatchObject({
    undoMatch: { reached, item: { state: 'OPEN', madeFor: [], canUndo: false } },
  });
});
