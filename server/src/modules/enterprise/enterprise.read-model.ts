import { defineReadModel } from '../../metrics/define-read-model.ts';
import { enterpriseSizes } from './enterprise.codes.ts';
import { countsAsEmployer } from './enterprise.rules.ts';

/** Days on which an employer was suspended: from the roster that says so to the first later one that says otherwise. */
export const suspension = defineReadModel({
  name: 'rm_suspension',
  about: { zh: '停业期间', en: 'Suspended spans' },
  sql: `select s.enterprise_id, range_agg(daterange(s.stated_on, s.until)) as spans
    from (select enterprise_id, stated_on, status,
            lead(stated_on) over (partition by enterprise_id order by stated_on) as until
          from enterprise_status) s
    where s.status = 'SUSPENDED'
    group by s.enterprise_id`,
});

/** What the roster says of each employer's life, without regard to days: why it is not active on one. */
export const employerLife = defineReadModel({
  name: 'rm_employer_life',
  about: { zh: '名录所载用人单位存续情况', en: 'What the roster says of the life of employers' },
  sql: `select e.id as enterprise_id, e.founded_on, e.closed_on, s.spans, ${countsAsEmployer('e', 'k.denominator')} as counted
    from enterprise e
    cross join rm_setting k
    left join rm_suspension s on s.enterprise_id = e.id`,
});

/**
 * Employers under the denominator setting, with the days on which each is active: from founding until the day
 * before closing, less the suspended days.
 */
export const activeEmployer = defineReadModel({
  name: 'rm_active_employer',
  about: { zh: '在营用人单位', en: 'Active employers' },
  codes: { SIZE: enterpriseSizes },
  sql: `with life as (
      select e.id as enterprise_id, s.spans, e.founded_on as starts, coalesce(e.closed_on, 'infinity') as ends
      from enterprise e
      cross join rm_setting k
      left join rm_suspension s on s.enterprise_id = e.id
      where e.founded_on < coalesce(e.closed_on, 'infinity')
        and ${countsAsEmployer('e', 'k.denominator')})
    select enterprise_id, starts, ends from life where spans is null
    union all
    select enterprise_id, lower(span), coalesce(upper(span), 'infinity')
    from life cross join lateral unnest(datemultirange(daterange(starts, ends)) - spans) as span
    where spans is not null`,
});
