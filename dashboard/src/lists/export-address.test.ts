import { readFileSync } from 'node:fs';
import { buildSchema, isObjectType, type GraphQLOutputType, type GraphQLSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { certificationList } from '../modules/certification/certification.list.ts';
import { contractList } from '../modules/contract/contract.list.ts';
import { filingList } from '../modules/contract/filing.list.ts';
import { signingList } from '../modules/contract/signing.list.ts';
import { disputeList } from '../modules/dispute/dispute.list.ts';
import { enterpriseList } from '../modules/enterprise/enterprise.list.ts';
import { inspectionList } from '../modules/inspection/inspection.list.ts';
import { unionList } from '../modules/union/union.list.ts';
import { exportAddress, exportedFields } from './export-address.ts';

const schema: GraphQLSchema = buildSchema(
  readFileSync(new URL('../../../schema/schema.graphql', import.meta.url), 'utf8'),
);
const lists = [enterpriseList, unionList, contractList, filingList, signingList, disputeList, certificationList, inspectionList]; // prettier-ignore

const named = (type: GraphQLOutputType): string => type.toString().replace(/[[\]!]/g, '');
/** The type that a path of fields leads to; undefined where there is no such field. */
function typeAt(start: string, path: string): string | undefined {
  let at: string | undefined = start;
  for (const name of path.split('.')) {
    const type = schema.getType(at ?? '');
    const field = isObjectType(type) ? type.getFields()[name] : undefined;
    at = field && named(field.type);
  }
  return at;
}

describe('a list as a file', () => {
  it.each(lists.map(spec => [spec.list, spec] as const))(
    '%s: every column has its field in the contract',
    (list, spec) => {
      const connection = typeAt('Query', list);
      const row = typeAt(connection ?? '', 'nodes') ?? '';
      const missing = spec.columns
        .flatMap(column => exportedFields(column))
        .filter(path => !typeAt(row, path));
      expect([list, missing]).toEqual([list, []]);
      expect(spec.columns.every(column => exportedFields(column).length > 0)).toBe(true);
    },
  );

  it('is asked for as the page shows it, each field once', () => {
    const address = exportAddress(
      { list: 'unions', format: 'csv', language: 'en' },
      [
        { key: 'COLLECTIVE', fields: ['agreements'] },
        { key: 'WAGE', fields: ['agreements'] },
        { key: 'FOUNDED_ON' },
      ],
      {
        filter: { congress: { eq: true } },
        orderBy: [{ field: 'NAME', direction: 'ASC' }],
        asKnownAt: '2026-01-01T00:00:00Z',
      },
    );
    const url = new URL(address, 'http://hub');
    expect(url.pathname).toBe('/api/export/unions.csv');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      columns: 'agreements,foundedOn',
      filter: '{"congress":{"eq":true}}',
      orderBy: '[{"field":"NAME","direction":"ASC"}]',
      asKnownAt: '2026-01-01T00:00:00Z',
      language: 'en',
    });
  });
});
