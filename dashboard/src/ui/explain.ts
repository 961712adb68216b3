import type { CombinedError } from '@urql/core';

const known = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'INVALID_TRANSITION',
  'DEADLINE_PASSED',
  'QUERY_TOO_COMPLEX',
  'UNAVAILABLE',
  'RATE_LIMITED',
];

/** What the hub tells beside the words of a refusal. */
function told(error: Error | undefined): Readonly<Record<string, unknown>> {
  return (error as CombinedError | undefined)?.graphQLErrors?.[0]?.extensions ?? {};
}

/** The code of the first refusal in an answer, if the hub gave one. */
export function refusalCode(error: Error | undefined): string | undefined {
  const { code } = told(error);
  return typeof code === 'string' ? code : undefined;
}

/** What has to be done before the same request may succeed, such as SECOND_FACTOR. */
export function stepFirst(error: Error | undefined): string | undefined {
  const { step } = told(error);
  return typeof step === 'string' ? step : undefined;
}

/** What is wrong with which field of a form, in the hub's words. */
export const fieldProblems = (error: Error | undefined): Readonly<Record<string, string>> =>
  (told(error)['fields'] as Record<string, string> | undefined) ?? {};

/** An error in the reader's words: what happened and what to do about it. */
export function explain(error: Error, t: (key: string) => string): { what: string; todo: string } {
  const combined = error as CombinedError;
  if (combined.networkError) return { what: t('ui.error.network'), todo: t('ui.error.networkTodo') };
  const code = refusalCode(error);
  const message = combined.graphQLErrors?.[0]?.message;
  if (code && known.includes(code))
    return { what: message ?? t('ui.error.refused'), todo: t(`ui.error.${code}`) };
  const { incident } = told(error);
  return {
    what: t('ui.error.fault'),
    todo: `${t('ui.error.faultTodo')}${incident ? ` (${String(incident)})` : ''}`,
  };
}
