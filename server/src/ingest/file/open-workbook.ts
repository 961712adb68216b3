import type { Limits } from '../limits.ts';
import { IngestRefusal } from '../refusal.ts';
import type { Workbook } from './cell.ts';
import { openCsv } from './csv.ts';
import { detectKind } from './file-kind.ts';
import { openXlsx } from './xlsx.ts';
import { openZip } from './zip.ts';

/** Opens a department's file with the reader for its kind. */
export async function openWorkbook(path: string, fileName: string, limits: Limits): Promise<Workbook> {
  const kind = await detectKind(path, fileName, limits);
  if (kind === 'CSV') return openCsv(path, fileName, limits);
  const zip = await openZip(path, limits);
  try {
    if (zip.has('xl/workbook.bin')) throw new IngestRefusal('XLSB_NOT_READ');
    if (zip.has('mimetype') && zip.has('content.xml')) throw new IngestRefusal('ODS_NOT_YET');
    if (!zip.has('[Content_Types].xml')) throw new IngestRefusal('NOT_A_WORKBOOK');
    return await openXlsx(zip, limits);
  } catch (error) {
    await zip.close();
    throw error;
  }
}
