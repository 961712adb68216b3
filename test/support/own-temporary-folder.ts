import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/**
 * Until the tests of this file have ended, whatever the process puts down for a while stands in a folder of its own:
 * other files' tests upload at the same time, and what is left behind is looked for. To be called before hooks that
 * use it: the first hook is the last to clean up.
 */
export function ownTemporaryFolder(): string {
  const before = process.env['TMPDIR'];
  const folder = mkdtempSync(join(tmpdir(), 'hexie-test-'));
  process.env['TMPDIR'] = folder;
  afterAll(() => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    rmSync(folder, { recursive: true });
  });
  return folder;
}
