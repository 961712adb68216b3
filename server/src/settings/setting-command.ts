import { denominatorRules, type DenominatorRule } from '../access/denominator-rule.ts';
import type { Language, Viewer } from '../access/viewer.ts';
import { DomainError } from '../kernel/errors.ts';
import type { SettingActs } from './setting-acts.service.ts';
import { nameOfKey } from './setting-key.ts';
import type { Setting, SettingStatement, Settings } from './settings.service.ts';
import type { StatedPoint } from './target-path.ts';

/** What the `settings` command of the command line works with. */
export interface SettingCommandDeps {
  readonly settings: Settings;
  readonly settingActs: SettingActs;
  readonly viewer: Viewer;
}

/** A setting as it is asked to be: key and value as they are typed, and why. */
export interface SetWords {
  readonly key: string;
  readonly value: string;
  readonly reason: string;
  /** The version it was decided on; the present one if nothing is said. */
  readonly version?: number | undefined;
}

/** Sets `denominator ENTERPRISES`, `certificationTerm 3`, or `targets/METRIC[/SCOPE] DAY=VALUE,…` (`default`: the hub's own). */
export async function setByWords(
  { settings, settingActs, viewer }: SettingCommandDeps,
  { key, value, reason, version: seen }: SetWords,
): Promise<Setting> {
  const name = nameOfKey(key);
  const act = async () => ({ reason, version: seen ?? (await settings.one(viewer, key)).version });
  if (name.kind === 'denominator') {
    if (!(value in denominatorRules)) throw wrongRule();
    return settingActs.setDenominator(viewer, { denominator: value as DenominatorRule, ...(await act()) });
  }
  if (name.kind === 'targets') {
    const { metric, scope } = name;
    return settingActs.setTargets(viewer, { metric, scope, path: pathOf(value), ...(await act()) });
  }
  const years = /^\d{1,4}$/.test(value) ? Number(value) : NaN;
  return settingActs.setCertificationTerm(viewer, { years, ...(await act()) });
}

function pathOf(text: string): StatedPoint[] {
  if (text === 'default') return [];
  return text.split(',').map(point => {
    const [, day, value] = /^\s*([^=]+?)\s*=\s*(.+?)\s*$/.exec(point) ?? [];
    if (day && value) return { day, value };
    throw DomainError.badInput('path', {
      zh: `“${point}”应写作 日期=值，如 2022-12-31=0.90；多个点以逗号分隔。`,
      en: `"${point}" must be DAY=VALUE such as 2022-12-31=0.90, points separated by commas.`,
    });
  });
}

const wrongRule = (): DomainError =>
  DomainError.badInput('denominator', {
    zh: `口径应为 ${Object.keys(denominatorRules).join(' 或 ')}。`,
    en: `The rule is ${Object.keys(denominatorRules).join(' or ')}.`,
  });

type Table = (header: readonly string[], rows: readonly (readonly unknown[])[]) => string;
const words = {
  zh: { key: '代码', name: '名称', value: '现行', since: '起', by: '更改人', reason: '理由', version: '版本', own: '（默认）', history: '变更历史' },
  en: { key: 'key', name: 'name', value: 'in force', since: 'since', by: 'by', reason: 'reason', version: 'version', own: ' (default)', history: 'history' },
} as const; // prettier-ignore

const cells = ({ value, isDefault, since, by, reason }: SettingStatement, language: Language): unknown[] => [
  value.text + (isDefault ? words[language].own : ''),
  since?.toISOString() ?? '',
  by,
  reason,
];

/** Settings as lines of text. */
export function settingsText(settings: readonly Setting[], language: Language, table: Table): string {
  const word = words[language];
  return table(
    [word.key, word.name, word.value, word.since, word.by, word.reason],
    settings.map(one => [one.key, one.name, ...cells(one, language)]),
  );
}

/** One setting with all that has been said of it. */
export function settingText(
  setting: Setting,
  history: readonly SettingStatement[],
  language: Language,
  table: Table,
): string {
  const word = words[language];
  return [
    `${setting.name} (${setting.key})`,
    `${word.value}: ${String(cells(setting, language)[0])}`,
    `${word.version}: ${setting.version}`,
    ...(history.length
      ? [
          '',
          table(
            [word.version, word.value, word.since, word.by, word.reason],
            history.map(one => [one.version, ...cells(one, language)]),
          ),
        ]
      : []),
  ].join('\n');
}
