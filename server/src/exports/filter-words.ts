import type { Language } from '../access/viewer.ts';
import type { ReadCatalogue, TypeDef } from '../read/define-list.ts';
import { wordOf } from './cells.ts';

const operators: Readonly<Record<string, string>> = {
  eq: '=',
  ne: '≠',
  lt: '<',
  lte: '≤',
  gt: '>',
  gte: '≥',
};
const words = {
  zh: { and: ' 且 ', or: ' 或 ', not: '不满足', contains: '包含', in: '属于', empty: '为空', filled: '不为空' },
  en: { and: ' and ', or: ' or ', not: 'not', contains: 'contains', in: 'in', empty: 'is empty', filled: 'is filled' },
} as const; // prettier-ignore

/** A filter as a sentence in the reader's language, so that a file says itself which rows it holds. */
export function filterWords(
  { relations }: ReadCatalogue,
  type: TypeDef,
  filter: unknown,
  language: Language,
): string {
  const say = words[language];
  const whole = (of: TypeDef, given: unknown): string =>
    Object.entries((given ?? {}) as Record<string, unknown>)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => part(of, name, value))
      .filter(Boolean)
      .join(say.and);
  const joined = (of: TypeDef, joint: 'and' | 'or', parts: readonly unknown[]): string =>
    `（${parts.map(one => whole(of, one)).join(say[joint])}）`;
  const part = (of: TypeDef, name: string, value: unknown): string => {
    if (name === 'and' || name === 'or') return joined(of, name, value as unknown[]);
    if (name === 'not') return `${say.not}（${whole(of, value)}）`;
    const relation = relations.find(one => one.from === of && one.field === name);
    if (relation) return whole(relation.to, value);
    const held = of.held?.[name];
    if (held) return `${held.label[language]} ${String(value)}`;
    const field = of.fields[name];
    const label = field?.label[language] ?? name;
    const shown = (one: unknown): string =>
      field?.enumName ? wordOf(field.enumName, String(one), language) : String(one);
    return Object.entries(value as Record<string, unknown>)
      .filter(([, operand]) => operand !== null && operand !== undefined)
      .map(([operator, operand]) => {
        if (operator === 'isNull') return `${label} ${operand ? say.empty : say.filled}`;
        if (operator === 'in') return `${label} ${say.in} ${(operand as unknown[]).map(shown).join('/')}`;
        if (operator === 'contains') return `${label} ${say.contains} ${shown(operand)}`;
        return `${label} ${operators[operator] ?? operator} ${shown(operand)}`;
      })
      .join(say.and);
  };
  return whole(type, filter);
}
