import { hash } from 'node:crypto';
import { canonical } from './canonical.ts';

/** The head of a seal: what is hashed and signed, as canonical text. */
export interface SealHead {
  readonly id: number;
  /** Hash and signature of the seal before it; empty for the first one. */
  readonly previous: string;
  readonly previousSignature: string;
  /** SHA-256 of the content: number and digest of each entry. */
  readonly digest: string;
  readonly entries: number;
  /** Entries sealed by this and all before it. */
  readonly total: number;
  /** The largest number of an entry under this or any seal before it. */
  readonly lastSeq: number;
  /** The seal that stood last in the anchor file when this one was made; 0 where there was none. */
  readonly anchored: number;
  readonly at: number;
}

/** A seal as the table keeps it. */
export interface Seal {
  readonly head: string;
  readonly signature: Buffer;
}

/** An entry under a seal: its number, and the digest of its text. */
export interface Sealed {
  readonly seq: number;
  readonly digest: Buffer;
}

const width = 40;

export const sha256 = (content: string | Buffer): Buffer => hash('sha256', content, 'buffer');

export const digestOf = (entry: string): Buffer => sha256(entry);
/** Of a text that bears no mark of the hub: somebody else put it into the table, or changed it before it was sealed. */
export const foreignDigest = (entry: string): Buffer => sha256(`foreign\n${entry}`);
/** Of an entry that was gone before it was sealed. */
export const missingDigest = Buffer.alloc(32);

export const headText = (head: SealHead): string => canonical(head);
export const readHead = (text: string): SealHead => JSON.parse(text) as SealHead;
/** What the next seal and the anchors name it by. */
export const hashOf = (head: string): Buffer => sha256(head);

/** Eight bytes of number and thirty-two of digest for each entry, one after the other. */
export function pack(entries: readonly Sealed[]): Buffer {
  const content = Buffer.alloc(entries.length * width);
  entries.forEach(({ seq, digest }, i) => {
    content.writeBigInt64BE(BigInt(seq), i * width);
    digest.copy(content, i * width + 8);
  });
  return content;
}

export function unpack(content: Buffer): Sealed[] {
  const entries: Sealed[] = [];
  for (let at = 0; at + width <= content.length; at += width) {
    const digest = content.subarray(at + 8, at + width);
    entries.push({ seq: Number(content.readBigInt64BE(at)), digest });
  }
  return entries;
}
