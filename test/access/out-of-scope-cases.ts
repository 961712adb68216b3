import { describe, expect, test } from 'vitest';
import type { Role } from '../../server/src/access/roles.ts';
import type { Viewer } from '../../server/src/access/viewer.ts';
import { inventedUscc } from '../seed/seed.ts';
import type { RunningHub } from '../server/hub.ts';
import { everyRow, kinds, seen, type Kind } from './sight-oracle.ts';

/** Every argument by which one record is named, for records of any kind. */
const byAnyId = (kind: Kind): readonly string[] => [
  'query ($id: ID!) { found: node(id: $id) { id __typename } }',
  'mutation ($id: ID!) { found: voidRecord(input: { id: $id, version: 1, reason: "错报" }) { voided { id } } }',
  ...(['Contract', 'Certification'].includes(kind) ? [`query ($id: ID!) { found: ${kind.toLowerCase()}(id: $id) { id } }`] : []),
]; // prettier-ignore

/** What is out of sight answers as if it never were; the test file that calls this starts the hub. */
export function outOfScopeCases(
  hub: () => RunningHub,
  readers: readonly Viewer[],
  asking: (role: Role) => Viewer,
): void {
  describe('every row out of scope', () => {
    const others = (['MEMBER', 'AUDITOR', 'SECURITY', 'ADMIN'] as const).map(role => asking(role));
    // To the others every row of the district is in scope.
    const narrow = readers.filter(({ role }) => ['INDUSTRY', 'COURT', 'TOWN'].includes(role ?? ''));
    test.each([...narrow, ...others].map(viewer => [`${viewer.role} ${viewer.town ?? ''}`, viewer] as const))(
      'is to %s as one that never was, whatever its kind and by whatever argument (B11)',
      async (_name, { role, town }) => {
        if (!role) throw new Error('nobody');
        const rows = await everyRow(hub());
        const authorization = `Bearer ${await hub().token(role, town ?? undefined)}`;
        const answer = async (query: string, id: string): Promise<string> => {
          const response = await hub().post('/graphql', { query, variables: { id } }, { authorization });
          return `${response.status} ${(await response.text()).replaceAll(id, 'ID')}`;
        };
        let compared = 0;
        for (const kind of kinds) {
          const may = new Set(seen(rows, kind, role, town).map(({ id }) => id));
          const beyond = rows[kind].present.filter(({ id }) => !may.has(id));
          for (const query of byAnyId(kind)) {
            const never = await answer(query, `${kind}:999999`);
            for (const { id } of beyond) {
              expect([query, id, await answer(query, `${kind}:${id}`)]).toEqual([query, id, never]);
              compared++;
            }
          }
        }
        expect(compared).toBeGreaterThan(20);
      },
    );
  });

  describe('a row out of scope', () => {
    type Asked = readonly [query: string, beyond: string, random: string];
    const byId = (type: string, field: string): Asked => [`query ($id: ID!) { found: ${field}(id: $id) { id } }`, `${type}:2`, `${type}:999999`]; // prettier-ignore
    const town: readonly Asked[] = [
    ['query ($id: String!) { found: enterprise(uscc: $id) { id } }', inventedUscc(2), inventedUscc(998)],
    ['query ($id: String!) { found: dispute(caseNo: $id) { id } }', '虚调〔2026〕5号', '虚调〔2026〕99号'],
    ['query ($id: String!) { found: inspection(caseNo: $id) { id } }', '虚监〔2026〕2号', '虚监〔2026〕99号'],
    byId('Certification', 'certification'),
    byId('Contract', 'contract'),
    ...['Enterprise', 'Union', 'Contract', 'Filing', 'Signing', 'Certification', 'Inspection'].map(type => byId(type, 'node')),
    [byId('Dispute', 'node')[0], 'Dispute:5', 'Dispute:999999'],
    [`mutation ($id: ID!) { voidRecord(input: { id: $id, version: 1, reason: "错报" }) { voided { id } } }`, 'Dispute:5', 'Dispute:999999'],
    [`query ($id: ID!) { import(id: $id) { id } }`, '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-00000000ffff'],
  ]; // prettier-ignore

    test.each(['TOWN', 'COURT', 'INDUSTRY'] as const)(
      'gives %s the very answer of one that never was, by every argument that takes an id (B11)',
      async role => {
        const token = await hub().token(role);
        const answer = async (query: string, id: string): Promise<string> => {
          const response = await hub().post('/graphql', { query, variables: { id } }, { authorization: `Bearer ${token}` }); // prettier-ignore
          return `${response.status} ${(await response.text()).replaceAll(id, 'ID')}`;
        };
        let compared = 0;
        for (const [query, beyond, random] of town) {
          // For a district role every employer is in scope: what is compared are kinds that it may not read at all.
          const open = role === 'INDUSTRY' && !/Contract|Filing|Signing/.test(`${query} ${beyond}`);
          if (open) continue;
          expect([query, await answer(query, beyond)]).toEqual([query, await answer(query, random)]);
          compared++;
        }
        expect(compared).toBeGreaterThan(3);
      },
    );
  });
}
