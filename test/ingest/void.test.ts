import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { actsOf, cli, factsOf, type Acts } from './acts-support.ts';
import {
  dispute, disputes, firm, openBench, roster, union, unions, uscc, type ImportBench, type SheetText,
} from './support.ts'; // prettier-ignore

let bench: ImportBench;
let acts: Acts;
beforeEach(async () => {
  bench = await openBench();
  acts = actsOf(bench);
  await bench.reports([roster(firm(1), firm(2))]);
});
afterEach(() => bench.close());

const d = dispute('甲1号', uscc(1), '示例企业1');
const send = async (...sheets: SheetText[]) => (await bench.reports(sheets))[0];
/** The record as a person looks at it: its id and the version that it has. */
const lookedAt = async (type: string, table: string) => {
  const [row] = await bench.hub.owner<{ id: number; version: number }>(
    `select id, version from ${table} order by id`,
  );
  return { id: `${type}:${row?.id}`, version: row?.version ?? 0 };
};
const voidDispute = async () =>
  acts.voids.void(cli, { ...(await lookedAt('Dispute', 'dispute')), reason: '重复立案' });
const amounts = () => bench.hub.owner('select amount from dispute order by case_no');

describe('a voided record', () => {
  test('is gone with its reason, and stands in the list of voided records', async () => {
    await send(disputes(d, dispute('甲2号', uscc(1), '示例企业1', 7)));
    const voided = await voidDispute();
    expect(voided).toMatchObject({
      form: 'D',
      title: '甲1号',
      reason: '重复立案',
      voidedBy: 'cli',
      corrected: false,
    });
    expect(await amounts()).toEqual([{ amount: '7.00' }]);
    const ended = await bench.hub.owner(
      'select c.kind, c.reason from dispute_history h join change c on c.id = h.ended_by',
    );
    expect(ended).toEqual([{ kind: 'VOID', reason: '重复立案' }]);
    const list = await acts.voids.list(cli, {});
    expect(list).toMatchObject({ totalCount: 1, nodes: [{ id: voided.id }] });
  });

  test('stays void when the same is sent again, however often, and each time the row says so', async () => {
    await send(disputes(d));
    await voidDispute();
    for (const _ of [1, 2]) {
      const report = await send(disputes(d));
      expect(report).toMatchObject({ rowsRead: 1, unchanged: 1, inserted: 0 });
      expect(report?.issues).toMatchObject([{ code: 'RECORD_VOIDED', row: 2 }]);
      expect(await amounts()).toEqual([]);
    }
  });

  test('comes back by a row that says something else, and goes again when that file is withdrawn', async () => {
    await send(disputes(d));
    await voidDispute();
    const report = await send(disputes(dispute('甲1号', uscc(1), '示例企业1', 99)));
    expect(report).toMatchObject({ inserted: 1 });
    expect(await amounts()).toEqual([{ amount: '99.00' }]);
    expect((await acts.voids.list(cli, {})).nodes).toMatchObject([{ corrected: true }]);
    await acts.withdraw(report?.id);
    expect(await amounts()).toEqual([]);
  });

  test('is restored with what its rows say, also with those that came meanwhile', async () => {
    await send(disputes(d));
    const before = await factsOf(bench);
    const { id } = await voidDispute();
    await send(disputes(d));
    await acts.voids.restore(cli, { id, reason: '作废有误' });
    expect(await factsOf(bench)).toEqual(before);
    expect(await acts.voids.list(cli, {})).toMatchObject({ totalCount: 0, nodes: [] });
    const again = acts.voids.restore(cli, { id, reason: '作废有误' });
    await expect(again).rejects.toMatchObject({ code: 'INVALID_TRANSITION' });
  });

  test('an employer voided parks what hung on it; restored, it takes it back', async () => {
    await send(unions(union(uscc(1), '示例企业1', 80), union(uscc(2), '示例企业2', 9)));
    const before = await factsOf(bench);
    const { id } = await acts.voids.void(cli, {
      ...(await lookedAt('Enterprise', 'enterprise')),
      reason: '不在本区',
    });
    expect(await factsOf(bench)).toMatchObject({
      enterprise: [{}],
      union_organisation: [{}],
      parked: [{ form: 'U' }],
    });
    expect(await send(roster(firm(1)))).toMatchObject({ unchanged: 1, attached: 0 });
    await acts.voids.restore(cli, { id, reason: '属于本区' });
    expect(await factsOf(bench)).toEqual(before);
  });

  test.each([
    ['nobody knows', { id: 'Dispute:999' }, 'NOT_FOUND'],
    ['of no form', { id: 'Person:1' }, 'NOT_FOUND'],
    ['without a reason', { reason: ' ' }, 'BAD_USER_INPUT'],
    ['that has changed meanwhile', { version: 7 }, 'CONFLICT'],
  ])('one %s is refused', async (_name, input, code) => {
    await send(disputes(d));
    const looked = await lookedAt('Dispute', 'dispute');
    const voided = acts.voids.void(cli, { ...looked, reason: '重复', ...input });
    await expect(voided).rejects.toMatchObject({ code });
    expect(await amounts()).toHaveLength(1);
  });
});
