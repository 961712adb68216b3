import { FilterChoicesDocument } from '@hexie/schema/generated/documents.ts';
import { useQuery } from '@urql/vue';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Filters } from '../../metrics/useFilters.ts';

/** What the chosen part of the district is called: its town or the whole of it, and with its industry. */
export function useScopeName({ town, industry }: Filters) {
  const { t } = useI18n();
  const { data } = useQuery({ query: FilterChoicesDocument, variables: {} });
  const named = (group: 'towns' | 'industries', key: string): string =>
    data.value?.[group].points.flatMap(point => point.cuts).find(cut => cut.key === key)?.label || '…';
  const place = computed(() => (town.value ? named('towns', town.value) : t('map.district')));
  const whole = computed(() =>
    industry.value ? `${place.value} · ${named('industries', industry.value)}` : place.value,
  );
  return { place, whole };
}
