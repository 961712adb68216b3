import type { Message } from '../kernel/errors.ts';

/** Who sends forms, and puts right what disagrees in them. */
export const departments = {
  OFFICE: { zh: '领导小组办公室', en: "Leading group's office" },
  INDUSTRY: { zh: '工信局', en: 'Industry and IT Bureau' },
  HRSS: { zh: '人社局', en: 'HR Bureau' },
  UNION: { zh: '总工会', en: 'Federation of Trade Unions' },
  PLATFORM: { zh: '乐签平台', en: 'Leqian platform' },
} as const satisfies Record<string, Message>;
export type Department = keyof typeof departments;
