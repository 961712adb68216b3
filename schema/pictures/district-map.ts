/** A place on the drawing: 0–100 across, 0–70 up. No coordinates of the earth. */
type Spot = readonly [number, number];

/** The name the drawing is registered under. */
export const districtMapName = 'district';

/** Where the three areas meet, and where two of them meet the edge. */
const middle: Spot = [47, 35];
const north: Spot = [41, 66];
const east: Spot = [95, 31];
const south: Spot = [38, 5];

/** The lines between those places, drawn once: neighbours share them to the last digit. */
const lines = {
  middleToNorth: [middle, [45, 41], [46.5, 48], [43, 54], [43.5, 60], north],
  middleToEast: [middle, [54, 37], [61, 33], [69, 36], [78, 31], [86, 34], east],
  middleToSouth: [middle, [48, 29], [45, 23], [45, 17], [41, 11], south],
  northToEast: [north, [48, 69], [57, 66], [66, 69], [76, 65], [85, 61], [91, 53], [93, 44], [97, 38], east],
  eastToSouth: [east, [92, 24], [88, 19], [83, 11], [74, 7], [66, 3], [56, 5], [47, 2], south],
  southToNorth: [south, [29, 7], [21, 4], [13, 11], [6, 17], [4, 27], [8, 35], [5, 44], [11, 53], [19, 57], [27, 64], [34, 63], north],
} as const satisfies Record<string, readonly Spot[]>; // prettier-ignore

const between = 8;
const rounded = (n: number): number => Math.round(n * 100) / 100;

/** A smooth line through its places (Catmull–Rom). */
function smooth(spots: readonly Spot[]): Spot[] {
  const at = (i: number): Spot => spots[Math.min(spots.length - 1, Math.max(0, i))] ?? middle;
  const axis = (i: number, s: number, d: 0 | 1): number => {
    const [a, b, c, e] = [at(i - 1)[d], at(i)[d], at(i + 1)[d], at(i + 2)[d]];
    return (
      0.5 * (2 * b + (c - a) * s + (2 * a - 5 * b + 4 * c - e) * s * s + (3 * b - a - 3 * c + e) * s ** 3)
    );
  };
  const drawn = spots.slice(1).flatMap((_spot, i) =>
    Array.from({ length: between }, (_, k): Spot => {
      const s = k / between;
      return [rounded(axis(i, s, 0)), rounded(axis(i, s, 1))];
    }),
  );
  return [...drawn, at(spots.length - 1)];
}

const line = Object.fromEntries(
  Object.entries(lines).map(([name, spots]) => [name, smooth(spots)]),
) as Record<keyof typeof lines, Spot[]>;

/** One closed ring out of lines that follow one another. */
const ring = (...parts: readonly (readonly Spot[])[]): number[][] => {
  const spots = parts.flatMap((part, i) => (i ? part.slice(1) : part));
  return spots.map(([x, y]) => [x, y]);
};

/** The areas of the district with their code, their names and the place of their label. */
const areas = [
  { code: 'CORE', zh: '新区核心区', en: 'Core area', label: [25, 34], ring: ring(line.middleToSouth, line.southToNorth, line.middleToNorth.toReversed()) },
  { code: 'LUORONG', zh: '雒容镇', en: 'Luorong', label: [68, 51], ring: ring(line.middleToNorth, line.northToEast, line.middleToEast.toReversed()) },
  { code: 'LUOBU', zh: '洛埠镇', en: 'Luobu', label: [66, 20], ring: ring(line.middleToEast, line.eastToSouth, line.middleToSouth.toReversed()) },
] as const; // prettier-ignore

/** Which area is which: the codes of towns with their names, as the drawing knows them. */
export const districtAreas: readonly { readonly code: string; readonly zh: string; readonly en: string }[] =
  areas.map(({ code, zh, en }) => ({ code, zh, en }));

/** Our own drawing of the district: where the areas lie to one another, not how large they are. No tile server, no outside request. */
export const districtMap = {
  type: 'FeatureCollection' as const,
  features: areas.map(({ code, label, ring: outline }) => ({
    type: 'Feature' as const,
    properties: { name: code, cp: [label[0], label[1]] as [number, number] },
    geometry: { type: 'Polygon' as const, coordinates: [outline] },
  })),
};
