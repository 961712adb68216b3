import {
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../server/src/access/viewer.ts';
import { Seed, inventedUscc } from '../seed/seed.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';
import { Client, viewerOf } from './client.ts';

let hub: TestHub;
let client: Client;
beforeAll(async () => {
  hub = await freshDatabase();
  client = await Client.on(hub);
  const seed = new Seed(hub.owner).at('2026-01-05T08:00:00+08:00');
  for (let n = 0; n < 9; n++) {
    seed.enterprise().formerName(`虚构旧名${n}`).union().certification().certification();
    for (let d = 0; d < 4; d++) seed.dispute();
  }
  // An employer and a case that have moved out of a narrow viewer's sight: what it once saw is gone as well.
  seed
    .at('2026-03-05T08:00:00+08:00')
    .change('enterprise', 1, { town: 'CORE' })
    .change('enterprise', 3, { town: 'LUOBU' })
    .change('dispute', 2, { channel: 'HRSS' });
  await seed.save();
});
afterAll(() => hub.close());

const luobu = viewerOf('TOWN', 'LUOBU');
const court = viewerOf('COURT');

/** What the viewer may see, asked past row-level security. */
async function allowed(viewer: Viewer): Promise<Set<string>> {
  const [towns, channels] = [viewer.scope.towns, viewer.scope.channels];
  const rows = await hub.owner<{ id: string }>(
    `with e as (select id from enterprise where $1::text[] is null or town = any ($1))
     select 'Enterprise:' || id as id from e
     union all select 'Union:' || u.id from union_organisation u join e on e.id = u.enterprise_id
     union all select 'Certification:' || c.id from certification c join e on e.id = c.enterprise_id
     union all select 'Dispute:' || d.id from dispute d join e on e.id = d.enterprise_id
       where $2::text[] is null or d.channel = any ($2)`,
    [towns === '*' ? null : towns, channels === '*' ? null : channels],
  );
  return new Set(rows.map(({ id }) => id));
}

const named = (type: GraphQLOutputType): unknown =>
  isNonNullType(type) || isListType(type) ? named(type.ofType as GraphQLOutputType) : type;

/** Every path through relations down to the depth, as one selection; leaves are ids and counts. */
function everything(type: GraphQLObjectType, depth: number, forbidden: readonly string[]): string {
  const parts = Object.values(type.getFields()).flatMap(field => {
    const to = named(field.type);
    if (!isObjectType(to)) return ['id', 'totalCount'].includes(field.name) ? [field.name] : [];
    const related =
      'id' in to.getFields() ||
      'totalCount' in to.getFields() ||
      ['nodes', 'edges', 'node'].includes(field.name);
    if (!related || forbidden.includes(field.name) || (depth <= 0 && !['nodes', 'node'].includes(field.name)))
      return [];
    const connection = 'totalCount' in to.getFields();
    return [
      `${field.name}${connection ? '(first: 50)' : ''} { ${everything(to, connection ? depth : depth - 1, forbidden)} }`,
    ];
  });
  return ['__typename', ...parts].join(' ');
}

const idsIn = (answer: unknown): string[] =>
  [...JSON.stringify(answer).matchAll(/"id":"(\w+:\d+)"/g)].map(([, id]) => id ?? '');
const moments = ['', 'asKnownAt: "2026-02-01T00:00:00+08:00"'];
const roots = {
  enterprises: 'Enterprise',
  unions: 'Union',
  certifications: 'Certification',
  disputes: 'Dispute',
};

describe.each([
  ['a town', luobu, Object.keys(roots), [] as string[]],
  ['a court', court, ['disputes'], ['union', 'certification', 'certifications']],
])('%s', (_name, viewer, lists, forbidden) => {
  it.each(lists)('reaches no row of another through %s, by any path, now or as known earlier', async list => {
    const may = await allowed(viewer);
    const type = client.schema.getType(`${roots[list as keyof typeof roots]}Connection`) as GraphQLObjectType;
    for (const moment of moments) {
      const source = `{ ${list}(first: 50 ${moment}) { ${everything(type, 2, forbidden)} } }`;
      const found = idsIn(await client.data(source, {}, viewer));
      expect(found.length).toBeGreaterThan(3);
      expect(found.filter(id => !may.has(id))).toEqual([]);
    }
  });

  it.each(lists)('counts in %s what it can list, and no more', async list => {
    const source = `{ ${list}(first: 200) { totalCount nodes { id } } }`;
    const answer = await client.data<Record<string, { totalCount: number; nodes: unknown[] }>>(
      source,
      {},
      viewer,
    );
    expect(answer[list]?.totalCount).toBe(answer[list]?.nodes.length);
  });
});

describe('a row outside the scope', () => {
  it('is not found, just as one that does not exist', async () => {
    const one = `query ($uscc: String!) { enterprise(uscc: $uscc) { id } }`;
    expect(await client.refusal(one, { uscc: inventedUscc(1) }, luobu)).toBe('NOT_FOUND');
    expect(await client.refusal(one, { uscc: inventedUscc(999) }, luobu)).toBe('NOT_FOUND');
    expect(await client.refusal(one, { uscc: inventedUscc(4) }, luobu)).toBeUndefined();
    const earlier = `query ($uscc: String!) { enterprise(uscc: $uscc, asKnownAt: "2026-02-01T00:00:00Z") { id } }`;
    expect(await client.refusal(earlier, { uscc: inventedUscc(1) }, luobu)).toBe('NOT_FOUND');
  });

  it('takes no other time to be refused than one that does not exist', async () => {
    const one = `query ($uscc: String!) { enterprise(uscc: $uscc) { id } }`;
    const took: Record<'beyond' | 'never', number[]> = { beyond: [], never: [] };
    const ask = async (kind: 'beyond' | 'never'): Promise<void> => {
      const begun = performance.now();
      const refused = await client.refusal(one, { uscc: inventedUscc(kind === 'beyond' ? 1 : 999) }, luobu);
      took[kind].push(performance.now() - begun);
      expect(refused).toBe('NOT_FOUND');
    };
    // In turn, and each first as often as second: whatever slows the machine down slows both.
    for (let round = 0; round < 300; round++)
      for (const kind of round % 2 ? (['beyond', 'never'] as const) : (['never', 'beyond'] as const)) await ask(kind);
    const median = (some: number[]): number => some.toSorted((a, b) => a - b)[some.length / 2] ?? 0;
    const ratio = median(took.beyond) / median(took.never);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  }, 60_000); // prettier-ignore

  it('that has moved into the scope is there with its past, and so is all that hangs on it', async () => {
    const source = `{ disputes(first: 200, asKnownAt: "2026-02-01T00:00:00Z", filter: { enterprise: { uscc: { eq: "${inventedUscc(3)}" } } })
      { nodes { enterprise { uscc } } } }`;
    const { disputes } = await client.data<{ disputes: { nodes: object[] } }>(source, {}, luobu);
    expect(disputes.nodes).toEqual(
      Array.from({ length: 4 }, () => ({ enterprise: { uscc: inventedUscc(3) } })),
    );
    const all = `{ disputes(first: 200, asKnownAt: "2026-02-01T00:00:00Z") { nodes { enterprise { uscc } } } }`;
    expect(await client.refusal(all, {}, luobu)).toBeUndefined();
  });

  it('answers no guess: filters on the other town find nothing', async () => {
    const guess = `{ disputes(filter: { enterprise: { town: { eq: "CORE" } } }) { totalCount } enterprises(filter: { town: { ne: "LUOBU" } }) { totalCount } }`;
    expect(await client.data(guess, {}, luobu)).toEqual({
      disputes: { totalCount: 0 },
      enterprises: { totalCount: 0 },
    });
  });

  it("is not opened by another viewer's cursor", async () => {
    const page = `query ($after: String) { enterprises(first: 3, after: $after) { nodes { id } pageInfo { endCursor hasPreviousPage } } }`;
    type Page = { enterprises: { nodes: { id: string }[]; pageInfo: { endCursor: string } } };
    const { enterprises } = await client.data<Page>(page);
    const own = await client.data<Page>(page, { after: enterprises.pageInfo.endCursor }, luobu);
    const may = await allowed(luobu);
    expect(own.enterprises.nodes.filter(({ id }) => !may.has(id))).toEqual([]);
  });
});

describe('roles', () => {
  const personal = `{ enterprises { nodes { a: phone ...P union { chair } disputes { nodes { ... on Dispute { x: applicant } } }
    provenance { field } } } } fragment P on Enterprise { legalRepresentative c: contact @include(if: true) }`;

  it('that see no personal data read null under any alias or fragment, and no trace in provenance', async () => {
    const text = JSON.stringify(await client.data(personal, {}, viewerOf('LEADER')));
    expect(text).not.toContain('*');
    expect(text).not.toMatch(/"field":"(phone|contact|legalRepresentative)"/);
    expect(JSON.stringify(await client.data(personal))).toMatch(/甲\*\*.*140\*\*\*\*1234/);
  });

  it.each([
    ['MEMBER', '{ enterprises { nodes { id } } }'],
    ['ADMIN', '{ disputes { nodes { id } } }'],
    ['AUDITOR', '{ unions { nodes { id } } }'],
    ['COURT', '{ enterprises { nodes { id } } }'],
    ['COURT', '{ disputes { nodes { enterprise { certifications { nodes { id } } } } } }'],
    ['COURT', '{ disputes { nodes { enterprise { union { id } } } } }'],
  ] as const)('%s is refused %s', async (role, source) => {
    expect(await client.refusal(source, {}, viewerOf(role))).toBe('FORBIDDEN');
  });

  it('nobody at all is asked to sign in', async () => {
    const nobody: Viewer = { ...viewerOf('HRSS'), kind: 'ANONYMOUS', role: null };
    expect(await client.refusal('{ enterprises { nodes { id } } }', {}, nobody)).toBe('UNAUTHENTICATED');
  });
});
