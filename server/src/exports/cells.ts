import type { Language } from '../access/viewer.ts';
import { shanghaiMoment } from '../kernel/days.ts';
import { publishedWords } from '../kernel/enum-type.ts';
import type { FieldDef } from '../read/define-list.ts';

/** One value of a file: text is text whatever it looks like, the others are what they are. */
export interface Cell {
  readonly kind: 'text' | 'number' | 'day' | 'moment';
  readonly text: string;
}

const text = (of: string): Cell => ({ kind: 'text', text: of });
const yesNo: Readonly<Record<Language, readonly [string, string]>> = { zh: ['否', '是'], en: ['no', 'yes'] };

/** A field's value as the cell of a file: codes by their names, days and amounts as such; null leaves it empty. */
export function cellOf(field: FieldDef, value: unknown, language: Language): Cell | null {
  if (value === null || value === undefined) return null;
  if (field.cell) {
    const told = field.cell(language, value);
    return told ? text(told) : null;
  }
  if (typeof value === 'boolean') return text(yesNo[language][Number(value)] ?? '');
  if (typeof value === 'number') return { kind: 'number', text: String(value) };
  if (value instanceof Date) return { kind: 'moment', text: shanghaiMoment(value) };
  if (Array.isArray(value)) return listOf(field, value as unknown[], language);
  if (typeof value === 'object') return text((value as { name: string }).name);
  const said = String(value as string);
  if (field.enumName) return text(wordOf(field.enumName, said, language));
  if (field.filter === 'decimal') return { kind: 'number', text: said };
  return field.filter === 'day' ? { kind: 'day', text: said } : text(said);
}

/** The word of a code in the reader's language; of one without words the code itself. */
export const wordOf = (enumName: string, code: string, language: Language): string =>
  publishedWords().get(enumName)?.[code]?.[language] ?? code;

function listOf({ enumName }: FieldDef, values: readonly unknown[], language: Language): Cell | null {
  const words = values.map(one => (enumName ? wordOf(enumName, String(one), language) : String(one)));
  return words.length ? text(words.join(language === 'zh' ? '、' : ', ')) : null;
}
