import { SaxesParser } from 'saxes';
import { IngestRefusal } from '../refusal.ts';

/** Attributes by their name without prefix. */
export type Attributes = Readonly<Record<string, string>>;

/** What a part's reader wants to hear; names come without prefix. */
export interface XmlListener {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
  /** What to refuse with where no tag comes for far longer than any cell is. */
  readonly tooLong?: () => IngestRefusal;
}

/** Characters between two tags that the parser is ready to hold together. */
const longestPiece = 1_048_576;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** A streaming parser for one part. A document type (and with it every entity) is refused, never interpreted. */
export function xmlParser(
  part: string,
  listener: XmlListener,
): { write: (text: string) => void; end: () => void } {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  parser.on('error', () => {
    throw new IngestRefusal('DAMAGED_FILE', { part });
  });
  parser.on('doctype', () => {
    throw new IngestRefusal('UNSAFE_FILE', { part: 'XML DOCTYPE' });
  });
  const { open, close, text } = listener;
  if (open) parser.on('opentag', tag => open(local(tag.name), withoutPrefixes(tag.attributes)));
  if (close) parser.on('closetag', tag => close(local(tag.name)));
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  let unbroken = 0;
  return {
    write: chunk => {
      const tag = chunk.lastIndexOf('<');
      unbroken = tag < 0 ? unbroken + chunk.length : chunk.length - tag;
      if (unbroken > longestPiece) throw listener.tooLong?.() ?? new IngestRefusal('DAMAGED_FILE', { part });
      parser.write(chunk);
    },
    end: () => void parser.close(),
  };
}

function withoutPrefixes(attributes: Readonly<Record<string, string>>): Attributes {
  let plain: Record<string, string> | undefined;
  for (const name in attributes) {
    if (!name.includes(':')) continue;
    plain ??= { ...attributes };
    plain[local(name)] ??= attributes[name] ?? '';
  }
  return plain ?? attributes;
}

/** Parses a part held whole. */
export function parseXml(part: string, text: string, listener: XmlListener): void {
  const parser = xmlParser(part, listener);
  parser.write(text.replace(/^\ufeff/, ''));
  parser.end();
}

/** Decodes a part's bytes: UTF-8, or UTF-16 where its mark says so. */
export async function* decodeXml(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(chunk[0] === 0xff && chunk[1] === 0xfe ? 'utf-16le' : chunk[0] === 0xfe && chunk[1] === 0xff ? 'utf-16be' : 'utf-8'); // prettier-ignore
    yield decoder.decode(chunk, { stream: true });
  }
  if (decoder) yield decoder.decode();
}
