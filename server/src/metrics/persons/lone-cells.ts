/** A table as it is shown: for each cell its coordinates, the first of them the period, and how many persons stand in it. */
export interface ShownTable {
  readonly places: readonly (readonly string[])[];
  readonly counts: readonly number[];
}

/**
 * A hidden cell that is alone in a line is what its total leaves. Where the rest of the line is empty it is the total
 * itself, which is never hidden; an empty cell is hidden with it, so that the table at least does not say whose it is.
 */
export function withLoneCells({ places, counts }: ShownTable, small: ReadonlySet<number>): Set<number> {
  const hidden = new Set(small);
  if (!hidden.size) return hidden;
  const lines = (places[0] ?? []).flatMap((_, axis) => linesAlong(places, axis));
  for (let changed = true; changed;) {
    changed = false;
    for (const line of lines) {
      if (line.filter(cell => hidden.has(cell)).length !== 1) continue;
      const empty = line.find(cell => !hidden.has(cell) && !counts[cell]);
      if (empty === undefined) continue;
      hidden.add(empty);
      changed = true;
    }
  }
  return hidden;
}

/** Cells that agree in every coordinate but one. */
function linesAlong(places: readonly (readonly string[])[], axis: number): number[][] {
  const lines = new Map<string, number[]>();
  places.forEach((place, cell) => {
    const rest = place.filter((_, i) => i !== axis).join('\u0000');
    lines.set(rest, [...(lines.get(rest) ?? []), cell]);
  });
  return [...lines.values()];
}
