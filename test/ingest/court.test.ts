import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '../../server/src/access/roles.ts';
import { csv, openDepartments, type Departments } from './departments.ts';
import { dispute, disputeHeader, firm, rosterHeader, uscc, type Cell } from './support.ts';

let all: Departments;
let serial = 0;
let no = '';
beforeAll(async () => {
  all = await openDepartments('INDUSTRY', 'HRSS', 'UNION', 'COURT');
  await all.send('INDUSTRY', csv([rosterHeader, firm(1), firm(2)]));
});
afterAll(() => all.hub.close());
beforeEach(() => void (no = `院${++serial}号`));

const header = [...disputeHeader, '调解员'];
/** A case of this test: its amount, its channel, and a mediator as the column that only some files have. */
const caseOf = (amount: number, channel: string, code: string | null = uscc(1)): Cell[] =>
  [...dispute(no, code, code ? '示例企业1' : '无此企业', amount).with(7, channel), `调解员${amount}`]; // prettier-ignore
const send = (role: Role, row: Cell[], dryRun = false) => all.send(role, csv([header, row]), dryRun);
const seen = async (role: Role): Promise<unknown> => {
  const { data } = await all.ask(role, `{ dispute(caseNo: "${no}") { amount channel mediator } }`);
  return data?.['dispute'] ?? null;
};
const withdraw = async (role: Role, id: string): Promise<void> => {
  const mutation = `mutation { withdrawImport(input: { id: "${id}", reason: "错" }) { parkedAgain } }`;
  expect(await all.ask(role, mutation)).toMatchObject({ data: { withdrawImport: { parkedAgain: 0 } } });
};

describe('the court and a case that another department has under another channel', () => {
  test.each([true, false])(
    'is told that the number is taken, and nothing else (preview: %s)',
    async dryRun => {
      await send('HRSS', caseOf(98765, '人社'));
      const report = await send('COURT', caseOf(1, '法院'), dryRun);
      expect(report).toMatchObject({ inserted: 0, updated: 0, unchanged: 0, rejected: 1 });
      expect(report.issues).toEqual([
      expect.objectContaining({ code: 'OTHER_CHANNELS_CASE', row: 2, column: '案号', value: no, severity: 'ERROR' }),
    ]); // prettier-ignore
      expect(JSON.stringify(report)).not.toMatch(/98765|人社|HRSS/);
      expect(await seen('COURT')).toBeNull();
      expect(await seen('HRSS')).toEqual({ amount: '98765.00', channel: 'HRSS', mediator: '调解员98765' });
    },
  );

  test('loses its own word when the entitled row arrives later, in every column', async () => {
    const court = await send('COURT', caseOf(1, '法院'));
    expect(court).toMatchObject({ inserted: 1 });
    expect(await seen('COURT')).toMatchObject({ amount: '1.00' });
    // A file without the mediator: the court's must not stay behind in it.
    await all.send('UNION', csv([disputeHeader, caseOf(7, '企业工会').slice(0, 8)]));
    expect(await seen('COURT')).toBeNull();
    expect(await seen('UNION')).toEqual({ amount: '7.00', channel: 'UNION', mediator: null });
    const told = await all.ask('COURT', `{ import(id: "${court.id}") { sheets { issues(first: 9) { nodes { code } } } } }`); // prettier-ignore
    expect(JSON.stringify(told.data)).toContain('OTHER_CHANNELS_CASE');
  });

  test('may correct what its department has turned over to it, and no longer once it is taken back', async () => {
    await send('HRSS', caseOf(10, '人社'));
    expect(await send('COURT', caseOf(20, '法院'))).toMatchObject({ rejected: 1 });
    const over = await send('HRSS', caseOf(30, '法院'));
    // The row of then was sent before the case was the court's; it is heard from now on, before the newer one.
    expect(await seen('COURT')).toEqual({ amount: '30.00', channel: 'COURT', mediator: '调解员30' });
    expect(await send('COURT', caseOf(40, '法院'))).toMatchObject({ updated: 1, rejected: 0 });
    expect(await seen('COURT')).toMatchObject({ amount: '40.00' });
    await withdraw('HRSS', over.id);
    expect(await seen('COURT')).toBeNull();
    expect(await seen('HRSS')).toEqual({ amount: '10.00', channel: 'HRSS', mediator: '调解员10' });
  });

  test('a case that waits for its employer is the department’s all the same', async () => {
    const waiting = await send('HRSS', caseOf(10, '人社', null));
    expect(await send('COURT', caseOf(20, '法院'))).toMatchObject({ rejected: 1 });
    await withdraw('HRSS', waiting.id);
    expect(await seen('COURT')).toMatchObject({ amount: '20.00' });
    await send('HRSS', caseOf(10, '人社', null));
    expect(await seen('COURT')).toBeNull();
  });

  test('sends cases of its own channel only', async () => {
    const report = await send('COURT', caseOf(1, '人社'));
    expect(report).toMatchObject({ inserted: 0, rejected: 1 });
    expect(report.issues).toMatchObject([{ code: 'NOT_OWN_CHANNEL', column: '调解渠道', row: 2 }]);
  });

  test('any order of the same dated files comes to the same', async () => {
    const files: readonly (readonly [Role, number, string, string | null])[] = [
      ['HRSS', 10, '人社', uscc(1)],
      ['COURT', 20, '法院', uscc(1)],
      ['HRSS', 30, '法院', uscc(2)],
      ['COURT', 40, '法院', uscc(1)],
      ['UNION', 50, '企业工会', null],
    ];
    const days = ['2022-01-31', '2022-02-28', '2022-03-31', '2022-04-30', '2022-05-31'];
    const known = async (some: readonly number[]): Promise<unknown> => {
      no = `序${++serial}号`;
      for (const i of some) {
        const [role, amount, channel, code] = files[i] ?? ['HRSS', 0, '', null];
        await all.send(role, csv([header, caseOf(amount, channel, code)], days[i]));
      }
      return [await seen('HRSS'), await seen('COURT')];
    };
    const subset = fc.subarray([0, 1, 2, 3, 4], { minLength: 2 });
    const both = subset.chain(some => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }))); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(both, async ([some, shuffled]) => {
        expect(await known(shuffled)).toEqual(await known(some));
      }),
      { numRuns: 12, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: false, endOnFailure: true },
    );
  }, 90_000);
});
