import { DomainError } from '../../kernel/errors.ts';

/** What pg tells of a failed statement. */
interface ServerError extends Error {
  readonly code?: string;
  readonly constraint?: string;
  readonly table?: string;
  readonly column?: string;
  readonly position?: string;
}

/** A statement that PostgreSQL refused, without the values it was given: those may be personal. */
export class StatementError extends Error {
  /** PostgreSQL's five-character code, such as 23505. */
  readonly sqlstate: string;
  readonly constraint: string | undefined;
  readonly table: string | undefined;
  readonly column: string | undefined;

  constructor(cause: ServerError) {
    const sqlstate = cause.code ?? '';
    // Class 22 repeats the offending value; the others name only columns, constraints and our own SQL.
    const words = sqlstate.startsWith('22') ? 'a value does not fit' : cause.message;
    super(`${sqlstate} ${words}${cause.position ? ` (at ${cause.position})` : ''}`);
    this.name = 'StatementError';
    this.sqlstate = sqlstate;
    this.constraint = cause.constraint;
    this.table = cause.table;
    this.column = cause.column;
  }
}

const unavailable = {
  zh: '数据库暂时无法使用，请稍后再试。',
  en: 'The database is not available just now; please try again.',
};
const tooLong = { zh: '查询用时过长，已中止。', en: 'The query took too long and was stopped.' };
const conflict = {
  zh: '数据正被他人修改，请重试。',
  en: 'The data is being changed by somebody else; please try again.',
};
const unreadable = { zh: '输入含有无法使用的字符。', en: 'The input holds characters that cannot be used.' };

/** The refusal a viewer may see for a failure of the database, or the failure itself without its values. */
export function fromDatabase(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DomainError || error instanceof StatementError)
    return error;
  const sqlstate = (error as ServerError).code;
  if (!isSqlstate(sqlstate))
    return isConnectionLoss(error) ? new DomainError('UNAVAILABLE', unavailable) : error;
  if (sqlstate === '57014') return new DomainError('UNAVAILABLE', tooLong);
  if (/^(08|53|57P)/.test(sqlstate) || sqlstate === '25P03')
    return new DomainError('UNAVAILABLE', unavailable);
  if (['40001', '40P01', '55P03'].includes(sqlstate)) return new DomainError('CONFLICT', conflict);
  if (['22021', '22P05'].includes(sqlstate)) return new DomainError('BAD_USER_INPUT', unreadable);
  if (sqlstate === '42501' && /row-level security/.test(error.message)) return DomainError.notFound();
  return new StatementError(error as ServerError);
}

/** Node's own error codes (ECONNREFUSED) are words, PostgreSQL's have five characters with a digit first or as P0001. */
const isSqlstate = (code: unknown): code is string =>
  typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && /\d/.test(code);

function isConnectionLoss(error: Error): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return (
    ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH'].includes(code) ||
    /connection terminated|not queryable|timeout exceeded when trying to connect|timeout expired/i.test(
      error.message,
    )
  );
}
