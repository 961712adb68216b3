/**
 * Which cells of a table must not be shown (rule 11). A cell is hidden if it holds one to four persons; then, wherever
 * exactly one cell of a line is hidden, the smallest other one too, so that no total of the line gives it away.
 * `lines` are lists of cell numbers that add up to a total somebody can see or ask for.
 */
export function suppressed(counts: readonly number[], lines: readonly (readonly number[])[]): Set<number> {
  const hidden = new Set<number>();
  counts.forEach((count, cell) => {
    if (count >= 1 && count <= 4) hidden.add(cell);
  });
  for (let changed = true; changed;) {
    changed = false;
    for (const line of lines) {
      if (line.filter(cell => hidden.has(cell)).length !== 1) continue;
      const open = line.filter(cell => !hidden.has(cell));
      const [partner] = open.sort((a, b) => weight(counts[a]) - weight(counts[b]) || a - b);
      if (partner === undefined) continue;
      hidden.add(partner);
      changed = true;
    }
  }
  return hidden;
}

/** An empty cell protects least: it is taken only where nothing else is left. */
const weight = (count = 0): number => (count === 0 ? Number.MAX_VALUE : count);

/** The lines of a table of places: those that agree in every coordinate but one. */
export function linesOf(places: readonly (readonly string[])[]): number[][] {
  const width = places[0]?.length ?? 0;
  const lines: number[][] = [];
  for (let axis = 0; axis < width; axis++) {
    const groups = new Map<string, number[]>();
    places.forEach((place, cell) => {
      const key = place.filter((_, i) => i !== axis).join('\u0000');
      groups.set(key, [...(groups.get(key) ?? []), cell]);
    });
    lines.push(...groups.values());
  }
  return lines;
}
