import type { DenominatorRule } from '../access/denominator-rule.ts';
import { demand } from '../access/policy.ts';
import type { Viewer } from '../access/viewer.ts';
import { performChange } from '../ingest/acts/act.ts';
import type { ChangeParts } from '../ingest/change.ts';
import { DomainError, type Message } from '../kernel/errors.ts';
import { reasonOf } from '../kernel/reason.ts';
import { district } from '../metrics/stated-targets.ts';
import { checkScope, keyOf, targetMetric, type SettingName } from './setting-key.ts';
import { readTowns, statedNow } from './setting-list.ts';
import { statedPath, type Stated } from './setting-value.ts';
import type { Setting, SettingDeps, Settings } from './settings.service.ts';
import { checkedPath, type StatedPoint } from './target-path.ts';

/** What every change of a setting says beside its value: the version it was decided on, and why. */
export interface SettingAct {
  readonly version: number;
  readonly reason: string;
  readonly idempotencyKey?: string | null | undefined;
}

/** The path to be set; an empty one gives the target back to the hub. */
export interface TargetsInput extends SettingAct {
  readonly metric: string;
  readonly scope?: string | null | undefined;
  readonly path: readonly StatedPoint[];
}

const mostYears = 20;

/** Changes settings: each act is one change in the book of changes, and figures follow at once. */
export class SettingActs {
  readonly #parts: SettingDeps & ChangeParts;
  readonly #settings: Settings;

  constructor(parts: SettingDeps & ChangeParts, settings: Settings) {
    this.#parts = parts;
    this.#settings = settings;
  }

  async setDenominator(
    viewer: Viewer,
    input: SettingAct & { denominator: DenominatorRule },
  ): Promise<Setting> {
    return this.#set(
      viewer,
      'setDenominator',
      'denominator',
      input,
      { kind: 'denominator' },
      input.denominator,
    );
  }

  async setCertificationTerm(viewer: Viewer, input: SettingAct & { years: number }): Promise<Setting> {
    demand(viewer, 'setting.write');
    const { years } = input;
    if (!Number.isInteger(years) || years < 1 || years > mostYears) {
      throw DomainError.badInput('years', {
        zh: `有效年限须为 1 至 ${mostYears} 的整数。`,
        en: `The term is a whole number of years from 1 to ${mostYears}.`,
      });
    }
    return this.#set(viewer, 'setCertificationTerm', 'years', input, { kind: 'certificationTerm' }, years);
  }

  async setTargets(viewer: Viewer, input: TargetsInput): Promise<Setting> {
    demand(viewer, 'setting.write');
    const { database, metrics } = this.#parts;
    const metric = targetMetric(metrics, input.metric);
    const scope = input.scope ?? district;
    checkScope(metric, scope, await readTowns(database, viewer.scope));
    const path = statedPath(checkedPath(input.path, metric.unit));
    return this.#set(
      viewer,
      'setTargets',
      'path',
      input,
      { kind: 'targets', metric: metric.key, scope },
      path,
    );
  }

  async #set(
    viewer: Viewer,
    act: string,
    field: string,
    input: SettingAct,
    name: SettingName,
    value: Stated,
  ): Promise<Setting> {
    demand(viewer, 'setting.write');
    const [reason, key] = [reasonOf(input.reason), keyOf(name)];
    const change = { name: act, kind: 'SETTING', reason, input, object: `Setting:${key}` } as const;
    await performChange(this.#parts, viewer, change, async (query, _, tell) => {
      // Changes go one after the other, so what stands now is what this one is made on.
      const now = await statedNow(query, key);
      if (now.version !== input.version) throw DomainError.stale(now.version, changedMeanwhile);
      if (same(now.value, value)) throw DomainError.badInput(field, asBefore);
      await query('insert into setting_statement (key, value, stated_by) values ($1, $2, $3)', [
        key, JSON.stringify(value), viewer.name,
      ]); // prettier-ignore
      // A setting is no secret, and the auditor reads what was decided.
      const said = (one: Stated): string => JSON.stringify(one);
      const detail = { from: said(now.value), to: said(value), version: now.version };
      tell({ before: now.value, after: value, detail });
      return { key };
    });
    return this.#settings.one(viewer, key);
  }
}

const same = (a: Stated, b: Stated): boolean => JSON.stringify(a) === JSON.stringify(b);

const asBefore: Message = {
  zh: '与现行值相同，无须更改。',
  en: 'It is so already; there is nothing to change.',
};

const changedMeanwhile: Message = {
  zh: '该设置已被他人更改，请核对最新内容后再改。',
  en: 'The setting has changed meanwhile; look at what it says now before you change it.',
};
