import { bandCodes, bandList, bandSql } from '../../metrics/define-bands.ts';
import { defineReadModel } from '../../metrics/define-read-model.ts';
import { countsAsEmployer } from '../enterprise/index.ts';
import {
  ageBands, confirmations, disputeOutcomes, durationBands, mediationChannels, mediationDays, settlementPerformances,
} from './dispute.codes.ts'; // prettier-ignore

/** What a settled case has come to; a case that is not settled has nothing to confirm or to perform. */
const ofSettlement = (sql: string): string =>
  `case when outcome = 'SETTLED' then ${sql} else 'NO_SETTLEMENT' end`;

/** Every case of every employer, active or not: a figure by day chooses among its dates. */
export const disputeCase = defineReadModel({
  name: 'rm_dispute_case',
  about: { zh: '劳动人事争议案件', en: 'Dispute cases' },
  thing: 'DISPUTE',
  codes: {
    CHANNEL: mediationChannels,
    OUTCOME: disputeOutcomes,
    DURATION: bandCodes(durationBands),
    CONFIRMATION: confirmations,
    PERFORMANCE: settlementPerformances,
  },
  sql: `select id as dispute_id, enterprise_id, cause, channel, outcome, filed_on, accepted_on, closed_on, archived_on,
      applicants, amount, confirmed, performance, job_lost, reemployed_on, ${bandSql('closed_on - filed_on', durationBands)} as duration,
      ${ofSettlement(`case when confirmed then 'CONFIRMED' when not confirmed then 'UNCONFIRMED' end`)} as confirmation,
      ${ofSettlement('performance')} as performed
    from dispute`,
});

/** The days on which the cases of a table are open, band by band of their age. */
const openDays = (cases: string): string => `select id as dispute_id, enterprise_id, cause, channel,
      case when closed_on is null then outcome end as outcome, band.code as age, filed_on + band.first as starts,
      least(coalesce(closed_on, 'infinity'), filed_on + band.until) as ends
    from ${cases} cross join ${bandList(ageBands)} as band(code, first, until)
    where filed_on + band.first < coalesce(closed_on, 'infinity')`;

/**
 * Days on which a case is open. What became of it later is not yet known on those days, so it has no outcome. A case
 * grows older day by day: it is one row for every band of age that it reaches, and on each day in one of them.
 */
export const openDispute = defineReadModel({
  name: 'rm_open_dispute',
  about: { zh: '在办案件', en: 'Open cases' },
  thing: 'DISPUTE',
  codes: { AGE: bandCodes(ageBands) },
  sql: openDays('dispute'),
  // Most cases were closed long ago: those that are open on no day asked for are left before ages are told apart.
  onDays: openDays(`(select dispute.* from dispute cross join asked
      where filed_on <= asked.days[cardinality(asked.days)] and coalesce(closed_on, 'infinity') > asked.days[1]) met`),
});

/** The part of those days that lies past the statutory 15 days since filing. */
export const overdueDispute = defineReadModel({
  name: 'rm_overdue_dispute',
  about: { zh: '超期案件', en: 'Overdue cases' },
  thing: 'DISPUTE',
  sql: `select * from rm_open_dispute
    where age in (${ageBands.filter(({ first }) => first > mediationDays).map(({ code }) => `'${code}'`).join(', ')})`, // prettier-ignore
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
    where ${countsAsEmployer('e', 'k.denominator')}`,
});
