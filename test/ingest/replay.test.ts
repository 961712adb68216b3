import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actsOf, factsOf, type Acts } from './acts-support.ts';
import { threeFiles, type RandomFile } from './random-files.ts';
import { firm, openBench, roster, uscc, type ImportBench } from './support.ts';

let bench: ImportBench;
let acts: Acts;
beforeAll(async () => {
  bench = await openBench();
  acts = actsOf(bench);
});
afterAll(() => bench.close());

const send = async (file: RandomFile | undefined): Promise<string> => {
  const outcome = await bench.send(file ?? []);
  if (outcome.refusal) throw new Error(outcome.refusal.message.en);
  return outcome.id;
};

/** Empties the hub of facts and imports. */
const empty = async (): Promise<void> => {
  const tables = await bench.hub.owner<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relname like '%\\_history'`,
  );
  await bench.hub.owner(
    `truncate import_file, fact_statement, ${tables.map(one => one.name).join(', ')} restart identity cascade`,
  );
};

const runs = process.env['PROPERTY_RUNS'] ? Number(process.env['PROPERTY_RUNS']) : undefined;
const order = fc.shuffledSubarray([0, 1, 2], { minLength: 3 });

test(
  'any order of the same files, with one of them withdrawn and sent again, comes to the same facts',
  async () => {
    await fc.assert(
      fc.asyncProperty(threeFiles, order, fc.nat({ max: 2 }), async (files, another, gone) => {
        await empty();
        const ids: string[] = [];
        for (const file of files) ids.push(await send(file));
        const all = await factsOf(bench);
        await acts.withdraw(ids[gone]);
        const without = await factsOf(bench);
        await send(files[gone]);
        expect(await factsOf(bench)).toEqual(all);

        await empty();
        for (const i of another) if (i !== gone) await send(files[i]);
        expect(await factsOf(bench)).toEqual(without);
        await send(files[gone]);
        expect(await factsOf(bench)).toEqual(all);
      }),
      // Other districts each time; the seed is printed with a counterexample. PROPERTY_RUNS asks for more of them.
      {
        numRuns: runs ?? 6,
        interruptAfterTimeLimit: runs ? 7_200_000 : 200_000,
        markInterruptAsFailure: false,
        endOnFailure: true,
      },
    );
  },
  runs ? 7_300_000 : 240_000,
);

// Two files tell of one case, the newer by a code that is not on the roster, the older by a name that is not either; a
// roster that then brings the name lets the older one in.
test('two rows that wait under one key both wait for their employer', async () => {
  const header = ['案号', '申请日期', '被申请人统一社会信用代码', '被申请人', '案由', '调解渠道'];
  const cases = (day: string, code: string | null, name: string): RandomFile => [
    {
      name: '案件', header, title: [[`填报日期：${day}`]],
      rows: [['柳调1号', '2022-05-01', code, name, '劳动报酬', '企业工会']],
    },
  ]; // prettier-ignore
  const dated = { ...roster(firm(2, '同名公司')), title: [['填报日期：2022-01-31']] };
  const files: RandomFile[] = [
    [dated],
    cases('2022-02-28', null, '同名公司'),
    cases('2022-03-31', uscc(4), '示例企业4'),
  ];
  await empty();
  for (const file of files) await send(file);
  const all = await factsOf(bench);
  await empty();
  for (const file of files.toReversed()) await send(file);
  expect(await factsOf(bench)).toEqual(all);
});
