import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settingsHub, type SettingsHub } from './support.ts';

let its: SettingsHub;
beforeAll(async () => void (its = await settingsHub()));
afterAll(() => its.hub.close());

describe('a target path', () => {
  const rate = 'targets/certification.rate';
  const half = [{ day: '2022-01-01', value: '0.5' }, { day: '2022-12-31', value: '0.500' }]; // prettier-ignore

  it('is linear and exact between its points, for target, status and gap', async () => {
    const before = its.later();
    const path = [{ day: '2022-12-01', value: '0.2' }, { day: '2022-12-31', value: '0.5' }]; // prettier-ignore
    expect(await its.setNow('targets', rate, { metric: 'certification.rate', path })).toMatchObject({
      metric: 'certification.rate', scope: 'DISTRICT', value: { text: '2022-12-01=0.2,2022-12-31=0.5', path },
    }); // prettier-ignore
    // 20 days of 30: exactly 0.4 of five employers is two, where floating point would ask for three.
    expect(await its.figure('certification.rate', '2022-12-21')).toMatchObject({
      metric: { target: 0.4 },
      total: { numerator: 2, denominator: 5, target: 0.4, status: 'MET', gap: 0 },
    });
    expect((await its.figure('certification.gap', '2022-12-21')).total).toMatchObject({
      value: 0,
      status: 'MET',
    });
    expect((await its.figure('certification.gap', '2022-12-22')).total).toMatchObject({
      value: 1,
      status: 'MISSED',
    });
    expect((await its.figure('certification.rate', '2022-12-22')).total).toMatchObject({
      status: 'NEAR',
      gap: 1,
    });
    expect((await its.figure('certification.gap', '2022-12-22', { known: before })).total).toMatchObject({
      value: 3,
    });
    const { data } = await its.ask(
      'LEADER',
      '{ certificationForecast { target targetOn path { day value } } }',
    );
    expect(data?.['certificationForecast']).toMatchObject({ target: 0.5, targetOn: '2022-12-31' });
  });

  it('of a town holds for its figures: its cut, its filter and its own reader; nobody else’s', async () => {
    await its.setNow('targets', `${rate}/LUOBU`, {
      metric: 'certification.rate',
      scope: 'LUOBU',
      path: half,
    });
    const at = '2022-12-31';
    await its.setNow('targets', rate, { metric: 'certification.rate', path: [{ day: at, value: '0.75' }] });
    const cut = await its.figure('certification.rate', at, { by: ['INDUSTRY', 'TOWN'] });
    expect(cut.total).toMatchObject({ target: 0.75 });
    expect(cut.points.map(({ cuts, value }) => [cuts[1]?.key, value['target']])).toEqual([['LUORONG', 0.75], ['LUOBU', 0.5]]); // prettier-ignore
    const filtered = async (filter: object) =>
      (await its.figure('certification.gap', at, { filter })).total['value'];
    expect(await filtered({ town: { eq: 'LUORONG' } })).toBe(2);
    expect(await filtered({ and: [{ town: { in: ['LUOBU'] } }] })).toBe(0);
    expect(await filtered({ town: { in: ['LUOBU', 'LUORONG'] } })).toBe(2);
    const own = await its.hub.token('TOWN', 'LUOBU');
    const query = `{ metric(key: "certification.rate", at: "${at}") { metric { target } total { target denominator } } }`;
    expect((await its.hub.graphql(query, { token: own })).data).toEqual({
      metric: { metric: { target: 0.5 }, total: { target: 0.5, denominator: 1 } },
    });
    const keys = (await its.one(`${rate}/LUOBU`)).key;
    expect(keys).toBe('targets/certification.rate/LUOBU');
    const rows = `{ metricRows(key: "certification.gap", at: "${at}", filter: { town: { eq: "LUORONG" } }) { totalCount } }`;
    expect((await its.ask('LEADER', rows)).data).toEqual({ metricRows: { totalCount: 2 } });
  });

  it('given back is the hub’s own again, and the district’s for a town', async () => {
    const back = await its.setNow('targets', `${rate}/LUOBU`, { metric: 'certification.rate', scope: 'LUOBU', path: [] });
    expect(back).toMatchObject({ isDefault: true, history: { totalCount: 2 } });
    const at = '2022-12-31';
    expect((await its.figure('certification.rate', at, { filter: { town: { eq: 'LUOBU' } } })).total).toMatchObject({ target: 0.75 });
    await its.setNow('targets', rate, { metric: 'certification.rate', path: [] });
    expect((await its.figure('certification.rate', at)).total).toMatchObject({ target: 0.9 });
  }); // prettier-ignore

  it('can be set for a figure that had none, for a count and for one that nothing counts yet', async () => {
    const at = '2022-12-31';
    const value = (of: string) => [{ day: at, value: of }];
    await its.setNow('targets', 'targets/union.congress', { metric: 'union.congress', path: value('0.80') });
    expect((await its.figure('union.congress', at)).total).toMatchObject({ target: 0.8, status: 'MISSED', gap: 3 });
    await its.setNow('targets', 'targets/meeting.count', { metric: 'meeting.count', path: value('4') });
    const { data } = await its.ask('LEADER', '{ metric(key: "meeting.count") { metric { target } total { value status } } }');
    expect(data?.['metric']).toEqual({ metric: { target: 4 }, total: { value: null, status: 'NONE' } });
    const catalogue = (await its.ask('LEADER', '{ metrics { key target } }')).data?.['metrics'];
    expect(catalogue).toEqual(expect.arrayContaining([{ key: 'union.congress', target: 0.8 }, { key: 'meeting.count', target: 4 }]));
  }); // prettier-ignore
});
