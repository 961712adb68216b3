import { defineSource, type Judgement, type Row, type StagedIssue } from '../../ingest/define-source.ts';
import { departments } from '../../ingest/define-departments.ts';
import { issue } from '../../ingest/issue-texts.ts';
import { countIn, dayIn, endBeforeStart, oddOrder } from '../../ingest/judging.ts';
import {
  certificationConditions,
  leastRepresentatives,
  type CertificationCondition,
} from './certification.codes.ts';
import { readChannels } from './notice-channels.ts';

const certified = ['certifiedOn', '认定日期'] as const;

/** The conditions of form A that the row does not show; NOTICE_BEFORE_TITLE is asked only of a row with a title. */
function lackingConditions(row: Row): CertificationCondition[] {
  const participants = countIn(row, 'selfParticipants') ?? 0;
  const representatives =
    (countIn(row, 'unionRepresentatives') ?? 0) + (countIn(row, 'workerRepresentatives') ?? 0);
  const [from, to, title] = [dayIn(row, 'noticeFrom'), dayIn(row, 'noticeTo'), dayIn(row, 'certifiedOn')];
  const channels = readChannels(String(row['noticeChannels'] ?? ''));
  const met: Readonly<Record<CertificationCondition, boolean>> = {
    REPRESENTATION: participants > 0 && representatives >= leastRepresentatives(participants),
    INTERNAL_NOTICE: row['internalNoticeOn'] !== null,
    PUBLIC_NOTICE: from !== null && to !== null,
    NOTICE_BEFORE_TITLE: to === null || title === null || to <= title,
    ONLINE_CHANNEL: channels.online,
    OFFLINE_CHANNEL: channels.offline,
    OBJECTIONS: (countIn(row, 'objections') ?? 0) === 0,
  };
  return (Object.keys(met) as CertificationCondition[]).filter(condition => !met[condition]);
}

function judge(row: Row): Judgement {
  const issues: StagedIssue[] = [
    ...endBeforeStart(row, ['noticeFrom', '公示开始日期'], ['noticeTo', '公示结束日期']),
    ...endBeforeStart(row, certified, ['validTo', '有效期至']),
    ...endBeforeStart(row, certified, ['revokedOn', '撤销日期']),
  ];
  for (const word of readChannels(String(row['noticeChannels'] ?? '')).unknown) {
    issues.push(issue('CHANNEL_UNKNOWN', '公示渠道', { word }));
  }
  const lacking = lackingConditions(row);
  const claimed = row['certifiedOn'] !== null;
  if (claimed && lacking.length > 0) {
    issues.push(
      issue('CERTIFICATION_LACKS', '认定日期', {
        conditions: lacking.join(','),
        conditionsZh: lacking.map(condition => certificationConditions[condition].zh).join('；'),
        conditionsEn: lacking.map(condition => certificationConditions[condition].en).join('; '),
      }),
    );
  }
  return { issues, derived: { qualified: claimed && lacking.length === 0, lacking } };
}

/** Form A, the register of certifications: one row for each application of an employer. */
export const certificationSource = defineSource({
  form: 'A',
  title: { zh: '和谐企业认定台账', en: 'Certifications' },
  owner: departments.OFFICE,
  staleAfter: 92,
  table: 'certification',
  type: 'Certification',
  key: ['uscc', 'filedOn'],
  employer: { code: 'uscc', name: 'employerName' },
  columns: {
    uscc: { header: '统一社会信用代码', kind: 'USCC', required: true, matchOnly: true },
    employerName: { header: '企业名称', kind: 'TEXT', matchOnly: true },
    filedOn: { header: '申报日期', kind: 'DAY', required: true, within: 'BOTH' },
    selfScore: { header: '自评得分', kind: 'DECIMAL' },
    selfParticipants: {
      header: '自评参加人数',
      synonyms: ['参加人数', '自评人数'],
      kind: 'INTEGER',
      critical: true,
    },
    unionRepresentatives: { header: '工会代表人数', kind: 'INTEGER', critical: true },
    workerRepresentatives: { header: '职工代表人数', kind: 'INTEGER', critical: true },
    internalNoticeOn: { header: '厂内公示日期', kind: 'DAY', within: 'BOTH' },
    reviewScore: { header: '审核得分', kind: 'DECIMAL', critical: true },
    noticeFrom: { header: '公示开始日期', kind: 'DAY', within: 'REPORT' },
    noticeTo: { header: '公示结束日期', kind: 'DAY' },
    noticeChannels: { header: '公示渠道', kind: 'TEXT' },
    objections: { header: '异议数', kind: 'INTEGER', critical: true },
    certifiedOn: { header: '认定日期', kind: 'DAY', within: 'BOTH' },
    grade: { header: '认定等级', kind: 'TEXT' },
    certificateNo: { header: '证书编号', kind: 'IDENTIFIER' },
    validTo: { header: '有效期至', kind: 'DAY' },
    revokedOn: { header: '撤销日期', kind: 'DAY', within: 'REPORT' },
    revocationReason: { header: '撤销原因', kind: 'TEXT' },
    statedStatus: { header: '状态', kind: 'TEXT' },
  },
  derived: { qualified: ['filedOn'], lacking: ['filedOn'] },
  judge,
  warn: row => [
    ...oddOrder(row, ['filedOn', '申报日期'], certified),
    ...oddOrder(row, ['filedOn', '申报日期'], ['noticeFrom', '公示开始日期']),
  ],
});
