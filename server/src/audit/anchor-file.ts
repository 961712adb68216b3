import { createReadStream, existsSync } from 'node:fs';
import { chmod, mkdir, open, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

/** A line of the anchor file: a seal as it stood, out of the database's reach. */
export interface Anchor {
  readonly seal: number;
  readonly hash: string;
  readonly signature: string;
  /** Entries sealed by then, and the largest of their numbers. */
  readonly count: number;
  readonly lastSeq: number;
  readonly at: string;
  /** The seal of the line before: a line that was taken out is missed. */
  readonly after: number;
}

const enough = 4096;

/** The file outside the database to which the head of the chain is written; a line once written is never touched. */
export class AnchorFile {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** Where the public key stands: whoever copies the folder can check everything without a secret. */
  get keyPath(): string {
    return join(dirname(this.path), 'audit-key.pem');
  }

  /** Makes the folder, for the hub's own user alone, and puts the public key into it. */
  async prepare(publicKey: string): Promise<void> {
    const folder = dirname(this.path);
    if (!existsSync(folder)) await mkdir(folder, { recursive: true, mode: 0o700 });
    const there = await readFile(this.keyPath, 'utf8').catch(() => '');
    if (there !== publicKey) await writeFile(this.keyPath, publicKey, { mode: 0o644 });
  }

  /** The last whole line; undefined where there is none. */
  async last(): Promise<Anchor | undefined> {
    const file = await open(this.path, 'r').catch(absent);
    if (!file) return undefined;
    try {
      const { size } = await file.stat();
      const from = Math.max(0, size - enough);
      const { buffer, bytesRead } = await file.read({ position: from, buffer: Buffer.alloc(size - from) });
      const lines = buffer.subarray(0, bytesRead).toString('utf8').split('\n');
      return lines.map(parse).findLast(one => one !== undefined);
    } finally {
      await file.close();
    }
  }

  /** Adds a line, and answers once it is on the disk. */
  async append(anchor: Anchor): Promise<void> {
    const file = await open(this.path, 'a+', 0o600);
    try {
      const { size } = await file.stat();
      if (size === 0) await chmod(this.path, 0o600);
      const { buffer } = await file.read({ position: Math.max(0, size - 1), buffer: Buffer.alloc(1) });
      // A line that was cut off by a crash must not swallow the next one.
      const fresh = size > 0 && buffer[0] !== 0x0a ? '\n' : '';
      await file.write(`${fresh}${JSON.stringify(anchor)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  /** How many bytes it has by now. */
  async size(): Promise<number> {
    return (await stat(this.path).catch(absent))?.size ?? 0;
  }

  /** Every line of the first so many bytes, in its order; what is no anchor comes as undefined. */
  async *lines(size: number): AsyncGenerator<Anchor | undefined> {
    if (size === 0) return;
    const input = createReadStream(this.path, { encoding: 'utf8', end: size - 1 });
    for await (const line of createInterface({ input, crlfDelay: Infinity }))
      if (line.trim() !== '') yield parse(line);
  }
}

function parse(line: string): Anchor | undefined {
  try {
    const anchor = JSON.parse(line) as Anchor;
    return Number.isSafeInteger(anchor.seal) && typeof anchor.hash === 'string' ? anchor : undefined;
  } catch {
    return undefined;
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
