import type { Message } from '../../kernel/errors.ts';

/** What can be found; the word stands beside a hit. */
export const searchKinds = {
  ENTERPRISE: { zh: '用人单位', en: 'Employer' },
  DISPUTE: { zh: '争议案件', en: 'Dispute' },
  INSPECTION: { zh: '监察案件', en: 'Inspection' },
} as const satisfies Record<string, Message>;
export type SearchKind = keyof typeof searchKinds;

/** By which of its words a thing was found. */
export const searchMatches = {
  CODE: { zh: '信用代码', en: 'Credit code' },
  NAME: { zh: '名称', en: 'Name' },
  FORMER_NAME: { zh: '曾用名', en: 'Former name' },
  PINYIN: { zh: '拼音', en: 'Pinyin' },
  INITIALS: { zh: '拼音首字母', en: 'Pinyin initials' },
  CASE_NO: { zh: '案号', en: 'Case number' },
} as const satisfies Record<string, Message>;
export type SearchMatch = keyof typeof searchMatches;

/**
 * One way in which rows of a type are found, as SQL that yields `id, rank, title, detail` (the lower the rank the
 * nearer). `{text}` is what was asked, folded as names are; `{like}` and `{starts}` are its patterns; `{latin}` is the
 * pattern of its letters and digits, null where it has other signs.
 */
export interface SearchWay {
  readonly matched: SearchMatch;
  readonly sql: string;
}

/** How things of one kind are found. */
export interface SearchDef {
  readonly kind: SearchKind;
  /** The type in the read catalogue; its action decides who may find them. */
  readonly type: string;
  readonly ways: readonly SearchWay[];
}

/** Declares how things of one kind are found. */
export const defineSearch = (search: SearchDef): SearchDef => Object.freeze(search);
