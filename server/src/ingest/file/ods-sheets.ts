import type { Limits } from '../limits.ts';
import { IngestRefusal } from '../refusal.ts';
import { decodeXml, xmlParser, type Attributes } from './xml.ts';
import type { Zip } from './zip.ts';

/** The sheets of an OpenDocument spreadsheet, in order. */
export interface OdsSheets {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[];
  /** Whether numbers count days from 1904; dates are written out anyway. */
  readonly epoch1904: boolean;
}

/** The name of a table that is a sheet; undefined for a table inside a cell and for a copy of a foreign file. */
export function sheetNameIn(attributes: Attributes): string | undefined {
  const foreign = attributes['style-name'] === 'ta_extref' || attributes['is-sub-table'] === 'true';
  return foreign ? undefined : attributes['name'];
}

/** The few tags that tell the sheets; everything between them is passed over unparsed. */
const telling =
  /<(?:style:style|style:table-properties|table:null-date|table:table|office:spreadsheet)(?=[\s/>])(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/g;
const longestTag = 65_536;

/** Lists the sheets by a quick first pass over the content, so that its rows need to be parsed only once. */
export async function listOdsSheets(zip: Zip, part: string, limits: Limits): Promise<OdsSheets> {
  const sheets: { name: string; hidden: boolean }[] = [];
  const hiddenStyles = new Set<string>();
  let style = '';
  let epoch1904 = false;
  let body = false;
  const take = (tag: string, attributes: Attributes): void => {
    if (tag === 'style') style = attributes['family'] === 'table' ? (attributes['name'] ?? '') : '';
    else if (tag === 'table-properties' && attributes['display'] === 'false') hiddenStyles.add(style);
    else if (tag === 'null-date') epoch1904 = attributes['date-value'] === '1904-01-01';
    else if (tag === 'spreadsheet') body = true;
    const name = tag === 'table' ? sheetNameIn(attributes) : undefined;
    if (name === undefined) return;
    sheets.push({ name, hidden: hiddenStyles.has(attributes['style-name'] ?? '') });
    if (sheets.length > limits.sheets) throw new IngestRefusal('TOO_MANY_SHEETS', { limit: limits.sheets });
  };
  const parser = xmlParser(part, { open: take });
  parser.write('<telling>');
  let text = '';
  for await (const chunk of decodeXml(zip.stream(part))) {
    text += chunk;
    let end = 0;
    for (const match of text.matchAll(telling)) {
      end = match.index + match[0].length;
      parser.write(match[0].endsWith('/>') ? match[0] : `${match[0].slice(0, -1)}/>`);
    }
    text = text.slice(Math.max(end, text.lastIndexOf('<'), text.length - longestTag));
  }
  if (!body) throw new IngestRefusal('NOT_A_WORKBOOK');
  return { sheets, epoch1904 };
}
