import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

const inMemory = '/dev/shm';
const mark = 'hexie-run-';
const gigabyte = 1024 ** 3;

/** Where there is room for a whole run's databases and files, and for the processes beside them. */
const isRoomy = (): boolean => {
  if (process.platform !== 'linux' || !existsSync(inMemory)) return false;
  const { bavail, bsize } = statfsSync(inMemory);
  return bavail * bsize > 8 * gigabyte && process.availableMemory() > 12 * gigabyte;
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
};

/** A run that was killed left its folder behind, and that is memory. */
function removeLeft(): void {
  for (const name of readdirSync(inMemory)) {
    const pid = Number(new RegExp(`^${mark}(\\d+)-`).exec(name)?.[1]);
    if (pid && !isAlive(pid)) rmSync(join(inMemory, name), { recursive: true, force: true });
  }
}

/**
 * Until the run has ended, whatever is put down for a while stands in memory, where the machine has enough of it: a
 * database is 600 files, and there are disks on which to make those takes a second, of which a run makes hundreds.
 * Gives back what ends it.
 */
export function quickFolder(): () => void {
  if (!isRoomy()) return () => undefined;
  removeLeft();
  const before = process.env['TMPDIR'];
  const folder = mkdtempSync(join(inMemory, `${mark}${process.pid}-`));
  // As anybody's folder for temporary files is: the database's user puts its own there.
  chmodSync(folder, 0o1777);
  process.env['TMPDIR'] = folder;
  return () => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    rmSync(folder, { recursive: true, force: true });
  };
}
