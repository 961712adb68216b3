import { readonly, ref, watchEffect } from 'vue';

export type ThemeName = 'light' | 'dark';

const stored = localStorage.getItem('hub.theme');
const system = window.matchMedia('(prefers-color-scheme: dark)');
const chosen = ref<ThemeName | undefined>(stored === 'light' || stored === 'dark' ? stored : undefined);
const preferred = ref<ThemeName>(system.matches ? 'dark' : 'light');
const theme = ref<ThemeName>('light');
/** Paper is white: the dark theme is left while the page is printed. */
const printing = ref(false);

system.addEventListener('change', event => (preferred.value = event.matches ? 'dark' : 'light'));
window.addEventListener('beforeprint', () => (printing.value = true));
window.addEventListener('afterprint', () => (printing.value = false));
watchEffect(
  () => {
    theme.value = printing.value ? 'light' : (chosen.value ?? preferred.value);
    document.documentElement.classList.toggle('dark', theme.value === 'dark');
  },
  // The paper is laid out as soon as the event is over.
  { flush: 'sync' },
);

/** The look of the page: the reader's choice, else the system's. */
export function useTheme() {
  const toggle = (): void => {
    chosen.value = theme.value === 'dark' ? 'light' : 'dark';
    localStorage.setItem('hub.theme', chosen.value);
  };
  return { theme: readonly(theme), toggle };
}
