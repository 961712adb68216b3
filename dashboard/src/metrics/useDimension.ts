import type { Dimension } from '@hexie/schema/generated/documents.ts';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { useI18n } from 'vue-i18n';
import { useAddress } from '../ui/address.ts';

/** By which of a few dimensions a picture cuts its figure, kept in the address; the first unless it says another. */
export function useDimension<By extends Dimension>(
  name: string,
  dimensions: MaybeRefOrGetter<readonly By[]>,
  passing = false,
) {
  const { t } = useI18n();
  const by = useAddress().choice(name, dimensions, passing);
  const choices = computed(() =>
    toValue(dimensions).map(value => ({
      value,
      label: t(`metrics.dimension.${value}`),
      test: `${name}-${value}`,
    })),
  );
  return { by, choices };
}
