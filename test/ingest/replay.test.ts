import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actsOf, factsOf, type Acts } from './acts-support.ts';
import { threeFiles, type RandomFile } from './random-files.ts';
import { openBench, type ImportBench } from './support.ts';

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

const order = fc.shuffledSubarray([0, 1, 2], { minLength: 3 });

test('any order of the same files, with one of them withdrawn and sent again, comes to the same facts', async () => {
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
    {
      numRuns: 6,
      interruptAfterTimeLimit: 200_000,
      markInterruptAsFailure: false,
      endOnFailure: true,
    },
  );
}, 240_000);
