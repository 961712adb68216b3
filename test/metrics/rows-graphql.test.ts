import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestHub } from '../support/database.ts';
import { operation } from '../support/operations.ts';
import { askOn, words, type Ask } from './asking.ts';
import { certification, dispute, load } from './district.ts';
import { personOf } from './engine.ts';
import { labourDistrict } from './labour-district.ts';

let hub: TestHub;
let ask: Ask;
const statements: string[] = [];

beforeAll(async () => {
  hub = await freshDatabase();
  const database: TestHub['database'] = {
    ...hub.database,
    read: (scope, sql, values, name) => {
      statements.push(sql);
      return hub.database.read(scope, sql, values, name);
    },
    scan: (scope, sql, values) => {
      statements.push(sql);
      return hub.database.scan(scope, sql, values);
    },
  };
  ask = await askOn({ ...hub, database });
  await load(hub, {
    ...labourDistrict,
    certifications: [certification({ enterprise_id: 1, certified_on: '2020-01-20' })],
    disputes: [dispute({ enterprise_id: 1 }), dispute({ enterprise_id: 2, channel: 'COURT' })],
  });
});
afterAll(() => hub.close());

describe('rows over GraphQL', () => {
  it('carry what they speak of, read once a page, with the count and the sum of all pages', async () => {
    statements.length = 0;
    const answer = await ask(`{ metricRows(key: "filing.coverage", inside: false, first: 1) {
      nodes { contribution reason enterprise { id town { code } filing { filedOn } } dispute { id } }
      pageInfo { hasNextPage } totalCount contribution } }`);
    expect(words(answer)).toEqual([]);
    expect(answer.data).toEqual({
      metricRows: {
        nodes: [{
          contribution: 1, reason: '最近备案为 2021-12-30，已超过 365 日', dispute: null,
          enterprise: { id: 'Enterprise:2', town: { code: 'LUOBU' }, filing: { filedOn: '2021-12-30' } },
        }],
        pageInfo: { hasNextPage: true }, totalCount: 2, contribution: 2,
      },
    }); // prettier-ignore
    // The figure, its rows, and the employers of the page.
    expect(statements).toHaveLength(3);
  });

  it.each([
    ['dispute.filed', 'dispute { id enterprise { id } }', { dispute: { id: 'Dispute:1', enterprise: { id: 'Enterprise:1' } } }],
    ['contract.expiring', 'contract { id contractNo }', { contract: { id: 'Contract:1', contractNo: '合0-2020-01-01T00:00:00Z' } }],
    ['inspection.summons', 'inspection { id }', { inspection: { id: 'Inspection:2' } }],
    ['certification.expiring', 'certification { id }', { certification: { id: 'Certification:1' } }],
  ])('of %s are the things it counts', async (key, selection, expected) => {
    const answer = await ask(`{ metricRows(key: "${key}", first: 1) { edges { cursor node { ${selection} } } } }`);
    expect(words(answer)).toEqual([]);
    expect((answer.data as { metricRows: { edges: unknown[] } }).metricRows.edges).toMatchObject([{ node: expected }]);
  }); // prettier-ignore

  it('are answered as the dashboard asks for them, of employers and of cases', async () => {
    const rowsOf = async (key: string) => {
      const answer = await ask(operation('metrics/rows'), personOf('LEADER'), { key, inside: true, first: 20 });
      expect(words(answer)).toEqual([]);
      return (answer.data as { metricRows: { nodes: object[]; totalCount: number } }).metricRows;
    };
    expect((await rowsOf('certification.rate')).nodes).toMatchObject([{ dispute: null, enterprise: { id: 'Enterprise:1' } }]);
    expect(await rowsOf('dispute.filed')).toMatchObject({ totalCount: 2, nodes: [{ dispute: { id: 'Dispute:1' } }, {}] });
  }); // prettier-ignore

  it('keep to the reader: the court opens its own cases and sees whose they are, no contracts and no other cases', async () => {
    const court = personOf('COURT');
    const cases = await ask('{ metricRows(key: "dispute.filed") { nodes { dispute { id } enterprise { id } contract { id } } } }', court);
    expect(cases.data).toEqual({
      metricRows: { nodes: [{ dispute: { id: 'Dispute:2' }, enterprise: { id: 'Enterprise:2' }, contract: null }] },
    });
    expect(cases.errors?.[0]?.originalError).toMatchObject({ code: 'FORBIDDEN' });
    const others = await ask('{ metricRows(key: "union.coverage") { totalCount } }', court);
    expect(others.errors?.[0]?.originalError).toMatchObject({ code: 'FORBIDDEN' });
  }); // prettier-ignore

  it('name the parts of the index', async () => {
    const answer = await ask(`{ metric(key: "harmony.index") {
      total { value gap parts { key name unit weight value target points included } } } }`);
    expect(words(answer)).toEqual([]);
    const { total } = (answer.data as { metric: { total: { parts: object[] } } }).metric;
    expect(total.parts).toHaveLength(9);
    expect(total.parts[0]).toEqual({
      key: 'contract.signing', name: '劳动合同签订率', unit: 'RATIO', weight: 15, value: 9 / 106, target: 0.97,
      points: expect.closeTo((15 * 9) / 106 / 0.97, 12), included: true,
    }); // prettier-ignore
  });
});
