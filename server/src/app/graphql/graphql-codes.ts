import { errorCodes, type ErrorCode } from '../../kernel/errors.ts';

/** Codes of requests that are not executed: Apollo's own, kept because every client knows them. */
const notExecuted = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
] as const;

const published: ReadonlySet<unknown> = new Set([...Object.keys(errorCodes), ...notExecuted]);

/** Whether a code may leave the hub: contract.md's list, nothing else. */
export const isPublished = (code: unknown): code is ErrorCode | (typeof notExecuted)[number] =>
  published.has(code);
