import type { Message } from '../../kernel/errors.ts';

/** What led to an inspection (劳动保障监察条例 article 14). */
export const inspectionSources = {
  PATROL: { zh: '日常巡查', en: 'Patrol' },
  COMPLAINT: { zh: '举报投诉', en: 'Complaint' },
  WRITTEN_REVIEW: { zh: '书面审查', en: 'Written review' },
  CAMPAIGN: { zh: '专项检查', en: 'Campaign' },
} as const satisfies Record<string, Message>;
export type InspectionSource = keyof typeof inspectionSources;

/** How it was carried out. */
export const inspectionModes = {
  ONLINE: { zh: '线上', en: 'Online' },
  OFFLINE: { zh: '线下', en: 'On site' },
} as const satisfies Record<string, Message>;
export type InspectionMode = keyof typeof inspectionModes;
