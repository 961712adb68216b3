import type { WallQuery, WallViewerQuery } from '@hexie/schema/generated/documents.ts';

/** What a wall was told last: sums of one moment, and whose wall it is. */
export interface WallAnswer {
  readonly viewer: WallViewerQuery['viewer'];
  readonly figures: WallQuery;
  /** When the hub answered. */
  readonly at: string;
}

/** Answers are kept by the number of the link, never by its key. */
const nameOf = (key: string, language: string): string => `hub.wall.${key.split('_')[1] ?? ''}.${language}`;

/** The last answer of a link, kept over a reload; a session keeps nothing when its page is gone. */
export function keptAnswer(key: string, language: string): WallAnswer | undefined {
  if (!key) return undefined;
  try {
    return JSON.parse(localStorage.getItem(nameOf(key, language)) ?? '') as WallAnswer;
  } catch {
    return undefined;
  }
}

/** Keeps an answer; a browser without room shows it all the same. */
export function keepAnswer(key: string, language: string, answer: WallAnswer): void {
  try {
    if (key) localStorage.setItem(nameOf(key, language), JSON.stringify(answer));
  } catch {
    forgetAnswers(key);
  }
}

/** A link that is over leaves nothing behind, in any language. */
export function forgetAnswers(key: string): void {
  const start = nameOf(key, '');
  for (const name of Object.keys(localStorage)) if (name.startsWith(start)) localStorage.removeItem(name);
}
