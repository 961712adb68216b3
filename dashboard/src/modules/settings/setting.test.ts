import { expect, test } from 'vitest';
import { statedValue, targetMetrics, typedValue } from './setting.ts';

test.each([
  ['90', 'RATIO', '0.9'],
  ['87.55', 'RATIO', '0.8755'],
  ['100', 'RATIO', '1'],
  ['0', 'RATIO', '0'],
  ['ninety', 'RATIO', 'ninety'],
  ['', 'RATIO', ''],
  ['3', 'COUNT', '3'],
] as const)('%s of a %s is handed in as %s', (typed, unit, stated) =>
  expect(statedValue(typed, unit)).toBe(stated),
);

test.each([
  ['0.9', 'RATIO', '90'],
  ['0.875', 'RATIO', '87.5'],
  ['0.29', 'RATIO', '29'],
  ['45', 'DAYS', '45'],
] as const)('%s of a %s is shown for change as %s', (value, unit, typed) =>
  expect(typedValue(value, unit)).toBe(typed),
);

test('only figures with a better side take a target, and none whose target follows from another', () => {
  const keys = targetMetrics('zh').map(metric => metric.key);
  expect(keys).toContain('certification.rate');
  expect(keys).not.toContain('certification.gap');
  expect(keys).not.toContain('dispute.filed');
});
