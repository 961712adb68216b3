import { bandList } from '../../metrics/define-bands.ts';
import { defineReadModel } from '../../metrics/define-read-model.ts';
import { filingAges, filingBands, filingDays } from './contract.codes.ts';

/**
 * The filing that speaks on each day: from its own day until the next one. Of several on one day the later import
 * speaks, then the row further down, which is the order in which their rows were taken in.
 */
export const filing = defineReadModel({
  name: 'rm_filing',
  about: { zh: '各日所据的用工备案', en: 'The filing that speaks on each day' },
  sql: `select id as filing_id, enterprise_id, kind, workers, insured, filed_on as starts,
      coalesce(lead(filed_on) over (partition by enterprise_id order by filed_on), 'infinity') as ends
    from (select distinct on (enterprise_id, filed_on) id, enterprise_id, filed_on, kind, workers, insured
          from filing order by enterprise_id, filed_on, import_row_id desc, id desc) f`,
});

/** Persons employed: by the filing in force, else by the roster, as before the first filing and after a cancelled one. */
export const headcount = defineReadModel({
  name: 'rm_headcount',
  about: { zh: '用工人数', en: 'Headcount' },
  sql: `select e.id as enterprise_id, '-infinity'::date as starts, coalesce(f.first, 'infinity') as ends,
      e.staff as persons
    from enterprise e
    left join (select enterprise_id, min(filed_on) as first from filing group by enterprise_id) f
      on f.enterprise_id = e.id
    union all
    select f.enterprise_id, f.starts, f.ends, case f.kind when 'CANCEL' then e.staff else f.workers end
    from rm_filing f join enterprise e on e.id = f.enterprise_id`,
});

/** Active employers with their headcount of the day. */
export const employerHeadcount = defineReadModel({
  name: 'rm_employer_headcount',
  about: { zh: '在营用人单位的用工人数', en: 'Headcount of active employers' },
  sql: `select a.enterprise_id, greatest(a.starts, h.starts) as starts, least(a.ends, h.ends) as ends, h.persons
    from rm_active_employer a
    join rm_headcount h on h.enterprise_id = a.enterprise_id`,
});

/** Days on which an active employer has a filing in force: a cancelled one is none. */
export const filedEmployer = defineReadModel({
  name: 'rm_filed_employer',
  about: { zh: '备案有效的在营用人单位', en: 'Active employers with a filing in force' },
  sql: `select a.enterprise_id, f.starts as filed_on, f.workers, f.insured,
      greatest(a.starts, f.starts) as starts, least(a.ends, f.ends) as ends
    from rm_active_employer a
    join rm_filing f on f.enterprise_id = a.enterprise_id
    where f.kind <> 'CANCEL'`,
});

/** The part of those days on which the filing is current. */
export const currentFiling = defineReadModel({
  name: 'rm_current_filing',
  about: { zh: '一年内备案的在营用人单位', en: 'Active employers with a filing of the last 365 days' },
  sql: `select enterprise_id, filed_on, starts, least(ends, filed_on + ${filingDays + 1}) as ends from rm_filed_employer`,
});

/**
 * How old the filing in force is at each active employer, day by day: a filing lasts until the next, and passes through the
 * bands of its age meanwhile. Before the first and after a cancelled one there is none.
 */
export const filingFreshness = defineReadModel({
  name: 'rm_filing_freshness',
  about: { zh: '在营用人单位备案的新旧', en: 'Age of the filing in force at active employers' },
  codes: { FRESHNESS: filingAges },
  sql: `select a.enterprise_id, f.freshness, greatest(a.starts, f.starts) as starts, least(a.ends, f.ends) as ends
    from rm_active_employer a
    join (select f.enterprise_id, band.code as freshness, f.starts + band.first as starts, least(f.ends, f.starts + band.until) as ends
          from rm_filing f
          cross join ${bandList(filingBands)} as band(code, first, until)
          where f.kind <> 'CANCEL'
          union all
          select enterprise_id, 'NONE', starts, ends from rm_filing where kind = 'CANCEL'
          union all
          select e.id, 'NONE', '-infinity', coalesce(f.first, 'infinity')
          from enterprise e
          left join (select enterprise_id, min(filed_on) as first from filing group by enterprise_id) f
            on f.enterprise_id = e.id) f on f.enterprise_id = a.enterprise_id`,
});
