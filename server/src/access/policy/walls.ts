import type { Action } from './actions.ts';

/** What a wall may do: read sums, and how old what they are made of is. Every other action is refused it. */
export const wallActions: readonly Action[] = ['metric.read', 'source.read'];

/** What a wall may ask for: figures and nothing that leads to a row behind them. A root field not named here is refused. */
export const wallRoots: readonly string[] = [
  'Query.viewer',
  'Query.metric',
  'Query.scorecard',
  'Query.certificationForecast',
  'Query.dataSources',
  'Subscription.metricChanged',
];

/** The addresses at which a wall's secret is anything at all. */
export const wallAddresses: readonly string[] = ['/graphql', '/graphql/stream'];
