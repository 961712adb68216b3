import type { SameKeys } from './messages.ts';
import type { uiZh } from './ui.zh.ts';

export const uiEn: SameKeys<typeof uiZh> = {
  retry: 'Try again',
  loading: 'Loading…',
  close: 'Close',
  table: 'Table',
  picture: 'Chart',
  columns: 'Columns',
  previous: 'Previous',
  next: 'Next',
  range: '{from}–{to} of {total}',
  nothing: 'No record fits these conditions',
  sortBy: 'Sort by {name}',
  unknownReason: 'Not stated by the source',
  download: 'Save picture',
  error: {
    network: 'The server cannot be reached.',
    networkTodo: 'Check the connection and try again; if it stays so, tell the administrator.',
    refused: 'The request was not accepted.',
    fault: 'The server failed; nothing was changed.',
    faultTodo: 'Try again; if it happens twice, give the administrator the incident number.',
    UNAUTHENTICATED: 'Please sign in again.',
    FORBIDDEN: 'Ask the administrator if your work needs this.',
    NOT_FOUND: 'Check the address, or go back to the list.',
    BAD_USER_INPUT: 'Check the filters and try again.',
    QUERY_TOO_COMPLEX: 'Ask for a shorter period or fewer groups.',
    UNAVAILABLE: 'The hub is starting or being maintained; try again shortly.',
    RATE_LIMITED: 'Too many requests; wait a moment.',
  },
};
