import { spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { hubUserName, type OsUser } from './os-user.ts';

/** The database roles the hub knows; nobody can sign in over the socket as anything else, not even the superuser. */
const roles = ['hub_owner', 'hub_app', 'hub_report'];

/** Makes the cluster once; a run that is cut short is thrown away and made anew. */
export async function prepareCluster(folder: string, binaries: Binaries, user: OsUser): Promise<void> {
  if (!existsSync(join(folder, 'PG_VERSION'))) {
    const partial = `${folder}.partial`;
    rmSync(partial, { recursive: true, force: true });
    ownedFolder(partial, user);
    await runAs(user, join(binaries.bin, 'initdb'), initArguments(partial));
    await createRoles(partial, binaries, user);
    rmSync(folder, { recursive: true, force: true });
    renameSync(partial, folder);
  }
  writeAccess(folder, user);
}

/** A folder that the database's user owns and nobody else may enter. */
export function ownedFolder(folder: string, user: OsUser): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  if (user.dropped) chownSync(folder, user.uid, user.gid);
}

/** Built-in C.UTF-8: the same order and the same letters on every machine, and trigrams that know Chinese. */
function initArguments(folder: string): string[] {
  const letters =
    process.platform === 'linux' ? 'C.UTF-8' : process.platform === 'darwin' ? 'en_US.UTF-8' : 'C';
  return [
    ...['-D', folder, '-U', 'postgres', '--encoding=UTF8', '--auth=reject', '--no-instructions'],
    ...['--locale=C', `--lc-ctype=${letters}`, '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    '--data-checksums',
  ];
}

/** Roles are made in single-user mode, so that no superuser ever needs a way in. */
async function createRoles(folder: string, binaries: Binaries, user: OsUser): Promise<void> {
  const sql = [
    'create role hub_owner login createdb',
    'create role hub_app login',
    'create role hub_report login',
  ];
  const run = ['--single', '-D', folder, 'postgres'];
  await runAs(user, join(binaries.bin, 'postgres'), run, `${sql.join(';\n')};\n`);
}

/** Written at every start: the hub may have moved to another account since. */
function writeAccess(folder: string, user: OsUser): void {
  const files = {
    'pg_hba.conf': 'local all all peer map=hub\n',
    'pg_ident.conf': roles.map(role => `hub "${hubUserName()}" ${role}\n`).join(''),
  };
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, name);
    writeFileSync(file, text, { mode: 0o600 });
    if (user.dropped) chownSync(file, user.uid, user.gid);
  }
}

/** Runs one of PostgreSQL's programs to its end as the database's user. */
function runAs(user: OsUser, program: string, args: string[], input = ''): Promise<void> {
  return new Promise((resolve, reject) => {
    const ids = user.dropped ? { uid: user.uid, gid: user.gid } : {};
    const child = spawn(program, args, { ...ids, cwd: '/', env: { PATH: process.env['PATH'], LC_ALL: 'C' } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (output = (output + chunk.toString('utf8')).slice(-4000)));
    }
    child.on('error', reject);
    child.on('close', code =>
      code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}: ${output}`)),
    );
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
