import type { ExecutionResult } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../server/src/access/viewer.ts';
import { Cursors } from '../../server/src/kernel/cursor.ts';
import { RepeatedDisputes } from '../../server/src/modules/dispute/repeated-disputes.service.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';
import { operation } from '../support/operations.ts';
import { askOn, words, type Ask } from './asking.ts';
import { change, dispute, employer, load, type Dispute } from './district.ts';
import { engineOn, personOf } from './engine.ts';
import { shift } from './oracle-days.ts';

let hub: TestHub;
let ask: Ask;

/** A case of one employer that was filed on 1 March and closed so many days later, or is still open. */
const after = (days: number | null, fact: Partial<Dispute> = {}): Dispute =>
  dispute({ enterprise_id: 1, closed_on: days === null ? null : shift('2022-03-01', days), ...fact });

beforeAll(async () => {
  hub = await freshDatabase();
  const { database } = hub;
  const clock = { now: () => new Date('2022-12-31T08:00:00Z'), today: () => '2022-12-31' };
  const cursors = new Cursors(Buffer.alloc(32, 7));
  const repeatedDisputes = new RepeatedDisputes({ database, clock, metrics: engineOn(hub), cursors });
  ask = await askOn(hub, clock.today(), { repeatedDisputes });
  await load(hub, {
    employers: [
      employer({ id: 1 }),
      employer({ id: 2, town: 'LUOBU' }),
      employer({ id: 3, town: 'LUOBU', closed_on: '2022-01-01' }),
      employer({ id: 4 }),
    ],
    disputes: [
      after(0), after(5), after(6), after(10), after(11, { outcome: 'FAILED' }), after(15), after(16),
      after(30, { outcome: 'SETTLED', confirmed: true, performance: 'DONE' }),
      after(31, { outcome: 'SETTLED', confirmed: false, performance: 'PARTIAL' }),
      after(200, { outcome: 'SETTLED' }),
      // Filed in the summer: two of one employer, two of a closed one, one alone, and one without an end.
      after(null, { enterprise_id: 2, filed_on: '2022-07-01', applicants: 3, channel: 'COURT' }),
      after(null, { enterprise_id: 2, filed_on: '2022-07-31', applicants: 4, cause: '03', channel: 'COURT' }),
      after(null, { enterprise_id: 3, filed_on: '2022-07-02', applicants: 20 }),
      after(null, { enterprise_id: 3, filed_on: '2022-07-03', applicants: 1, channel: 'COURT' }),
      after(null, { enterprise_id: 4, filed_on: '2022-07-04' }),
      after(null, { enterprise_id: 1, filed_on: '2022-07-05' }),
    ],
  });
}); // prettier-ignore
afterAll(() => hub.close());

const code = ({ errors = [] }: ExecutionResult): unknown =>
  (errors[0]?.originalError as { code?: string } | undefined)?.code;

interface Cut { cuts: { key: string; label: string }[]; value: { value: number } } // prettier-ignore

/** Keys of cuts with what they count: `DAYS_0_5 2, DAYS_6_10 2`. */
async function cutsOf(args: string, all = false): Promise<string> {
  const answer = await ask(`{ metric(${args}) { points { cuts { key label } value { value } } } }`);
  expect(words(answer)).toEqual([]);
  const { points } = (answer.data as { metric: { points: Cut[] } }).metric;
  return points
    .filter(point => all || point.value.value > 0)
    .map(({ cuts, value }) => `${cuts.map(cut => cut.key).join('>')} ${value.value}`)
    .join(', ');
}

const march = 'from: "2022-03-01", to: "2022-12-31"';

