import { moments } from './history-seed.ts';
import type { PageRequest } from './home-questions.ts';
import { send, type PageServer } from './home-load.ts';

/** What is asked of the hub as it was known at a moment. */
export interface HistoryQuestion extends PageRequest {
  /** The metric or list it is about. */
  readonly about: string;
  /** Total, cut by town, a year of months, or a page with its count. */
  readonly kind: 'total' | 'by town' | '12 months' | 'page';
}

interface Catalogue {
  readonly data: {
    readonly metrics: readonly { readonly key: string; readonly kind: string; readonly dimensions: readonly string[] }[];
  };
} // prettier-ignore

const body = (query: string, variables: object): string => JSON.stringify({ query, variables });

const metricQuery = `query($key: ID!, $at: Date, $from: Date, $to: Date, $grain: Grain, $by: [Dimension!], $asKnownAt: DateTime) {
  metric(key: $key, at: $at, from: $from, to: $to, grain: $grain, by: $by, asKnownAt: $asKnownAt) {
    total { value numerator denominator previous lastYear } points { period cuts { key } value { value numerator denominator } } } }`;

/** The lists of the hub with the fields that a page of the dashboard shows. */
export const lists = {
  enterprises: 'uscc name staff foundedOn status town { code name } integrityGrade',
  unions: 'form foundedOn members enterprise { uscc name }',
  contracts: 'contractNo startsOn endsOn status electronic verification enterprise { uscc name }',
  filings: 'filedOn kind workers insured inForce enterprise { uscc name }',
  signings: 'platformContractNo party signedAt enterprise { uscc name }',
  certifications: 'filedOn certifiedOn validTo stage enterprise { uscc name }',
  inspections: 'caseNo checkedOn subject { code name } violation correctionOverdue enterprise { uscc name }',
  disputes: 'caseNo filedOn cause { code name } channel outcome open overdue enterprise { uscc name }',
  qualityIssues: 'kind text enterprise { uscc name }',
} as const;
export type ListName = keyof typeof lists;

/** Every metric and every list, as it was known at one of the moments. */
export async function historyQuestions(
  server: PageServer,
  moment: keyof typeof moments,
): Promise<HistoryQuestion[]> {
  const asKnownAt = moments[moment];
  const catalogue = { name: 'metrics', body: body('{ metrics { key kind dimensions } }', {}) };
  const { data } = JSON.parse(await send(server, catalogue)) as Catalogue;
  const at = asKnownAt.slice(0, 10);
  const from = `${Number(at.slice(0, 4)) - 1}${at.slice(4, 8)}01`;
  const of = data.metrics.flatMap(({ key, kind, dimensions }): HistoryQuestion[] => {
    const days = kind === 'STOCK' ? { at } : { from, to: at };
    const question = (what: HistoryQuestion['kind'], variables: object): HistoryQuestion => ({
      name: `${key}, ${what}`,
      about: key,
      kind: what,
      body: body(metricQuery, { key, asKnownAt, ...variables }),
    });
    return [
      question('total', days),
      ...(dimensions.includes('TOWN') ? [question('by town', { ...days, by: ['TOWN'] })] : []),
      question('12 months', { from, to: at, grain: 'MONTH' }),
    ];
  });
  const pages = Object.entries(lists).map(([name, fields]): HistoryQuestion => {
    const query = `query($asKnownAt: DateTime) { ${name}(first: 50, asKnownAt: $asKnownAt) { totalCount nodes { id ${fields} } pageInfo { endCursor hasNextPage } } }`;
    return { name: `${name}, page`, about: name, kind: 'page', body: body(query, { asKnownAt }) };
  });
  return [...of, ...pages];
}
