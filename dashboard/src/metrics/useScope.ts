import type { Form } from '@hexie/schema/generated/documents.ts';
import { useI18n } from 'vue-i18n';
import type { Filters } from './useFilters.ts';
import { useFormat } from './useFormat.ts';
import type { DataSource } from './useFreshness.ts';

/** The words every picture carries: which employers it covers and where its figures come from. */
export function useScope(filters: Filters) {
  const { t } = useI18n();
  const format = useFormat();
  const place = (): string =>
    filters.town.value || filters.industry.value || filters.size.value
      ? t('metrics.scope.filtered')
      : t('metrics.scope.all');
  const scope = (employers: number | null | undefined): string =>
    typeof employers === 'number'
      ? t('metrics.scope.employers', { place: place(), count: format.count(employers) })
      : place();
  const age = (source: DataSource): string => {
    if (source.age === null) return t('metrics.sourceNever', { name: source.name });
    if (source.age === 0) return t('metrics.sourceToday', { name: source.name });
    return t('metrics.sourceAge', { name: source.name, age: source.age });
  };
  const sourceLine = (sources: readonly DataSource[], forms: readonly Form[]): string =>
    t('metrics.source', {
      sources: sources
        .filter(s => forms.includes(s.form))
        .map(age)
        .join(format.language.value === 'zh' ? '、' : ', '),
    });
  return { scope, sourceLine };
}
