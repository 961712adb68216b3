import type { MetricKind } from './define-metric.ts';
import type { MetricValue } from './figure.ts';
import type { Figures } from './figures.ts';
import { filterSql, type MetricFilter } from './metric-filter.ts';
import { comparisons, type Period } from './periods.ts';
import type { Asked } from './read-figures.ts';
import { keysOf, within, type CutKey } from './running-sums.ts';
import { suppressed } from './suppression.ts';

/** Figures cut by every dimension that an answer is cut or filtered by: all of them, and those that the filter keeps. */
export interface PersonTable {
  readonly whole: Figures;
  readonly kept: Figures;
}

/** More dimensions than a table has: nobody can tell what it would give away. */
const tooFine = 'TOO_FINE';

/** The tables behind an answer of persons; null where nothing of it needs hiding. */
export interface SmallNumbers {
  readonly total: PersonTable | typeof tooFine | null;
  readonly points: PersonTable | typeof tooFine | null;
}

/** Reads tables, of all or of what a filter keeps; null where nothing was delivered. */
export type ReadTables = (
  asked: readonly Asked[],
  filter: MetricFilter | null,
) => Promise<readonly (Figures | null)[]>;

/** The tables in which an answer must give no small number away: by what it is filtered by, and by what it is cut by too. */
export async function smallNumbersOf(
  { metric, frame }: Asked,
  figures: Figures,
  filter: MetricFilter | null | undefined,
  read: ReadTables,
): Promise<SmallNumbers> {
  if (!filter) return { total: null, points: frame.by.length ? { whole: figures, kept: figures } : null };
  const { dimensions } = filterSql(metric, filter, () => '');
  const asked = [[], frame.by].flatMap((cutBy): Asked[] => {
    const by = [...new Set([...cutBy, ...dimensions])];
    return by.length > 2 ? [] : [{ metric, frame: { ...frame, by } }];
  });
  const [all, those] = [await read(asked, null), await read(asked, filter)];
  const [total = tooFine, points = tooFine] = all.flatMap((whole, i) => {
    const kept = those[i];
    return whole && kept ? [{ whole, kept }] : [];
  });
  return { total, points };
}

/**
 * Takes small numbers of persons out of values, and out of what they are compared with (rule 11). A filter is a cut
 * by another name: a figure is shown only if every cell that it adds up would be shown, or if it is the whole.
 */
export function hideSmall(
  kind: MetricKind,
  table: PersonTable | typeof tooFine,
  steps: readonly Period[],
  cuts: readonly CutKey[],
  values: readonly MetricValue[],
): void {
  if (table === tooFine) {
    for (const value of values) Object.assign(value, nothing);
    return;
  }
  const now = hiddenIn(table, steps);
  steps.forEach((step, i) => {
    const { previous, lastYear } = comparisons(kind, step);
    const [before, earlier] = [hiddenIn(table, [previous]), hiddenIn(table, [lastYear])];
    cuts.forEach((cut, j) => {
      const value = values[i * cuts.length + j] as MetricValue;
      if (before(0, cut)) value.previous = null;
      if (earlier(0, cut)) value.lastYear = null;
      if (now(i, cut)) Object.assign(value, nothing);
    });
  });
}

/** Whether a cut, in one of some periods shown together, adds up a cell that must be hidden. */
function hiddenIn(
  { whole, kept }: PersonTable,
  periods: readonly Period[],
): (step: number, cut: CutKey) => boolean {
  const all = whole.cuts();
  const filtered = new Set(kept.cuts());
  const cells = periods.flatMap((_, step) => all.map(cell => ({ step, cell })));
  const cutting = keysOf(all[0] ?? '').map(() => true);
  const hidden = suppressed({
    places: cells.map(({ step, cell }) => [String(step), ...keysOf(cell)]),
    counts: cells.map(({ step, cell }) => whole.over(periods[step] as Period, cell).n),
    cuts: [false, ...cutting],
  });
  return (step, cut) => {
    const isWhole = cut === '' && all.every(cell => filtered.has(cell));
    if (isWhole) return false;
    return all.some(
      (cell, i) => hidden.has(step * all.length + i) && filtered.has(cell) && within(cell, cut),
    );
  };
}

const nothing = {
  value: null,
  numerator: null,
  denominator: null,
  previous: null,
  lastYear: null,
  gap: null,
  status: 'NONE',
  suppressed: true,
} as const satisfies Partial<MetricValue>;
