import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scopeOf } from '../../server/src/access/scope-of.ts';
import { roles, type Role } from '../../server/src/access/roles.ts';
import type { Viewer } from '../../server/src/access/viewer.ts';
import type { Database } from '../../server/src/kernel/database.ts';
import { Client } from '../golden/client.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';
import { anySight, between, seedSight, type Sight } from './random-sight.ts';
import { everyRow, kinds, seen, seenPast, seenThen, tables, type Kind, type Rows } from './sight-oracle.ts';

let hub: TestHub;
/** Asks past row-level security: what it finds is what the door and the statement's own conditions let through. */
let unguarded: Client;
beforeAll(async () => {
  hub = await freshDatabase();
  const owner: Database = {
    read: (_scope, sql, values) => hub.owner(sql, values),
    scan: (_scope, sql, values) => hub.owner(sql, values),
    transaction: () => Promise.reject(new Error('reads only')),
    close: () => Promise.resolve(),
  };
  unguarded = await Client.on({ ...hub, database: owner });
});
afterAll(() => hub.close());

const asking = (role: Role, town: string | null): Viewer => ({
  kind: 'PERSON', id: '1', name: role, role, town, language: 'zh', scope: scopeOf('person:1', role, town),
}); // prettier-ignore
const towns = ['LUORONG', 'LUOBU', 'CORE', null];
const viewers = roles.flatMap(role =>
  role === 'TOWN' ? towns.map(town => asking(role, town)) : [asking(role, null)],
);

const roots = {
  Enterprise: 'enterprises', Union: 'unions', Contract: 'contracts', Filing: 'filings', Signing: 'signings',
  Certification: 'certifications', Inspection: 'inspections', Dispute: 'disputes', QualityIssue: 'qualityIssues',
} as const; // prettier-ignore

const sorted = (ids: Iterable<number>): number[] => [...new Set(ids)].sort((a, b) => a - b);
const idsOf = (nodes: readonly { readonly id: string }[]): number[] =>
  sorted(nodes.map(({ id }) => Number(id.split(':')[1])));

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string; readonly enterprise?: { readonly id: string } }[];
}

/** One list by the door and the statement alone; null where the door is shut. */
async function listed(kind: Kind, viewer: Viewer, moment: string): Promise<Page | null> {
  const nodes = kind === 'Dispute' ? 'nodes { id enterprise { id } }' : 'nodes { id }';
  const { data, errors = [] } = await unguarded.ask(
    `{ page: ${roots[kind]}(first: 200 ${moment}) { totalCount ${nodes} } }`,
    {},
    viewer,
  );
  const codes = errors.map(one => (one.originalError as { code?: string } | null)?.code ?? one.message);
  expect(codes.filter(code => code !== 'FORBIDDEN')).toEqual([]);
  return (data?.['page'] ?? null) as Page | null;
}

/** Every list, and for whoever sees cases alone the employers of these. */
async function byStatement(viewer: Viewer, moment: string): Promise<Record<Kind, number[]>> {
  const pages = await Promise.all(kinds.map(kind => listed(kind, viewer, moment)));
  const cases = pages[kinds.indexOf('Dispute')]?.nodes.flatMap(one => one.enterprise ?? []) ?? [];
  const answered = kinds.map((kind, i) => {
    const page = pages[i];
    // A count is the number of rows that can be listed (B4).
    if (page) expect([kind, page.totalCount]).toEqual([kind, page.nodes.length]);
    return [kind, idsOf(page?.nodes ?? (kind === 'Enterprise' ? cases : []))] as const;
  });
  return Object.fromEntries(answered) as Record<Kind, number[]>;
}

/** By row-level security alone: bare tables and bare histories, as hub_app. */
async function byRowSecurity({
  scope,
}: Viewer): Promise<Record<Kind, { present: number[]; past: number[] }>> {
  const parts = kinds.flatMap(kind => {
    const [table] = tables[kind];
    return [`select '${kind}' as kind, false as past, id from ${table}`, `select '${kind}', true, history_id from ${table}_history`];
  }); // prettier-ignore
  const rows = await hub.database.read<{ kind: Kind; past: boolean; id: number }>(
    scope,
    parts.join(' union all '),
  );
  const of = (kind: Kind, past: boolean): number[] =>
    sorted(rows.filter(row => row.kind === kind && row.past === past).map(row => row.id));
  return Object.fromEntries(kinds.map(kind => [kind, { present: of(kind, false), past: of(kind, true) }])) as Record<Kind, { present: number[]; past: number[] }>; // prettier-ignore
}

