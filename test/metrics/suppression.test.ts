import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHub, type RunningHub } from '../server/hub.ts';
import { disputeHeader, disputes, firm, roster, uscc } from '../ingest/support.ts';
import { sendSheets } from './attack/districts.ts';
import { askAll, type Answer, type Asked } from './attack/published.ts';

/**
 * Three firms: 1 in Luorong (C), 2 in Luobu (C), 3 in the core area (F). Year by year what happens to them:
 *
 * 2021 Luorong 7, Luobu 8, core 60: nothing is small
 * 2022 Luorong 3, Luobu 7, core 60: one is small
 * 2023 Luorong 20 in March and 3 on 16 May, Luobu 30 in March and 6 on 16 May
 * 2024 Luorong 3, nobody else
 */
const cases: readonly (readonly [day: string, firm: 1 | 2 | 3, applicants: number])[] = [
  ['2021-03-01', 1, 7], ['2021-03-01', 2, 8], ['2021-04-20', 3, 60],
  ['2022-03-01', 1, 3], ['2022-03-01', 2, 7], ['2022-04-20', 3, 60],
  ['2023-03-01', 1, 20], ['2023-03-01', 2, 30], ['2023-05-16', 1, 3], ['2023-05-16', 2, 6],
  ['2024-06-06', 1, 3],
]; // prettier-ignore
const place = {
  1: ['雒容镇', '制造业'],
  2: ['洛埠镇', '制造业'],
  3: ['新区核心区', '批发和零售业'],
} as const;
const [TOWN, INDUSTRY] = [0, 1];

let hub: RunningHub;
let member: string;
beforeAll(async () => {
  hub = await startHub();
  member = await hub.token('MEMBER');
  const firms = ([1, 2, 3] as const).map(n => {
    const [code, name, , , ...rest] = firm(n);
    return [code ?? null, name ?? null, ...place[n], ...rest];
  });
  await sendSheets(hub, [roster(...firms), sheet(cases)]);
});
afterAll(() => hub.close());

const sheet = (list: typeof cases, from = 0) => ({
  ...disputes(
    ...list.map(([day, n, applicants], i) => [
      `案${from + i}`, day, '张三丰', uscc(n), `示例企业${n}`, '劳动报酬', 1200, '企业工会', applicants,
    ]), // prettier-ignore
  ),
  header: [...disputeHeader, '申请人数'],
});
const year = (of: number) => ({ from: `${of}-01-01`, to: `${of}-12-31` });
const figure = ({ value, suppressed }: Answer['total']): string => (suppressed ? '*' : String(value));
/** The total, and each cut or step: `70 = LUORONG *, LUOBU *, CORE 60`. */
async function seen(asked: Asked, token = member): Promise<string> {
  const [answer] = await askAll(hub, token, [asked]);
  const { total, points } = answer as Answer;
  const parts = points.map(({ period, cuts, value }) =>
    [period?.slice(0, 7), ...cuts.map(({ key }) => key), figure(value)].filter(Boolean).join(' '),
  );
  return [figure(total), parts.join(', ')].filter(Boolean).join(' = ');
}

