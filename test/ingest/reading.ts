import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Form, Row } from '../../server/src/ingest/define-source.ts';
import { sources } from '../../server/src/catalogue/sources.ts';
import { openWorkbook } from '../../server/src/ingest/file/open-workbook.ts';
import { headersOfForms } from '../../server/src/ingest/table/header-words.ts';
import { readSheet } from '../../server/src/ingest/table/read-sheet.ts';
import { defaultLimits, type Limits } from '../../server/src/ingest/limits.ts';
import {
  readWorkbook,
  type SheetEndEvent,
  type SheetEvent,
  type StagedRow,
} from '../../server/src/ingest/read-workbook.ts';
import { unpackRows } from '../../server/src/ingest/row-batch.ts';
import { Vault } from '../../server/src/kernel/personal.ts';

const secret = 'the secret of the reader tests';
const forms = headersOfForms(sources);
/** Opens what the reader sealed. */
export const vault = new Vault(secret);

/** A sheet as the reader told it. */
export interface ReadSheet {
  readonly sheet: SheetEvent;
  readonly end: SheetEndEvent;
  readonly rows: readonly StagedRow[];
  /** The rows as they are kept. */
  readonly chunks: readonly Uint8Array[];
}

/** Writes the bytes to a file, reads it through the reading process and collects what it tells. */
export async function readBytes(
  fileName: string,
  bytes: Uint8Array,
  limits: Partial<Limits> = {},
): Promise<ReadSheet[]> {
  return inFile(bytes, path => readPath(path, fileName, limits));
}

