import { posix } from 'node:path';
import type { Limits } from '../limits.ts';
import { IngestRefusal } from '../refusal.ts';
import { formatOf, type NumberFormat } from './number-format.ts';
import { decodeXml, parseXml, xmlParser } from './xml.ts';
import type { Zip } from './zip.ts';

/** One sheet as the workbook part lists it. */
export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

/** What the workbook part says. */
export interface WorkbookPart {
  readonly epoch1904: boolean;
  readonly sheets: readonly SheetPart[];
  readonly sharedStrings: string | undefined;
  readonly styles: string | undefined;
}

interface Relation {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
}

const truthy = (value: string | undefined): boolean => value === '1' || value === 'true';

async function relations(zip: Zip, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part);
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  if (!zip.has(name)) return [];
  const found: Relation[] = [];
  parseXml(name, await zip.text(name), {
    open: (tag, attributes) => {
      // A target outside the file is never followed.
      if (tag !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      const target = attributes['Target'] ?? '';
      found.push({
        id: attributes['Id'] ?? '',
        kind: posix.basename(attributes['Type'] ?? ''),
        target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
      });
    },
  });
  return found;
}

/** Reads the list of sheets, the date system and where strings and styles are. */
export async function readWorkbookPart(zip: Zip, limits: Limits): Promise<WorkbookPart> {
  const root = await relations(zip, '');
  const part = root.find(relation => relation.kind === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (!zip.has(part)) throw new IngestRefusal('NOT_A_WORKBOOK');
  const links = await relations(zip, part);
  const sheets: SheetPart[] = [];
  let epoch1904 = false;
  parseXml(part, await zip.text(part), {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') epoch1904 = truthy(attributes['date1904']);
      if (tag !== 'sheet') return;
      const link = links.find(relation => relation.id === attributes['id']);
      if (link?.kind !== 'worksheet') return; // charts and dialogs hold no rows
      const hidden = attributes['state'] === 'hidden' || attributes['state'] === 'veryHidden';
      sheets.push({ name: attributes['name'] ?? '', hidden, part: link.target });
    },
  });
  if (sheets.length > limits.sheets) throw new IngestRefusal('TOO_MANY_SHEETS', { limit: limits.sheets });
  if (sheets.length === 0) throw new IngestRefusal('NOT_A_WORKBOOK');
  const linked = (kind: string): string | undefined => {
    const target = links.find(relation => relation.kind === kind)?.target;
    return target !== undefined && zip.has(target) ? target : undefined;
  };
  return { epoch1904, sheets, sharedStrings: linked('sharedStrings'), styles: linked('styles') };
}

/** Number formats by the cell style's index. */
export async function readStyles(zip: Zip, part: string | undefined): Promise<readonly NumberFormat[]> {
  if (part === undefined) return [];
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let inCells = false;
  parseXml(part, await zip.text(part), {
    open: (tag, attributes) => {
      if (tag === 'cellXfs') inCells = true;
      else if (tag === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (tag === 'xf' && inCells) ids.push(Number(attributes['numFmtId'] ?? 0));
    },
    close: tag => {
      if (tag === 'cellXfs') inCells = false;
    },
  });
  return ids.map(id => formatOf(id, codes));
}

/** Shared strings by index: rich text joined, phonetic guides left out. */
export async function readSharedStrings(zip: Zip, part: string | undefined): Promise<readonly string[]> {
  const strings: string[] = [];
  if (part === undefined) return strings;
  let current = '';
  let inText = false;
  let phonetic = false;
  const parser = xmlParser(part, {
    open: tag => {
      if (tag === 'si') current = '';
      else if (tag === 'rPh') phonetic = true;
      else if (tag === 't') inText = !phonetic;
    },
    text: text => {
      if (inText) current += text;
    },
    close: tag => {
      if (tag === 'si') strings.push(unescapeText(current));
      else if (tag === 'rPh') phonetic = false;
      else if (tag === 't') inText = false;
    },
  });
  for await (const chunk of decodeXml(zip.stream(part))) parser.write(chunk);
  parser.end();
  return strings;
}

/** Undoes the _x000D_ writing of characters that XML cannot hold. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
