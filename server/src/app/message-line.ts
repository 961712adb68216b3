import { DomainError, type Message } from '../kernel/errors.ts';
import { Refusal } from './refusal.ts';

/** One line for the person at the terminal: both languages for what is expected, the bare fault otherwise. */
export function messageLine(error: unknown): string {
  if (error instanceof Refusal) return error.line;
  if (error instanceof DomainError) return bilingual(error.text);
  const text = (error as { text?: unknown } | null)?.text;
  if (isMessage(text)) return bilingual(text);
  const stack =
    process.env['LOG_LEVEL'] === 'debug' && error instanceof Error ? `\n${error.stack ?? ''}` : '';
  const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `内部错误 / internal error: ${words}${stack}`;
}

/** Both languages on one line. */
export const bilingual = (text: Message): string => `${text.zh} / ${text.en}`;

const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
