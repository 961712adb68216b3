import type { Limits } from '../limits.ts';
import { IngestRefusal } from '../refusal.ts';
import type { Workbook } from './cell.ts';
import { openCsv } from './csv.ts';
import { detectKind, refuseBeyond } from './file-kind.ts';
import { openOds } from './ods.ts';
import { openXls } from './xls.ts';
import { openXlsx } from './xlsx.ts';
import { openZip } from './zip.ts';

/** Opens a department's file with the reader for its kind. */
export async function openWorkbook(path: string, fileName: string, limits: Limits): Promise<Workbook> {
  const kind = await detectKind(path, fileName, limits);
  if (kind === 'CSV') return openCsv(path, fileName, limits);
  if (kind === 'XLS') return openXls(path, limits);
  const zip = await openZip(path, limits);
  try {
    if (zip.has('xl/workbook.bin')) throw new IngestRefusal('XLSB_NOT_READ');
    if (zip.has('encrypted-package')) throw new IngestRefusal('ENCRYPTED');
    if (zip.has('[Content_Types].xml')) return await openXlsx(zip, limits);
    if (!zip.has('content.xml')) throw new IngestRefusal('NOT_A_WORKBOOK');
    await refuseBeyond(path, limits.odsBytes);
    return await openOds(zip, limits);
  } catch (error) {
    await zip.close();
    throw error;
  }
}
