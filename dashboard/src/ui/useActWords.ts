import { useI18n } from 'vue-i18n';

/** What the form of an act says, all under one name of the texts: its title, what follows of it, its button. */
export function useActWords() {
  const { t, tm } = useI18n();
  return (name: string, named: Readonly<Record<string, string>> = {}) => ({
    title: t(`${name}.title`, named),
    hints: (tm(`${name}.hints`) as unknown[]).map((_hint, n) => t(`${name}.hints[${n}]`)),
    act: t(`${name}.act`),
  });
}
