import { readonly, ref, watchEffect } from 'vue';

export type ThemeName = 'light' | 'dark';

const stored = localStorage.getItem('hub.theme');
const system = window.matchMedia('(prefers-color-scheme: dark)');
const chosen = ref<ThemeName | undefined>(stored === 'light' || stored === 'dark' ? stored : undefined);
const preferred = ref<ThemeName>(system.matches ? 'dark' : 'light');
const theme = ref<ThemeName>('light');

system.addEventListener('change', event => (preferred.value = event.matches ? 'dark' : 'light'));
watchEffect(() => {
  theme.value = chosen.value ?? preferred.value;
  document.documentElement.classList.toggle('dark', theme.value === 'dark');
});

/** The look of the page: the reader's choice, else the system's. */
export function useTheme() {
  const toggle = (): void => {
    chosen.value = theme.value === 'dark' ? 'light' : 'dark';
    localStorage.setItem('hub.theme', chosen.value);
  };
  return { theme: readonly(theme), toggle };
}
