import type { Workbook, Worksheet } from 'exceljs';
import type { Column, Source } from '../define-source.ts';
import { choicesOf } from './choices.ts';
import { exampleOf, numberFormats, ruleOf } from './column-rules.ts';
import { addNotes } from './notes-sheet.ts';
import { ownSheets } from '../table/own-sheets.ts';

/** Rows below the header that are given lists and formats. */
const lastRow = 20_000;
const [dayRow, headerRow, exampleRow, firstRow] = [1, 2, 3, 4];
const colours = { required: 'FFF8D7C4', optional: 'FFE4EBF2', example: 'FF7A7A7A' };
const solid = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const;

/** An empty workbook of a form: its exact headers, lists to pick from, an example row that is skipped, and the rules. */
export async function templateWorkbook(source: Source): Promise<Buffer> {
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  book.creator = '和谐劳动关系数据中枢';
  const sheet = book.addWorksheet(source.title.zh, { views: [{ state: 'frozen', ySplit: headerRow }] });
  addNotes(book, [source]);
  const lists = addChoices(book, source);
  sheet.getCell(dayRow, 1).value = '填报日期：';
  sheet.getCell(dayRow, 1).note = '在右边一格填写报表的日期 / The day of the report goes into the next cell';
  sheet.getCell(dayRow, 2).numFmt = 'yyyy-mm-dd';
  fillSerial(sheet);
  source.columns.forEach((column, i) => fillColumn(sheet, i + 2, column, lists.get(column.field)));
  sheet.getRow(headerRow).height = 30;
  return Buffer.from(await book.xlsx.writeBuffer());
}

function fillSerial(sheet: Worksheet): void {
  sheet.getColumn(1).width = 12;
  Object.assign(sheet.getCell(headerRow, 1), {
    value: '序号',
    font: { bold: true },
    fill: solid(colours.optional),
  });
  const example = sheet.getCell(exampleRow, 1);
  example.value = '示例';
  example.note = '本行仅作示范，导入时自动跳过 / An example; the row is skipped when the file is imported';
}

function fillColumn(sheet: Worksheet, at: number, column: Column, list: string | undefined): void {
  const { header, kind, required } = column;
  const rule = ruleOf(column);
  sheet.getColumn(at).width = Math.max(12, header.length * 2.2);
  sheet.getColumn(at).numFmt = numberFormats[kind];
  Object.assign(sheet.getCell(headerRow, at), {
    value: header,
    numFmt: '@',
    font: { bold: true },
    alignment: { wrapText: true, vertical: 'middle' },
    fill: solid(required ? colours.required : colours.optional),
    note: `${rule.zh}\n${rule.en}`.slice(0, 1000),
  });
  Object.assign(sheet.getCell(exampleRow, at), {
    value: exampleOf(column),
    font: { italic: true, color: { argb: colours.example } },
  });
  const letters = sheet.getColumn(at).letter;
  const rules = validationOf(column, list);
  if (rules) validations(sheet).add(`${letters}${firstRow}:${letters}${lastRow}`, rules);
}

/** A warning and no wall: the hub also understands other spellings. */
function validationOf(column: Column, list: string | undefined): object | undefined {
  const rule = ruleOf(column);
  const told = {
    allowBlank: true, showErrorMessage: true, errorStyle: 'warning',
    errorTitle: '请核对 / please check', error: `${rule.zh}${rule.en}`.slice(0, 220),
  } as const; // prettier-ignore
  if (list) return { type: 'list', formulae: [list], ...told };
  if (column.kind === 'INTEGER')
    return { type: 'whole', operator: 'greaterThanOrEqual', formulae: [0], ...told };
  if (column.kind === 'DECIMAL' || column.kind === 'MONEY') {
    return { type: 'decimal', operator: 'greaterThanOrEqual', formulae: [0], ...told };
  }
  if (column.kind !== 'DAY' && column.kind !== 'MOMENT') return undefined;
  return { type: 'date', operator: 'greaterThan', formulae: [new Date('1949-10-01T00:00:00Z')], ...told };
}

/** The lists stand on a sheet of their own: a list inside a cell's rule may have 255 characters only. */
function addChoices(book: Workbook, source: Source): ReadonlyMap<string, string> {
  const sheet = book.addWorksheet(ownSheets.choices, { state: 'hidden' });
  const places = new Map<string, string>();
  for (const { field, kind, words } of source.columns) {
    const choices = kind === 'FLAG' ? ['是', '否'] : choicesOf(words);
    if (!choices.length) continue;
    const column = sheet.getColumn(places.size + 1);
    choices.forEach((choice, i) => (sheet.getCell(i + 1, places.size + 1).value = choice));
    const { letter } = column;
    places.set(field, `${ownSheets.choices}!$${letter}$1:$${letter}$${choices.length}`);
  }
  return places;
}

/** exceljs keeps a sheet's rules in a member that its types leave out. */
const validations = (sheet: Worksheet): { add(range: string, rule: object): void } =>
  (sheet as unknown as { dataValidations: { add(range: string, rule: object): void } }).dataValidations;