describe('bands of days', () => {
  it.each([
    [`key: "dispute.closed", by: [DURATION], ${march}`, 'DAYS_0_5 2, DAYS_6_10 2, DAYS_11_15 2, DAYS_16_30 2, DAYS_OVER_30 2'],
    [`key: "dispute.closed", by: [DURATION], ${march}, filter: { outcome: { eq: "SETTLED" } }`, 'DAYS_16_30 1, DAYS_OVER_30 2'],
    [`key: "dispute.closed", by: [OUTCOME, CONFIRMATION], ${march}, filter: { confirmation: { ne: "NO_SETTLEMENT" } }`, 'SETTLED>CONFIRMED 1, SETTLED>UNCONFIRMED 1, SETTLED>UNKNOWN 1'],
    [`key: "dispute.closed", by: [PERFORMANCE], ${march}`, 'DONE 1, PARTIAL 1, NO_SETTLEMENT 7, UNKNOWN 1'],
    // On the day of filing a case is 0 days old; the bands turn on the 6th, 11th, 16th, 31st and 61st day.
    ['key: "dispute.open", by: [AGE], at: "2022-03-01"', 'DAYS_0_5 9'],
    ['key: "dispute.open", by: [AGE], at: "2022-03-06"', 'DAYS_0_5 8'],
    ['key: "dispute.open", by: [AGE], at: "2022-03-07"', 'DAYS_6_10 7'],
    ['key: "dispute.open", by: [AGE], at: "2022-03-12"', 'DAYS_11_15 5'],
    ['key: "dispute.open", by: [AGE], at: "2022-03-16"', 'DAYS_11_15 4'],
    ['key: "dispute.open", by: [AGE], at: "2022-03-17"', 'DAYS_16_30 3'],
    ['key: "dispute.open", by: [AGE], at: "2022-04-01"', 'DAYS_31_60 1'],
    ['key: "dispute.open", by: [AGE], at: "2022-04-30"', 'DAYS_31_60 1'],
    ['key: "dispute.open", by: [AGE], at: "2022-05-01"', 'DAYS_OVER_60 1'],
    ['key: "dispute.open", by: [AGE], at: "2022-07-31"', 'DAYS_0_5 1, DAYS_16_30 5, DAYS_OVER_60 1'],
    ['key: "dispute.overdue", by: [AGE], at: "2022-07-31"', 'DAYS_16_30 5, DAYS_OVER_60 1'],
    ['key: "dispute.overdue", by: [AGE, CHANNEL], at: "2022-08-31"', 'DAYS_31_60>HRSS 3, DAYS_31_60>COURT 2, DAYS_OVER_60>HRSS 1, DAYS_OVER_60>COURT 1'],
  ])('%s', async (args, expected) => {
    expect(await cutsOf(args)).toBe(expected);
  }); // prettier-ignore

  it('are all shown, in their order, also those in which nothing is', async () => {
    const ladder = 'DAYS_0_5 1, DAYS_6_10 0, DAYS_11_15 0, DAYS_16_30 5, DAYS_31_60 0, DAYS_OVER_60 1';
    expect(await cutsOf('key: "dispute.open", by: [AGE], at: "2022-07-31"', true)).toBe(ladder);
  });

  it('are named in the language of the reader', async () => {
    const answer = await ask('{ metric(key: "dispute.open", by: [AGE], at: "2022-07-31") { points { cuts { label } } } }');
    const { points } = (answer.data as { metric: { points: Cut[] } }).metric;
    expect(points.map(({ cuts: [cut] }) => cut?.label)).toEqual(['5 天以内', '6–10 天', '11–15 天', '16–30 天', '31–60 天', '60 天以上']);
  }); // prettier-ignore

  it.each([
    [`key: "dispute.closed", ${march}, filter: { duration: { eq: "DAYS_16_30" } }`, ['2022-03-17', '2022-03-31'], 'closedOn'],
    ['key: "dispute.overdue", at: "2022-07-31", filter: { age: { eq: "DAYS_OVER_60" } }', ['2022-09-17'], 'closedOn'],
    ['key: "dispute.open", at: "2022-07-31", filter: { age: { in: ["DAYS_0_5"] } }', ['2022-07-31'], 'filedOn'],
  ])('lead to their rows: %s', async (args, days, field) => {
    const answer = await ask(`{ metricRows(${args}) { agrees nodes { dispute { ${field} } } } }`);
    expect(words(answer)).toEqual([]);
    const { agrees, nodes } = (answer.data as { metricRows: { agrees: boolean; nodes: { dispute: Record<string, string> }[] } }).metricRows;
    expect(agrees).toBe(true);
    expect(nodes.map(({ dispute: one }) => one[field]).sort()).toEqual(days);
  }); // prettier-ignore

  it.each([
    ['a band that there is not', 'key: "dispute.open", filter: { age: { eq: "DAYS_1_2" } }'],
    ['a figure without it', 'key: "dispute.filed", filter: { age: { eq: "DAYS_0_5" } }'],
  ])('refuse %s', async (_name, args) => {
    expect(code(await ask(`{ metric(${args}) { total { value } } }`))).toBe('BAD_USER_INPUT');
  });
});

