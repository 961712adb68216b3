import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { actsOf, cli, factsOf, type Acts } from './acts-support.ts';
import {
  certifications, certified, dispute, disputes, firm, openBench, roster, union, unions, uscc, type ImportBench,
  type SheetText,
} from './support.ts'; // prettier-ignore

let bench: ImportBench;
let acts: Acts;
beforeEach(async () => {
  bench = await openBench();
  acts = actsOf(bench);
});
afterEach(() => bench.close());

const send = async (...sheets: SheetText[]) => (await bench.reports(sheets))[0];
const unionsOf = () =>
  bench.hub.owner(
    `select uscc, members from union_organisation u join enterprise e on e.id = u.enterprise_id order by 1`,
  );
const queue = (state: 'OPEN' | 'MATCHED' | null = null) => acts.matches.queue.list(cli, { state });

describe('the matching queue', () => {
  test('names what waits, where it stands, and who may be meant, the likeliest first', async () => {
    await send(
      roster(firm(1, '柳州示例汽车配件有限公司'), firm(2, '旧名机械制造有限公司'), firm(3, '毫不相干')),
    );
    await send(roster(firm(2, '新名机械集团')));
    await send(
      unions(union(null, '柳州示例汽配有限公司', 5), union(null, '旧名机械制造公司', 6)),
      disputes(dispute('甲', null, '柳州示例汽配有限公司')),
    );
    const { nodes, totalCount } = await queue();
    expect(totalCount).toBe(2);
    expect(nodes).toMatchObject([
      { name: '旧名机械制造公司', rows: 1, candidates: [{ formerName: '旧名机械制造有限公司' }] },
      { name: '柳州示例汽配有限公司', rows: 2, forms: ['D', 'U'], state: 'OPEN', reason: 'UNKNOWN_NAME' },
    ].sort((a, b) => (nodes[0]?.name === a.name ? -1 : nodes[0]?.name === b.name ? 1 : 0))); // prettier-ignore
    const [first] = nodes.filter(one => one.rows === 2);
    const [best] = await bench.hub.owner<{ id: number }>('select id from enterprise where uscc = $1', [
      uscc(1),
    ]);
    expect(first?.candidates[0]).toMatchObject({ enterpriseId: best?.id, formerName: null });
    expect(first?.candidates[0]?.similarity).toBeGreaterThan(0.3);
    expect(first?.places).toMatchObject([{ sheet: '工会', row: 2 }, { sheet: '案件', row: 2 }]); // prettier-ignore
  });

  test('is read page by page', async () => {
    await send(unions(...[1, 2, 3].map(n => union(null, `无名${n}公司`, n))));
    const first = await acts.matches.queue.list(cli, { first: 2 });
    expect(first.pageInfo).toMatchObject({ hasNextPage: true });
    const second = await acts.matches.queue.list(cli, { first: 2, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...second.nodes].map(one => one.name).sort()).toEqual(
      [1, 2, 3].map(n => `无名${n}公司`),
    );
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });
});

describe('a name that a person has matched', () => {
  test('lets in all rows of that name without a code, waiting and to come; undone, they wait again', async () => {
    await send(roster(firm(1), firm(2)));
    await send(unions(union(null, '某某厂', 5)), certifications(certified(null, '某某厂')));
    const waiting = await factsOf(bench);
    const { item, attached } = await acts.matches.match(cli, {
      name: ' 某某 厂',
      uscc: uscc(2).toLowerCase(),
    });
    expect(attached).toBe(2);
    expect(item).toMatchObject({ state: 'MATCHED', matchedBy: 'cli', rows: 2, candidates: [] });
    expect(await unionsOf()).toEqual([{ uscc: uscc(2), members: 5 }]);
    expect(await send(unions(union(null, '某某厂', 6)))).toMatchObject({ updated: 1, parked: 0 });
    expect((await queue('OPEN')).totalCount).toBe(0);
    const undone = await acts.matches.undo(cli, { id: item.id });
    expect(undone.item).toMatchObject({ state: 'OPEN', rows: 2 });
    expect(await unionsOf()).toEqual([]);
    // Both files' rows of the union wait again, under the one record that waited before.
    const keys = (rows: unknown) => [...new Set((rows as { key_hash: string }[]).map(row => row.key_hash))];
    expect(keys((await factsOf(bench))['parked'])).toEqual(keys(waiting['parked']));
    expect((await factsOf(bench))['parked']).toHaveLength(3);
    await acts.matches.match(cli, { name: '某某厂', uscc: uscc(1) });
    expect(await unionsOf()).toEqual([{ uscc: uscc(1), members: 6 }]);
  });

  test('holds for a name that several bear, and when another roster comes', async () => {
    await send(roster(firm(1, '同名公司'), firm(2, '同名公司')));
    await send(unions(union(null, '同名公司', 5)));
    expect((await queue()).nodes).toMatchObject([{ reason: 'AMBIGUOUS_NAME', candidates: [{ similarity: 1 }, { similarity: 1 }] }]); // prettier-ignore
    await acts.matches.match(cli, { name: '同名公司', uscc: uscc(1), reason: '电话核实' });
    await send(roster(firm(3, '同名公司')));
    expect(await unionsOf()).toEqual([{ uscc: uscc(1), members: 5 }]);
  });

  test('waits when its employer leaves the roster, and is let in when it returns', async () => {
    const first = await send(roster(firm(1)));
    await send(unions(union(null, '某某厂', 5)));
    await acts.matches.match(cli, { name: '某某厂', uscc: uscc(1) });
    await acts.withdraw(first?.id);
    expect(await unionsOf()).toEqual([]);
    expect(await send(roster(firm(1)))).toMatchObject({ attached: 1 });
    expect(await unionsOf()).toEqual([{ uscc: uscc(1), members: 5 }]);
  });

  test.each([
    ['that nobody waits under', { name: '别的厂' }, 'BAD_USER_INPUT'],
    ['to a code that is not on the roster', { uscc: uscc(9) }, 'BAD_USER_INPUT'],
  ])('one %s is refused', async (_name, input, code) => {
    await send(roster(firm(1)));
    await send(unions(union(null, '某某厂', 5)));
    const match = acts.matches.match(cli, { name: '某某厂', uscc: uscc(1), ...input });
    await expect(match).rejects.toMatchObject({ code });
  });

  test('is matched once: a second time is a conflict, undoing twice is no transition', async () => {
    await send(roster(firm(1)));
    await send(unions(union(null, '某某厂', 5), union(uscc(8), '某某厂', 5)));
    const input = { name: '某某厂', uscc: uscc(1), idempotencyKey: 'once' };
    const { item } = await acts.matches.match(cli, input);
    expect((await acts.matches.match(cli, input)).attached).toBe(1);
    await expect(acts.matches.undo(cli, { id: 'MatchItem:x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await acts.matches.undo(cli, { id: item.id });
    await expect(acts.matches.undo(cli, { id: item.id })).rejects.toMatchObject({
      code: 'INVALID_TRANSITION',
    });
  });
});
