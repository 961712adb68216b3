import type { Language } from './viewer.ts';

/** The reader's language from Accept-Language: Chinese unless English is preferred to it; `*` or none is Chinese. */
export function languageOf(header: string | undefined): Language {
  if (!header) return 'zh';
  let best: Language = 'zh';
  let weight = 0;
  for (const part of header.toLowerCase().split(',')) {
    const [tag = '', ...parameters] = part.trim().split(';');
    const q = Number(
      parameters
        .find(one => one.trim().startsWith('q='))
        ?.trim()
        .slice(2) ?? 1,
    );
    const language = /^en\b/.test(tag) ? 'en' : /^(zh\b|\*)/.test(tag) ? 'zh' : undefined;
    if (language && q > weight) [best, weight] = [language, q];
  }
  return best;
}
