import type { DenominatorRule } from '../access/denominator-rule.ts';
import type { Scope } from '../kernel/database.ts';
import type { Day } from '../kernel/days.ts';
import type { Goal, PathPoint } from './define-metric.ts';
import type { Dimension } from './dimensions.ts';
import type { MetricFilter } from './metric-filter.ts';
import { keysOf, type CutKey } from './running-sums.ts';
import { district, nameOf, type StatedPaths } from './stated-targets.ts';
import { pathAt, type Rational } from './target.ts';

/** The settings that answers are made under: target paths that are set, and which employers are counted. */
export interface CountingSettings {
  readonly paths: StatedPaths;
  readonly rule: DenominatorRule;
}

/** The targets of one answer: a town's figure is held against the town's own target where one is set, else the district's. */
export class Targets {
  /** Which employers the answer was counted over. */
  readonly rule: DenominatorRule;
  readonly #stated: StatedPaths;
  readonly #scopeOf: (cut?: CutKey) => string;

  constructor({ paths, rule }: CountingSettings, scopeOf: (cut?: CutKey) => string) {
    this.#stated = paths;
    this.rule = rule;
    this.#scopeOf = scopeOf;
  }

  /** The path towards a goal, of one cut or of the whole; null without a target. */
  path({ key, target }: Goal, cut?: CutKey): readonly PathPoint[] | null {
    const set = this.#stated.get(nameOf(key, this.#scopeOf(cut))) ?? this.#stated.get(nameOf(key, district));
    if (set || !target) return set ?? null;
    return 'path' in target ? target.path : [{ day: '0001-01-01', micros: Math.round(target.value * 1e6) }];
  }

  /** The target in force on a day. */
  at(goal: Goal, day: Day, cut?: CutKey): Rational | null {
    const path = this.path(goal, cut);
    return path && pathAt(path, day);
  }
}

/** Of which town each cut of an answer is, and the whole: by its key, else by what the filter or the reader is limited to. */
export function scopesOf(
  { towns }: Scope,
  filter: MetricFilter | null | undefined,
  by: readonly Dimension[],
): (cut?: CutKey) => string {
  const own = towns !== '*' && towns.length === 1 ? towns[0] : undefined;
  const whole = townOf(filter) ?? own ?? district;
  const place = by.indexOf('TOWN');
  return cut => (cut && place >= 0 ? (keysOf(cut)[place] ?? whole) : whole);
}

/** The one town that a filter lets through, if it says so plainly. */
function townOf(filter: MetricFilter | null | undefined): string | undefined {
  if (!filter) return undefined;
  const { eq, in: some } = filter.town ?? {};
  if (eq != null) return eq;
  if (some?.length === 1) return some[0];
  return (filter.and ?? []).map(townOf).find(town => town !== undefined);
}
