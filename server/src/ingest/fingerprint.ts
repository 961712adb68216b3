import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** Bytes at a time: each piece is a turn of the thread pool, and half a gigabyte in the usual ones is 8,000 of them. */
const highWaterMark = 1024 * 1024;

/** The SHA-256 and size of a file, read once as a stream. */
export async function fingerprint(path: string): Promise<{ sha256: string; sizeBytes: number }> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark })) {
    hash.update(chunk as Buffer);
    sizeBytes += (chunk as Buffer).length;
  }
  return { sha256: hash.digest('hex'), sizeBytes };
}
