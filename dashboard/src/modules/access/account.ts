import type { AccountQuery } from '@hexie/schema/generated/documents.ts';

/** One's own account as the page reads it. */
export type Account = AccountQuery['viewer'];
export type Session = Account['sessions'][number];

const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, '微信 WeChat'],
  [/DingTalk/, '钉钉 DingTalk'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/QQBrowser/, 'QQ'],
  [/Firefox\//, 'Firefox'],
  [/(Headless)?Chrom(e|ium)\/|CriOS/, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/UOS|Kylin/, 'UOS / Kylin'],
  [/Linux/, 'Linux'],
];
const first = (list: readonly (readonly [RegExp, string])[], text: string): string | undefined =>
  list.find(([sign]) => sign.test(text))?.[1];

/** The browser and the system that a user agent tells of, as far as people know them by name. */
export function deviceOf(agent: string | null | undefined): { browser: string; system: string } | undefined {
  const browser = first(browsers, agent ?? '');
  const system = first(systems, agent ?? '');
  return browser && system ? { browser, system } : undefined;
}
