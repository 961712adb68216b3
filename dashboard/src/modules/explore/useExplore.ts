import { MetricsDocument, type Dimension, type Grain } from '@hexie/schema/generated/documents.ts';
import { addMonths, monthStart } from '@hexie/schema/pictures/days.ts';
import { useQuery } from '@urql/vue';
import { computed } from 'vue';
import { useAddress } from '../../ui/address.ts';
import { useFilters } from '../../metrics/useFilters.ts';
import type { MetricQuestion } from '../../metrics/useMetric.ts';
import { dimensionsOf, grains, kindsFor, usual, type Kind } from './choices.ts';

const aDay = /^\d{4}-\d\d-\d\d$/;
const first = 'certification.rate';

/** What is looked at, as the address says it: figure, groups, time and how it is shown; only what the figure allows. */
export function useExplore() {
  const filters = useFilters();
  const { read, change } = useAddress();
  const { data, error, executeQuery } = useQuery({ query: MetricsDocument, variables: {} });
  const metrics = computed(() => data.value?.metrics ?? []);
  const metric = computed(
    () =>
      metrics.value.find(one => one.key === read('figure')) ??
      metrics.value.find(one => one.key === first) ??
      metrics.value[0],
  );
  /** By town unless the address says otherwise: a figure without a group or a course shows nothing that a tile does not. */
  const by = computed(() => {
    const offered = metric.value?.dimensions ?? [];
    if (read('by') || read('grain')) return dimensionsOf(read('by'), offered);
    return dimensionsOf('town', offered);
  });
  const grain = computed((): Grain | '' => grains.find(one => one === read('grain')) ?? '');
  const flow = computed(() => metric.value?.kind === 'FLOW');
  const usualFrom = (to: string): string => monthStart(addMonths(to, -11));
  const from = computed(() => {
    const said = read('from');
    return aDay.test(said) && said <= filters.at.value ? said : usualFrom(filters.at.value);
  });
  /** Another period is as long as the one that is looked at, by the calendar. */
  const fromOf = (to: string): string => {
    const months = monthsBetween(from.value, filters.at.value);
    return to === filters.at.value ? from.value : monthStart(addMonths(to, -months));
  };
  const kindChoices = computed(() => (metric.value ? kindsFor(metric.value, by.value, grain.value) : []));
  const kind = computed(
    (): Kind => kindChoices.value.find(one => one === read('as')) ?? usual(by.value, grain.value),
  );
  const question = computed((): MetricQuestion => {
    const { value: to } = filters.at;
    const days = grain.value || flow.value ? { from: from.value, to } : { at: to };
    return {
      ...days,
      by: by.value,
      ...(grain.value ? { grain: grain.value } : {}),
      ...filters.question.value,
    };
  });
  const cut = (place: 0 | 1) =>
    computed<Dimension | ''>({
      get: () => by.value[place] ?? '',
      set: dimension => {
        const next = place ? [by.value[0], dimension] : [dimension, by.value[1]];
        const said = [...new Set(next.filter(Boolean))].join(',').toLowerCase();
        change({ by: said || 'none' });
      },
    });
  const put = (name: string, get: () => string) =>
    computed({ get, set: (value: string) => change({ [name]: value }) });
  return {
    filters,
    metrics,
    metric,
    by,
    flow,
    fromOf,
    kindChoices,
    question,
    error,
    again: () => executeQuery({ requestPolicy: 'network-only' }),
    key: put('figure', () => metric.value?.key ?? ''),
    one: cut(0),
    two: cut(1),
    grain: computed({
      get: () => grain.value,
      // A course by town stays by town, a course of the whole stays one line.
      set: (value: string) => change({ grain: value, by: by.value.join(',').toLowerCase() || 'none' }),
    }),
    from: put('from', () => from.value),
    kind: computed<Kind>({ get: () => kind.value, set: value => change({ as: value }) }),
  };
}

const monthsBetween = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
  Number(to.slice(5, 7)) -
  Number(from.slice(5, 7));
