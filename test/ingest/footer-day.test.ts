import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { firm, openBench, roster, union, unions, uscc, type ImportBench, type SheetText } from './support.ts';

let bench: ImportBench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());
beforeEach(() =>
  bench.hub
    .owner(`truncate import_file, fact_statement, enterprise_history, former_name_history, enterprise_status_history,
    union_organisation_history, certification_history, dispute_history restart identity cascade`),
);

const headed = (sheet: SheetText, day: string): SheetText => ({ ...sheet, title: [[`填报日期：${day}`]] });
const footed = (sheet: SheetText, day: string): SheetText => ({
  ...sheet,
  rows: [...sheet.rows, ['填表人：某某', null, `填报日期：${day}`]],
});
const staffed = (name: string): SheetText => roster(firm(1, name));
const members = (count: number): SheetText => unions(union(uscc(1), '示例企业1', count));

/** What the June file says, sent before and after the one of January, each with its day above or below the table. */
const places = [
  ['above', 'below', headed, footed],
  ['below', 'above', footed, headed],
  ['below', 'below', footed, footed],
] as const;

const inTurn = places.flatMap(place => [
  ['January first', ...place] as const,
  ['June first', ...place] as const,
]);

test.each(inTurn)(
  '%s: June states its day %s the table, January %s it',
  async (order, _june, _january, newer, older) => {
    const june = [newer(staffed('新名公司'), '2022-06-30'), newer(members(90), '2022-06-30')];
    const january = [older(staffed('旧名公司'), '2022-01-31'), older(members(10), '2022-01-31')];
    for (const file of order === 'June first' ? [june, january] : [january, june]) await bench.reports(file);
    const { owner } = bench.hub;
    const facts =
      'select e.name, members from enterprise e join union_organisation u on u.enterprise_id = e.id';
    expect(await owner(facts)).toEqual([{ name: '新名公司', members: 90 }]);
    expect(await owner('select stated_on::text as day from enterprise_status order by 1')).toEqual([
      { day: '2022-01-31' },
      { day: '2022-06-30' },
    ]);
  },
);
