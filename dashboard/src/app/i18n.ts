import { createI18n } from 'vue-i18n';
import { codeWords } from '../ui/codes.ts';
import { listsEn } from '../lists/lists.en.ts';
import { listsZh } from '../lists/lists.zh.ts';
import { recordsEn } from '../lists/records.en.ts';
import { recordsZh } from '../lists/records.zh.ts';
import { metricsEn } from '../metrics/metrics.en.ts';
import { metricsZh } from '../metrics/metrics.zh.ts';
import { modules } from '../modules/index.ts';
import { uiEn } from '../ui/ui.en.ts';
import { uiZh } from '../ui/ui.zh.ts';
import { appEn } from './app.en.ts';
import { appZh } from './app.zh.ts';

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** Whether it is one of ours. */
export const isLanguage = (text: string): text is Language => (languages as readonly string[]).includes(text);

/** What this browser was told to speak, if it ever was. */
export function chosenLanguage(): Language | undefined {
  const stored = localStorage.getItem('hub.language') ?? '';
  return isLanguage(stored) ? stored : undefined;
}

const initial: Language = chosenLanguage() ?? 'zh';
const ofModules = (language: Language): object =>
  Object.fromEntries(modules.map(module => [module.id, module.texts[language]]));

/** All texts of the dashboard; zh unless the reader chose en before. */
export const i18n = createI18n({
  legacy: false,
  locale: initial,
  fallbackLocale: 'zh',
  messages: {
    zh: {
      app: appZh,
      ui: uiZh,
      metrics: metricsZh,
      lists: listsZh,
      code: codeWords('zh'),
      record: recordsZh,
      ...ofModules('zh'),
    },
    en: {
      app: appEn,
      ui: uiEn,
      metrics: metricsEn,
      lists: listsEn,
      code: codeWords('en'),
      record: recordsEn,
      ...ofModules('en'),
    },
  },
});

/** Switches the language, remembers it, and tells the browser. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem('hub.language', language);
  show(language);
}

function show(language: Language): void {
  i18n.global.locale.value = language;
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}
show(initial);
