/** A table of numbers of persons: for each cell its coordinates, and how many stand in it. */
export interface CountTable {
  readonly places: readonly (readonly string[])[];
  readonly counts: readonly number[];
  /** Which coordinates cut the whole; the others (periods) have totals that are never hidden. */
  readonly cuts: readonly boolean[];
}

/** Cells that add up to a number somebody can see or ask for, and whether that number is hidden itself. */
interface Line {
  readonly cells: readonly number[];
  readonly totalHidden: boolean;
}

/**
 * Which cells of a table must not be shown (rule 11). A cell is hidden if it holds one to four persons. Whoever asks
 * for a coarser table sees the totals of this one's lines, so those are judged first: in a line whose total is shown
 * never exactly one cell is hidden, in a line whose total is hidden at least one is. The smallest other cell goes along.
 */
export function suppressed(table: CountTable): Set<number> {
  const { counts } = table;
  const hidden = new Set<number>();
  counts.forEach((count, cell) => {
    if (isSmall(count)) hidden.add(cell);
  });
  const lines = linesOf(table);
  for (let changed = true; changed;) {
    changed = false;
    for (const { cells, totalHidden } of lines) {
      const taken = cells.filter(cell => hidden.has(cell)).length;
      if (taken !== (totalHidden ? 0 : 1)) continue;
      const open = cells.filter(cell => !hidden.has(cell));
      const [partner] = open.sort((a, b) => weight(counts[a]) - weight(counts[b]) || a - b);
      if (partner === undefined) continue;
      hidden.add(partner);
      changed = true;
    }
  }
  return hidden;
}

/** One to four persons are somebody in particular. */
const isSmall = (count: number): boolean => count >= 1 && count <= 4;

/** An empty cell protects least: it is taken only where nothing else is left. */
const weight = (count = 0): number => (count === 0 ? Number.MAX_VALUE : count);

/** The lines of a table: cells that agree in every coordinate but one, with the coarser table's word on their total. */
export function linesOf({ places, counts, cuts }: CountTable): Line[] {
  return cuts.flatMap((_, axis) => {
    const without = <T>(list: readonly T[]): T[] => list.filter((__, i) => i !== axis);
    const groups = new Map<string, { place: string[]; cells: number[] }>();
    places.forEach((place, cell) => {
      const rest = without(place);
      const key = rest.join('\u0000');
      const group = groups.get(key) ?? { place: rest, cells: [] };
      group.cells.push(cell);
      groups.set(key, group);
    });
    const coarser = [...groups.values()];
    const left = without(cuts);
    const totals = left.includes(true)
      ? suppressed({
          places: coarser.map(group => group.place),
          counts: coarser.map(({ cells }) => cells.reduce((sum, cell) => sum + (counts[cell] ?? 0), 0)),
          cuts: left,
        })
      : new Set<number>();
    return coarser.map(({ cells }, i) => ({ cells, totalHidden: totals.has(i) }));
  });
}
