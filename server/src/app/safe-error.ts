import { DomainError } from '../kernel/errors.ts';
import { fromDatabase } from './database/statement-error.ts';

/** The refusal in whatever was thrown: our own, or what a failure of the database means to the reader. */
export function refusalOf(error: unknown): DomainError | undefined {
  const meaning = fromDatabase(error);
  return meaning instanceof DomainError ? meaning : undefined;
}

/** What the log keeps of a fault: its kind and where it happened, its words only where they cannot repeat somebody's data. */
export interface LoggedFault {
  readonly type: string;
  readonly code?: string;
  readonly message?: string;
  readonly frames: string;
}

/** Kinds of errors whose words are about code; a parser's or a driver's may quote what it was given. */
const aboutCode = new Set([
  'TypeError',
  'RangeError',
  'ReferenceError',
  'StatementError',
  'AssertionError',
  'Error',
]);

/** What of a fault may stand in a log: its kind and place, and words that cannot quote anybody. */
export function safeError(error: unknown): LoggedFault {
  if (!(error instanceof Error)) return { type: typeof error, frames: '' };
  const code = (error as { code?: unknown }).code;
  const type = error.constructor.name;
  const speaks = error instanceof DomainError || (aboutCode.has(type) && !hasDriverCause(error));
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  return {
    type,
    ...(typeof code === 'string' ? { code } : {}),
    ...(speaks ? { message: error.message } : {}),
    frames: frames.slice(0, 12).join('\n'),
  };
}

const hasDriverCause = (error: Error): boolean =>
  'detail' in error || 'sqlMessage' in error || 'query' in error || error.cause !== undefined;
