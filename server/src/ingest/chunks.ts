import { setImmediate as breathe } from 'node:timers/promises';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Query } from '../kernel/database.ts';
import type { Day } from '../kernel/days.ts';
import { maskOf, type PersonalValue, type Vault } from '../kernel/personal.ts';
import type { Column, Form, Row, Source, Value } from './define-source.ts';

/** A value as it is kept: a personal one is its plain text. */
export type KeptValue = Exclude<Value, PersonalValue>;

/** A row of an import as it was read. */
export interface KeptRow {
  readonly row: number;
  readonly raw: Readonly<Record<string, string>>;
  /** Personal values are sealed anew: another ciphertext, the same hash. */
  readonly values: Row;
  /** Fields that the row's sheet has a column for, computed ones included. */
  readonly fields: readonly string[];
  readonly statedOn: Day | null;
  readonly form: Form;
}

/** Rows of one chunk at most. */
export const chunkRows = 500;

/** By column, not by row: equal things stand together, and a value that its cell spells alike is not written twice. */
export interface ChunkContent {
  readonly fields: readonly string[];
  readonly rows: readonly number[];
  readonly raw: Readonly<Record<string, readonly (string | null)[]>>;
  /** Field → the values, or the header whose cells spell every one of them. */
  readonly values: Readonly<Record<string, readonly KeptValue[] | string>>;
  readonly issues: readonly (readonly [row: number, code: string, column: string | null])[];
}

/** Seals up to 500 rows into one piece; runs in the reading process, where personal values are still plain. */
export function sealContent(vault: Vault, content: ChunkContent): Buffer {
  const level = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };
  return vault.encrypt(zstdCompressSync(JSON.stringify(content), level));
}

/** Where a row stands that is to be opened. */
export interface RowPlace {
  readonly id: number;
  readonly rowNo: number;
  readonly form: Form;
  readonly statedOn: Day | null;
  readonly sheetId: number;
}

/** The chunks of one sheet: their first and last rows, in order. */
interface Directory {
  readonly firsts: readonly number[];
  readonly lasts: readonly number[];
}

/** Chunks held open at once. */
const chunksAtOnce = 8;

/** Rows of imports as they were read; each chunk is opened once for the rows asked for together, few at a time. */
export class KeptChunks {
  readonly #query: Query;
  readonly #vault: Vault;
  readonly #sources: readonly Source[];
  readonly #directories = new Map<number, Directory>();

  constructor(query: Query, vault: Vault, sources: readonly Source[]) {
    [this.#query, this.#vault, this.#sources] = [query, vault, sources];
  }

  /** The rows by the id of their import row; one that is kept nowhere is left out. */
  async open(places: readonly RowPlace[]): Promise<Map<number, KeptRow>> {
    await this.#lookUp(places);
    const byChunk = Map.groupBy(places, place => `${place.sheetId} ${this.#chunkOf(place) ?? ''}`);
    const wanted = [...byChunk].filter(([chunk]) => !chunk.endsWith(' '));
    const found = new Map<number, KeptRow>();
    for (let from = 0; from < wanted.length; from += chunksAtOnce) {
      const some = wanted.slice(from, from + chunksAtOnce);
      const numbers = some.map(([chunk]) => chunk.split(' '));
      const contents = await this.#query<{ chunk: string; content: Buffer }>(
        `select concat(sheet_id, ' ', first_row) as chunk, content from import_chunk
          join unnest($1::bigint[], $2::int[]) as wanted(sheet_id, first_row) using (sheet_id, first_row)`,
        [numbers.map(([sheet]) => sheet), numbers.map(([, first]) => first)],
      );
      const sealed = new Map(contents.map(one => [one.chunk, one.content]));
      for (const [chunk, rows] of some) {
        // Between two chunks whoever waits for a page is served.
        await breathe();
        const content = sealed.get(chunk);
        if (content) openChunk(this.#vault, this.#sources, content, rows, found);
      }
    }
    return found;
  }

  async #lookUp(places: readonly RowPlace[]): Promise<void> {
    const sheets = [...new Set(places.map(place => place.sheetId))].filter(id => !this.#directories.has(id));
    if (!sheets.length) return;
    const rows = await this.#query<Directory & { id: number }>(
      `select sheet_id as id, array_agg(first_row order by first_row) as firsts,
          array_agg(last_row order by first_row) as lasts
         from import_chunk where sheet_id = any($1::bigint[]) group by sheet_id`,
      [sheets],
    );
    for (const { id, ...directory } of rows) this.#directories.set(id, directory);
  }

