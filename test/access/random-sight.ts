import fc from 'fast-check';
import { Seed } from '../seed/seed.ts';
import type { TestHub } from '../support/database.ts';

const town = fc.constantFrom('LUORONG', 'LUOBU', 'CORE');
const channel = fc.constantFrom('UNION', 'HRSS', 'COURT');
const kinds = ['Union', 'Contract', 'Filing', 'Signing', 'Certification', 'Inspection', 'Dispute'] as const;
/** Disagreements of two forms, of one form, and of forms that not every role may read. */
const qualities = [
  ['MEMBERS_ABOVE_HEADCOUNT', 'U', 'E'],
  ['CERTIFICATION_CLAIMED', 'A', null],
  ['SIGNING_MISSING', 'C', 'S'],
  ['FILING_DIFFERS_FROM_ROSTER', 'F', 'E'],
  ['FILING_ABOVE_HEADCOUNT', 'F', null],
] as const;

/** A few employers with any facts, and what a later file says otherwise of them. */
export const anySight = fc.record({
  employers: fc.array(town, { minLength: 2, maxLength: 6 }),
  facts: fc.array(fc.record({ kind: fc.constantFrom(...kinds), of: fc.nat(5), channel }), {
    minLength: 6,
    maxLength: 24,
  }),
  qualities: fc.array(fc.record({ which: fc.nat(qualities.length - 1), of: fc.nat(5) }), { maxLength: 6 }),
  moves: fc.array(fc.record({ of: fc.nat(5), to: town }), { maxLength: 4 }),
  rechannelled: fc.array(fc.record({ which: fc.nat(23), to: channel }), { maxLength: 4 }),
  rematched: fc.array(fc.record({ which: fc.nat(23), of: fc.nat(5) }), { maxLength: 4 }),
});
export type Sight = (typeof anySight) extends fc.Arbitrary<infer Value> ? Value : never; // prettier-ignore

/** Before this moment only the first file was known. */
export const between = '2026-02-01T00:00:00+08:00';

const tables = {
  Union: 'union_organisation', Contract: 'contract', Filing: 'filing', Signing: 'signing',
  Certification: 'certification', Inspection: 'inspection', Dispute: 'dispute',
} as const; // prettier-ignore

/** Writes the district anew: a first file, and a later one that moves some of it. */
export async function seedSight(hub: TestHub, sight: Sight): Promise<void> {
  const [past] = await hub.owner<{ tables: string }>(
    `select string_agg(relname, ', ') as tables from pg_class where relkind = 'r' and relname like '%\\_history'`,
  );
  await hub.owner(`truncate enterprise, import_file, change, ${past?.tables} restart identity cascade`);
  await hub.owner(
    `insert into change (id, kind, known_at, actor) values (0, 'BEGINNING', '-infinity', 'hub')`,
  );
  const seed = new Seed(hub.owner).at('2026-01-05T08:00:00+08:00');
  const unions = new Set<number>();
  const counts = new Map<string, number>();
  sight.employers.forEach((of, n) => {
    seed.enterprise({ town: of }).formerName(`虚构旧名${n}`);
    for (const [i, fact] of sight.facts.entries()) {
      if (fact.of % sight.employers.length !== n) continue;
      if (fact.kind === 'Union' && unions.has(n)) continue;
      if (fact.kind === 'Union') unions.add(n);
      const columns = {
        Union: {}, Contract: {}, Filing: { filed_on: `2026-01-${String(i + 1).padStart(2, '0')}` }, Signing: {},
        Certification: { filed_on: `2023-03-${String(i + 1).padStart(2, '0')}` }, Inspection: {}, Dispute: { channel: fact.channel },
      }[fact.kind]; // prettier-ignore
      const name = fact.kind.toLowerCase() as Lowercase<(typeof kinds)[number]>;
      seed[name](columns);
      counts.set(fact.kind, (counts.get(fact.kind) ?? 0) + 1);
    }
  });
  seed.at('2026-03-05T08:00:00+08:00');
  for (const { of, to } of sight.moves)
    seed.change('enterprise', (of % sight.employers.length) + 1, { town: to });
  const disputes = counts.get('Dispute') ?? 0;
  for (const { which, to } of sight.rechannelled)
    if (disputes) seed.change('dispute', (which % disputes) + 1, { channel: to });
  for (const { which, of } of sight.rematched) {
    const kind = kinds[1 + (which % (kinds.length - 1))] ?? 'Contract';
    const count = counts.get(kind) ?? 0;
    const to = (of % sight.employers.length) + 1;
    if (count && kind !== 'Union') seed.change(tables[kind], (which % count) + 1, { enterprise_id: to });
  }
  await seed.save();
  for (const [i, { which, of }] of sight.qualities.entries()) {
    const [kind, left, right] = qualities[which] ?? qualities[0];
    await hub.owner(
      `insert into quality_issue (enterprise_id, kind, left_form, right_form, left_id, params, change_id, found)
        values ($1, $2, $3, $4, $5, '{a,b,c,d}', 1, 1)`,
      [(of % sight.employers.length) + 1, kind, left, right, i + 1],
    );
  }
}
