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
  :root { color-scheme: light dark; --page: #f4f6f8; --surface: #ffffff; --ink: #18202c; --line: #e1e6ec; --accent: #1f4e79 }
  @media (prefers-color-scheme: dark) {
    :root { --page: #10161d; --surface: #182029; --ink: #e8ecf2; --line: #2b3442; --accent: #7db4e6 }
  }
  body { margin: 0; padding: 12vh 16px 24px; background: var(--page); color: var(--ink);
    font: 14px/1.7 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
  main { display: grid; gap: 12px; box-sizing: border-box; width: min(560px, 100%); margin: 0 auto; padding: 32px;
    border: 1px solid var(--line); border-radius: 8px; background: var(--surface) }
  h1 { margin: 0; font-size: 20px }
  p { margin: 0; overflow-wrap: anywhere }
  a { color: var(--accent) }
</style>
</head>
<body>
<main>
<img src="/mark.svg" alt="" width="40" height="40">
<h1>${title}</h1>
<p role="alert">${escaped(text[language])}</p>
<p><a href="/sign-in">${back}</a></p>
</main>
</body>
</html>
`;
}
