import { writeFileSync } from 'node:fs';
import { sources } from '../../server/src/catalogue/sources.ts';
import type { Form } from '../../server/src/ingest/define-source.ts';
import type { FileOutcome } from '../../server/src/ingest/import-outcome.ts';
import { csvOf } from './reading.ts';
import { uscc, type ImportBench } from './support.ts';
import { odsOf, xlsOf, xlsxOf, type FileCell, type FileSheet } from './table-files.ts';

/** The kinds of file a department may send. */
export const kinds = ['xlsx', 'xls', 'ods', 'csv'] as const;
export type Kind = (typeof kinds)[number];

const shown = (cell: FileCell): string => {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (cell === null || typeof cell !== 'object') return String(cell ?? '');
  return String('error' in cell ? cell.error : 'percent' in cell ? `${cell.percent * 100}%` : cell.result);
};

/** The sheets as a file of the kind; a text table has only the first of them. */
export async function fileOf(kind: Kind, sheets: readonly FileSheet[]): Promise<Uint8Array> {
  if (kind === 'xlsx') return xlsxOf(sheets);
  if (kind === 'xls') return xlsOf(sheets);
  if (kind === 'ods') return odsOf(sheets);
  return Buffer.from(csvOf((sheets[0]?.rows ?? []).map(row => row.map(shown))));
}

/** What became of one row: its number, its outcome, the codes of what was found, and the fact it wrote. */
export interface Told {
  readonly row: number;
  readonly outcome: string;
  readonly codes: readonly string[];
  readonly fact: Readonly<Record<string, unknown>> | null;
}

/** A file that has gone through the front door. */
export interface Sent {
  readonly outcome: FileOutcome;
  readonly rows: readonly Told[];
}

/** Sends the bytes through the front door and asks the hub what became of each row of a sheet. */
export async function sendBytes(
  bench: ImportBench,
  fileName: string,
  bytes: Uint8Array,
  form: Form,
): Promise<Sent> {
  const path = bench.path('dirt');
  writeFileSync(path, bytes);
  const outcome = await bench.send(path, { fileName });
  const table = sources.find(source => source.form === form)?.table ?? '';
  const rows = await bench.hub.owner<{ row: number; outcome: string; fact: Told['fact'] }>(
    `select r.row_no as row, r.outcome, to_jsonb(f) as fact
       from import_row r join import_sheet s on s.id = r.sheet_id left join ${table} f on f.import_row_id = r.id
      where s.file_id = $1 and s.form = $2 order by r.row_no`,
    [outcome.id, form],
  );
  const issues = outcome.reports.filter(report => report.form === form).flatMap(report => report.issues);
  return {
    outcome,
    rows: rows.map(row => ({
      ...row,
      codes: issues.filter(issue => issue.row === row.row).map(issue => issue.code),
    })),
  };
}

/** A faultless roster row for a number. */
export const employer = (n: number): Record<string, FileCell> => ({
  统一社会信用代码: uscc(n),
  企业名称: `示例企业${n}`,
  所属区域: '雒容镇',
  行业门类: '制造业',
  职工人数: 100,
  成立日期: '2015-01-01',
});

/** One cell of a table of cases: what stands there, the value it becomes (null where rejected), what is found. */
export type CellCase = readonly [cell: FileCell, value: unknown, ...codes: string[]];

let used = 1000;

/** Sends one row for each case, alike but for one cell, and gives them back as they were judged. */
export async function judged(
  bench: ImportBench,
  kind: Kind,
  form: Form,
  base: (n: number) => Readonly<Record<string, FileCell>>,
  [header, column]: readonly [header: string, column: string],
  cases: readonly CellCase[],
  epoch1904 = false,
): Promise<CellCase[]> {
  const start = (used += 100);
  const plain = header.replace(/（.*）$/, '');
  const rows = cases.map(([cell], i) => {
    const given = Object.entries(base(start + i)).filter(([name]) => name !== plain);
    return Object.fromEntries([...given, [header, cell]]) as Record<string, FileCell>;
  });
  const headers = [...new Set(rows.flatMap(row => Object.keys(row)))];
  const sheet = {
    name: '表',
    rows: [headers, ...rows.map(row => headers.map(name => row[name] ?? null))],
  };
  const bytes = kind === 'xls' ? xlsOf([sheet], epoch1904) : await fileOf(kind, [sheet]);
  const sent = await sendBytes(bench, `cases.${kind}`, bytes, form);
  if (sent.outcome.refusal) throw new Error(sent.outcome.refusal.code);
  const [report] = sent.outcome.reports;
  if (!report) throw new Error('no report');
  const { rowsRead, inserted, updated, unchanged, rejected, parked, duplicates } = report;
  const sum = inserted + updated + unchanged + rejected + parked + duplicates;
  if (rowsRead !== cases.length || sum !== rowsRead) throw new Error(`${rowsRead} rows read, ${sum} told`);
  return sent.rows.map((row, i): CellCase => {
    const value = row.outcome === 'REJECTED' ? null : (row.fact?.[column] ?? `no fact: ${row.outcome}`);
    return [cases[i]?.[0] ?? null, value, ...row.codes];
  });
}
