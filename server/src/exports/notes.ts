import { roleNames } from '../access/roles.ts';
import type { Language, Viewer } from '../access/viewer.ts';
import { shanghaiMoment } from '../kernel/days.ts';

/** What a file says of itself. */
export interface FileNotes {
  readonly title: string;
  readonly at: Date;
  readonly asKnownAt: Date | null;
  /** The filter in words; empty where all rows were asked for. */
  readonly filter: string;
  /** In whose name it was taken. */
  readonly office: string;
}

/** The office in whose name somebody acts: the role and its town, never the person. */
export const officeOf = ({ role, language }: Viewer, town: string | null): string =>
  [role ? roleNames[role][language].replace(/[.:：].*$/u, '') : '', town ?? ''].filter(Boolean).join(' · ');

const says = {
  zh: {
    head: '说明', list: '列表', source: '来源', at: '导出时间', known: '按此时已知', filter: '筛选条件', all: '全部',
    office: '导出单位', rows: '行数', masks: '个人信息', masked: '均为脱敏形式；导出已记入审计。',
    hub: '柳东新区和谐劳动关系数据中枢，各部门报送的报表',
  },
  en: {
    head: 'Notes', list: 'List', source: 'Source', at: 'Exported at (Beijing time)', known: 'As known at', filter: 'Filter', all: 'none',
    office: 'Exported by', rows: 'Rows', masks: 'Personal values', masked: 'masked throughout; the export stands in the audit trail.',
    hub: 'Hexie Hub, Liudong New District, from the workbooks of its departments',
  },
} as const; // prettier-ignore

/** The name of the sheet of notes. */
export const notesTitle = (language: Language): string => says[language].head;

/** What the file holds, where it comes from and who took it, as pairs of words. */
export function notesOf(notes: FileNotes, rows: number, language: Language): [string, string][] {
  const say = says[language];
  return [
    [say.list, notes.title],
    [say.source, say.hub],
    [say.at, shanghaiMoment(notes.at)],
    ...(notes.asKnownAt ? [[say.known, shanghaiMoment(notes.asKnownAt)] as [string, string]] : []),
    [say.filter, notes.filter || say.all],
    [say.office, notes.office],
    [say.rows, String(rows)],
    [say.masks, say.masked],
  ];
}
