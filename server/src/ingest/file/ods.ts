import type { Limits } from '../limits.ts';
import { IngestRefusal } from '../refusal.ts';
import type { RawRow, RawSheet, Workbook } from './cell.ts';
import { listOdsSheets, sheetNameIn, type OdsSheets } from './ods-sheets.ts';
import { OdsRows } from './ods-rows.ts';
import { decodeXml, xmlParser } from './xml.ts';
import type { Zip } from './zip.ts';

const content = 'content.xml';

/** Opens an OpenDocument spreadsheet. All its sheets lie in one part, which is streamed once, sheet after sheet. */
export async function openOds(zip: Zip, limits: Limits): Promise<Workbook> {
  if (
    zip.has('META-INF/manifest.xml') &&
    (await zip.text('META-INF/manifest.xml')).includes('encryption-data')
  )
    throw new IngestRefusal('ENCRYPTED');
  if (zip.has('mimetype') && !/opendocument\.spreadsheet/.test(await zip.text('mimetype')))
    throw new IngestRefusal('NOT_A_WORKBOOK');
  const listed = await listOdsSheets(zip, content, limits);
  const walk = new ContentWalk(zip, listed, limits);
  const sheets = listed.sheets.map(({ name, hidden }, index): RawSheet => ({
    name, hidden, epoch1904: listed.epoch1904, rows: () => walk.rowsOf(index),
  })); // prettier-ignore
  return { sheets, close: zip.close };
}

interface Piece {
  readonly sheet: number;
  readonly rows: RawRow[];
}

/** Walks the content once for all sheets in their order; a sheet that is left early is passed over. */
class ContentWalk {
  readonly #pieces: AsyncGenerator<Piece>;
  #ahead: Piece | undefined;

  constructor(zip: Zip, listed: OdsSheets, limits: Limits) {
    this.#pieces = walkContent(zip, listed, limits);
  }

  async *rowsOf(sheet: number): AsyncGenerator<RawRow[]> {
    for (;;) {
      if (this.#ahead === undefined) {
        const step = await this.#pieces.next();
        if (step.done) return;
        this.#ahead = step.value;
      }
      if (this.#ahead.sheet > sheet) return;
      const { rows, sheet: of } = this.#ahead;
      this.#ahead = undefined;
      if (of === sheet) yield rows;
    }
  }
}

async function* walkContent(zip: Zip, listed: OdsSheets, limits: Limits): AsyncGenerator<Piece> {
  const ready: { sheet: number; rows: OdsRows }[] = [];
  let sheet = -1;
  let rows: OdsRows | undefined;
  let depth = 0;
  const parser = xmlParser(content, {
    open: (tag, attributes) => {
      if (rows) {
        depth++;
        rows.open(tag, attributes);
        return;
      }
      const name = tag === 'table' ? sheetNameIn(attributes) : undefined;
      if (name === undefined) return;
      if (listed.sheets[++sheet]?.name !== name) throw new IngestRefusal('DAMAGED_FILE', { part: content });
      rows = new OdsRows(name, listed.epoch1904, limits);
      ready.push({ sheet, rows });
    },
    text: text => rows?.text(text),
    tooLong: () => rows?.tooLong() ?? new IngestRefusal('DAMAGED_FILE', { part: content }),
    close: tag => {
      if (depth-- > 0) rows?.close(tag);
      else {
        rows = undefined;
        depth = 0;
      }
    },
  });
  for await (const chunk of decodeXml(zip.stream(content))) {
    parser.write(chunk);
    yield* finished();
  }
  parser.end();

  function* finished(): Generator<Piece> {
    while (ready[0]) {
      const { sheet: of, rows: built } = ready[0];
      for (const taken of built.take()) yield { sheet: of, rows: taken };
      if (built === rows) return;
      ready.shift();
    }
  }
}