describe('small numbers of persons, to somebody who may not open the rows', () => {
  it.each<[string, Asked, string]>([
    ['nothing is small', { ...year(2021), by: [TOWN] }, '75 = LUORONG 7, LUOBU 8, CORE 60'],
    ['nor by the day', { from: '2021-02-11', to: '2021-03-02', by: [TOWN] }, '15 = LUORONG 7, LUOBU 8'],
    ['one is, and takes the least other along', { ...year(2022), by: [TOWN] }, '70 = LUORONG *, LUOBU *, CORE 60'],
    ['which another table would give away', { ...year(2022), by: [INDUSTRY] }, '70 = C 10, F 60'],
    ['or a finer one', { ...year(2022), by: [TOWN, INDUSTRY] }, '70 = LUORONG C *, LUOBU C *, CORE F 60'],
    ['a filter is a cut', { ...year(2022), filter: { town: { eq: 'LUORONG' } } }, '*'],
    ['so is its complement', { ...year(2022), filter: { town: { ne: 'LUORONG' } } }, '*'],
    ['in other words', { ...year(2022), filter: { not: { town: { in: ['LUORONG'] } } } }, '*'],
    ['what is left of a total tells nothing new', { ...year(2022), filter: { town: { in: ['LUORONG', 'LUOBU'] } } }, '10'],
    ['within a filter', { ...year(2022), by: [TOWN], filter: { industry: { eq: 'C' } } }, '10 = LUORONG *, LUOBU *'],
    ['a month alone', { from: '2022-03-01', to: '2022-03-31', by: [TOWN] }, '10 = LUORONG *, LUOBU *'],
    ['a span of one\'s own', { from: '2022-02-11', to: '2022-11-02', by: [TOWN] }, '70 = LUORONG *, LUOBU *, CORE 60'],
    ['a year in which both are large', { ...year(2023), by: [TOWN] }, '59 = LUORONG 23, LUOBU 36'],
    ['but not by the quarter', { ...year(2023), grain: 'QUARTER', by: [TOWN] },
      '59 = 2023-01 LUORONG *, 2023-01 LUOBU *, 2023-04 LUORONG *, 2023-04 LUOBU *, 2023-07 LUORONG 0, 2023-07 LUOBU 0, 2023-10 LUORONG 0, 2023-10 LUOBU 0'],
    ['nor up to the day before', { from: '2023-01-01', to: '2023-05-15', by: [TOWN] }, '50 = LUORONG *, LUOBU *'],
    ['and up to the day itself', { from: '2023-01-01', to: '2023-05-16', by: [TOWN] }, '59 = LUORONG 23, LUOBU 36'],
    ['nor in the quarter by days', { from: '2023-04-11', to: '2023-05-16', by: [TOWN] }, '9 = LUORONG *, LUOBU *'],
    ['totals are never hidden, by whatever days', { from: '2024-06-06', to: '2024-06-06' }, '3'],
    ['nor by a filter that keeps all', { ...year(2024), filter: { town: { eq: 'LUORONG' } } }, '3'],
    ['whose they are is, over several years too', { from: '2024-01-01', to: '2025-12-31', by: [TOWN] }, '3 = LUORONG *'],
    ['and in one', { ...year(2024), by: [TOWN] }, '3 = LUORONG *'],
  ])('%s', async (_, asked, expected) => {
    expect(await seen(asked)).toBe(expected);
  }); // prettier-ignore

  it('are hidden as a comparison too', async () => {
    const [now] = await askAll(hub, member, [{ ...year(2023), by: [TOWN] }]);
    expect((now as Answer).points.map(({ value }) => [value.previous, value.lastYear])).toEqual([[null, null], [null, null]]); // prettier-ignore
    const [before] = await askAll(hub, member, [{ ...year(2022), by: [TOWN] }]);
    expect((before as Answer).points.map(({ value }) => value.previous)).toEqual([null, null, 60]);
  });

  it('are the same in whatever order one asks, and shown to whoever may open the rows', async () => {
    const asked = [2021, 2022, 2023, 2024].flatMap(of => [[TOWN], [INDUSTRY], [TOWN, INDUSTRY]].map(by => ({ ...year(of), by }))); // prettier-ignore
    const there = await askAll(hub, member, asked);
    const back = await askAll(hub, member, [...asked].reverse());
    expect(back.reverse()).toEqual(there);
    expect(await seen({ ...year(2022), by: [TOWN] }, await hub.token('LEADER'))).toBe('70 = LUORONG 3, LUOBU 7, CORE 60');
  }); // prettier-ignore

  it('are in no picture', async () => {
    const headers = { authorization: `Bearer ${member}` };
    const query = 'from=2022-01-01&to=2022-12-31&by=TOWN';
    const svg = await (
      await fetch(`${hub.origin}/api/charts/dispute.people.svg?${query}`, { headers })
    ).text();
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text?.trim());
    expect(texts).toContain('60');
    expect(texts).not.toContain('3');
    expect(texts).not.toContain('7');
  });

  // Last, as it changes the facts.
  it('are not told by what was known before a correction: such a year is closed but for its totals', async () => {
    const asKnownAt = new Date(Date.parse('2026-11-23T02:00:00Z') + 1000).toISOString();
    const then = { ...year(2022), by: [TOWN], asKnownAt };
    expect(await seen(then)).toBe('70 = LUORONG *, LUOBU *, CORE 60');
    hub.wait(3_600_000);
    await sendSheets(hub, [sheet([['2022-03-01', 1, 9]], 3)]);
    expect(await seen({ ...year(2022), by: [TOWN] })).toBe('76 = LUORONG 9, LUOBU 7, CORE 60');
    expect(await seen(then)).toBe('70 = LUORONG *, LUOBU *, CORE *');
    expect(await seen({ ...then, ...year(2021) })).toBe('75 = LUORONG 7, LUOBU 8, CORE 60');
  });
});
