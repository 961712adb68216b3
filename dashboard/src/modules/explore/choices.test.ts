import { describe, expect, test } from 'vitest';
import { dimensionsOf, kinds, kindsFor, usual } from './choices.ts';

const rate = { unit: 'RATIO' } as const;
const count = { unit: 'COUNT' } as const;

describe('how a figure can be shown', () => {
  test.each([
    [rate, [], '', ['TABLE']],
    [rate, ['TOWN'], '', ['TABLE', 'BAR']],
    [rate, ['TOWN', 'SIZE'], '', ['TABLE', 'HEAT']],
    [count, ['TOWN', 'SIZE'], '', ['TABLE', 'BAR', 'HEAT']],
    [rate, [], 'MONTH', ['TABLE', 'LINE']],
    [rate, ['TOWN'], 'MONTH', ['TABLE', 'LINE', 'HEAT']],
    [count, ['TOWN'], 'QUARTER', ['TABLE', 'LINE', 'BAR', 'HEAT']],
    [count, ['TOWN', 'SIZE'], 'YEAR', ['TABLE']],
  ] as const)('%j by %j %s', (metric, by, grain, shown) =>
    expect(kindsFor(metric, by, grain)).toEqual(shown),
  );

  test('the usual way is always one of them', () => {
    for (const metric of [rate, count])
      for (const by of [[], ['TOWN'], ['TOWN', 'SIZE']] as const)
        for (const grain of ['', 'MONTH'] as const)
          expect(kindsFor(metric, by, grain)).toContain(usual(by, grain));
    expect(kinds).toHaveLength(4);
  });
});

test.each([
  ['', []],
  ['town', ['TOWN']],
  ['town,size,industry', ['TOWN', 'SIZE']],
  ['town,town', ['TOWN']],
  ['cause,<img>', []],
])('dimensions said as %s', (said, found) =>
  expect(dimensionsOf(said, ['TOWN', 'SIZE', 'INDUSTRY'])).toEqual(found),
);
