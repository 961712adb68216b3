import type { Workbook } from 'exceljs';
import type { Source } from '../define-source.ts';
import { ruleOf } from './column-rules.ts';
import { ownSheets } from '../table/own-sheets.ts';

/** Adds the sheet that tells a clerk what to write; no cell of it is a header, so that it is never taken for a form. */
export function addNotes(
  book: Workbook,
  sources: readonly Source[],
  before: readonly string[] = general,
): void {
  const sheet = book.addWorksheet(ownSheets.notes);
  sheet.getColumn(1).width = 110;
  sheet.getColumn(1).alignment = { wrapText: true, vertical: 'top' };
  const add = (text: string, bold = false): void => {
    const row = sheet.addRow([text]);
    row.font = { bold };
    row.commit();
  };
  for (const line of before) add(line);
  for (const source of sources) {
    add(`报表 ${source.form} · ${source.title.zh} · ${source.owner.zh}`, true);
    add(`Form ${source.form} · ${source.title.en} · ${source.owner.en}`);
    for (const column of source.columns) {
      const rule = ruleOf(column);
      const other = column.synonyms.length ? `（也可写作：${column.synonyms.join('、')}）` : '';
      add(`【${column.header}】${rule.zh}${other}`, column.required);
      add(`    ${rule.en}`);
    }
  }
}

const general = [
  '橙色表头为必填列；序号为“示例”的行不会导入，可以删除。列的次序可以改变，也可以增加别的列。',
  'Columns with an orange header are required. The row numbered 示例 is an example and is skipped. Columns may stand in any order, and others may be added.',
  '“填报日期”写在表格上方，系统以它判断哪份报表更新。',
  'The day of the report stands above the table; it decides which of two reports is the newer.',
];
