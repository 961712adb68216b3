import type { StagedIssue } from './define-source.ts';
import type { IssueText } from './issue-texts.ts';

/** Findings about a sheet as a whole; they belong to no row. */
export const sheetIssueTexts = {
  FORM_UNKNOWN: { severity: 'WARNING', zh: '此工作表不符合任何报表，未导入。最接近的是报表 {form}，缺少列：{columns}。', en: 'This sheet fits no form and was not imported. The nearest is form {form}, which lacks: {columns}.' },
  NO_TABLE: { severity: 'INFO', zh: '此工作表中没有找到报表的表头，未导入。', en: 'No header of a form was found in this sheet; it was not imported.' },
  SHEET_HIDDEN: { severity: 'WARNING', zh: '此工作表是隐藏的，内容已照常读取，请确认是否应当上报。', en: 'This sheet is hidden; it was read all the same. Please confirm that it belongs to the report.' },
  ROWS_HIDDEN: { severity: 'WARNING', zh: '有 {count} 行被隐藏（首个为第 {first} 行），已照常读取。', en: '{count} rows are hidden (the first is row {first}); they were read all the same.' },
  COLUMNS_UNKNOWN: { severity: 'INFO', zh: '以下列不属于该报表，已原样留存，不影响入库：{columns}。', en: 'These columns do not belong to the form; they are kept as they stand and do no harm: {columns}.' },
  UNIT_LINE_APPLIED: { severity: 'WARNING', zh: '表头上方注明单位为{unit}，未另注单位的金额列均按此换算。', en: 'A line above the header gives the unit {unit}; it was applied to the money columns without a unit of their own.' },
  STATED_ON_UNREADABLE: { severity: 'WARNING', zh: '填报日期“{text}”无法识别，按导入当天处理。', en: 'The day of the report "{text}" is not readable; the day of the import is used.' },
  ROWS_OUTSIDE: { severity: 'INFO', zh: '有 {count} 行只在报表以外的列填有内容（首个为第 {first} 行），未作为数据行。', en: '{count} rows have content only outside the columns of the form (the first is row {first}); they are no data rows.' },
} as const satisfies Record<string, IssueText>; // prettier-ignore
export type SheetIssueCode = keyof typeof sheetIssueTexts;

/** A finding about a sheet; the same shape as a row's. */
export type SheetIssue = StagedIssue;

/** Builds a finding about a sheet. */
export function sheetIssue(code: SheetIssueCode, params: StagedIssue['params'] = {}): SheetIssue {
  return { column: null, severity: sheetIssueTexts[code].severity, code, params, value: null };
}
