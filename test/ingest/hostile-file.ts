import { faultless } from './reading.ts';

/** One hostile file and what becomes of it: a refusal's code, or CLEAN. */
export interface HostileFile {
  readonly name: string;
  readonly fileName: string;
  readonly bytes: () => Buffer | Uint8Array | Promise<Buffer | Uint8Array>;
  /** The file is lengthened to so many bytes without filling them. */
  readonly length?: number;
  readonly outcome: string;
}

/** A hostile file in one line. */
export const hostile = (
  name: string,
  fileName: string,
  outcome: string,
  bytes: HostileFile['bytes'],
  length?: number,
): HostileFile => ({ name, fileName, outcome, bytes, ...(length !== undefined && { length }) });

/** The header and a faultless row of the roster: what a hostile file hides behind. */
export const header = Object.keys(faultless.E);
export const row = Object.values(faultless.E).map(String);

/** Text that hardly packs: the same each time, and of any length. */
export function noise(length: number): string {
  let seed = 42;
  const pieces: string[] = [];
  for (let size = 0; size < length; size += 8) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    pieces.push(seed.toString(36).padStart(8, '0').slice(-8));
  }
  return pieces.join('').slice(0, length);
}
