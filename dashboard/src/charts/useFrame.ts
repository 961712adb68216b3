import type { Frame, Grain, Language } from '@hexie/schema/pictures/frame.ts';
import { computed, onBeforeUnmount, ref, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { useTheme } from '../ui/useTheme.ts';

/** Where a picture hangs: the reader's language, the theme, whether the screen is a phone's; and how long its periods are. */
export function useFrame(grain: () => Grain | undefined = () => undefined): ComputedRef<Frame> {
  const { locale } = useI18n();
  const { theme } = useTheme();
  const phone = window.matchMedia('screen and (max-width: 720px)');
  const narrow = ref(phone.matches);
  const follow = (event: MediaQueryListEvent): void => void (narrow.value = event.matches);
  phone.addEventListener('change', follow);
  onBeforeUnmount(() => phone.removeEventListener('change', follow));
  return computed(() => ({
    language: locale.value as Language,
    theme: theme.value,
    narrow: narrow.value,
    grain: grain(),
  }));
}
