import { roleNames } from '../access/roles.ts';
import type { Language, Viewer } from '../access/viewer.ts';
import type { Database } from '../kernel/database.ts';
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
  /** Of a figure: its definition, its days, its owner; what is said of it instead of what is said of records. */
  readonly figure?: readonly (readonly [string, string])[];
}

/** The name of the town a viewer is bound to, in their language. */
export async function townNamed(
  database: Database,
  { scope, town, language }: Viewer,
): Promise<string | null> {
  if (!town) return null;
  const [named] = await database.read<{ name: string }>(
    scope,
    `select name_${language} as name from town where code = $1`,
    [town],
  );
  return named?.name ?? null;
}

/** The office in whose name somebody acts: the role and its town, never the person. */
export const officeOf = ({ role, language }: Viewer, town: string | null): string =>
  [role ? roleNames[role][language].replace(/[.:：].*$/u, '') : '', town ?? ''].filter(Boolean).join(' · ');

const says = {
  zh: {
    head: '说明', list: '列表', figure: '指标', small: '小数值', hidden: '涉及 1 至 4 人的数值显示为“＜5”；导出已记入审计。', source: '来源', at: '导出时间', known: '按此时已知', filter: '筛选条件', all: '全部',
    office: '导出单位', rows: '行数', masks: '个人信息', masked: '均为脱敏形式；导出已记入审计。',
    hub: '柳东新区和谐劳动关系数据中枢，各部门报送的报表',
  },
  en: {
    head: 'Notes', list: 'List', figure: 'Figure', small: 'Small numbers', hidden: 'figures of one to four persons read ＜5; the export stands in the audit trail.', source: 'Source', at: 'Exported at (Beijing time)', known: 'As known at', filter: 'Filter', all: 'none',
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
    [notes.figure ? say.figure : say.list, notes.title],
    ...(notes.figure ?? []).map(([name, value]): [string, string] => [name, value]),
    [say.source, say.hub],
    [say.at, shanghaiMoment(notes.at)],
    ...(notes.asKnownAt ? [[say.known, shanghaiMoment(notes.asKnownAt)] as [string, string]] : []),
    [say.filter, notes.filter || say.all],
    [say.office, notes.office],
    [say.rows, String(rows)],
    notes.figure ? [say.small, say.hidden] : [say.masks, say.masked],
  ];
}
