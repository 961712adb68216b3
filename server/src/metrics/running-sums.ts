import { addDays, type Day } from '../kernel/days.ts';
import type { MetricDefinition } from './define-metric.ts';
import { termsOf } from './metric-query.ts';
import type { Period } from './periods.ts';

/** One changed amount: question, term, bucket between the days asked for, keys of the cut, amount and rows. */
export type Cell = readonly [number, number, number, string, string, number, number];

/** Keys of a cut, joined; the total has none. */
export type CutKey = string;
const separator = '\u0000';
const total: CutKey = '';
/** The keys that a cut joins, in the order of its dimensions. */
export const keysOf = (key: CutKey): string[] => key.split(separator);
/** Whether a cell of a finer table is part of a cut by its first dimensions, or of the whole. */
export const within = (cell: CutKey, cut: CutKey): boolean =>
  cut === total || cell === cut || cell.startsWith(cut + separator);

/** What is counted over a period: numerator, denominator, and whether any row stands behind them. */
export interface Counted {
  readonly n: number;
  readonly d: number;
  readonly present: boolean;
}

interface Sums {
  readonly amount: Float64Array;
  readonly count: Float64Array;
}

/** The running sums of one question: for each term and cut, its state at the end of each of the days. */
export class RunningSums {
  readonly #metric: MetricDefinition;
  readonly #days: ReadonlyMap<Day, number>;
  readonly #terms: Map<CutKey, Sums>[];

  constructor(metric: MetricDefinition, cut: number, days: readonly Day[], cells: readonly Cell[]) {
    this.#metric = metric;
    this.#days = new Map(days.map((day, i) => [day, i]));
    this.#terms = termsOf(metric).map(() => new Map<CutKey, Sums>());
    for (const [, term, bucket, d1, d2, amount, count] of cells) {
      const keys = cut ? [total, cut === 2 ? d1 + separator + d2 : d1] : [total];
      for (const key of keys) {
        const sums = this.#sums(term, key, days.length);
        sums.amount[bucket] = (sums.amount[bucket] ?? 0) + amount;
        sums.count[bucket] = (sums.count[bucket] ?? 0) + count;
      }
    }
    for (const term of this.#terms) for (const sums of term.values()) accumulate(sums);
  }

  #sums(term: number, key: CutKey, length: number): Sums {
    const cuts = this.#terms[term] as Map<CutKey, Sums>;
    const known = cuts.get(key);
    if (known) return known;
    const sums = { amount: new Float64Array(length), count: new Float64Array(length) };
    cuts.set(key, sums);
    return sums;
  }

  /** Keys of every cut that has any row at all. */
  cuts(): CutKey[] {
    return [...new Set(this.#terms.flatMap(term => [...term.keys()]))].filter(key => key !== total);
  }

  /** Numerator and denominator over a period, of one cut or of the whole. */
  over(period: Period, key: CutKey = total): Counted {
    const numerators = this.#metric.counts.numerator.length;
    let [n, d, present] = [0, 0, false];
    termsOf(this.#metric).forEach((term, i) => {
      const sums = this.#terms[i]?.get(key);
      if (!sums) return;
      const end = this.#days.get(term.when === 'BEFORE' ? addDays(period.first, -1) : period.last) ?? -1;
      const start = term.when === 'PERIOD' ? (this.#days.get(addDays(period.first, -1)) ?? -1) : -1;
      const amount = (sums.amount[end] ?? 0) - (sums.amount[start] ?? 0);
      if (i < numerators) n += amount;
      else d += amount;
      present ||= (sums.count[end] ?? 0) - (sums.count[start] ?? 0) > 0;
    });
    return { n, d, present };
  }
}

function accumulate({ amount, count }: Sums): void {
  for (let i = 1; i < amount.length; i++) {
    amount[i] = (amount[i] ?? 0) + (amount[i - 1] ?? 0);
    count[i] = (count[i] ?? 0) + (count[i - 1] ?? 0);
  }
}
