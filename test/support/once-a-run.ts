import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';

const isThere = (error: unknown): boolean => (error as { code?: string }).code === 'EEXIST';
const told = (path: string): Promise<string | undefined> => readFile(path, 'utf8').catch(() => undefined);

/**
 * A folder of this run with something in it that takes long to make: the first test file that asks makes it, those that
 * ask meanwhile wait for it, and all after them find it there. What made it fail fails them all.
 */
export async function onceARun(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(inject('runFolder'), name);
  const outcome = `${folder}.outcome`;
  const isFirst = await mkdir(folder).then(
    () => true,
    (error: unknown) => {
      if (isThere(error)) return false;
      throw error;
    },
  );
  if (isFirst) {
    const fault = await make(folder).then(
      () => '',
      (error: unknown) => String(error),
    );
    await writeFile(outcome, `${fault}\n`);
  }
  for (;;) {
    // The line is not whole before its end is there.
    const fault = await told(outcome);
    if (fault === '\n') return folder;
    if (fault?.endsWith('\n')) throw new Error(`${name}: ${fault}`);
    await sleep(50);
  }
}
