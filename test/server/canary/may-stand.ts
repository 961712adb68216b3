import { isStray } from './canaries.ts';
import type { Hit } from './recorder.ts';

/** A place in which a canary may stand, and why. */
export interface Place {
  readonly why: string;
  readonly holds: (hit: Hit) => boolean;
}

const senders = /^(INDUSTRY|UNION|HRSS|OFFICE|COURT) (token|person)$/;

/** Every place in which a canary may stand; anywhere else it is a leak. */
export const mayStand: readonly Place[] = [
  {
    why: 'Rejected rows go back to the department that sent them, as it sent them.',
    holds: ({ about, who }) => about === 'GET /api/imports/:id/rejects.xlsx' && senders.test(who),
  },
  {
    why: 'One value at a time is shown to a person with a purpose and a second factor just proven, and is on record.',
    holds: ({ about, who }) => about === 'mutation revealPersonalField' && who.endsWith(' person'),
  },
  {
    why: 'A name where text is asked for - a heading, a column of text, the name of a sheet or of the file that a record is traced to - is text like other text: it is shown to those who may read that record or report.',
    holds: ({ dress, channel, about }) =>
      isStray(dress) && (channel === 'reports' || (channel === 'GraphQL' && about.startsWith('query ')) || channel === 'mutations'),
  },
  {
    why: 'So it stands in the tables that keep what reports show and what people wrote; numbers do not.',
    holds: ({ dress, channel }) => isStray(dress) && channel === 'database',
  },
]; // prettier-ignore
