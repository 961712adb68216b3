import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { actsOf, cli, factsOf, type Acts } from './acts-support.ts';
import {
  certifications, certified, dispute, disputes, firm, openBench, roster, rosterHeader, union, unions, uscc,
  type ImportBench, type SheetText,
} from './support.ts'; // prettier-ignore

let bench: ImportBench;
let acts: Acts;
beforeEach(async () => {
  bench = await openBench();
  acts = actsOf(bench);
});
afterEach(() => bench.close());

const send = async (...sheets: SheetText[]): Promise<string> => {
  bench.now = new Date(bench.now.getTime() + 3_600_000);
  const outcome = await bench.send(sheets);
  if (outcome.refusal) throw new Error(outcome.refusal.message.en);
  return outcome.id;
};
const one = async (sql: string): Promise<Record<string, unknown> | undefined> =>
  (await bench.hub.owner(sql))[0];

describe('a withdrawn import', () => {
  test('takes with it what it alone told, and gives back what it changed', async () => {
    await send(roster(firm(1), firm(2)), unions(union(uscc(1), '示例企业1', 80)));
    const before = await factsOf(bench);
    const wrong = await send(
      unions(union(uscc(1), '示例企业1', 90), union(uscc(2), '示例企业2', 5)),
      disputes(dispute('甲1号', uscc(1), '示例企业1')),
    );
    expect(await acts.withdraw(wrong)).toEqual({
      id: wrong,
      insertedUndone: 2,
      updatedUndone: 1,
      parkedAgain: 0,
    });
    expect(await factsOf(bench)).toEqual(before);
  });

  test('keeps its report and its history, with the reason', async () => {
    await send(roster(firm(1)));
    const wrong = await send(unions(union(uscc(1), '示例企业1', 90)));
    await acts.withdraw(wrong);
    const file = await one(`select f.status, withdrawn_by, rows_read, inserted from import_file f
      join import_sheet s on s.file_id = f.id where f.id = '${wrong}'`);
    expect(file).toEqual({ status: 'WITHDRAWN', withdrawn_by: 'cli', rows_read: 1, inserted: 1 });
    const history = await one(`select h.members, c.kind, c.reason, c.file_id from union_organisation_history h
      join change c on c.id = h.ended_by`);
    expect(history).toEqual({ members: 90, kind: 'WITHDRAWAL', reason: '报送有误', file_id: wrong });
  });

  test('can be sent again, and is withdrawn only once; a preview and a refused file not at all', async () => {
    await send(roster(firm(1)));
    const sheet = unions(union(uscc(1), '示例企业1', 90));
    const wrong = await send(sheet);
    const before = await factsOf(bench);
    await acts.withdraw(wrong);
    await expect(acts.withdraw(wrong)).rejects.toMatchObject({ code: 'INVALID_TRANSITION' });
    await send(sheet);
    expect(await factsOf(bench)).toEqual(before);
    const preview = await bench.send([sheet], { dryRun: true });
    await expect(acts.withdraw(preview.id)).rejects.toMatchObject({ code: 'INVALID_TRANSITION' });
    await expect(acts.withdraw('none')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const silent = acts.withdrawals.withdraw(cli, { id: wrong, reason: '  ' });
    await expect(silent).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: { reason: {} } });
  });

  test('a roster parks what hung on its employers, and lets it in again when it returns', async () => {
    const first = await send(roster(firm(1), firm(2, '另一家')));
    await send(
      unions(union(uscc(1), '示例企业1', 80), union(null, '另一家', 7)),
      certifications(certified(uscc(2), '另一家')),
    );
    const before = await factsOf(bench);
    expect(await acts.withdraw(first)).toMatchObject({ parkedAgain: 3 });
    expect(await factsOf(bench)).toMatchObject({ enterprise: [], union_organisation: [], certification: [] });
    expect(await bench.hub.owner('select form, reason from parked_row order by id')).toHaveLength(3);
    await send(roster(firm(1), firm(2, '另一家')));
    expect({ ...(await factsOf(bench)), enterprise_status: [] }).toEqual({
      ...before,
      enterprise_status: [],
    });
  });

  test('a roster takes back its names and statuses with itself', async () => {
    const titled = (day: string, sheet: SheetText): SheetText => ({
      ...sheet,
      title: [[`填报日期：${day}`]],
    });
    await send(titled('2022-01-31', roster(firm(1, '旧名公司'))));
    const before = await factsOf(bench);
    const wrong = await send(titled('2022-02-28', roster(firm(1, '新名公司').with(6, '停业'))));
    expect(await one('select name from former_name')).toEqual({ name: '旧名公司' });
    await acts.withdraw(wrong);
    expect(await factsOf(bench)).toEqual(before);
    expect(before['enterprise_status']).toHaveLength(1);
  });

  test('a name that it had made ambiguous means one employer again', async () => {
    await send(roster(firm(1, '同名公司')));
    await send(unions(union(null, '同名公司', 5)));
    const before = await factsOf(bench);
    const second = await send(roster(firm(2, '同名公司')));
    expect((await factsOf(bench))['union_organisation']).toEqual([]);
    await acts.withdraw(second);
    expect(await factsOf(bench)).toEqual(before);
  });

  test('of three files the middle one goes: what the last one said of other columns stays', async () => {
    const narrow = (header: string[], ...rows: SheetText['rows']): SheetText => ({
      name: '名录',
      header,
      rows,
    });
    const base = rosterHeader.slice(0, 6);
    await send(narrow([...base, '注册地址'], [...firm(1).slice(0, 6), '旧址']));
    const wrong = await send(narrow([...base, '注册地址'], [...firm(1).slice(0, 6).with(4, 7), '新址']));
    await send(narrow(base, firm(1).slice(0, 6).with(4, 9)));
    await acts.withdraw(wrong);
    expect(await one('select staff, address from enterprise')).toEqual({ staff: 9, address: '旧址' });
    const source = await one(`select row_no, address, sent.address_row from enterprise e
      join import_row r on r.id = e.import_row_id cross join lateral (select r.sheet_id as address_row) sent`);
    expect(source).toMatchObject({ address: '旧址', address_row: 1 });
  });

  test('a waiting row comes back that a later, withdrawn one had superseded', async () => {
    await send(unions(union(uscc(1), '示例企业1', 10)));
    const later = await send(unions(union(uscc(1), '示例企业1', 20)));
    await acts.withdraw(later);
    await send(roster(firm(1)));
    expect(await bench.hub.owner('select members from union_organisation')).toEqual([{ members: 10 }]);
  });

  test('under one idempotency key it is withdrawn once, and answered the same again', async () => {
    await send(roster(firm(1)));
    const wrong = await send(unions(union(uscc(1), '示例企业1', 90)));
    const input = { id: wrong, reason: '报送有误', idempotencyKey: 'k1' };
    const answer = await acts.withdrawals.withdraw(cli, input);
    expect(await acts.withdrawals.withdraw(cli, { ...input })).toEqual(answer);
    const other = acts.withdrawals.withdraw(cli, { ...input, reason: '别的' });
    await expect(other).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});