async function agree(rows: Rows, viewer: Viewer): Promise<void> {
  const { role, town } = viewer;
  if (!role) throw new Error('nobody');
  const [now, then, secured] = [await byStatement(viewer, ''), await byStatement(viewer, `asKnownAt: "${between}"`), await byRowSecurity(viewer)]; // prettier-ignore
  const label = (kind: Kind, ids: unknown) => [`${role} ${town} ${kind}`, ids];
  for (const kind of kinds) {
    const ids = sorted(seen(rows, kind, role, town).map(row => row.id));
    const past = sorted(seenPast(rows, kind, role, town).map(row => row.history_id ?? 0));
    expect(label(kind, secured[kind])).toEqual(label(kind, { present: ids, past }));
    expect(label(kind, now[kind])).toEqual(label(kind, ids));
    // A court reaches employers through the cases it was referred, and these as they were then.
    if (role !== 'COURT' || kind === 'Dispute')
      expect(label(kind, then[kind])).toEqual(label(kind, sorted(seenThen(rows, kind, role, town, 1))));
  }
}

/** Cases that were first taken for another employer's: of the same town, of another, and referred to the court meanwhile. */
const moved = (
  [
    [['LUORONG', 'LUORONG'], 'COURT', []],
    [['LUORONG', 'LUOBU'], 'UNION', []],
    [['LUORONG', 'LUORONG'], 'UNION', [{ which: 0, to: 'COURT' }]],
  ] as const
).map(([employers, channel, rechannelled]) => ({
  employers: [...employers],
  facts: [{ kind: 'Dispute', of: 0, channel }],
  qualities: [],
  moves: [],
  rechannelled: [...rechannelled],
  rematched: [{ which: 11, of: 1 }],
})) satisfies Sight[];

test('door and statement, row-level security and plain words agree on every row of every kind, for every role', async () => {
  await fc.assert(
    fc.asyncProperty(anySight, async sight => {
      await seedSight(hub, sight);
      const rows = await everyRow(hub);
      for (const viewer of viewers) await agree(rows, viewer);
    }),
    { numRuns: 4, examples: moved.map((sight): [Sight] => [sight]) },
  );
}, 120_000);

test('a scope of which nothing is said sees no kind, and one kind opens no other', async () => {
  const all = { actor: 'person:1', towns: '*', channels: '*' } as const;
  const seenBy = async (scope: Viewer['scope']): Promise<string[]> => {
    const found = await byRowSecurity({ ...asking('HRSS', null), scope });
    return kinds.filter(kind => found[kind].present.length || found[kind].past.length);
  };
  await seedSight(hub, everything);
  expect(await seenBy(all)).toEqual([]);
  expect(await seenBy({ ...all, kinds: [] })).toEqual([]);
  expect(await seenBy({ ...all, kinds: ['Figure', 'Account'] })).toEqual([]);
  // Disagreements speak of two forms: who may read neither has none, even of those whose kind is open.
  const also: Partial<Record<Kind, string[]>> = { Dispute: ['Enterprise'], QualityIssue: [] };
  for (const kind of kinds) {
    const open = kind === 'QualityIssue' ? [] : [...(also[kind] ?? []), kind];
    expect(await seenBy({ ...all, kinds: [kind] })).toEqual(kinds.filter(one => open.includes(one)));
  }
});

const facts = ['Union', 'Contract', 'Filing', 'Signing', 'Certification', 'Inspection', 'Dispute'] as const;
const everything: Parameters<typeof seedSight>[1] = {
  employers: ['LUORONG', 'LUOBU'],
  facts: facts.map(kind => ({ kind, of: 0, channel: 'COURT' })),
  qualities: [{ which: 0, of: 0 }, { which: 2, of: 1 }],
  moves: [{ of: 1, to: 'CORE' }],
  rechannelled: [],
  rematched: [],
}; // prettier-ignore
