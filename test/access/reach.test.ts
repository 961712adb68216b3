import { getNamedType, type GraphQLObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scopeOf } from '../../server/src/access/scope-of.ts';
import type { Role } from '../../server/src/access/roles.ts';
import type { Viewer } from '../../server/src/access/viewer.ts';
import { Client } from '../golden/client.ts';
import { Seed } from '../seed/seed.ts';
import { startHub, type RunningHub } from '../server/hub.ts';
import { outOfScopeCases } from './out-of-scope-cases.ts';
import { everyRow, forms, kinds, seen, tables, type Kind } from './sight-oracle.ts';

let hub: RunningHub;
let client: Client;
beforeAll(async () => {
  hub = await startHub();
  client = await Client.on(hub);
  const seed = new Seed(hub.owner).at('2026-01-05T08:00:00+08:00');
  for (const town of ['LUORONG', 'LUOBU', 'CORE', 'LUORONG']) {
    seed.enterprise({ town }).formerName(`虚构旧名${town}`).union().certification().contract().filing().signing();
    seed.inspection().dispute({ channel: 'COURT' }).dispute({ channel: 'HRSS' }).dispute({ channel: 'UNION' });
  }
  seed.at('2026-03-05T08:00:00+08:00').change('enterprise', 4, { town: 'CORE' }).change('dispute', 1, { channel: 'HRSS' });
  await seed.save();
}); // prettier-ignore
afterAll(() => hub.close());

const asking = (role: Role, town: string | null = null): Viewer => ({
  kind: 'PERSON', id: '1', name: role, role, town, language: 'zh', scope: scopeOf('person:1', role, town),
}); // prettier-ignore
const readers = [
  ...(['LEADER', 'HRSS', 'UNION', 'INDUSTRY', 'OFFICE', 'COURT'] as const).map(role => asking(role)),
  ...['LUORONG', 'CORE'].map(town => asking('TOWN', town)),
];
const roots = {
  enterprises: 'Enterprise', unions: 'Union', contracts: 'Contract', filings: 'Filing', signings: 'Signing',
  certifications: 'Certification', inspections: 'Inspection', disputes: 'Dispute', qualityIssues: 'QualityIssue',
} as const; // prettier-ignore

const published = (name: string): GraphQLObjectType => client.schema.getType(name) as GraphQLObjectType;
const isKind = (name: string): name is Kind => (kinds as string[]).includes(name);
/** The ways from one record to others, by introspection: field → kind, and whether it is a page. */
function waysOf(kind: Kind): { field: string; to: Kind; page: boolean }[] {
  return Object.values(published(kind).getFields()).flatMap(({ name, type }) => {
    const to = getNamedType(type).name.replace(/Connection$/, '');
    return isKind(to) ? [{ field: name, to, page: getNamedType(type).name !== to }] : [];
  });
}
/** Who sees a record sees its employer; all else goes by its own form. */
const mayFollow = (role: Role, { field, to }: { field: string; to: Kind }): boolean =>
  field === 'enterprise' || (to === 'QualityIssue' ? role !== 'COURT' : forms[role].includes(tables[to][1]));

function everything(role: Role, kind: Kind, depth: number): string {
  const ways = depth > 0 ? waysOf(kind).filter(way => mayFollow(role, way)) : [];
  const parts = ways.map(({ field, to, page }) => {
    const inner = everything(role, to, depth - 1);
    return page ? `${field}(first: 50) { totalCount nodes { ${inner} } }` : `${field} { ${inner} }`;
  });
  return ['id', ...parts].join(' ');
}

/** Every id of a record that stands anywhere in an answer, also as an event's `nodeId`. */
const idsIn = (answer: unknown): Set<string> =>
  new Set([...JSON.stringify(answer).matchAll(/"([A-Z]\w+:\d+)"/g)].flatMap(([, id = '']) => (isKind(id.split(':')[0] ?? '') ? [id] : []))); // prettier-ignore

async function allowed({ role, town }: Viewer): Promise<Set<string>> {
  if (!role) throw new Error('nobody');
  const rows = await everyRow(hub);
  return new Set(kinds.flatMap(kind => seen(rows, kind, role, town).map(({ id }) => `${kind}:${id}`)));
}

/** How many steps all paths together go beyond the list: fewer where another role has the same rows, more where there are few. */
const steps: Partial<Record<Role, number>> = { COURT: 3, HRSS: 2, INDUSTRY: 2, TOWN: 2 };

/** Single paths three steps beyond a list, for every role: each first step, and of those behind it another one each time. */
function* paths(role: Role, kind: Kind): Generator<string> {
  let turn = 0;
  const next = (from: Kind, depth: number): string => {
    const ways = waysOf(from).filter(way => mayFollow(role, way));
    const way = ways[turn++ % ways.length];
    return way && depth > 0 ? `id ${step(way, depth)}` : 'id';
  };
  const step = ({ field, to, page }: { field: string; to: Kind; page: boolean }, depth: number): string => {
    const inner = next(to, depth - 1);
    return page ? `${field}(first: 50) { totalCount nodes { ${inner} } }` : `${field} { ${inner} }`;
  };
  for (const way of waysOf(kind).filter(one => mayFollow(role, one))) yield `id ${step(way, 3)}`;
}