describe('employers with repeated disputes', () => {
  const summer = 'from: "2022-07-01", to: "2022-07-31"';
  const list = async (args: string, viewer?: Viewer): Promise<unknown> => {
    const answer = await ask(
      `{ repeatedDisputes(${args}) { totalCount nodes { disputes people lastFiledOn enterprise { id } } } }`,
      viewer,
    );
    expect(words(answer)).toEqual([]);
    const { totalCount, nodes } = (
      answer.data as { repeatedDisputes: { totalCount: number; nodes: Record<string, unknown>[] } }
    ).repeatedDisputes;
    const line = (one: Record<string, unknown>): string =>
      `${(one['enterprise'] as { id: string }).id.split(':')[1]}: ${one['disputes']}/${one['people']} ${one['lastFiledOn']}`;
    return `${totalCount} · ${nodes.map(line).join(' · ')}`;
  };

  it.each([
    ['more people first where the cases are as many', `${summer}`, 'HRSS', null, '2 · 3: 2/21 2022-07-03 · 2: 2/7 2022-07-31'],
    ['the most cases first', march, 'HRSS', null, '3 · 1: 11/11 2022-07-05 · 3: 2/21 2022-07-03 · 2: 2/7 2022-07-31'],
    ['one case short', 'from: "2022-07-02", to: "2022-07-31"', 'HRSS', null, '1 · 3: 2/21 2022-07-03'],
    ['of a cause', `${summer}, filter: { cause: { eq: "04" } }`, 'HRSS', null, '1 · 3: 2/21 2022-07-03'],
    ['of a town', `${summer}, filter: { town: { eq: "LUORONG" } }`, 'LEADER', null, '0 · '],
    ['own town alone', march, 'TOWN', 'LUOBU', '2 · 3: 2/21 2022-07-03 · 2: 2/7 2022-07-31'],
    ['own channel alone', march, 'COURT', null, '1 · 2: 2/7 2022-07-31'],
  ] as const)('%s', async (_name, args, role, town, expected) => {
    expect(await list(args, personOf(role, town))).toBe(expected);
  }); // prettier-ignore

  it('are turned page by page, and a cursor of another list is refused', async () => {
    const page = async (after: string): Promise<{ cursor: string; id: string }[]> => {
      const answer = await ask(`{ repeatedDisputes(${march}, first: 2 ${after}) { edges { cursor node { enterprise { id } } } } }`);
      expect(words(answer)).toEqual([]);
      const { edges } = (answer.data as { repeatedDisputes: { edges: { cursor: string; node: { enterprise: { id: string } } }[] } }).repeatedDisputes;
      return edges.map(({ cursor, node }) => ({ cursor, id: node.enterprise.id }));
    };
    const first = await page('');
    const rest = await page(`, after: "${first.at(-1)?.cursor ?? ''}"`);
    expect([...first, ...rest].map(({ id }) => id)).toEqual(['Enterprise:1', 'Enterprise:3', 'Enterprise:2']);
    const rows = await ask('{ metricRows(key: "dispute.filed", first: 1) { pageInfo { endCursor } } }');
    const { endCursor } = (rows.data as { metricRows: { pageInfo: { endCursor: string } } }).metricRows.pageInfo;
    expect(code(await ask(`{ repeatedDisputes(${march}, after: "${endCursor}") { totalCount } }`))).toBe('BAD_USER_INPUT');
  }); // prettier-ignore

  it('are answered as the dashboard asks for them', async () => {
    const source = operation('metrics/repeated-disputes');
    const answer = await ask(source, personOf('COURT'), { from: '2022-07-01', to: '2022-07-31', first: 1 });
    expect(words(answer)).toEqual([]);
    expect(answer.data).toMatchObject({
      repeatedDisputes: { nodes: [{ disputes: 2, enterprise: { uscc: '910000000000000002', town: { code: 'LUOBU' } } }], totalCount: 1 },
    });
  }); // prettier-ignore

  it('as known before a case was told, without it', async () => {
    await change(hub, '2023-02-01T00:00:00Z', `update dispute set filed_on = '2021-07-03' where enterprise_id = 3 and applicants = 1`);
    expect(await list(summer)).toBe('1 · 2: 2/7 2022-07-31');
    expect(await list(`${summer}, asKnownAt: "2023-01-31T00:00:00Z"`)).toBe('2 · 3: 2/21 2022-07-03 · 2: 2/7 2022-07-31');
    expect(await list(`${summer}, asKnownAt: "2019-12-31T00:00:00Z"`)).toBe('0 · ');
  }); // prettier-ignore

  it('are refused to a member, who opens no cases', async () => {
    expect(code(await ask('{ repeatedDisputes { totalCount } }', personOf('MEMBER')))).toBe('FORBIDDEN');
  });
});
