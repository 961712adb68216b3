import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MetricService } from '../../server/src/metrics/metric.service.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';
import { certification, dispute, employer, load, union } from './district.ts';
import { cuts, engineOn, total } from './engine.ts';

let hub: TestHub;
let engine: MetricService;

/**
 * Seven employers. 1–4 are active at the end of 2022 (staff 100, 30, 20, 10); 5 was closed on 2022-12-31, 6 is
 * founded on 2023-01-01, 7 is suspended from 2022-06-30.
 */
beforeAll(async () => {
  hub = await freshDatabase();
  engine = engineOn(hub);
  await load(hub, {
    employers: [
      employer({ id: 1, staff: 100, town: 'LUORONG', industry: 'C', size: 'LARGE' }),
      employer({ id: 2, staff: 30, town: 'LUOBU', industry: 'C', size: 'MEDIUM' }),
      employer({ id: 3, staff: 20, town: 'LUOBU', industry: 'F', size: null }),
      employer({ id: 4, staff: 10, town: 'CORE', industry: 'F', founded_on: '2022-12-31', uscc: '52'.padEnd(18, '4') }),
      employer({ id: 5, staff: 500, closed_on: '2022-12-31' }),
      employer({ id: 6, staff: 500, founded_on: '2023-01-01' }),
      employer({ id: 7, staff: 500 }),
    ],
    statuses: [
      { enterprise_id: 7, stated_on: '2022-05-31', status: 'ACTIVE' },
      { enterprise_id: 7, stated_on: '2022-06-30', status: 'SUSPENDED' },
    ],
    unions: [
      union({ enterprise_id: 1, members: 90, congress: true, disclosure: true,
        collective_from: '2022-01-01', collective_to: '2022-12-31', wage_from: '2022-01-01', wage_to: '2022-12-30' }),
      union({ enterprise_id: 2, form: 'JOINT', members: 45, congress: false, collective_from: '2023-01-01' }),
      union({ enterprise_id: 3, form: 'NONE', founded_on: null, members: 0 }),
      union({ enterprise_id: 4, form: 'REGIONAL', dissolved_on: '2022-12-31', members: 10 }),
      union({ enterprise_id: 7, members: 400 }),
    ],
    certifications: [
      certification({ enterprise_id: 1, filed_on: '2020-01-05', certified_on: '2020-01-31' }),
      certification({ enterprise_id: 1, filed_on: '2022-06-20', certified_on: '2022-07-31' }),
      certification({ enterprise_id: 2, certified_on: '2022-08-31', qualified: false }),
      certification({ enterprise_id: 3, certified_on: '2022-08-31', revoked_on: '2022-12-31' }),
      certification({ enterprise_id: 4, filed_on: '2022-12-31', review_score: 85 }),
      certification({ enterprise_id: 7, certified_on: '2022-08-31' }),
    ],
    disputes: [
      dispute({ enterprise_id: 1, filed_on: '2021-12-20', accepted_on: '2021-12-22', closed_on: '2022-01-04', outcome: 'SETTLED', confirmed: true, performance: 'DONE', archived_on: '2022-02-01' }),
      dispute({ enterprise_id: 1, filed_on: '2022-03-01', accepted_on: '2022-03-02', closed_on: '2022-03-17', outcome: 'SETTLED', applicants: 12, amount: 1234.56, performance: 'PARTIAL', job_lost: true, reemployed_on: '2022-06-15' }),
      dispute({ enterprise_id: 2, filed_on: '2022-03-05', accepted_on: '2022-03-06', closed_on: '2022-03-20', outcome: 'FAILED', channel: 'COURT', amount: 0.1, job_lost: true, reemployed_on: '2022-06-19' }),
      dispute({ enterprise_id: 3, filed_on: '2022-04-01', closed_on: '2022-04-02', outcome: 'WITHDRAWN', cause: '99', job_lost: true }),
      dispute({ enterprise_id: 5, filed_on: '2022-05-01', applicants: 30, amount: 0.2, outcome: 'SETTLED' }),
      dispute({ enterprise_id: 6, filed_on: '2022-12-16', accepted_on: '2022-12-17', channel: 'UNION' }),
      dispute({ enterprise_id: 7, filed_on: '2022-12-15', closed_on: '2023-01-05', outcome: 'SETTLED' }),
    ],
  }); // prettier-ignore
});
afterAll(() => hub.close());

const year = { from: '2022-01-01', to: '2022-12-31' };
const at = '2022-12-31';

