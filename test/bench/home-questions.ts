import { addMonths, type Day } from '../../server/src/kernel/days.ts';
import { operation } from '../support/operations.ts';

/** One request of the home page, as the dashboard sends it. */
export interface PageRequest {
  readonly name: string;
  readonly body: string;
}

const monthStart = (day: Day): Day => `${day.slice(0, 8)}01`;
/** The tiles of the scorecard: each asks for the twelve months behind it. */
export const tiles = [
  'certification.rate', 'contract.signing', 'filing.coverage', 'union.coverage', 'union.membership',
  'union.collective', 'incident.major', 'meeting.count',
] as const; // prettier-ignore

/** Everything the overview page of the dashboard asks for, on a day and under a filter. */
export function homeRequests(at: Day, filter: object = {}): PageRequest[] {
  const request = (name: string, file: string, variables: object): PageRequest => ({
    name,
    body: JSON.stringify({ query: operation(file), variables }),
  });
  const year = monthStart(addMonths(at, -11));
  const metric = (name: string, variables: object): PageRequest =>
    request(name, 'metrics/metric', { filter, ...variables });
  return [
    request('viewer', 'access/viewer', {}),
    request('dataSources', 'ingest/data-sources', {}),
    request('choices', 'metrics/choices', { at }),
    request('forecast', 'metrics/forecast', { at, filter }),
    request('scorecard', 'metrics/scorecard', { at, filter }),
    ...tiles.map(key => metric(`tile ${key}`, { key, from: year, to: at, grain: 'MONTH' })),
    metric('path', { key: 'certification.rate', from: monthStart(addMonths(at, -12)), to: at, grain: 'MONTH' }),
    request('flow', 'metrics/dispute-flow', {
      from: year, to: at, lastFrom: addMonths(year, -12), lastTo: addMonths(at, -12), filter,
    }),
    metric('coverage', { key: 'union.coverage', at, by: ['INDUSTRY'] }),
    metric('overdue', { key: 'dispute.overdue', at }),
    request('claimed', 'certification/claimed', {
      first: 4,
      filter: {
        qualified: { eq: false }, certifiedOn: { isNull: false, lte: at }, revokedOn: { isNull: true },
        enterprise: { status: { eq: 'ACTIVE' } },
      },
    }),
  ]; // prettier-ignore
}
