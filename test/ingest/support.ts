import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { systemViewer, type Viewer } from '../../server/src/access/viewer.ts';
import { AuditLog } from '../../server/src/audit/audit-log.ts';
import { checks } from '../../server/src/catalogue/checks.ts';
import { sources } from '../../server/src/catalogue/sources.ts';
import type { FileOutcome } from '../../server/src/ingest/import-outcome.ts';
import type { ImportReport } from '../../server/src/ingest/import-report.ts';
import type { ImportOptions } from '../../server/src/ingest/import-transaction.ts';
import { IngestService } from '../../server/src/ingest/ingest.service.ts';
import { shanghaiDay } from '../../server/src/kernel/days.ts';
import { Vault } from '../../server/src/kernel/personal.ts';
import { hasValidOrganisationCode, usccCheckCharacter } from '../../server/src/kernel/uscc.ts';
import { QualityService } from '../../server/src/modules/quality/quality.service.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';

export type Cell = string | number | Date | null;
/** One sheet: a header and rows; cells above the header if `title` says so. */
export interface SheetText {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly title?: readonly (readonly Cell[])[];
  readonly hidden?: boolean;
}

/** A hub to import into: a database of its own, a clock the test moves, a folder for files. */
export interface ImportBench {
  readonly hub: TestHub;
  readonly ingest: IngestService;
  readonly vault: Vault;
  now: Date;
  send(
    file: string | readonly SheetText[],
    options?: ImportOptions & { viewer?: Viewer; fileName?: string },
  ): Promise<FileOutcome>;
  reports(file: string | readonly SheetText[], options?: ImportOptions): Promise<readonly ImportReport[]>;
  path(name: string): string;
  close(): Promise<void>;
}

export async function openBench(): Promise<ImportBench> {
  const hub = await freshDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'hexie-ingest-'));
  const vault = new Vault(hub.secret);
  let serial = 0;
  const bench: ImportBench = {
    hub,
    vault,
    now: new Date('2022-09-01T02:00:00Z'),
    ingest: undefined as unknown as IngestService,
    path: name => join(folder, name),
    async send(file, { viewer = systemViewer('cli'), fileName = `file-${++serial}.xlsx`, ...options } = {}) {
      const path = typeof file === 'string' ? file : join(folder, `${++serial}.xlsx`);
      if (typeof file !== 'string') await writeWorkbook(path, file);
      return bench.ingest.importFile(viewer, { path, fileName, origin: 'CLI' }, options);
    },
    async reports(file, options = {}) {
      const outcome = await bench.send(file, options);
      if (outcome.refusal) throw new Error(`${outcome.refusal.code} ${outcome.refusal.message.en}`);
      return outcome.reports;
    },
    async close() {
      await hub.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  const clock = { now: () => bench.now, today: () => shanghaiDay(bench.now) };
  const quality = new QualityService(checks);
  const ingest = new IngestService({
    database: hub.database,
    sources,
    secret: hub.secret,
    vault,
    clock,
    audit: new AuditLog({ database: hub.database, vault, clock }),
    onChange: (query, change) => quality.reconcile(query, change),
  });
  return Object.assign(bench, { ingest });
}

export async function writeWorkbook(path: string, sheets: readonly SheetText[]): Promise<void> {
  const book = new ExcelJS.Workbook();
  for (const { name, header, rows, title = [], hidden } of sheets) {
    const sheet = book.addWorksheet(name, hidden ? { state: 'hidden' } : {});
    for (const row of [...title, header, ...rows]) sheet.addRow([...row]);
  }
  await book.xlsx.writeFile(path);
}

export const writeText = (path: string, text: string): void => writeFileSync(path, text);

/** A well-formed code for a number, its organisation code included. */
export function uscc(n: number): string {
  for (const check of '0123456789X') {
    const first = `91450200${String(70000000 + n)}${check}`;
    const code = first + (usccCheckCharacter(first) ?? '');
    if (hasValidOrganisationCode(code)) return code;
  }
  throw new Error(`no code for ${n}`);
}

export const rosterHeader = [
  '统一社会信用代码',
  '企业名称',
  '所属区域',
  '行业门类',
  '职工人数',
  '成立日期',
  '经营状态',
  '法定代表人',
  '联系电话',
];
export const roster = (...rows: readonly (readonly Cell[])[]): SheetText => ({
  name: '名录',
  header: rosterHeader,
  rows,
});
export const firm = (n: number, name = `示例企业${n}`, more: readonly Cell[] = []): Cell[] => [
  uscc(n), name, '雒容镇', '制造业', 100 + n, '2015-01-01', '存续', ...more,
]; // prettier-ignore

export const unionHeader = ['统一社会信用代码', '企业名称', '建会形式', '建会日期', '会员人数', '工会主席'];
export const unions = (...rows: readonly (readonly Cell[])[]): SheetText => ({
  name: '工会',
  header: unionHeader,
  rows,
});
export const union = (code: string | null, name: string, members: number, form = '独立建会'): Cell[] => [
  code, name, form, '2018-03-01', members, '',
]; // prettier-ignore

export const disputeHeader = [
  '案号',
  '申请日期',
  '申请人',
  '被申请人统一社会信用代码',
  '被申请人',
  '案由',
  '涉案金额',
  '调解渠道',
];
export const disputes = (...rows: readonly (readonly Cell[])[]): SheetText => ({
  name: '案件',
  header: disputeHeader,
  rows,
});
export const dispute = (no: string, code: string | null, name: string, amount: Cell = 1200): Cell[] => [
  no, '2022-05-01', '张三丰', code, name, '劳动报酬', amount, '企业工会',
]; // prettier-ignore

export const certificationHeader = [
  '统一社会信用代码',
  '企业名称',
  '申报日期',
  '自评参加人数',
  '工会代表人数',
  '职工代表人数',
  '厂内公示日期',
  '公示开始日期',
  '公示结束日期',
  '公示渠道',
  '异议数',
  '认定日期',
];
export const certifications = (...rows: readonly (readonly Cell[])[]): SheetText => ({
  name: '认定',
  header: certificationHeader,
  rows,
});
export const certified = (code: string | null, name: string, filedOn = '2022-03-01'): Cell[] => [
  code, name, filedOn, 9, 3, 3, '2022-03-10', '2022-04-01', '2022-04-10', '网站、公告栏', 0, '2022-04-20',
]; // prettier-ignore
