import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf, suppressed, type CountTable } from '../../server/src/metrics/suppression.ts';

const line = (counts: number[]): CountTable => ({
  places: counts.map((_, i) => [String(i)]),
  counts,
  cuts: [true],
});
const hiddenIn = (cells: Record<string, number>, cuts = [true, true]): string[] => {
  const places = Object.keys(cells).map(key => key.split(' '));
  return [...suppressed({ places, counts: Object.values(cells), cuts })]
    .map(cell => Object.keys(cells)[cell] ?? '')
    .sort();
};

describe('small numbers of persons', () => {
  it('are hidden from one to four; none and five are not', () => {
    expect([...suppressed(line([0, 1, 4, 5, 90]))]).toEqual([1, 2]);
  });

  it('take the smallest other cell along, so that the total gives nothing away', () => {
    expect([...suppressed(line([3, 50, 8, 0]))]).toEqual([0, 2]);
    expect([...suppressed(line([3, 0]))]).toEqual([0, 1]);
  });

  it('are not given away by the whole of a table whose lines are all of one cell', () => {
    expect(hiddenIn({ 'A 1': 7, 'B 2': 3, 'C 3': 60 })).toEqual(['A 1', 'B 2']);
  });

  it('are not given away by a finer table than the one they are hidden in', () => {
    // By town A (3) and B (7) are hidden; shown by cause, B would be 7 and A what is left of the total.
    expect(hiddenIn({ 'A 05': 3, 'B 04': 7, 'C 04': 55, 'C 05': 5 })).toEqual([
      'A 05',
      'B 04',
      'C 04',
      'C 05',
    ]);
  });

  it('leave the totals of periods alone', () => {
    expect(hiddenIn({ 'May A': 2, 'May B': 9, 'June A': 8, 'June B': 9 }, [false, true])).toEqual([
      'June A', 'June B', 'May A', 'May B',
    ]); // prettier-ignore
  });

  const tables = fc
    .array(fc.array(fc.constantFrom(0, 0, 1, 2, 4, 5, 7, 9, 30), { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 4,
    })
    .map(rows => ({
      places: rows.flatMap((row, r) => row.map((_, c) => [String(r), String(c)])),
      counts: rows.flat(),
      cuts: [true, true],
    }));

  it('leave no line whose total is shown with a single hidden cell, and none hidden in total with all cells shown', () => {
    fc.assert(
      fc.property(tables, table => {
        const hidden = suppressed(table);
        table.counts.forEach((count, i) => expect(hidden.has(i) || count === 0 || count > 4).toBe(true));
        for (const { cells, totalHidden } of linesOf(table)) {
          const taken = cells.filter(cell => hidden.has(cell)).length;
          if (totalHidden) expect(taken).toBeGreaterThan(0);
          else if (cells.length > 1) expect(taken).not.toBe(1);
        }
      }),
    );
  });

  it('cannot be worked out by taking what is shown of a table and of its totals from each other, one by one', () => {
    fc.assert(
      fc.property(tables, table => {
        const rows = [...new Set(table.places.map(([row]) => row))];
        if (rows.length < 2) return;
        expect(solved(table)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

/** Small cells that somebody finds who knows the whole, both lists of totals and the table as far as they are shown. */
function solved(table: CountTable): number[] {
  const hidden = suppressed(table);
  const unknown = new Set([...hidden].map(cell => `cell ${cell}`));
  const equations: string[][] = [];
  const sides = [0, 1].map(axis => {
    const keys = [...new Set(table.places.map(place => place[axis] ?? ''))];
    const cellsOf = (key: string): number[] => table.places.flatMap((place, cell) => (place[axis] === key ? [cell] : []));
    const counts = keys.map(key => cellsOf(key).reduce((sum, cell) => sum + (table.counts[cell] ?? 0), 0));
    const away = suppressed(line(counts));
    away.forEach(i => unknown.add(`total ${axis} ${keys[i] ?? ''}`));
    keys.forEach(key => equations.push([`total ${axis} ${key}`, ...cellsOf(key).map(cell => `cell ${cell}`)]));
    return keys.map(key => `total ${axis} ${key}`);
  });
  equations.push(...sides);
  for (let found = true; found;) {
    found = false;
    for (const equation of equations) {
      const open = equation.filter(name => unknown.has(name));
      if (open.length !== 1) continue;
      unknown.delete(open[0] as string);
      found = true;
    }
  }
  return table.counts.flatMap((count, cell) => (count >= 1 && count <= 4 && !unknown.has(`cell ${cell}`) ? [cell] : []));
} // prettier-ignore
