import { contractHolds, workerOf } from '../contract/index.ts';
import { defineCheck } from './define-check.ts';

/** The newest filing of each touched employer, unless that one is a cancellation. */
const newestFiling = `(select * from (select distinct on (enterprise_id) * from filing
  where enterprise_id in (select id from touched) order by enterprise_id, filed_on desc, import_row_id desc) newest
  where kind <> 'CANCEL')`;

/** Workers with a contract in force on the day of that filing. */
const counted = `(select f.id as filing_id, count(distinct ${workerOf('c')}) as persons,
    max(c.import_row_id) as row
  from ${newestFiling} f left join contract c on c.enterprise_id = f.enterprise_id and ${contractHolds('c', 'f.filed_on')}
  group by f.id)`;

/**
 * Employers whose headcount is the roster's, for no filing is in force, with the newest day on which a roster told them:
 * an older roster that comes later and fills a column does not take the day back.
 */
const byRoster = `(select e.id, e.staff, e.import_row_id, coalesce(greatest(s.stated_on, told.stated_on),
    (s.known_at at time zone 'Asia/Shanghai')::date) as told_on
  from enterprise e join import_row i on i.id = e.import_row_id join import_sheet s on s.id = i.sheet_id
  left join fact_statement told on told.fact_table = 'enterprise' and told.fact_id = e.id
  where e.id in (select id from touched) and not exists (select from ${newestFiling} f where f.enterprise_id = e.id))`;

/** Rosters and filings are of different days: a difference counts from a tenth and from three persons on. */
const differsWidely = 'abs(f.workers - e.staff) > greatest(2, e.staff / 10)';

const filed = `f.enterprise_id, f.id as left_id, null::bigint as right_id`;

/** Contracts against the filing's counts, and both against the headcount. */
export const headcountChecks = [
  defineCheck({
    kind: 'CONTRACTS_DIFFER_FROM_FILING',
    reads: ['contract', 'filing'],
    needs: ['contract', 'filing'],
    sql: `select ${filed}, array[f.filed_on::text, f.contracted::text, n.persons::text] as params,
        f.import_row_id as left_row, n.row as right_row
      from ${newestFiling} f join ${counted} n on n.filing_id = f.id where n.persons <> f.contracted`,
  }),
  defineCheck({
    kind: 'CONTRACTS_ABOVE_HEADCOUNT',
    reads: ['contract', 'filing'],
    needs: ['contract', 'filing'],
    sql: `select ${filed}, array[f.filed_on::text, n.persons::text, f.workers::text] as params,
        n.row as left_row, f.import_row_id as right_row
      from ${newestFiling} f join ${counted} n on n.filing_id = f.id where n.persons > f.workers`,
  }),
  defineCheck({
    kind: 'CONTRACTS_ABOVE_ROSTER',
    reads: ['contract', 'filing', 'enterprise'],
    needs: ['contract'],
    sql: `select e.id as enterprise_id, e.id as left_id, null::bigint as right_id,
        array[e.told_on::text, count(distinct ${workerOf('c')})::text, e.staff::text] as params,
        max(c.import_row_id) as left_row, e.import_row_id as right_row
      from ${byRoster} e join contract c on c.enterprise_id = e.id and ${contractHolds('c', 'e.told_on')}
      group by e.id, e.told_on, e.staff, e.import_row_id
      having count(distinct ${workerOf('c')}) > e.staff`,
  }),
  defineCheck({
    kind: 'FILING_ABOVE_HEADCOUNT',
    reads: ['filing'],
    needs: ['filing'],
    sql: `select ${filed}, array[f.filed_on::text, f.workers::text, f.contracted::text, f.insured::text] as params,
        f.import_row_id as left_row, null::bigint as right_row
      from ${newestFiling} f where f.contracted > f.workers or f.insured > f.workers`,
  }),
  defineCheck({
    kind: 'FILING_DIFFERS_FROM_ROSTER',
    reads: ['filing', 'enterprise'],
    needs: ['filing'],
    sql: `select ${filed}, array[f.filed_on::text, f.workers::text, e.staff::text] as params,
        f.import_row_id as left_row, e.import_row_id as right_row
      from ${newestFiling} f join enterprise e on e.id = f.enterprise_id where ${differsWidely}`,
  }),
  defineCheck({
    kind: 'MEMBERS_ABOVE_FILING',
    reads: ['union_organisation', 'filing'],
    needs: ['union_organisation', 'filing'],
    sql: `select u.enterprise_id, u.id as left_id, null::bigint as right_id,
        array[u.members::text, f.filed_on::text, f.workers::text] as params,
        u.import_row_id as left_row, f.import_row_id as right_row
      from union_organisation u join ${newestFiling} f on f.enterprise_id = u.enterprise_id
      where u.form <> 'NONE' and u.members > f.workers`,
  }),
  defineCheck({
    kind: 'MEMBERS_ABOVE_HEADCOUNT',
    reads: ['union_organisation', 'filing', 'enterprise'],
    needs: ['union_organisation'],
    sql: `select u.enterprise_id, u.id as left_id, null::bigint as right_id, array[u.members::text, e.staff::text] as params,
        u.import_row_id as left_row, e.import_row_id as right_row
      from union_organisation u join ${byRoster} e on e.id = u.enterprise_id
      where u.form <> 'NONE' and u.members > e.staff`,
  }),
];
