import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { graphql, parse, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../server/src/access/viewer.ts';
import { buildHubSchema } from '../../server/src/app/graphql/build-schema.ts';
import { sources } from '../../server/src/catalogue/sources.ts';
import type { DomainError } from '../../server/src/kernel/errors.ts';
import { DataSourceService } from '../../server/src/ingest/data-source.service.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';
import { operation, operationFiles } from '../support/operations.ts';
import { load } from './district.ts';
import { engineOn, personOf } from './engine.ts';
import { smallDistrict } from './small-district.ts';

const { compileQuery } = createRequire(new URL('../../server/package.json', import.meta.url))(
  'graphql-jit',
) as typeof import('../../server/node_modules/graphql-jit');

/** Rows and rankings need more than one statement, what moves comes over a stream, a wall has its own viewer: they have tests of their own. */
const apart = [
  'certification-candidates', 'certification-moves', 'metric-changed', 'repeated-disputes', 'rows', 'wall', 'wall-viewer',
].map(name => `metrics/${name}`); // prettier-ignore
const sent = operationFiles.filter(file => file.startsWith('metrics/') && !apart.includes(file));
const golden = (file: string): string => fileURLToPath(new URL(`../golden/${file}`, import.meta.url));

let hub: TestHub;
let schema: GraphQLSchema;
let context: (viewer?: Viewer) => object;
const statements: string[] = [];

beforeAll(async () => {
  hub = await freshDatabase();
  schema = await buildHubSchema();
  const database: TestHub['database'] = {
    ...hub.database,
    read: (scope, sql, values) => {
      statements.push(sql);
      return hub.database.read(scope, sql, values);
    },
    scan: (scope, sql, values) => {
      statements.push(sql);
      return hub.database.scan(scope, sql, values);
    },
  };
  const metrics = engineOn({ ...hub, database });
  const dataSources = new DataSourceService(
    database,
    { now: () => new Date(0), today: () => '2022-12-31' },
    sources,
  );
  context = (viewer = personOf('LEADER')) => ({
    viewer, language: viewer.language, services: { metrics, dataSources }, cache: new Map(), requestId: 'test',
  }); // prettier-ignore
  await load(hub, smallDistrict);
});
afterAll(() => hub.close());

const variables: Record<string, Record<string, unknown>> = {
  'metrics/dispute-flow': {
    from: '2022-01-01',
    to: '2022-03-31',
    lastFrom: '2021-01-01',
    lastTo: '2021-03-31',
  },
  'metrics/metric': {
    key: 'union.coverage',
    at: '2022-12-31',
    by: ['TOWN'],
    filter: { town: { ne: 'CORE' } },
  },
  'metrics/figure': { key: 'union.coverage', at: '2022-12-31' },
  'metrics/unions-by-town': { at: '2022-12-31' },
  'metrics/choices': { at: '2022-12-31' },
  'metrics/forecast': { at: '2022-12-01', by: '2022-12-31' },
};

const ask = (source: string, values: object = {}, viewer?: Viewer): Promise<ExecutionResult> =>
  graphql({ schema, source, variableValues: { ...values }, contextValue: context(viewer) });

/** An error carries its whole document with it: only its words are fit to print. */
const words = ({ errors = [] }: ExecutionResult): string[] => errors.map(error => error.message);

async function refused(source: string, viewer?: Viewer): Promise<{ code: string; fields: string[] }> {
  const { errors } = await ask(source, {}, viewer);
  const { code, fields } = errors?.[0]?.originalError as unknown as DomainError;
  return { code, fields: Object.keys(fields ?? {}) };
}

describe('every operation that the dashboard sends', () => {
  it.each(sent)('%s: one statement a figure, the same compiled', async file => {
    const used = operation(file);
    statements.length = 0;
    const answer = await ask(used, variables[file]);
    expect(words(answer)).toEqual([]);
    const roots = Object.values(answer.data ?? {});
    expect(roots).not.toContain(null);
    expect(statements).toHaveLength(roots.length);
    await expect(`${JSON.stringify(answer, null, 2)}\n`).toMatchFileSnapshot(golden(`${file}.json`));
    await expect(`${statements.join(';\n\n')};\n`).toMatchFileSnapshot(golden(`${file}.sql`));
    // The executor does not compile a variable whose input type contains itself; neither do we.
    if (used.includes(': MetricFilter')) return;
    const compiled = compileQuery(schema, parse(used));
    if (!('query' in compiled)) throw new Error('the operation does not compile');
    const again = await compiled.query(undefined, context(), variables[file]);
    expect(JSON.parse(JSON.stringify(again))).toEqual(JSON.parse(JSON.stringify(answer)));
  });
});

describe('a figure over GraphQL', () => {
  it('names the sources behind it with one reading for the whole request', async () => {
    statements.length = 0;
    const figure = 'total { value } sources { form rows stale }';
    const answer = await ask(`{ a: metric(key: "union.coverage") { ${figure} }
      b: metric(key: "dispute.filed", from: "2022-01-01") { ${figure} } }`);
    expect(words(answer)).toEqual([]);
    expect(answer.data).toMatchObject({
      a: { sources: [{ form: 'E', rows: 2 }, { form: 'U', rows: 1 }] },
      b: { sources: [{ form: 'E', rows: 2 }, { form: 'D', rows: 2 }] },
    }); // prettier-ignore
    expect(statements).toHaveLength(3);
  });

  it('refuses contradictory arguments, naming them', async () => {
    const refusal = await refused('{ metric(key: "dispute.filed", at: "2022-01-01") { at } }');
    expect(refusal).toEqual({ code: 'BAD_USER_INPUT', fields: ['at'] });
  });

  it('takes a moment for what was known then', async () => {
    const { data } = await ask(
      '{ metric(key: "union.coverage", asKnownAt: "2019-12-31T00:00:00+08:00") { total { value status } } }',
    );
    expect(data).toEqual({ metric: { total: { value: null, status: 'NONE' } } });
  });

  it('the scorecard and the forecast are told as they were known then, too', async () => {
    const then = 'asKnownAt: "2019-12-31T00:00:00+08:00"';
    const { data } = await ask(
      `{ scorecard(at: "2022-12-31", ${then}) { value { value } } certificationForecast(at: "2022-12-01", ${then}) { rate employers }
        now: scorecard(at: "2022-12-31") { value { value } } }`,
    );
    const values = (items: unknown): unknown[] =>
      (items as { value: { value: unknown } }[]).map(item => item.value.value);
    expect(new Set(values(data?.['scorecard']))).toEqual(new Set([null]));
    expect(values(data?.['now']).some(value => value !== null)).toBe(true);
    expect(data?.['certificationForecast']).toEqual({ rate: null, employers: 0 });
  });

  it('is closed to roles without the grant', async () => {
    const refusal = await refused('{ scorecard { value { value } } }', personOf('ADMIN'));
    expect(refusal).toEqual({ code: 'FORBIDDEN', fields: [] });
  });
});