async function inFile<Result>(bytes: Uint8Array, use: (path: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'reader-'));
  try {
    const path = join(folder, 'upload');
    await writeFile(path, bytes);
    return await use(path);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Reads a file that exists already. */
export async function readPath(
  path: string,
  fileName: string,
  limits: Partial<Limits> = {},
): Promise<ReadSheet[]> {
  const sheets: { sheet: SheetEvent; rows: StagedRow[]; chunks: Uint8Array[]; end?: SheetEndEvent }[] = [];
  const input = { path, fileName, sources: 'catalogue', secret, importDay: '2026-11-23' } as const;
  for await (const event of readWorkbook({ ...input, limits: { ...defaultLimits, ...limits } })) {
    if (event.type === 'sheet') sheets.push({ sheet: event, rows: [], chunks: [] });
    else if (event.type === 'rows') {
      sheets[event.position]?.rows.push(...event.rows);
      sheets[event.position]?.chunks.push(event.chunk);
    } else if (event.type === 'sheetEnd') Object.assign(sheets[event.position] ?? {}, { end: event });
  }
  return sheets as ReadSheet[];
}

/** The code of the refusal, or how many sheets were read after all. */
export async function refusalOf(reading: Promise<readonly unknown[]>): Promise<string> {
  return reading.then(
    sheets => `read ${sheets.length} sheets`,
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
  );
}

/** A workbook as bytes; the callback fills it. */
export async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** A workbook with one sheet of these rows. */
export const sheetOf = (
  rows: readonly (readonly unknown[])[],
  finish?: (sheet: ExcelJS.Worksheet) => void,
): Promise<Uint8Array> =>
  workbook(book => {
    const sheet = book.addWorksheet('报表');
    rows.forEach(row => sheet.addRow([...row]));
    finish?.(sheet);
  });

/** The rows as comma-separated text. */
export const csvOf = (rows: readonly (readonly unknown[])[], delimiter = ','): string =>
  rows.map(row => row.map(cell => quoted(String(cell ?? ''), delimiter)).join(delimiter)).join('\r\n');

const quoted = (text: string, delimiter: string): string =>
  text.includes(delimiter) || /["\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

export const codes = (row: StagedRow | undefined): string[] => (row?.issues ?? []).map(issue => issue.code);
export const value = (row: StagedRow | undefined, field: string): Row[string] | undefined =>
  row?.values[field];

export const uscc = '91450200MA5KDEM11M';
export const uscc2 = '91450203MA5NDEM22W';

/** A faultless row of each form, by header: a test changes the one cell it is about. */
export const faultless: Readonly<Record<Form, Readonly<Record<string, unknown>>>> = {
  E: { 统一社会信用代码: uscc, 企业名称: '甲公司', 所属区域: '雒容镇', 行业门类: 'C', 职工人数: 10, 成立日期: '2010-01-01' },
  U: { 统一社会信用代码: uscc, 企业名称: '甲公司', 建会形式: '独立建会', 建会日期: '2011-01-01', 会员人数: 8 },
  D: { 案号: '2022-1', 申请日期: '2022-06-07', 被申请人: '甲公司', 案由: '劳动报酬', 调解渠道: '人社' },
  A: {
    统一社会信用代码: uscc, 企业名称: '甲公司', 申报日期: '2022-06-01', 自评参加人数: 9, 工会代表人数: 3, 职工代表人数: 3,
    厂内公示日期: '2022-06-02', 公示开始日期: '2022-07-01', 公示结束日期: '2022-07-07', 公示渠道: '网站、公告栏',
    认定日期: '2022-07-08', 异议数: 0,
  },
  C: {
    合同编号: 'HT-1', 统一社会信用代码: uscc, 用人单位: '甲公司', 劳动者姓名: '张三', 身份证号: '45020019900307807X', 合同类型: '固定期限',
    签订日期: '2022-03-01', 起始日期: '2022-03-01', 终止日期: '2025-02-28', 签订方式: '电子',
  },
  F: {
    统一社会信用代码: uscc, 备案日期: '2022-06-01', 备案类型: '首次', 用工总数: 10, 签订劳动合同人数: 9, 参加社会保险人数: 8,
  },
  S: {
    平台合同编号: 'LQ-1', 统一社会信用代码: uscc, 签署方: '企业', 签署时间: '2022-03-01 09:30:15', 文件摘要: 'ab'.repeat(32),
  },
  I: { 案件编号: '监2022-1', 统一社会信用代码: uscc, 来源: '日常巡查', 检查日期: '2022-06-07' },
}; // prettier-ignore

/** One row for each given set of changed cells; headers of changed cells are added where the form lacks them. */
export function tableOf(
  form: keyof typeof faultless,
  changes: readonly Readonly<Record<string, unknown>>[],
): unknown[][] {
  const headers = [...new Set([...Object.keys(faultless[form]), ...changes.flatMap(Object.keys)])];
  return [
    headers,
    ...changes.map(change => headers.map(header => ({ ...faultless[form], ...change })[header])),
  ];
}

/** Reads the bytes in this process, since starting one takes longer than reading a small file. */
export async function readHere(
  fileName: string,
  bytes: Uint8Array,
  limits: Partial<Limits> = {},
): Promise<Omit<ReadSheet, 'chunks'>[]> {
  return inFile(bytes, async path => {
    const book = await openWorkbook(path, fileName, { ...defaultLimits, ...limits });
    const sheets: { sheet: SheetEvent; rows: StagedRow[]; end?: SheetEndEvent }[] = [];
    try {
      for (const [position, sheet] of book.sheets.entries()) {
        for await (const event of readSheet(sheet, position, forms, vault)) {
          if (event.type === 'sheet') sheets.push({ sheet: event, rows: [] });
          else if (event.type === 'packed') sheets[position]?.rows.push(...unpackRows(event).rows);
          else if (event.type === 'sheetEnd') Object.assign(sheets[position] ?? {}, { end: event });
        }
      }
    } finally {
      await book.close();
    }
    return sheets as Omit<ReadSheet, 'chunks'>[];
  });
}

/** Reads the rows from a workbook written for them. */
export async function readTable(
  form: keyof typeof faultless,
  changes: readonly Readonly<Record<string, unknown>>[],
  as: 'xlsx' | 'csv' = 'xlsx',
): Promise<readonly StagedRow[]> {
  const table = tableOf(form, changes);
  const bytes = as === 'xlsx' ? await sheetOf(table) : Buffer.from(csvOf(table));
  return (await readHere(`table.${as}`, bytes))[0]?.rows ?? [];
}
