import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  certifications, certified, dispute, disputes, firm, openBench, roster, union, unions, uscc,
  type ImportBench, type SheetText,
} from './support.ts'; // prettier-ignore

/** Each sheet speaks of employers of another: by code, by name, by a name that only some order makes ambiguous. */
const sheets: readonly SheetText[] = [
  roster(firm(1), firm(2, '同名公司')),
  { ...roster(firm(3, '同名公司'), firm(4)), name: '名录二' },
  unions(union(uscc(1), '示例企业1', 9), union(null, '示例企业4', 8), union(null, '同名公司', 7), union(uscc(3), '同名公司', 6)),
  disputes(
    dispute('甲1号', uscc(1), '示例企业1'), dispute('甲2号', null, '同名公司'), dispute('甲3号', null, '示例企业4'),
    dispute('甲4号', uscc(99), '外地公司'),
  ),
  certifications(certified(uscc(2), '同名公司'), certified(null, '示例企业1'), certified(null, '同名公司')),
]; // prettier-ignore

let bench: ImportBench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const facts = async (): Promise<unknown> => {
  const of = (sql: string) => bench.hub.owner(sql);
  return {
    enterprises: await of('select uscc, name, staff from enterprise order by uscc'),
    unions: await of(
      `select uscc, members from union_organisation u join enterprise e on e.id = u.enterprise_id order by 1`,
    ),
    disputes: await of(
      `select case_no, uscc from dispute d join enterprise e on e.id = d.enterprise_id order by 1`,
    ),
    certifications: await of(
      `select uscc, qualified from certification c join enterprise e on e.id = c.enterprise_id order by 1`,
    ),
    parked: await of('select form, employer_uscc, employer_name, reason from parked_row order by 1, 2, 3'),
  };
};

const empty = () =>
  bench.hub
    .owner(`truncate import_file, fact_statement, enterprise_history, former_name_history, enterprise_status_history,
    union_organisation_history, certification_history, dispute_history restart identity cascade`);

test('any order of the same files, merged or apart, gives the same facts', async () => {
  await bench.send(sheets);
  const expected = await facts();
  expect(expected).toMatchObject({
    disputes: [{ case_no: '甲1号' }, { case_no: '甲3号' }],
    parked: [{ form: 'A' }, { form: 'D' }, { form: 'D' }, { form: 'U' }],
  });
  const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(order, cuts, async (indexes, at) => {
      await empty();
      const edges = [0, ...at.sort(), 5];
      for (let i = 1; i < edges.length; i++) {
        const file = indexes.slice(edges[i - 1], edges[i]).map(index => sheets[index] as SheetText);
        await bench.reports(file);
      }
      expect(await facts()).toEqual(expected);
    }),
    { numRuns: 25, interruptAfterTimeLimit: 90_000, markInterruptAsFailure: false },
  );
}, 180_000);
