import type { EChartsOption } from 'echarts';

/** The heavier pieces of ECharts, each a chunk of its own that comes when the first picture needs it. */
const heavier = {
  heatmap: () => import('./pieces-heat.ts'),
  map: () => import('./pieces-map.ts'),
  sankey: () => import('./pieces-flow.ts'),
  legend: () => import('./pieces-legend.ts'),
} as const;
type Heavier = keyof typeof heavier;

const there = new Set<Heavier>();

/** The pieces a picture needs beyond bars and lines that have not come yet. */
export function lacking(option: EChartsOption): Heavier[] {
  const series = [option.series ?? []].flat().map(one => one.type ?? '');
  const needed = [...series, ...(option.legend ? ['legend'] : [])];
  return (Object.keys(heavier) as Heavier[]).filter(piece => needed.includes(piece) && !there.has(piece));
}

/** Fetches pieces; from then on pictures with them are drawn at once. */
export async function fetchPieces(pieces: readonly Heavier[]): Promise<void> {
  await Promise.all(pieces.map(piece => heavier[piece]()));
  for (const piece of pieces) there.add(piece);
}
