import {
  day,
  decimal,
  derived,
  indexed,
  optional,
  text,
  unsorted,
  updatedAt,
  version,
  whole,
  yes,
} from '../../read/define-fields.ts';
import { defineType } from '../../read/define-list.ts';
import { activityTables, employerActive, enterpriseHas, enterpriseOf } from '../enterprise/index.ts';
import { certificationHolds, lastValidDay } from './certification.rules.ts';

const validTo = lastValidDay('$', '{term}');

/** The stage on a day, read from the dates alone; the same order of ranks as the metric certification.stage. */
const stage = `case when $.filed_on > {day} then 'NONE'
  when $.revoked_on <= {day} then 'REVOKED'
  when $.certified_on is not null and ${validTo} < {day} then 'EXPIRED'
  when $.certified_on <= {day} then case when $.qualified then 'CERTIFIED' else 'CLAIMED' end
  when $.notice_from <= {day} then 'NOTICE'
  when $.review_score is not null then 'SCORED' else 'FILED' end`;

/** What can be read of one application for the title (form A). */
export const certificationRows = defineType({
  name: 'Certification',
  table: 'certification',
  needs: 'certification.read',
  defaultOrder: [{ field: 'FILED_ON', direction: 'DESC' }],
  fields: {
    filedOn: indexed(day('filed_on', '申报日期', 'Filed on')),
    selfScore: optional(decimal('self_score', '自评得分', 'Self-assessed score')),
    selfParticipants: optional(
      whole('self_participants', '自评参加人数', 'Participants of the self-assessment'),
    ),
    unionRepresentatives: optional(whole('union_representatives', '工会代表人数', 'Union representatives')),
    workerRepresentatives: optional(
      whole('worker_representatives', '职工代表人数', 'Worker representatives'),
    ),
    internalNoticeOn: optional(day('internal_notice_on', '厂内公示日期', 'Notice inside the plant')),
    reviewScore: optional(decimal('review_score', '审核得分', 'Score of the review')),
    noticeFrom: optional(day('notice_from', '公示开始日期', 'First day of the public notice')),
    noticeTo: optional(day('notice_to', '公示结束日期', 'Last day of the public notice')),
    noticeChannels: unsorted(text('notice_channels', '公示渠道', 'Channels of the notice')),
    objections: optional(whole('objections', '异议数', 'Objections')),
    certifiedOn: optional(day('certified_on', '认定日期', 'Certified on')),
    grade: optional(text('grade', '认定等级', 'Grade')),
    certificateNo: optional(text('certificate_no', '证书编号', 'Certificate number')),
    validTo: optional(day('valid_to', '有效期至', 'Valid to', { sql: [validTo] })),
    revokedOn: optional(day('revoked_on', '撤销日期', 'Revoked on')),
    revocationReason: unsorted(text('revocation_reason', '撤销原因', 'Reason of the revocation')),
    statedStatus: unsorted(text('stated_status', '状态', 'Stated status')),
    qualified: yes('qualified', '符合认定条件', 'Meets the conditions'),
    lacking: derived('所缺条件', 'Conditions lacking', ['to_json($.lacking)'], {
      enumName: 'CertificationCondition',
    }),
    stage: derived('认定阶段', 'Stage', [stage], {
      dayArgument: 'at',
      filter: 'code',
      enumName: 'CertificationStage',
    }),
    version,
    updatedAt,
  },
  held: {
    inForceOn: {
      label: { zh: '有效于', en: 'In force on' },
      sql: `${certificationHolds('$', '{day}', '{term}')} and ${employerActive}`,
      tables: activityTables,
    },
  },
});

/** Certification.enterprise: the employer that applied. */
export const certificationEnterprise = enterpriseOf(certificationRows);

/** Enterprise.certification, added from here: its newest application. */
export const enterpriseCertification = enterpriseHas('certification', certificationRows, 'NEWEST');

/** Enterprise.certifications, added from here: all its applications. */
export const enterpriseCertifications = enterpriseHas('certifications', certificationRows);
