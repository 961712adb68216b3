import type { Message } from '../kernel/errors.ts';
import type { Language } from './viewer.ts';

const words = {
  title: { zh: '单点登录没有完成', en: 'Single sign-on was not completed' },
  back: { zh: '返回登录页', en: 'Back to the sign-in page' },
  hub: { zh: '和谐劳动关系数据中枢', en: 'Hexie Hub' },
} as const satisfies Record<string, Message>;

const escaped = (text: string): string => text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);

/** What a person sees whom the issuer sent back in vain: the reason in words, and the way on. No script, nothing from elsewhere. */
export function singleSignOnPage(text: Message, language: Language): string {
  const [title, back, hub] = [words.title, words.back, words.hub].map(one => one[language]);
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${hub}</title>
<style>
  :root { color-scheme: light dark }
  body { font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; margin: 0 }
  main { max-width: 36rem; margin: 15vh auto 0; padding: 0 1.5rem }
  h1 { font-size: 1.25rem; margin: 0 0 .75rem }
  p { margin: 0 0 1rem; overflow-wrap: anywhere }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p role="alert">${escaped(text[language])}</p>
<p><a href="/sign-in">${back}</a></p>
</main>
</body>
</html>
`;
}
