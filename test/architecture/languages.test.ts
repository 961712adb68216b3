import { describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { files, root } from './files.ts';

/** `app.zh.ts` beside `app.en.ts`: one dictionary in two languages. */
const chinese = files('dashboard/src').filter(path => path.endsWith('.zh.ts'));

function keysOf(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, path ? `${path}.${key}` : key));
}

async function dictionary(path: string): Promise<Record<string, unknown>> {
  const module = (await import(/* @vite-ignore */ join(root, path))) as Record<string, unknown>;
  return Object.values(module)[0] as Record<string, unknown>;
}

describe('both languages say everything', () => {
  it('there are dictionaries', () => {
    expect(chinese.length).toBeGreaterThan(0);
  });

  it.each(chinese)('%s has the same keys in English, and no empty or copied text', async path => {
    const zh = await dictionary(path);
    const en = await dictionary(path.replace('.zh.ts', '.en.ts'));
    expect(keysOf(en, '').sort()).toEqual(keysOf(zh, '').sort());
    const texts = (value: unknown): string[] =>
      typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(texts);
    expect(texts(zh).filter(text => !text.trim())).toEqual([]);
    expect(texts(en).filter(text => !text.trim())).toEqual([]);
  });
});
