import { defineCheck } from './define-check.ts';

const libraries = { reads: ['contract', 'signing'], needs: ['contract', 'signing'] };
const touched = (alias: string): string => `${alias}.enterprise_id in (select id from touched)`;
const row = (left: string, right: string): string =>
  `${left}.import_row_id as left_row, ${right}.import_row_id as right_row`;
const joined = `contract c join signing s on s.platform_contract_key = c.platform_contract_key`;
/** Employers at the other end of a platform number; they matter only where the two ends differ. */
const otherEnd = `select case when ${touched('c')} then s.enterprise_id else c.enterprise_id end from ${joined}
  where c.enterprise_id <> s.enterprise_id and (${touched('c')} or ${touched('s')})`;

/** Electronic contracts against the platform's signing records, contract by contract. */
export const signingChecks = [
  defineCheck({
    kind: 'SIGNING_MISSING',
    ...libraries,
    also: otherEnd,
    sql: `select c.enterprise_id, c.id as left_id, null::bigint as right_id, array[c.contract_no] as params,
        c.import_row_id as left_row, null::bigint as right_row
      from contract c where c.electronic and ${touched('c')}
        and not exists (select from signing s where s.platform_contract_key = c.platform_contract_key)`,
  }),
  defineCheck({
    kind: 'SIGNED_BY_ONE_PARTY',
    ...libraries,
    also: otherEnd,
    sql: `select c.enterprise_id, c.id as left_id, s.id as right_id, array[c.contract_no, s.party] as params, ${row('c', 's')}
      from ${joined} where c.electronic and ${touched('c')} and not exists (
        select from signing o where o.platform_contract_key = s.platform_contract_key and o.party <> s.party)`,
  }),
  defineCheck({
    kind: 'SIGNED_DIGESTS_DIFFER',
    reads: ['signing'],
    needs: ['signing'],
    sql: `select a.enterprise_id, a.id as left_id, b.id as right_id,
        array[a.platform_contract_no, a.digest, b.digest] as params, ${row('a', 'b')}
      from signing a join signing b on b.platform_contract_key = a.platform_contract_key and b.party = 'WORKER'
      where a.party = 'EMPLOYER' and a.digest <> b.digest and ${touched('a')}`,
    also: `select a.enterprise_id from signing a join signing b on b.platform_contract_key = a.platform_contract_key
      where a.enterprise_id <> b.enterprise_id and ${touched('b')}`,
  }),
  defineCheck({
    kind: 'DIGEST_DIFFERS_FROM_LIBRARY',
    ...libraries,
    also: otherEnd,
    sql: `select c.enterprise_id, c.id as left_id, s.id as right_id,
        array[c.contract_no, c.digest, s.party, s.digest] as params, ${row('c', 's')}
      from ${joined} where c.electronic and c.digest <> s.digest and ${touched('c')}`,
  }),
  defineCheck({
    kind: 'SIGNING_WITHOUT_CONTRACT',
    ...libraries,
    also: otherEnd,
    sql: `select s.enterprise_id, s.id as left_id, null::bigint as right_id,
        array[s.platform_contract_no, s.party] as params, s.import_row_id as left_row, null::bigint as right_row
      from signing s where ${touched('s')}
        and not exists (select from contract c where c.platform_contract_key = s.platform_contract_key)`,
  }),
  defineCheck({
    kind: 'SIGNING_OF_OTHER_EMPLOYER',
    ...libraries,
    also: otherEnd,
    sql: `select c.enterprise_id, c.id as left_id, s.id as right_id, array[c.contract_no, e.uscc, o.uscc] as params, ${row('c', 's')}
      from ${joined} join enterprise e on e.id = c.enterprise_id join enterprise o on o.id = s.enterprise_id
      where s.enterprise_id <> c.enterprise_id and ${touched('c')}`,
  }),
  defineCheck({
    kind: 'PAPER_CONTRACT_SIGNED',
    ...libraries,
    also: otherEnd,
    sql: `select c.enterprise_id, c.id as left_id, s.id as right_id, array[c.contract_no, s.party] as params, ${row('c', 's')}
      from ${joined} where not c.electronic and ${touched('c')}`,
  }),
];
