import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf, suppressed } from '../../server/src/metrics/suppression.ts';

const line = (length: number): number[] => Array.from({ length }, (_, i) => i);

describe('small numbers of persons', () => {
  it('are hidden from one to four; none and five are not', () => {
    expect([...suppressed([0, 1, 4, 5, 90], [line(5)])]).toEqual([1, 2]);
  });

  it('take the smallest other cell along, so that the total gives nothing away', () => {
    expect([...suppressed([3, 50, 8, 0], [line(4)])]).toEqual([0, 2]);
    expect([...suppressed([3, 0], [line(2)])]).toEqual([0, 1]);
  });

  it('leave no line of a table with a single hidden cell, whatever the numbers', () => {
    const table = fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 5,
    });
    fc.assert(
      fc.property(table, rows => {
        const places = rows.flatMap((row, r) => row.map((_, c) => [String(r), String(c)]));
        const counts = rows.flat();
        const hidden = suppressed(counts, linesOf(places));
        counts.forEach((count, i) => expect(hidden.has(i) || count === 0 || count > 4).toBe(true));
        for (const cells of linesOf(places)) {
          expect(cells.filter(cell => hidden.has(cell)).length).not.toBe(1);
        }
      }),
    ); // prettier-ignore
  });
});
