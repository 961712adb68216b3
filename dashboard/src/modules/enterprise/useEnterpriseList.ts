import {
  EnterprisesDocument,
  type EnterpriseFilter,
  type EnterpriseOrder,
  type EnterpriseOrderField,
} from '@hexie/schema/generated/documents.ts';
import { useQuery } from '@urql/vue';
import { computed } from 'vue';
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router';
import type { Filters } from '../../metrics/useFilters.ts';

const pageSize = 50;
const statuses = ['ACTIVE', 'SUSPENDED', 'CLOSED'] as const;

/** The employer list as the address bar asks for it: filter, order, page, and the row that is open. */
export function useEnterpriseList(filters: Filters) {
  const route = useRoute();
  const router = useRouter();
  const read = (name: string): string => (typeof route.query[name] === 'string' ? route.query[name] : '');
  const change = (changes: Record<string, string>, keepPage = false): void => {
    const { after: _after, before: _before, ...rest } = route.query;
    const next: LocationQueryRaw = { ...(keepPage ? route.query : rest), ...changes };
    void router.push({ query: Object.fromEntries(Object.entries(next).filter(([, value]) => value !== '')) });
  };
  const inAddress = (name: string) =>
    computed({ get: () => read(name), set: (value: string) => change({ [name]: value }) });
  const status = inAddress('status');
  const text = inAddress('q');
  const open = computed({ get: () => read('open'), set: (value: string) => change({ open: value }, true) });

  const filter = computed((): EnterpriseFilter => {
    const made: EnterpriseFilter = {};
    if (filters.town.value) made.town = { eq: filters.town.value };
    if (filters.industry.value) made.industry = { eq: filters.industry.value };
    const size = filters.size.value;
    if (size) made.size = { eq: size as NonNullable<NonNullable<EnterpriseFilter['size']>['eq']> };
    const known = statuses.find(s => s === status.value);
    if (known) made.status = { eq: known };
    const q = text.value.trim();
    if (q) made.or = [{ name: { contains: q } }, { uscc: { contains: q.toUpperCase() } }];
    return made;
  });
  const order = computed(() => ({
    field: (read('sort') || 'NAME') as EnterpriseOrderField,
    direction: read('dir') === 'DESC' ? ('DESC' as const) : ('ASC' as const),
  }));
  const orderBy = computed((): EnterpriseOrder[] => [order.value]);
  const sort = (field: EnterpriseOrderField): void => {
    const same = order.value.field === field;
    change({ sort: field, dir: same && order.value.direction === 'ASC' ? 'DESC' : 'ASC' });
  };
  const { data, fetching, error, executeQuery } = useQuery({
    query: EnterprisesDocument,
    variables: computed(() => ({
      filter: filter.value,
      orderBy: orderBy.value,
      ...(read('before')
        ? { last: pageSize, before: read('before') }
        : { first: pageSize, ...(read('after') ? { after: read('after') } : {}) }),
    })),
  });
  const page = computed(() => data.value?.enterprises);
  const turn = (to: 'next' | 'previous'): void => {
    const info = page.value?.pageInfo;
    if (to === 'next' && info?.endCursor) change({ after: info.endCursor });
    if (to === 'previous' && info?.startCursor) change({ before: info.startCursor });
  };
  const retry = (): void => void executeQuery({ requestPolicy: 'network-only' });
  const clear = (): void => void router.push({ query: {} });
  return { page, fetching, error, retry, order, sort, turn, status, text, open, clear, statuses };
}
