import type { Shortfall } from '../../metrics/define-metric.ts';

/** Why an active employer adds nothing to a sum of headcounts. */
export const employsNobody: Shortfall = {
  from: 'rm_employer_headcount',
  held: true,
  code: `case when x.persons = 0 then 'NOBODY' end`,
  texts: { NOBODY: { zh: '用工人数为 0', en: 'Employs nobody' } },
};

/** Why an employer is no active employer on a day; none of these holds for one that is. */
export const notActive: Shortfall = {
  from: 'rm_employer_life',
  code: `case
    when x.enterprise_id is null then 'UNKNOWN'
    when not x.counted then 'RULE'
    when x.founded_on > q.last then 'LATER'
    when x.closed_on <= q.last then 'CLOSED'
    when x.spans @> q.last then 'SUSPENDED' end`,
  day: `case when x.founded_on > q.last then x.founded_on when x.closed_on <= q.last then x.closed_on
    else (select lower(span) from unnest(x.spans) as span where span @> q.last) end`,
  texts: {
    UNKNOWN: { zh: '名录中没有该单位', en: 'Is not on the roster' },
    RULE: { zh: '不属于统计口径内的用人单位', en: 'Is no employer under the denominator setting' },
    LATER: { zh: '{day} 才成立', en: 'Was founded only on {day}' },
    CLOSED: { zh: '已于 {day} 注销', en: 'Was closed on {day}' },
    SUSPENDED: { zh: '自 {day} 起停业', en: 'Has been suspended since {day}' },
  },
};