  /** The first row of the chunk that holds the row. */
  #chunkOf({ sheetId, rowNo }: RowPlace): number | undefined {
    const { firsts, lasts } = this.#directories.get(sheetId) ?? { firsts: [], lasts: [] };
    let [low, high] = [0, firsts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((firsts[middle] ?? 0) <= rowNo) low = middle + 1;
      else high = middle;
    }
    return rowNo <= (lasts[low - 1] ?? -1) ? firsts[low - 1] : undefined;
  }
}

/** Rows of imports as they were read, by the id of their import row. */
export async function loadRows(
  query: Query,
  vault: Vault,
  sources: readonly Source[],
  importRowIds: readonly number[],
): Promise<Map<number, KeptRow>> {
  const places = await query<RowPlace>(
    `select r.id, r.row_no as "rowNo", s.form, s.stated_on as "statedOn", s.id as "sheetId"
       from import_row r join import_sheet s on s.id = r.sheet_id where r.id = any($1::bigint[])`,
    [importRowIds],
  );
  return new KeptChunks(query, vault, sources).open(places);
}

/** Opens a chunk: everything its rows said, by column. */
export const openContent = (vault: Vault, sealed: Buffer): ChunkContent =>
  JSON.parse(zstdDecompressSync(vault.decryptBytes(sealed)).toString('utf8')) as ChunkContent;

/** The cells of one row of an opened chunk, by header. */
export function rawOf(content: ChunkContent, index: number): Record<string, string> {
  const filled = Object.entries(content.raw).flatMap(([header, cells]) => {
    const text = cells[index];
    return text === null || text === undefined ? [] : [[header, text] as const];
  });
  return Object.fromEntries(filled);
}

function openChunk(
  vault: Vault,
  sources: readonly Source[],
  sealed: Buffer,
  wanted: readonly RowPlace[],
  found: Map<number, KeptRow>,
): void {
  const content = openContent(vault, sealed);
  const at = new Map(content.rows.map((row, index) => [row, index]));
  const columns = sources.find(source => source.form === wanted[0]?.form)?.columns ?? [];
  const plan = Object.entries(content.values).map(([field, kept]) => ({
    field,
    cells: typeof kept === 'string' ? content.raw[kept] : kept,
    column: columns.find(column => column.field === field && column.personal),
  }));
  for (const { id, rowNo: row, form, statedOn } of wanted) {
    const index = at.get(row);
    if (index === undefined) continue;
    const values: Record<string, Value> = {};
    for (const { field, cells, column } of plan) {
      const value = cells?.[index] ?? null;
      values[field] = column && typeof value === 'string' ? sealedAgain(vault, column, value) : value;
    }
    found.set(id, {
      row, values, fields: content.fields, statedOn, form,
      get raw() {
        return rawOf(content, index);
      },
    }); // prettier-ignore
  }
}

/** A personal value whose parts are worked out when they are asked for: most rows are opened to be passed over. */
function sealedAgain(vault: Vault, column: Column, plain: string): PersonalValue {
  let open: PersonalValue | undefined;
  let cipher: Buffer | undefined;
  const prepared = (): PersonalValue => (open ??= vault.prepare(plain, maskOf(column.kind)));
  return {
    get hash() {
      return prepared().hash;
    },
    get mask() {
      return prepared().mask;
    },
    get cipher() {
      return (cipher ??= vault.encrypt(plain));
    },
  };
}
