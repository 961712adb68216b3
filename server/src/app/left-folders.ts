import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alive } from './embedded/leftovers.ts';

/** Folders of uploads and of the demo carry the number of the process that made them. */
const form = /^hexie-(?:upload|demo)-(\d+)-\w+$/;

/** Removes what a hub that was killed left among the temporary files: uploads hold people's data in plain. */
export function removeLeftFolders(folder = tmpdir()): number {
  const left = readdirSync(folder).filter(name => {
    const pid = Number(form.exec(name)?.[1] ?? 0);
    const found = pid ? lstatSync(join(folder, name), { throwIfNoEntry: false }) : undefined;
    // Nobody else may decide what is removed in our name.
    if (!found?.isDirectory() || found.uid !== process.getuid?.()) return false;
    // In a container every hub has the same number.
    return pid === process.pid ? found.ctimeMs < performance.timeOrigin : !alive(pid);
  });
  for (const name of left) rmSync(join(folder, name), { recursive: true, force: true });
  return left.length;
}
