import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contract, employer, empty, load, signing } from '../metrics/district.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';
import { Client, viewerOf } from './client.ts';

let hub: TestHub;
let client: Client;
beforeAll(async () => {
  hub = await freshDatabase();
  client = await Client.on(hub, '2022-12-31');
});
afterAll(() => hub.close());

const codes = ['NOT_ELECTRONIC', 'UNSIGNED', 'ONE_PARTY', 'DIGESTS_DIFFER', 'VERIFIED'] as const;
const keys = ['P1', 'P2', 'P3', null];

const anyContract = fc.record({
  enterprise_id: fc.constantFrom(1, 2),
  electronic: fc.boolean(),
  platform_no: fc.constantFrom(...keys),
  digest: fc.constantFrom('aa', 'bb', null),
});
/** Signed today before the day ends in Shanghai, or a second after it has ended, or long ago. */
const anySigning = fc.record({
  enterprise_id: fc.constantFrom(1, 2),
  platform_no: fc.constantFrom('P1', 'P2', 'P3', 'P4'),
  party: fc.constantFrom('EMPLOYER', 'WORKER'),
  signed_at: fc.constantFrom('2022-01-01T01:00:00Z', '2022-12-31T15:59:59Z', '2022-12-31T16:00:00Z'),
  digest: fc.constantFrom('aa', 'bb'),
});
const row = `(select min(id) from import_row)`;

/** What imports, withdrawals, voids and matches come to: statements over contracts and signatures, in any order. */
const act = fc.oneof(
  fc.record({ of: fc.constantFrom('contract', 'signing'), id: fc.integer({ min: 1, max: 8 }) }).map(({ of, id }) => `delete from ${of} where id % 8 = ${id % 8}`),
  anyContract.map(one => `update contract set electronic = ${one.electronic}, digest = ${one.digest ? `'${one.digest}'` : 'null'} where enterprise_id = ${one.enterprise_id}`),
  anyContract.map(one => `update contract set platform_contract_no = ${one.platform_no ? `'${one.platform_no}'` : 'null'}, platform_contract_key = ${one.platform_no ? `'${one.platform_no}'` : 'null'} where id % 3 = ${one.enterprise_id}`),
  anyContract.map(one => `update contract set ends_on = starts_on + 30, enterprise_id = ${one.enterprise_id} where id % 3 = 0`),
  anySigning.map(one => `update signing set signed_at = '${one.signed_at}', digest = '${one.digest}' where platform_contract_key = '${one.platform_no}'`),
  anySigning.map(one => `update signing set platform_contract_no = platform_contract_no || 'x', platform_contract_key = platform_contract_key || 'x' where party = '${one.party}' and platform_contract_key = '${one.platform_no}'`),
  anySigning.map(one => `insert into signing (enterprise_id, platform_contract_no, platform_contract_key, party, signed_at, digest, import_row_id)
    values (${one.enterprise_id}, '${one.platform_no}', '${one.platform_no}', '${one.party}', '${one.signed_at}', '${one.digest}', ${row})
    on conflict (platform_contract_key, party) do update set digest = excluded.digest`),
  anySigning.map(one => `merge into signing s using (values ('${one.platform_no}', '${one.party}')) v(no, party) on s.platform_contract_key = v.no and s.party = v.party
    when matched and s.digest = 'bb' then delete when matched then update set signed_at = '${one.signed_at}'
    when not matched then insert (enterprise_id, platform_contract_no, platform_contract_key, party, signed_at, digest, import_row_id)
      values (${one.enterprise_id}, v.no, v.no, v.party, '${one.signed_at}', 'aa', ${row})`),
); // prettier-ignore

interface Answer {
  contracts: { totalCount: number; nodes: { id: string; verification: string }[] };
}
const question = `query($filter: ContractFilter, $asKnownAt: DateTime) {
  contracts(first: 100, filter: $filter, asKnownAt: $asKnownAt, orderBy: [{ field: SIGNED_ON, direction: ASC }]) { totalCount nodes { id verification } } }`;

it('what is kept of signatures is what the facts come to, through any changes', async () => {
  const ask = async (variables: object): Promise<Answer['contracts']> =>
    (await client.data<Answer>(question, { ...variables }, viewerOf('HRSS'))).contracts;
  const contracts = fc.array(anyContract, { minLength: 3, maxLength: 8 });
  const signings = fc.uniqueArray(anySigning, {
    maxLength: 6,
    selector: one => `${one.platform_no} ${one.party}`,
  });
  await fc.assert(
    fc.asyncProperty(
      contracts,
      signings,
      fc.array(act, { minLength: 1, maxLength: 6 }),
      async (given, signed, acts) => {
        await empty(hub);
        await load(hub, {
          employers: [employer({ id: 1 }), employer({ id: 2 })],
          contracts: given.map((one, i) => contract({ ...one, worker: `w${i}` })),
          signings: signed.map(one => signing(one)),
        });
        for (const sql of ['select', ...acts]) {
          await hub.owner(sql);
          const present = await ask({});
          // The past is worked out from the facts; of this moment it says the same.
          const facts = await ask({ asKnownAt: '2030-01-01T00:00:00Z' });
          expect(present, sql).toEqual(facts);
          for (const code of codes) {
            const has = present.nodes.filter(one => one.verification === code);
            const [eq, ne] = [await ask({ filter: { verification: { eq: code } } }), await ask({ filter: { verification: { ne: code } } })]; // prettier-ignore
            expect(eq, `${code} after ${sql}`).toEqual({ totalCount: has.length, nodes: has });
            expect(ne.nodes, `not ${code} after ${sql}`).toEqual(
              present.nodes.filter(one => !has.includes(one)),
            );
          }
        }
        const some = await ask({ filter: { verification: { in: ['UNSIGNED', 'VERIFIED'] } } });
        const all = await ask({});
        expect(some.nodes).toEqual(
          all.nodes.filter(one => ['UNSIGNED', 'VERIFIED'].includes(one.verification)),
        );
        expect((await ask({ filter: { verification: { isNull: true } } })).totalCount).toBe(0);
      },
    ),
    { numRuns: 10 },
  );
});
