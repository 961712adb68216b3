import {
  coded,
  day,
  decimal,
  derived,
  indexed,
  listed,
  masked,
  name,
  optional,
  text,
  unsorted,
  updatedAt,
  version,
  whole,
  yes,
} from '../../read/define-fields.ts';
import { defineType } from '../../read/define-list.ts';
import { enterpriseHas, enterpriseOf } from '../enterprise/index.ts';
import { mediationDays } from './dispute.codes.ts';

/** Open on a day: filed by then and not closed by then; only the day of closing closes a case. */
const open = `($.filed_on <= {day} and ($.closed_on is null or $.closed_on > {day}))`;

/** What can be read of one dispute in mediation (form D). */
export const disputeRows = defineType({
  name: 'Dispute',
  table: 'dispute',
  needs: 'dispute.read',
  defaultOrder: [{ field: 'FILED_ON', direction: 'DESC' }],
  fields: {
    caseNo: text('case_no', '案号', 'Case number'),
    filedOn: indexed(day('filed_on', '申请日期', 'Filed on')),
    applicant: masked('applicant', '申请人', 'Applicant'),
    applicants: whole('applicants', '申请人数', 'Number of applicants'),
    migrant: yes('migrant', '农民工', 'Migrant worker'),
    respondentName: name('respondent_name', '被申请人', 'Respondent'),
    cause: listed('cause', 'dispute_cause', '案由', 'Cause'),
    causeText: unsorted(text('cause_text', '案由原文', 'Cause as written')),
    amount: optional(decimal('amount', '涉案金额', 'Amount in dispute')),
    channel: coded('channel', 'MediationChannel', '调解渠道', 'Mediation channel'),
    acceptedOn: optional(day('accepted_on', '受理日期', 'Accepted on')),
    mediator: unsorted(text('mediator', '调解员', 'Mediator')),
    closedOn: optional(day('closed_on', '结案日期', 'Closed on')),
    outcome: optional(coded('outcome', 'DisputeOutcome', '结案方式', 'Outcome')),
    settlementAmount: optional(decimal('settlement_amount', '协议金额', 'Amount of the settlement')),
    confirmed: yes('confirmed', '司法确认', 'Confirmed by a court'),
    confirmedOn: optional(day('confirmed_on', '确认日期', 'Confirmed on')),
    performance: optional(coded('performance', 'Performance', '履行情况', 'Performance')),
    archivedOn: optional(day('archived_on', '归档日期', 'Archived on')),
    jobLost: yes('job_lost', '是否失业', 'Job lost'),
    referredOn: optional(day('referred_on', '就业转介日期', 'Referred to employment service')),
    reemployedOn: optional(day('reemployed_on', '再就业日期', 'Re-employed on')),
    open: derived('在办', 'Open', [open], { filter: 'boolean' }),
    overdue: derived('超期', 'Overdue', [`(${open} and {day} - $.filed_on > ${mediationDays})`], {
      filter: 'boolean',
    }),
    daysOpen: derived('办理天数', 'Days open', [
      `greatest(0, case when ${open} then {day} else coalesce(least($.closed_on, {day}), {day}) end - $.filed_on)`,
    ]),
    version,
    updatedAt,
  },
});

/** Dispute.enterprise: the respondent employer, which belongs to the case whoever may read the case. */
export const disputeEnterprise = enterpriseOf(disputeRows);

/** Enterprise.disputes, added from here. */
export const enterpriseDisputes = enterpriseHas('disputes', disputeRows);
