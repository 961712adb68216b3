import type { Language } from '../../access/viewer.ts';
import { maskOf } from '../../kernel/personal.ts';
import type { Column, Source } from '../define-source.ts';
import { wordOf } from '../templates/choices.ts';

/** A value as a reader sees it: codes as their words, days and numbers as they stand. */
export function shown(column: Column | undefined, value: unknown, language: Language): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return flags[language][Number(value)] ?? null;
  if (Array.isArray(value)) return value.map(String).join('、');
  if (column?.words && typeof value === 'string') return wordOf(column.words, value);
  return String(value as string | number);
}

const flags: Readonly<Record<Language, readonly [string, string]>> = { zh: ['否', '是'], en: ['no', 'yes'] };

/** A value as it may be kept beside an import: a personal one only as its mask. */
export const masked = (column: Column, value: unknown): unknown =>
  column.personal && typeof value === 'string' ? maskOf(column.kind)(value) : value;

/** What a row is about, in words that are nobody's secret: the employer, and what tells its record from others. */
export function titleOf(source: Source, values: Readonly<Record<string, unknown>>): string {
  const name = values[source.employer?.name ?? 'name'] ?? values[source.employer?.code ?? 'uscc'];
  const own = source.key.flatMap(field => {
    const told = source.columns.find(
      column => column.field === field || column.field === field.replace(/Key$/, 'No'),
    );
    if (!told || told.kind === 'USCC' || told.personal) return [];
    return shown(told, values[told.field], 'zh') ?? [];
  });
  return [name, ...own].filter(part => typeof part === 'string' && part !== '').join(' · ');
}
