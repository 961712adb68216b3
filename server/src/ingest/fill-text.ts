import type { Message } from '../kernel/errors.ts';

/** Puts the parameters into both sentences; a place without a parameter stays empty. */
export function fillText(text: Message, params: Readonly<Record<string, string | number>>): Message {
  const fill = (sentence: string): string =>
    sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
  return { zh: fill(text.zh), en: fill(text.en) };
}
