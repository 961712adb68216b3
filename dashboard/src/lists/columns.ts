import { computed, ref, type WritableComputedRef } from 'vue';
import type { ListColumn, ListSpec } from './define-list.ts';

/** The columns of a list: the first, which always stands, the others to choose from, and those the reader chose last time. */
export function columnsOf<Row>(spec: ListSpec<Row>): {
  first: ListColumn<Row>;
  offered: readonly ListColumn<Row>[];
  shown: WritableComputedRef<string[]>;
} {
  const [first, ...offered] = spec.columns;
  if (!first) throw new Error(`The list ${spec.texts} has no columns.`);
  const place = `hub.columns.${spec.texts}`;
  const known = localStorage
    .getItem(place)
    ?.split(',')
    .filter(key => offered.some(column => column.key === key));
  const usual = offered.filter(column => !column.rare).map(column => column.key);
  const kept = ref<string[]>(known?.length ? known : usual);
  const shown = computed({
    get: () => kept.value,
    set: keys => {
      kept.value = keys;
      localStorage.setItem(place, keys.join(','));
    },
  });
  return { first, offered, shown };
}
