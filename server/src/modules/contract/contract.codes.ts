import type { Message } from '../../kernel/errors.ts';
import { bandCodes, over, upTo } from '../../metrics/define-bands.ts';

/** Days since it was made for which a filing is current. */
export const filingDays = 365;

/** How old the filing in force is, in days since it was made; no band lies on both sides of what is current. */
export const filingBands = [
  upTo(0, 90), upTo(91, 180), upTo(181, filingDays), upTo(filingDays + 1, 730), over(730),
] as const; // prettier-ignore

/** The same with those that have none. */
export const filingAges: Readonly<Record<string, Message>> = {
  ...bandCodes(filingBands),
  NONE: { zh: '没有有效备案', en: 'No filing in force' },
};

/** How long a labour contract runs (劳动合同法 article 12). */
export const contractKinds = {
  FIXED: { zh: '固定期限', en: 'Fixed term' },
  OPEN_ENDED: { zh: '无固定期限', en: 'Open-ended' },
  TASK_BASED: { zh: '以完成一定工作任务为期限', en: 'Until a task is done' },
} as const satisfies Record<string, Message>;
export type ContractKind = keyof typeof contractKinds;

/** Platforms on which electronic contracts are signed. */
export const signingPlatforms = {
  LEQIAN: { zh: '乐签', en: 'Leqian' },
  GX_PROVINCIAL: { zh: '自治区平台', en: 'Provincial platform' },
  ENTERPRISE: { zh: '企业自建', en: "Employer's own" },
} as const satisfies Record<string, Message>;
export type SigningPlatform = keyof typeof signingPlatforms;

/** Where a contract stands on a day, read from its dates and never from its stated status. */
export const contractStatuses = {
  UPCOMING: { zh: '未生效', en: 'Not begun' },
  IN_FORCE: { zh: '履行中', en: 'In force' },
  EXPIRED: { zh: '已到期', en: 'Expired' },
  TERMINATED: { zh: '已解除', en: 'Terminated' },
} as const satisfies Record<string, Message>;
export type ContractStatus = keyof typeof contractStatuses;

/** How far the signatures on the platform bear an electronic contract out. */
export const signatureVerifications = {
  NOT_ELECTRONIC: { zh: '纸质合同', en: 'On paper' },
  UNSIGNED: { zh: '平台无签署记录', en: 'No signature on record' },
  ONE_PARTY: { zh: '仅一方签署', en: 'One party only' },
  DIGESTS_DIFFER: { zh: '摘要不一致', en: 'Digests differ' },
  VERIFIED: { zh: '已核验', en: 'Verified' },
} as const satisfies Record<string, Message>;
export type SignatureVerification = keyof typeof signatureVerifications;

/** Who signed. */
export const signingParties = {
  EMPLOYER: { zh: '企业', en: 'Employer' },
  WORKER: { zh: '劳动者', en: 'Worker' },
} as const satisfies Record<string, Message>;
export type SigningParty = keyof typeof signingParties;

/** Why a labour-use filing was made. */
export const filingKinds = {
  FIRST: { zh: '首次', en: 'First' },
  CHANGE: { zh: '变更', en: 'Change' },
  ANNUAL: { zh: '年度', en: 'Annual' },
  CANCEL: { zh: '注销', en: 'Cancellation' },
} as const satisfies Record<string, Message>;
export type FilingKind = keyof typeof filingKinds;
