/** The pages that a wall turns through, in this order. */
export const wallPages = {
  OVERVIEW: { zh: '记分卡与总体判断。', en: 'The scorecard and the verdict.' },
  CERTIFICATION: {
    zh: '认定路径，各镇、各行业认定率。',
    en: 'The path of certification, by town and industry.',
  },
  DISPUTE: { zh: '劳动争议收案、结案与成因。', en: 'Disputes filed and closed, and their causes.' },
  UNION: { zh: '建会、入会与集体合同。', en: 'Unions, members and collective contracts.' },
  CONTRACT: { zh: '合同签订与电子签约。', en: 'Contracts signed, and signed electronically.' },
  INSPECTION: {
    zh: '劳动监察：问题类别、整改与诚信等级。',
    en: 'Inspections: what they find, corrections, compliance grades.',
  },
  MAP: { zh: '各镇（片区）一张图。', en: 'The map of the towns.' },
} as const;
export type WallPage = keyof typeof wallPages;

/** In the order a wall turns through them, each once. */
export const inOrder = (pages: readonly string[]): WallPage[] =>
  (Object.keys(wallPages) as WallPage[]).filter(page => pages.includes(page));