describe.each(readers.map(viewer => [`${viewer.role} ${viewer.town ?? ''}`, viewer] as const))(
  '%s',
  (_name, viewer) => {
    const role = viewer.role ?? 'WORKER';

    test('reaches along every path of relations nothing but what exists for it, now and as known earlier (B5)', async () => {
      const may = await allowed(viewer);
      expect(may.size).toBeGreaterThan(3);
      const found = new Set<string>();
      for (const [root, kind] of Object.entries(roots)) {
        for (const moment of ['', 'asKnownAt: "2026-02-01T00:00:00+08:00"']) {
          const query = `{ ${root}(first: 50 ${moment}) { totalCount nodes { ${everything(role, kind, steps[role] ?? 1)} } } }`;
          const { data, errors } = await client.ask(query, {}, viewer);
          if (!mayFollow(role, { field: root, to: kind })) expect([root, (errors?.[0]?.originalError as { code?: string } | undefined)?.code]).toEqual([root, 'FORBIDDEN']); // prettier-ignore
          for (const id of idsIn(data)) found.add(id);
        }
      }
      for (const [root, kind] of Object.entries(roots).filter(([field, to]) =>
        mayFollow(role, { field, to }),
      )) {
        for (const path of paths(role, kind))
          for (const id of idsIn(
            (await client.ask(`{ ${root}(first: 50) { nodes { ${path} } } }`, {}, viewer)).data,
          ))
            found.add(id);
      }
      expect([...found].filter(id => !may.has(id))).toEqual([]);
      // Everything it may see it also finds: an answer that is merely empty would prove nothing.
      expect([...may].filter(id => !found.has(id))).toEqual([]);
    });

    test('is refused every step to what its role may not read, from wherever it stands (B4, B5)', async () => {
      for (const [root, kind] of Object.entries(roots)) {
        if (!mayFollow(role, { field: root, to: kind })) continue;
        for (const way of waysOf(kind).filter(one => !mayFollow(role, one))) {
          const inner = way.page ? `${way.field} { totalCount }` : `${way.field} { id }`;
          const refused = await client.refusal(`{ ${root}(first: 1) { nodes { ${inner} } } }`, {}, viewer);
          expect([root, way.field, refused]).toEqual([root, way.field, 'FORBIDDEN']);
        }
      }
    });
  },
);

outOfScopeCases(() => hub, readers, asking);

test('whoever moves to another town finds its rows at once, and no more of the old (B40)', async () => {
  const token = await hub.token('TOWN', 'LUORONG');
  const look = async (): Promise<string[]> => {
    const query = `{ enterprises { nodes { town { code } } } disputes { nodes { enterprise { town { code } } } }
      search(text: "虚构", first: 50) { node { ... on Enterprise { town { code } } } }
      dataSources { rows } metric(key: "dispute.open", by: [TOWN]) { points { cuts { key } } } }`;
    const { data, errors } = await hub.graphql(query, { token });
    expect(errors).toEqual([]);
    const text = JSON.stringify(data);
    return [
      ...new Set([...text.matchAll(/"(?:code|key)":"(LUORONG|LUOBU|CORE)"/g)].map(([, code = '']) => code)),
    ];
  };
  expect(await look()).toEqual(['LUORONG']);
  await hub.owner(`update access_token set town = 'LUOBU' where id = (select max(id) from access_token)`);
  hub.services.access.identity.forget();
  expect(await look()).toEqual(['LUOBU']);
});

test('no argument becomes SQL, and none that cannot be read is a fault of ours (B49)', async () => {
  const hostile = [`'`, `"`, '$1', '\\', `');--`, `'); drop table enterprise; --`, `' or '1'='1`, '\u0000', '%', '_', '{day}', '$.id'];
  const query = `query ($text: String!, $name: StringOps, $id: ID!) {
    search(text: $text) { title } a: enterprises(filter: { name: $name }) { totalCount }
    b: disputes(filter: { or: [{ caseNo: $name }, { enterprise: { name: $name } }] }) { totalCount }
    node(id: $id) { id } enterprise(uscc: $text) { id } dispute(caseNo: $text) { id } }`;
  const token = await hub.token('HRSS');
  for (const text of hostile) {
    for (const name of [{ eq: text }, { contains: text }, { in: [text] }]) {
      const { errors } = await hub.graphql(query, { token, variables: { text, name, id: text } });
      const codes = errors.map(({ extensions }) => extensions.code);
      expect([text, codes.filter(code => !['NOT_FOUND', 'BAD_USER_INPUT'].includes(code))]).toEqual([text, []]);
    }
  }
  expect(await hub.owner('select count(*)::int as n from enterprise')).toEqual([{ n: 4 }]);
}); // prettier-ignore
