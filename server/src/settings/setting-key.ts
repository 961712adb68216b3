import { settingDefaults, type CountingSetting } from '../access/setting-in-force.ts';
import { DomainError, type Message } from '../kernel/errors.ts';
import type { MetricDefinition } from '../metrics/define-metric.ts';
import { district } from '../metrics/stated-targets.ts';
import { unknownMetric } from '../metrics/unknown-metric.ts';

/** What is set: a value of the whole hub, or the target path of a metric for the district or one town. */
export type SettingName =
  | { readonly kind: CountingSetting }
  | { readonly kind: 'targets'; readonly metric: string; readonly scope: string };
/** Kinds of settings. */
export type SettingKind = SettingName['kind'];

/** A town as its code and names. */
export interface Town extends Message {
  readonly code: string;
}

/** The key under which statements of a setting are kept, and by which callers name it. */
export const keyOf = (name: SettingName): string =>
  name.kind === 'targets' ? `targets/${name.metric}/${name.scope}` : name.kind;

/** The setting that a key names; a path without a scope is the district's. */
export function nameOfKey(key: string): SettingName {
  if (key in settingDefaults) return { kind: key as CountingSetting };
  const [, metric, scope = district] = /^targets\/([\w.]+)(?:\/([A-Z]+))?$/.exec(key) ?? [];
  if (metric) return { kind: 'targets', metric, scope };
  throw DomainError.badInput('key', {
    zh: `没有设置“${key}”。可用：denominator、certificationTerm、targets/指标[/范围]。`,
    en: `There is no setting "${key}"; there are denominator, certificationTerm and targets/METRIC[/SCOPE].`,
  });
}

/** The metric a target can be set for: one that has a better side, and does not follow from another. */
export function targetMetric(metrics: readonly MetricDefinition[], key: string): MetricDefinition {
  const metric = metrics.find(one => one.key === key);
  if (!metric) throw unknownMetric('metric', key, metrics);
  if (takesTarget(metric)) return metric;
  throw DomainError.badInput('metric', {
    zh: metric.gapTo
      ? `“${metric.name.zh}”由 ${metric.gapTo.key} 的目标算出，请设置后者。`
      : `“${metric.name.zh}”不分好坏方向，没有目标可设。`,
    en: metric.gapTo
      ? `${key} follows from the target of ${metric.gapTo.key}; set that one.`
      : `${key} has no better side, so there is no target to reach.`,
  });
}

/** Whether a target can be set for a metric. */
export const takesTarget = ({ better, gapTo }: MetricDefinition): boolean => better !== 'NEUTRAL' && !gapTo;

/** Refuses a scope that is neither the district nor a town, or that the metric cannot be cut by. */
export function checkScope(metric: MetricDefinition, scope: string, towns: readonly Town[]): void {
  if (scope === district) return;
  if (towns.some(({ code }) => code === scope) && metric.dimensions.includes('TOWN')) return;
  const codes = [district, ...towns.map(({ code }) => code)];
  throw DomainError.badInput('scope', {
    zh: `没有范围“${scope}”，可用：${codes.join('、')}。`,
    en: `There is no scope "${scope}"; there are ${codes.join(', ')}.`,
  });
}

/** What a setting is called. */
export function titleOf(
  name: SettingName,
  metrics: readonly MetricDefinition[],
  towns: readonly Town[],
): Message {
  if (name.kind !== 'targets') return titles[name.kind];
  const metric = metrics.find(one => one.key === name.metric)?.name ?? { zh: name.metric, en: name.metric };
  const town = towns.find(({ code }) => code === name.scope) ?? { zh: '全区', en: 'the district' };
  return { zh: `目标：${metric.zh}（${town.zh}）`, en: `Target: ${metric.en} (${town.en})` };
}

const titles: Readonly<Record<CountingSetting, Message>> = {
  denominator: { zh: '分母口径', en: 'Employers that figures are counted over' },
  certificationTerm: { zh: '认定有效年限', en: 'Years that a certification runs' },
};
