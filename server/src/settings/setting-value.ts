import { denominatorRules, type DenominatorRule } from '../access/denominator-rule.ts';
import { settingDefaults } from '../access/setting-in-force.ts';
import type { Language } from '../access/viewer.ts';
import type { Day } from '../kernel/days.ts';
import type { MetricDefinition } from '../metrics/define-metric.ts';
import type { SettingName } from './setting-key.ts';
import { ownPath, type ShownPoint, type StatedPoint } from './target-path.ts';

/** What is stated: the rule, the years, the points of a path; null: the hub's own value again. */
export type Stated = DenominatorRule | number | readonly (readonly [Day, string])[] | null;

/** A path in the form in which it is stated; an empty one is none. */
export const statedPath = (points: readonly StatedPoint[]): Stated =>
  points.length ? points.map(({ day, value }) => [day, value] as const) : null;

/** A value as it is shown: one of the three, and all of it in words. */
export interface SettingValue {
  readonly denominator: DenominatorRule | null;
  readonly years: number | null;
  readonly path: ShownPoint[] | null;
  readonly text: string;
}

const nothing = { denominator: null, years: null, path: null };

/** The value in force, whether stated or the hub's own. */
export function valueOf(
  name: SettingName,
  stated: Stated,
  metrics: readonly MetricDefinition[],
  language: Language,
): SettingValue {
  if (name.kind === 'denominator') {
    const denominator = (stated ?? settingDefaults.denominator) as DenominatorRule;
    return { ...nothing, denominator, text: denominatorRules[denominator][language] };
  }
  if (name.kind === 'targets') {
    const metric = metrics.find(one => one.key === name.metric);
    const path = Array.isArray(stated)
      ? (stated as [Day, string][]).map(([day, value]) => ({ day, value }))
      : ownPath(metric?.target ?? null);
    return { ...nothing, path, text: pathText(path) };
  }
  const years = Number(stated ?? settingDefaults.certificationTerm);
  return { ...nothing, years, text: language === 'zh' ? `${years} 年` : `${years} years` };
}

/** A path as the command line takes it: `2022-06-17=0,2022-12-31=0.9`. */
const pathText = (path: readonly ShownPoint[]): string =>
  path.map(({ day, value }) => (day === null ? value : `${day}=${value}`)).join(',') || '—';
