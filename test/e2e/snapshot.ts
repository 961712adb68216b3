import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

const kept = fileURLToPath(new URL('snapshots/', import.meta.url));
const found = join(tmpdir(), 'hexie-snapshots');
/** `HEXIE_SNAPSHOTS=accept` keeps what is seen now; look at it before it is committed. */
const accepting = process.env['HEXIE_SNAPSHOTS'] === 'accept';

/** So much of a picture may differ: another release of the browser smooths letters in another way. */
export const tolerated = 0.01;

/** The share of points that differ by more than the smoothing of an edge; 1 if the pictures differ in size. */
export function difference(one: PNG, other: PNG, marked?: PNG): number {
  if (one.width !== other.width || one.height !== other.height) return 1;
  const { width, height } = one;
  return (
    pixelmatch(one.data, other.data, marked?.data, width, height, { threshold: 0.15 }) / (width * height)
  );
}

/** What is wrong with a screenshot beside the kept one of that name, and where to look; nothing if they are alike. */
export function unlikeSnapshot(name: string, screenshot: Buffer): string[] {
  const path = join(kept, `${name}.png`);
  if (accepting) {
    writeFileSync(path, screenshot);
    return [];
  }
  if (!existsSync(path)) return [`${name}: nobody has kept a picture of it yet (HEXIE_SNAPSHOTS=accept)`];
  const [before, now] = [PNG.sync.read(readFileSync(path)), PNG.sync.read(screenshot)];
  const marked = new PNG({ width: now.width, height: now.height });
  const share = difference(before, now, marked);
  if (share <= tolerated) return [];
  mkdirSync(found, { recursive: true });
  writeFileSync(join(found, `${name}.png`), screenshot);
  if (share < 1) writeFileSync(join(found, `${name}.difference.png`), PNG.sync.write(marked));
  return [
    `${name}: ${(share * 100).toFixed(1)} % of it differs; see ${found}. HEXIE_SNAPSHOTS=accept keeps it.`,
  ];
}
