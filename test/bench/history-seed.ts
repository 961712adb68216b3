import type { ClientBase } from 'pg';

/** A moment before every correction, one between them, and one after the last; the present has all of them. */
export const moments = {
  first: '2026-06-15T04:00:00Z',
  middle: '2026-09-15T04:00:00Z',
  last: '2026-11-15T04:00:00Z',
} as const;

const delivered = '2026-06-01T00:00:00Z';
const months = ['07', '08', '09', '10', '11'];
const columns = `enterprise_id, contract_key, contract_no, id_number_hash, kind, signed_on, starts_on, ends_on, electronic,
  platform, platform_contract_no, platform_contract_key, digest, import_row_id`;

/** What the departments send in a month after the first delivery: corrections, withdrawn rows and new ones. */
const monthly = (n: number): string[] => [
  `update enterprise set staff = staff + 1 where id % 50 = ${n}`,
  `update union_organisation set members = members + 1 where id % 50 = ${n}`,
  `update certification set review_score = 90, qualified = true where id % 50 = ${n}`,
  `update filing set workers = workers + 1 where id % 50 = ${n}`,
  `update contract set ends_on = ends_on + 30 where id % 100 = ${n}`,
  `update contract set terminated_on = date '2026-06-01' + ${n * 30} where id % 200 = ${n}`,
  `delete from signing where platform_contract_key in (select platform_contract_key from contract where id % 1000 = ${n * 5})`,
  `delete from contract where id % 1000 = ${n * 5}`,
  `insert into contract (${columns}) select ${columns.replace('contract_key, contract_no', `contract_key || '-${n}', contract_no || '-${n}'`).replace('platform_contract_no, platform_contract_key', `platform_contract_no || '-${n}', platform_contract_key || '-${n}'`)}
     from contract where id % 100 = ${n + 20}`,
  `update signing set digest = md5(digest) where id % 100 = ${n}`,
  `update dispute set closed_on = filed_on + 9, outcome = 'SETTLED', performance = 'DONE' where id % 50 = ${n}`,
  `update inspection set corrected_on = correction_due_on + 3 where id % 50 = ${n}`,
]; // prettier-ignore

/** Dates the district's delivery back and corrects it month by month, each month one change of the book. */
export async function seedHistory(client: ClientBase): Promise<void> {
  await client.query(`update import_sheet set known_at = $1`, [delivered]);
  for (const [i, month] of months.entries()) {
    await client.query('begin');
    await client.query(`select hub_begin_change('IMPORT', 'bench', null, null)`);
    for (const sql of monthly(i + 1)) await client.query(sql);
    await client.query(`select hub_settle_change($1)`, [`2026-${month}-01T00:00:00Z`]);
    await client.query('commit');
  }
  await client.query('vacuum analyze');
}
