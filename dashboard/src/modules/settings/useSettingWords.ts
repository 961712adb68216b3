import { useI18n } from 'vue-i18n';
import { computed } from 'vue';
import { useFormat } from '../../metrics/useFormat.ts';
import { targetMetrics, type Setting, type SettingValue } from './setting.ts';

/** Settings in the reader's words. */
export function useSettingWords() {
  const { t } = useI18n();
  const format = useFormat();
  const metrics = computed(() => targetMetrics(format.language.value));
  const metricOf = (key: string | null | undefined) => metrics.value.find(one => one.key === key);

  function pathWords(path: SettingValue['path'], metric: string | null | undefined): string {
    const of = metricOf(metric);
    const say = (value: string): string =>
      of ? format.value(Number(value), of.unit, of.key).replaceAll(' ', '\u00a0') : value;
    if (!path?.length) return t('settings.pathNone');
    return path
      .map(({ day, value }) =>
        day
          ? t('settings.pathPoint', { day: format.day(day), value: say(value) })
          : t('settings.pathAlways', { value: say(value) }),
      )
      .join(t('settings.then'));
  }
  function valueWords(value: SettingValue, metric: string | null | undefined): string {
    if (value.denominator) return t(`settings.denominatorIs.${value.denominator}`);
    if (value.years) return t('settings.years', { count: value.years });
    return pathWords(value.path, metric);
  }
  const nameOf = (setting: Setting): string =>
    setting.metric ? (metricOf(setting.metric)?.name ?? setting.name) : t(`settings.${setting.key}`);
  return { metrics, metricOf, pathWords, valueWords, nameOf };
}
