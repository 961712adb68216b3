import { FilterChoicesDocument } from '@hexie/schema/generated/documents.ts';
import { useQuery } from '@urql/vue';
import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Filters } from '../../metrics/useFilters.ts';

/** What the chosen part of the district is called: its town, or the whole of it. */
export function useTownName({ town }: Filters): ComputedRef<string> {
  const { t } = useI18n();
  const { data } = useQuery({ query: FilterChoicesDocument, variables: {} });
  const named = (key: string): string =>
    data.value?.towns.points.flatMap(point => point.cuts).find(cut => cut.key === key)?.label || key;
  return computed(() => (town.value ? named(town.value) : t('map.district')));
}
