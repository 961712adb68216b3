import type { Message } from '../../kernel/errors.ts';

/** What may happen to an employer, as its timeline shows it. */
export const timelineKinds = {
  FOUNDED: { zh: '成立', en: 'Founded' },
  CLOSED: { zh: '注销', en: 'Deregistered' },
  STATUS: { zh: '经营状态', en: 'Business status' },
  RENAMED: { zh: '更名', en: 'Renamed' },
  UNION_FOUNDED: { zh: '建会', en: 'Union founded' },
  UNION_DISSOLVED: { zh: '工会撤销', en: 'Union dissolved' },
  AGREEMENT_BEGINS: { zh: '集体合同生效', en: 'Agreement in force' },
  AGREEMENT_ENDS: { zh: '集体合同到期', en: 'Agreement ends' },
  CONTRACTS_SIGNED: { zh: '签订劳动合同', en: 'Contracts signed' },
  CONTRACTS_ENDED: { zh: '解除劳动合同', en: 'Contracts terminated' },
  SIGNINGS: { zh: '电子签署', en: 'Electronic signings' },
  FILING: { zh: '用工备案', en: 'Labour-use filing' },
  CERTIFICATION_FILED: { zh: '申报认定', en: 'Applied for the title' },
  CERTIFICATION_NOTICE: { zh: '认定公示', en: 'Public notice' },
  CERTIFIED: { zh: '认定', en: 'Certified' },
  CERTIFICATION_CLAIMED: { zh: '认定待核实', en: 'Title claimed' },
  CERTIFICATION_ENDS: { zh: '认定到期', en: 'Term ends' },
  CERTIFICATION_REVOKED: { zh: '撤销认定', en: 'Title revoked' },
  INSPECTION: { zh: '监察检查', en: 'Inspection' },
  CORRECTION_ORDERED: { zh: '责令改正', en: 'Correction ordered' },
  CORRECTED: { zh: '整改完成', en: 'Corrected' },
  SUMMONED: { zh: '约谈', en: 'Summoned' },
  DISPUTE_FILED: { zh: '争议申请', en: 'Dispute filed' },
  DISPUTE_CLOSED: { zh: '争议结案', en: 'Dispute closed' },
} as const satisfies Record<string, Message>;
export type TimelineKind = keyof typeof timelineKinds;
