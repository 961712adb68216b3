import {
  MetricRowsDocument,
  MetricDocument,
  MetricsDocument,
  type Dimension,
  type MetricRowsQuery,
} from '@hexie/schema/generated/documents.ts';
import { countUnit } from '@hexie/schema/pictures/format.ts';
import { useQuery } from '@urql/vue';
import { computed, type ComputedRef } from 'vue';
import { useAddress } from '../ui/address.ts';
import { usePaging } from './usePaging.ts';
import { useFigureFilters } from '../metrics/useFigureFilters.ts';
import { useFormat } from '../metrics/useFormat.ts';

export type MetricRow = MetricRowsQuery['metricRows']['nodes'][number];

/** A figure and a page of the rows behind it, as the address asks: day or period, group, inside or lacking. */
export function useMetricRows(key: ComputedRef<string>) {
  const format = useFormat();
  const filters = useFigureFilters();
  const { read, word } = useAddress();
  const paging = usePaging();
  const side = word('inside');
  const inside = computed(() => side.value !== 'no');
  const { narrowed, question: whose } = filters;
  /** The group is asked for along with the figure: its answer knows the name of the code. */
  const cuts = computed(() => narrowed.value.slice(0, 2).map(name => name.toUpperCase() as Dimension));
  const to = computed(() => filters.at.value);
  const from = computed(() => read('from') || `${to.value.slice(0, 4)}-01-01`);

  const catalogue = useQuery({ query: MetricsDocument, variables: {} });
  const metric = computed(() => catalogue.data.value?.metrics.find(m => m.key === key.value));
  const flow = computed(() => metric.value?.kind === 'FLOW');
  const days = computed(() => (flow.value ? { from: from.value, to: to.value } : { at: to.value }));
  const figure = useQuery({
    query: MetricDocument,
    variables: computed(() => ({
      key: key.value,
      by: cuts.value,
      ...whose.value,
      ...days.value,
    })),
    pause: computed(() => !metric.value),
  });
  const total = computed(() => figure.data.value?.metric.total);
  const nameOf = (name: string): string =>
    figure.data.value?.metric.points[0]?.cuts.find(cut => cut.dimension === name.toUpperCase())?.label ??
    read(name);
  const list = useQuery({
    query: MetricRowsDocument,
    variables: computed(() => ({
      key: key.value,
      inside: inside.value,
      first: 50,
      ...whose.value,
      ...paging.after.value,
      ...days.value,
    })),
    pause: computed(() => !metric.value),
  });
  const rows = computed(() => list.data.value?.metricRows);
  const refused = computed(() => catalogue.error.value ?? figure.error.value ?? list.error.value);
  const again = (): void => {
    for (const asked of [catalogue, figure, list]) asked.executeQuery({ requestPolicy: 'network-only' });
  };
  const unit = computed(() => countUnit(key.value, format.language.value));
  const amount = (n: number | null | undefined): string =>
    metric.value?.unit === 'YUAN' ? format.decimal(n ?? null) : format.count(n);
  /** A share can lack rows; a count cannot. */
  const lacks = computed(() => typeof total.value?.denominator === 'number');
  return {
    filters, metric, total, flow, from, rows, refused, again, fetching: list.fetching, side, inside, narrowed, lacks,
    unit, amount, nameOf, paging,
  }; // prettier-ignore
}
