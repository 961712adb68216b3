import type { EnterpriseFilter } from '@hexie/schema/generated/documents.ts';
import { useQuery } from '@urql/vue';
import { computed } from 'vue';
import { asKnownAt } from '../metrics/known-at.ts';
import { useViewer } from '../metrics/viewer.ts';
import { useAddress } from '../ui/address.ts';
import type { Asked, ListSpec, ListVariables } from './define-list.ts';
import { endingIn } from './ending.ts';
import { sinceDay } from './since.ts';

const pageSize = 50;
type Size = NonNullable<NonNullable<EnterpriseFilter['size']>['eq']>;

/** A list as the address bar asks for it: filter, order, page, moment of knowledge, and the row that is open. */
export function useList<Row>(spec: ListSpec<Row>) {
  const viewer = useViewer();
  const { read, change, word, clear } = useAddress();
  const known = computed(() => asKnownAt(read('known'), viewer.value.today));

  const employer = computed((): EnterpriseFilter | undefined => {
    const made: EnterpriseFilter = {};
    if (read('town')) made.town = { eq: read('town') };
    if (read('industry')) made.industry = { eq: read('industry') };
    if (read('size')) made.size = { eq: read('size') as Size };
    if (read('employer')) made.uscc = { eq: read('employer') };
    return Object.keys(made).length ? made : undefined;
  });
  const asked = computed((): Asked => {
    const choice = (name: string): string | undefined =>
      spec.choices.find(c => c.name === name)?.values.find(value => value === read(name));
    return {
      choice,
      yes: name => ({ YES: true, NO: false })[choice(name) ?? ''],
      text: read('q').trim(),
      group: name => read(name) || undefined,
      employer: employer.value,
      since: sinceDay(read('since'), viewer.value.today),
      ending: endingIn(read, viewer.value.today),
      today: viewer.value.today,
    };
  });
  const order = computed(() => ({
    field: spec.columns.find(c => c.order === read('sort'))?.order ?? spec.order.field,
    direction: read('sort') ? (read('dir') === 'DESC' ? ('DESC' as const) : ('ASC' as const)) : spec.order.direction,
  })); // prettier-ignore
  const sort = (field: string): void => {
    const turned = order.value.field === field && order.value.direction === 'ASC';
    change({ sort: field, dir: turned ? 'DESC' : 'ASC' });
  };
  const question = computed((): ListVariables => ({
    filter: spec.filter(asked.value),
    orderBy: [order.value],
    ...(known.value ? { asKnownAt: known.value } : {}),
  }));
  const variables = computed((): ListVariables => ({
    ...question.value,
    ...(read('before')
      ? { last: pageSize, before: read('before') }
      : { first: pageSize, ...(read('after') ? { after: read('after') } : {}) }),
  }));
  const { data, fetching, error, executeQuery } = useQuery({ query: spec.query, variables });
  const page = computed(() => (data.value ? spec.rows(data.value) : undefined));
  const turn = (to: 'next' | 'previous'): void => {
    const info = page.value?.pageInfo;
    if (to === 'next' && info?.endCursor) change({ after: info.endCursor });
    if (to === 'previous' && info?.startCursor) change({ before: info.startCursor });
  };
  const retry = (): void => void executeQuery({ requestPolicy: 'network-only' });
  const filtered = computed(() =>
    [
      'town',
      'industry',
      'size',
      'employer',
      'since',
      'ends',
      'q',
      ...[...spec.choices, ...(spec.narrowed ?? [])].map(c => c.name),
    ].some(read),
  );
  return {
    page,
    question,
    fetching,
    error,
    retry,
    order,
    sort,
    turn,
    word,
    clear,
    filtered,
    open: word('open', true),
  };
}
