import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, type Day } from '../../server/src/kernel/days.ts';
import { Seed } from '../seed/seed.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';
import { Client } from './client.ts';

const today: Day = '2026-11-23';
const near = fc.integer({ min: -3, max: 3 }).map(days => addDays(today, days));
const digests = fc.constantFrom('ab'.repeat(32), 'cd'.repeat(32));
const maybe = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: null });

/** A contract and its signatures, all days within a few of today: every order of them comes up. */
const contract = fc.record({
  starts_on: near,
  ends_on: maybe(near),
  terminated_on: maybe(near),
  electronic: fc.boolean(),
  digest: maybe(digests),
  employer: maybe(fc.record({ day: near, digest: digests })),
  worker: maybe(fc.record({ day: near, digest: digests })),
});
type Contract = typeof contract extends fc.Arbitrary<infer One> ? One : never;
const filing = fc.record({ owner: fc.integer({ min: 1, max: 12 }), filed_on: near, kind: fc.constantFrom('FIRST', 'CHANGE', 'ANNUAL', 'CANCEL') }); // prettier-ignore

const contracts = fc.sample(contract, { seed: 11, numRuns: 150 });
const filings = fc
  .sample(filing, { seed: 12, numRuns: 60 })
  .filter((one, i, all) => all.findIndex(other => JSON.stringify(other) === JSON.stringify(one)) === i);

let hub: TestHub;
let client: Client;
beforeAll(async () => {
  hub = await freshDatabase();
  client = await Client.on(hub, today);
  const seed = new Seed(hub.owner).at('2026-01-05T08:00:00+08:00');
  for (let i = 0; i < 12; i++) seed.enterprise();
  contracts.forEach(({ employer, worker, ...columns }, i) => {
    const platform = { platform_contract_no: `LQ-${i}` };
    seed.contract({ enterprise_id: 1 + (i % 12), contract_no: `HT-${i}`, ...platform, ...columns });
    // The last second of the day in Shanghai is still that day.
    for (const [party, sign] of Object.entries({ EMPLOYER: employer, WORKER: worker }))
      if (sign) seed.signing({ enterprise_id: 1 + (i % 12), ...platform, party, digest: sign.digest, signed_at: `${sign.day}T23:59:59+08:00` }); // prettier-ignore
  });
  filings.forEach(({ owner, ...columns }) => seed.filing({ enterprise_id: owner, ...columns }));
  await seed.save();
});
afterAll(() => hub.close());

function statusOf({ starts_on, ends_on, terminated_on }: Contract): string {
  if (terminated_on !== null && terminated_on <= today && !(ends_on !== null && ends_on < terminated_on))
    return 'TERMINATED';
  if (ends_on !== null && ends_on < today) return 'EXPIRED';
  return starts_on > today ? 'UPCOMING' : 'IN_FORCE';
}

function verificationOf({ electronic, digest, employer, worker }: Contract): string {
  if (!electronic) return 'NOT_ELECTRONIC';
  const signed = [employer, worker].filter(sign => sign !== null).filter(sign => sign.day <= today);
  if (signed.length < 2) return signed.length ? 'ONE_PARTY' : 'UNSIGNED';
  const said = new Set([...signed.map(sign => sign.digest), ...(digest ? [digest] : [])]);
  return said.size === 1 ? 'VERIFIED' : 'DIGESTS_DIFFER';
}

interface Nodes {
  nodes: { id: string; status: string; verification: string; inForce: boolean }[];
}
const place = (id: string): number => Number(id.split(':')[1]) - 1;

test('status and verification are what the dates and signatures say, in lists and in filters', async () => {
  const { contracts: all } = await client.data<{ contracts: Nodes }>(
    '{ contracts(first: 200) { nodes { id status verification } } }',
  );
  expect(all.nodes).toHaveLength(contracts.length);
  for (const { id, status, verification } of all.nodes) {
    const told = contracts[place(id)] as Contract;
    expect([id, status, verification]).toEqual([id, statusOf(told), verificationOf(told)]);
  }
  const found = new Set(all.nodes.flatMap(({ status, verification }) => [status, verification]));
  expect(found.size).toBe(9);
  const question = `query ($filter: ContractFilter) { contracts(first: 200, filter: $filter) { nodes { id } } }`;
  for (const [field, of] of Object.entries({ status: statusOf, verification: verificationOf })) {
    for (const code of new Set(contracts.map(of))) {
      const { contracts: some } = await client.data<{ contracts: Nodes }>(question, {
        filter: { [field]: { eq: code } },
      });
      const expected = contracts.flatMap((one, i) => (of(one) === code ? [i] : []));
      expect(some.nodes.map(node => place(node.id)).sort((a, b) => a - b)).toEqual(expected);
    }
  }
});

test('of each employer the newest filing by today is in force, unless it is a cancellation', async () => {
  interface Answer {
    enterprises: { nodes: { id: string; filing: { id: string } | null; filings: Nodes }[] };
  }
  const { enterprises } = await client.data<Answer>(
    '{ enterprises(first: 20) { nodes { id filing { id } filings(first: 200) { nodes { id inForce } } } } }',
  );
  for (const employer of enterprises.nodes) {
    const own = filings.map((one, i) => ({ ...one, i })).filter(one => one.owner === place(employer.id) + 1);
    const newest = own
      .filter(one => one.filed_on <= today)
      .sort((a, b) => b.filed_on.localeCompare(a.filed_on) || b.i - a.i)[0];
    const expected = newest && newest.kind !== 'CANCEL' ? `Filing:${newest.i + 1}` : null;
    expect(employer.filing?.id ?? null).toBe(expected);
    const inForce = employer.filings.nodes.filter(node => node.inForce).map(node => node.id);
    expect(inForce).toEqual(expected === null ? [] : [expected]);
  }
});
