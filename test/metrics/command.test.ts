import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { table } from '../../server/src/app/cli/output.ts';
import { metricArguments, type MetricOptions } from '../../server/src/metrics/metric-arguments.ts';
import { metricCommand } from '../../server/src/metrics/metric-command.ts';
import type { MetricService } from '../../server/src/metrics/metric.service.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';
import { employer, load, union } from './district.ts';
import { engineOn, hubItself } from './engine.ts';

let hub: TestHub;
let metrics: MetricService;
beforeAll(async () => {
  hub = await freshDatabase();
  metrics = engineOn(hub);
  await load(hub, {
    employers: [employer({ id: 1 }), employer({ id: 2, town: 'LUOBU', staff: 1000 })],
    unions: [union({ enterprise_id: 2, founded_on: '2022-12-15' })],
  });
});
afterAll(() => hub.close());

async function run(key: string, options: MetricOptions, language: 'zh' | 'en' = 'zh') {
  const said: string[] = [];
  let [json, text]: [unknown, string] = [undefined, ''];
  const status = await metricCommand(
    {
      metrics, viewer: { ...hubItself, language }, sources: async () => [], table, say: line => said.push(line),
      answer: async (value, words) => {
        json = JSON.parse(JSON.stringify(value));
        text = words(value);
      },
    },
    key,
    options,
  ); // prettier-ignore
  return { status, said, json, text };
}

describe('hub metric', () => {
  it('prints a table that a person can read', async () => {
    const { text, status } = await run('union.coverage', { at: '2022-12-31', by: 'town' });
    expect(status).toBe(0);
    expect(text.split('\n')).toEqual([
      '建会率 (union.coverage)  2022-12-31',
      '当日有工会（独立、联合或区域行业覆盖）的在营用人单位占全部在营用人单位的比例。',
      '口径：全部用人单位',
      '',
      '        数值    分子  分母  目标   达标    较上期          较去年同期',
      '合计    50.0%   1     2     92.0%  未达标  +50.0个百分点   +50.0个百分点',
      '雒容镇  0.0%    0     1     92.0%  未达标  0.0个百分点     0.0个百分点',
      '洛埠镇  100.0%  1     1     92.0%  达标    +100.0个百分点  +100.0个百分点',
    ]);
  });

  it('lists the parts of an index below it, those left out too', async () => {
    const { text } = await run('harmony.index', { at: '2022-12-31' }, 'en');
    const lines = text.split('\n').map(line => line.replace(/ {2,}/g, ' | '));
    expect(lines.slice(7)).toEqual([
      ' | value | target | points',
      'Workers with a contract | 0.0% | 97.0% | 0.00 / 15',
      'Mediation success | — | 80.0% | no data, left out',
      'Insured staff | — | 95.0% | no data, left out',
      'Corrected in time | — | 95.0% | no data, left out',
      'Union coverage | 50.0% | 92.0% | 4.35 / 8',
      'Collective contracts | 0.0% | 90.0% | 0.00 / 7',
      'Closed within the statutory limit | — | 100.0% | no data, left out',
      'Major collective incidents | 0 | 0 | 10.00 / 10',
      'Certified employers | 0.0% | 90.0% | 0.00 / 5',
    ]);
  });

  it('gives exactly a MetricAnswer as JSON', async () => {
    const { json } = await run('union.membership', { filter: 'town=LUOBU,town=CORE', from: '2022-12-01', to: '2022-12-31', grain: 'month' });
    expect(Object.keys(json as object)).toEqual(['metric', 'at', 'from', 'to', 'total', 'points', 'computedAt', 'sources']);
    expect(json).toMatchObject({
      metric: { key: 'union.membership', unit: 'RATIO', sources: ['E', 'U'] },
      at: '2022-12-31', from: '2022-12-01', to: '2022-12-31',
      total: { value: 0.08, numerator: 80, denominator: 1000, target: 0.85, status: 'MISSED', previous: 0, lastYear: 0, suppressed: false },
      points: [{ period: '2022-12-01', cuts: [], value: { value: 0.08 } }],
    });
  }); // prettier-ignore

  it.each([
    [
      'union.coverge',
      {},
      'There is no metric "union.coverge". The nearest are union.coverage, union.coverage25',
    ],
    ['union.coverage', { at: '2022-13-01' }, '--at expects a day such as 2022-12-31, not "2022-13-01".'],
    ['union.coverage', { by: 'COLOUR' }, '--by expects one of TOWN INDUSTRY'],
    ['union.coverage', { by: 'CAUSE' }, 'union.coverage cannot be cut by CAUSE.'],
    ['union.coverage', { filter: 'twon=LUOBU' }, '--filter cannot read "twon=LUOBU", try town=….'],
    ['union.coverage', { from: '2022-01-01' }, 'A stock metric takes at; from and to go with a grain.'],
    [
      'union.coverage',
      { asKnownAt: '2022-12-31T08:00' },
      '--as-known-at expects a day or a moment with its offset',
    ],
  ])('%s with %j is wrong usage: %s', async (key, options, words) => {
    const { status, said } = await run(key, options, 'en');
    expect(status).toBe(2);
    expect(said.join('\n')).toContain(words);
  });

  it('says once what is wrong with two arguments together', async () => {
    const { said } = await run('union.coverage', { from: '2022-01-01', to: '2022-02-01' }, 'en');
    expect(said).toEqual(['A stock metric takes at; from and to go with a grain.']);
  });

  it('takes a day as known at its end, a moment as it is', () => {
    const known = (asKnownAt: string) => metricArguments('k', { asKnownAt }).asKnownAt?.toISOString();
    expect(known('2022-12-31')).toBe('2022-12-31T15:59:59.999Z');
    expect(known('2022-12-31T08:00:00+08:00')).toBe('2022-12-31T00:00:00.000Z');
  });
});
