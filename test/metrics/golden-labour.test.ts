import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MetricService } from '../../server/src/metrics/metric.service.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';
import { load } from './district.ts';
import { cuts, engineOn, hubItself, total } from './engine.ts';
import { labourDistrict } from './labour-district.ts';

let hub: TestHub;
let engine: MetricService;
beforeAll(async () => {
  hub = await freshDatabase();
  engine = engineOn(hub);
  await load(hub, labourDistrict);
});
afterAll(() => hub.close());

const year = { from: '2022-01-01', to: '2022-12-31' };
const at = '2022-12-31';

describe('contracts, filings and inspections counted by hand', () => {
  it.each([
    ['contract.signing', '9/106', 'two workers at 1 (one of them twice), seven at 2 capped at its 6, one at 3; of 90 + 6 by filing and 10 by the roster'],
    ['contract.electronic', '3/11', 'eleven contracts are in force: the last day counts, a termination of the day does not; three are electronic'],
    ['contract.verified', '1/3', "signed at 23:59:59 counts, a second later is the next day; a digest other than the library's does not"],
    ['contract.expiring', '2', 'ending today and in 30 days, not in 31'],
    ['filing.coverage', '1/3', '365 days old counts, 366 does not, a cancelled one is none'],
    ['filing.insured', '93/96', '95 insured capped at 90, and 3 of 6; of two filings of one day the lower row speaks'],
    ['union.coverage25', '1/1', 'by its filing only the first employs 25 or more'],
    ['union.membership', '90/106', '95 members capped at the filing’s 90'],
    ['dispute.rate', '0/106', 'no case at all'],
    ['filing.freshness', '3', 'every active employer has a filing of some age, or none'],
    ['inspection.grade', '2', 'the newest grade of each active employer; the third has none, the fourth is closed'],
  ])('%s is %s: %s', async (key, expected) => {
    expect(await total(engine, { key, at })).toBe(expected);
  }); // prettier-ignore

  it.each([
    ['inspection.checks', '4', 'four in 2022, of active employers or not'],
    ['inspection.violation', '3/4', 'an order, a filed case, or a day of filing'],
    ['inspection.corrected', '1/3', 'done on the limit is in time, a day later is not, nor is nothing'],
    ['inspection.summons', '2', 'by the day of the summons, not of the inspection'],
    ['meeting.count', 'null', 'until meetings are kept in the hub'],
  ])('%s over 2022 is %s: %s', async (key, expected) => {
    expect(await total(engine, { key, ...year })).toBe(expected);
  }); // prettier-ignore

  it('headcount goes by the filing in force of the day, back to the roster when it is cancelled', async () => {
    const days = ['2021-12-29', '2021-12-30', '2021-12-31', '2022-05-01', '2022-06-01'];
    const heads = days.map(day => total(engine, { key: 'union.membership', at: day }));
    // 1: 100 by the roster, then 90; 2: 4, then 6; 3: 10, 20 while filed; 4: 50; 5: 8.
    expect((await Promise.all(heads)).map(figure => figure.split('/')[1])).toEqual(['172', '174', '164', '174', '164']);
  }); // prettier-ignore

  it('cut by subject, source and grade, in the order of their codes', async () => {
    expect(await cuts(engine, { key: 'inspection.checks', ...year, by: ['SUBJECT'] })).toBe('02 1, 06 2, UNKNOWN 1');
    expect(await cuts(engine, { key: 'inspection.checks', ...year, by: ['SOURCE'] })).toBe('PATROL 3, COMPLAINT 1');
    expect(await cuts(engine, { key: 'inspection.grade', at, by: ['GRADE'] })).toBe('B 1, C 1');
    expect(await cuts(engine, { key: 'filing.freshness', at, by: ['FRESHNESS'] })).toBe('DAYS_0_90 0, DAYS_91_180 0, DAYS_181_365 1, DAYS_366_730 1, DAYS_OVER_730 0, NONE 1');
    const filter = { grade: { ne: 'B' } };
    expect(await total(engine, { key: 'inspection.grade', at, filter })).toBe('1');
    expect(await total(engine, { key: 'inspection.checks', ...year, filter: { subject: { eq: '06' } } })).toBe('2');
    expect(await total(engine, { key: 'certification.stage', at, filter: { stage: { eq: 'NONE' } } })).toBe('3');
  }); // prettier-ignore

  it('a code that no list has is refused', async () => {
    await expect(
      engine.metric(hubItself, { key: 'inspection.checks', filter: { subject: { eq: '42' } } }),
    ).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('says how many lack to the target: workers, employers, contracts, corrections', async () => {
    const gap = async (args: { key: string; at?: string }) =>
      (await engine.metric(hubItself, args)).total.gap;
    expect(await gap({ key: 'contract.signing', at })).toBe(94); // ⌈0.97 × 106⌉ − 9
    expect(await gap({ key: 'filing.coverage', at })).toBe(2); // ⌈0.95 × 3⌉ − 1
    expect(await gap({ key: 'contract.verified', at })).toBe(2);
    expect(await gap({ key: 'union.coverage25', at })).toBe(0);
    expect(await gap({ key: 'inspection.corrected' })).toBe(2);
    expect(await gap({ key: 'inspection.checks' })).toBeNull();
    expect(await gap({ key: 'inspection.violation' })).toBeNull();
    expect(await gap({ key: 'certification.rate', at })).toBe(3);
  });
});
