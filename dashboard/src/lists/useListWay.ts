import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { RouteLocationRaw } from 'vue-router';
import { useWay } from '../metrics/useWay.ts';
import type { ListSpec } from './define-list.ts';
import type { useList } from './useList.ts';
import { useWords } from './useWords.ts';

/** How one came to a list: which employer it is of, what is open, what it was narrowed to, and how to go on with the way back. */
export function useListWay<Row>(spec: ListSpec<Row>, list: ReturnType<typeof useList<Row>>) {
  const { t } = useI18n();
  const words = useWords();
  const { query } = useWay();
  const rows = computed(() => list.page.value?.nodes ?? []);
  /** The name of the employer, where the list is of one. */
  const ofOne = computed(
    () => (rows.value[0] as { enterprise?: { name: string } | null } | undefined)?.enterprise?.name ?? '',
  );
  /** What the open record is called: its first column, once its row is there. */
  const opened = computed(() => {
    const row = rows.value.find(one => spec.openKey(one) === list.open.value);
    return (row && spec.columns[0]?.text(row, words)) || t(`${spec.texts}.record`);
  });
  /** What a page above has narrowed the list to, beyond the words of its sentence. */
  const narrowed = computed(() =>
    (spec.narrowed ?? []).flatMap(({ name, label }) => {
      const code = list.word(name).value;
      const dimension = t(`metrics.dimension.${name.toUpperCase()}`);
      return code ? [{ name, words: `${dimension} ${label(rows.value) ?? code}` }] : [];
    }),
  );
  const along = (to: RouteLocationRaw): RouteLocationRaw =>
    typeof to === 'string' ? to : { ...to, query: { ...query.value, ...to.query } };
  return { ofOne, opened, narrowed, along };
}
