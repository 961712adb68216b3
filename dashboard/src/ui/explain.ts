import type { CombinedError } from '@urql/core';

const known = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'QUERY_TOO_COMPLEX',
  'UNAVAILABLE',
  'RATE_LIMITED',
];

/** The code of the first refusal in an answer, if the hub gave one. */
export function refusalCode(error: Error | undefined): string | undefined {
  const first = (error as CombinedError | undefined)?.graphQLErrors?.[0];
  const code = first?.extensions?.['code'];
  return typeof code === 'string' ? code : undefined;
}

/** An error in the reader's words: what happened and what to do about it. */
export function explain(error: Error, t: (key: string) => string): { what: string; todo: string } {
  const combined = error as CombinedError;
  if (combined.networkError) return { what: t('ui.error.network'), todo: t('ui.error.networkTodo') };
  const code = refusalCode(error);
  const message = combined.graphQLErrors?.[0]?.message;
  if (code && known.includes(code))
    return { what: message ?? t('ui.error.refused'), todo: t(`ui.error.${code}`) };
  const incident = combined.graphQLErrors?.[0]?.extensions?.['incident'];
  return {
    what: t('ui.error.fault'),
    todo: `${t('ui.error.faultTodo')}${incident ? ` (${String(incident)})` : ''}`,
  };
}
