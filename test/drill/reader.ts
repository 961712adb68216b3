// A reading process of the drill: it reads one file after another and says what became of each. What it cannot survive ends it.
import { sources } from '../../server/src/catalogue/sources.ts';
import { openWorkbook } from '../../server/src/ingest/file/open-workbook.ts';
import { defaultLimits } from '../../server/src/ingest/limits.ts';
import { IngestRefusal } from '../../server/src/ingest/refusal.ts';
import { unpackRows } from '../../server/src/ingest/row-batch.ts';
import { headersOfForms } from '../../server/src/ingest/table/header-words.ts';
import { readSheet } from '../../server/src/ingest/table/read-sheet.ts';
import { Vault } from '../../server/src/kernel/personal.ts';

/** What became of a file: rows were read, it was refused for a reason, or the reader made a mistake. */
export interface Reading {
  readonly outcome: 'CLEAN' | 'REFUSED' | 'FAULT';
  readonly detail: string;
  readonly milliseconds: number;
  readonly megabytes: number;
}

const forms = headersOfForms(sources);
const vault = new Vault('the secret of the drill');

/** Reads all sheets; rows have to come in order, each of them once. */
async function readAll(path: string, fileName: string): Promise<number> {
  const workbook = await openWorkbook(path, fileName, defaultLimits);
  let rows = 0;
  try {
    for (const [position, sheet] of workbook.sheets.entries()) {
      let last = 0;
      for await (const event of readSheet(sheet, position, forms, vault)) {
        if (event.type !== 'packed') continue;
        for (const { row } of unpackRows(event).rows) {
          if (row <= last) throw new Error('rows out of order');
          last = row;
          rows++;
        }
      }
    }
  } finally {
    await workbook.close();
  }
  return rows;
}

async function read(path: string, fileName: string): Promise<Reading> {
  const begun = performance.now();
  const told = (outcome: Reading['outcome'], detail: string): Reading => ({
    outcome,
    detail,
    milliseconds: performance.now() - begun,
    megabytes: process.resourceUsage().maxRSS / 1024,
  });
  try {
    return told('CLEAN', String(await readAll(path, fileName)));
  } catch (error) {
    if (!(error instanceof IngestRefusal))
      return told('FAULT', String(error instanceof Error ? error.stack : error));
    const { zh, en } = error.text;
    return zh === '' || en === '' ? told('FAULT', `${error.code} says nothing`) : told('REFUSED', error.code);
  }
}

process.on('message', ({ path, fileName }: { path: string; fileName: string }) => {
  void read(path, fileName).then(reading => process.send?.(reading));
});