describe('a figure computed by hand for every metric', () => {
  it.each([
    ['certification.rate', '1/4', 'of four active employers one is certified: a claim without conditions, a revocation of that day and a suspended employer do not count'],
    ['certification.gap', '3', '90 % of four employers is 3.6, so four are needed; one is there'],
    ['certification.stage', '4', 'every active employer stands at exactly one stage'],
    ['certification.expiring', '1', 'the certification of 2020-01-31 ends on 2023-01-30, within 90 days; the employer is certified twice'],
    ['union.coverage', '2/4', 'own and joint unions count, one dissolved on the day does not'],
    ['union.coverage25', '1/2', 'of the two employers with 25 staff or more one has a union of its own'],
    ['union.membership', '120/160', '90 members and 45 capped at 30, of 160 staff'],
    ['union.collective', '1/2', 'a contract ending on the day is in force, one starting the next day is not'],
    ['union.wage', '0/2', 'the only wage agreement ended the day before'],
    ['union.congress', '1/2', 'one of two has a congress'],
    ['union.disclosure', '1/2', 'not stated is not practised'],
    ['dispute.open', '3', 'three cases have not been closed by the end of the day'],
    ['dispute.overdue', '2', 'filed 16 days before is overdue, 15 days is not'],
    ['dispute.rate', '6/160', 'six cases within the year, of employers active or not, per 160 staff'],
  ])('%s is %s: %s', async (key, expected) => {
    expect(await total(engine, { key, at })).toBe(expected);
  }); // prettier-ignore

  it.each([
    ['dispute.filed', '6', 'six cases were filed in 2022'],
    ['dispute.accepted', '3', 'three were accepted'],
    ['dispute.closed', '4', 'four were closed; an outcome without a closing date closes nothing'],
    ['dispute.archived', '1', 'one was archived'],
    ['dispute.success', '2/3', 'two settled, one failed; the withdrawn one does not count'],
    ['dispute.closing', '4/7', 'four closed, of one carried over and six filed'],
    ['dispute.onTime', '3/4', '15 days after filing is in time, 16 is not'],
    ['dispute.duration', '42/3', '13 + 15 + 14 days from acceptance to closing over three cases'],
    ['dispute.people', '46', '12 + 30 + four single applicants'],
    ['dispute.amount', '1234.86', 'money adds up without a rounding error'],
    ['dispute.collective', '2', 'ten applicants or more'],
    ['dispute.confirmed', '1/2', 'one of two settled cases was confirmed by a court'],
    ['dispute.performed', '1/2', 'partly performed is not performed'],
    ['dispute.reemployed', '1/3', 'the 90th day after closing counts, the 91st does not'],
    ['incident.major', '1', 'one case has thirty applicants'],
  ])('%s over 2022 is %s: %s', async (key, expected) => {
    expect(await total(engine, { key, ...year })).toBe(expected);
  }); // prettier-ignore

  it('gives PER_100 as 100 × numerator ÷ denominator and DAYS as an average', async () => {
    expect(await engineValue('dispute.rate', { at })).toBe(3.75);
    expect(await engineValue('dispute.duration', year)).toBe(14);
  });
});

const engineValue = async (key: string, days: object): Promise<number | null> => {
  const { hubItself } = await import('./engine.ts');
  return (await engine.metric(hubItself, { key, ...days })).total.value;
};

describe('cuts', () => {
  it('go by the codes of the district, in their order, empty last', async () => {
    expect(await cuts(engine, { key: 'union.coverage', at, by: ['TOWN'] })).toBe(
      'LUORONG 1/1, LUOBU 1/2, CORE 0/1',
    );
    expect(await cuts(engine, { key: 'certification.rate', at, by: ['SIZE'] })).toBe(
      'LARGE 1/1, MEDIUM 0/1, SMALL 0/1, UNKNOWN 0/1',
    );
  });

  it('put each employer at the stage its dates say', async () => {
    expect(await cuts(engine, { key: 'certification.stage', at, by: ['STAGE'] })).toBe(
      'SCORED 1, CLAIMED 1, CERTIFIED 1, REVOKED 1',
    );
    expect(await cuts(engine, { key: 'certification.stage', at: '2022-07-30', by: ['STAGE'] })).toBe(
      'NONE 1, FILED 3',
    );
  });

  it('go by two dimensions at once', async () => {
    expect(await cuts(engine, { key: 'dispute.filed', ...year, by: ['CHANNEL', 'TOWN'] })).toBe(
      'UNION+LUORONG 1, HRSS+LUORONG 3, HRSS+LUOBU 1, COURT+LUOBU 1',
    );
  });

  it('of an open case know no outcome that came later', async () => {
    expect(await cuts(engine, { key: 'dispute.open', at, by: ['OUTCOME'] })).toBe('SETTLED 1, UNKNOWN 2');
  });
});
