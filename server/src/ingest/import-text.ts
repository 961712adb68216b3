import type { Message } from '../kernel/errors.ts';
import type { ImportReport } from './import-report.ts';

type Table = (header: readonly string[], rows: readonly (readonly unknown[])[]) => string;

const columns: readonly (readonly [zh: string, figure: keyof ImportReport])[] = [
  ['读取', 'rowsRead'], ['新增', 'inserted'], ['更新', 'updated'], ['未变', 'unchanged'], ['拒收', 'rejected'],
  ['暂存', 'parked'], ['重复', 'duplicates'], ['修正', 'repaired'], ['补入', 'attached'],
]; // prettier-ignore
const shown = 50;

/** The reports as a person reads them at a terminal: a table of figures, then every finding at its place. */
export function importText(reports: readonly ImportReport[], table: Table): string {
  if (!reports.length) return '没有导入任何工作表。 / No sheet was imported.';
  const header = [
    '文件 file',
    '工作表 sheet',
    '报表 form',
    ...columns.map(([zh, figure]) => `${zh} ${figure}`),
  ];
  const rows = reports.map(report => [
    printable(report.fileName) + (report.dryRun ? '（预览 preview）' : ''),
    printable(report.sheet),
    report.form,
    ...columns.map(([, figure]) => report[figure]),
  ]);
  return [table(header, rows), ...reports.flatMap(findings)].join('\n');
}

function findings(report: ImportReport): string[] {
  if (!report.issueCount) return [];
  const lines = report.issues.slice(0, shown).map(({ row, severity, code, message, value }) => {
    const place = row === null ? '' : `第 ${row} 行 row ${row} · `;
    const found = value === null ? '' : ` [${printable(value)}]`;
    return `  ${severity} ${place}${code}${found}\n    ${printable(message.zh)}\n    ${printable(message.en)}`;
  });
  const rest = report.issueCount - Math.min(shown, report.issues.length);
  const more = rest > 0 ? [`  … 另有 ${rest} 条，用 --json 查看 / ${rest} more, see --json`] : [];
  return [`\n${printable(report.fileName)} · ${printable(report.sheet)}`, ...lines, ...more];
}

/** Names and cells come from outside: no control character reaches the terminal. */
export const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '');

/** One line in both languages. */
export const bilingual = (text: Message): string => printable(`${text.zh} / ${text.en}`);
