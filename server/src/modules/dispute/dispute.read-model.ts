import { defineReadModel } from '../../metrics/define-read-model.ts';
import { countsAsEmployer } from '../enterprise/index.ts';
import { disputeOutcomes, mediationChannels, mediationDays } from './dispute.codes.ts';

/** Every case of every employer, active or not: a figure by day chooses among its dates. */
export const disputeCase = defineReadModel({
  name: 'rm_dispute_case',
  about: { zh: '劳动人事争议案件', en: 'Dispute cases' },
  thing: 'DISPUTE',
  codes: { CHANNEL: mediationChannels, OUTCOME: disputeOutcomes },
  sql: `select id as dispute_id, enterprise_id, cause, channel, outcome, filed_on, accepted_on, closed_on, archived_on,
      applicants, amount, confirmed, performance, job_lost, reemployed_on
    from dispute`,
});

/** Days on which a case is open. What became of it later is not yet known on those days, so it has no outcome. */
export const openDispute = defineReadModel({
  name: 'rm_open_dispute',
  about: { zh: '在办案件', en: 'Open cases' },
  thing: 'DISPUTE',
  sql: `select id as dispute_id, enterprise_id, cause, channel, case when closed_on is null then outcome end as outcome,
      filed_on as starts, coalesce(closed_on, 'infinity') as ends
    from dispute`,
});

/** The part of those days that lies past the statutory 15 days since filing. */
export const overdueDispute = defineReadModel({
  name: 'rm_overdue_dispute',
  about: { zh: '超期案件', en: 'Overdue cases' },
  thing: 'DISPUTE',
  sql: `select dispute_id, enterprise_id, cause, channel, outcome, starts + ${mediationDays + 1} as starts, ends
    from rm_open_dispute`,
});

/** The open cases with the outcome they were to have: what a closing rate divides by. */
export const carriedDispute = defineReadModel({
  name: 'rm_carried_dispute',
  about: { zh: '结转案件', en: 'Cases carried over' },
  thing: 'DISPUTE',
  sql: `select id as dispute_id, enterprise_id, cause, channel, outcome,
      filed_on as starts, coalesce(closed_on, 'infinity') as ends
    from dispute`,
});

/**
 * Days on which a case lies within the last twelve months: until the day whose date a year earlier is no longer
 * before its filing. A case of 29 February leaves on 1 March. Employers follow the denominator setting, as the
 * headcount it is divided by does; they need not be active.
 */
export const recentDispute = defineReadModel({
  name: 'rm_recent_dispute',
  about: { zh: '近一年受案', en: 'Cases of the last twelve months' },
  thing: 'DISPUTE',
  sql: `select d.id as dispute_id, d.enterprise_id, d.cause, d.channel,
      d.filed_on as starts,
      greatest((d.filed_on + interval '1 year')::date, (d.filed_on - 1 + interval '1 year')::date + 1) as ends
    from dispute d
    join enterprise e on e.id = d.enterprise_id
    cross join rm_setting k
    where ${countsAsEmployer('e', 'k')}`,
});
