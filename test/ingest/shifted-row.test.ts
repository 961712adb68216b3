import { expect, test } from 'vitest';
import { csvOf, faultless, readHere, uscc, uscc2 } from './reading.ts';

test('a row with more filled cells than the header has columns is taken, and its sender warned', async () => {
  const header = Object.keys(faultless.E);
  const rest = ['雒容镇', 'C', '10', '2010-01-01'];
  const text = csvOf([header, [uscc, '甲公司', ...rest, ''], [uscc2, '乙公司', ...rest, '000', '一路']]);
  const [sheet] = await readHere('e.csv', Buffer.from(text));
  expect(sheet?.rows.map(row => [row.rejected, row.issues.map(found => [found.code, found.params])])).toEqual(
    [
      [false, []],
      [false, [['CELLS_BEYOND_HEADER', { count: 2 }]]],
    ],
  );
});
