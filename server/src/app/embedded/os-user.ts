import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { userInfo } from 'node:os';
import { settingRefusal } from '../refusal.ts';

/** The operating-system user that the database runs as. */
export interface OsUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  /** Whether the hub itself is root and must step down for its child. */
  readonly dropped: boolean;
}

/** PostgreSQL refuses to run as root: then it is `postgres`, or `nobody` where there is none. */
export function databaseUser(): OsUser {
  const me = userInfo();
  if (me.uid !== 0) return { name: me.username, uid: me.uid, gid: me.gid, dropped: false };
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const entry = lines.find(line => line[0] === name);
    if (entry) return { name, uid: Number(entry[2]), gid: Number(entry[3]), dropped: true };
  }
  return { name: 'nobody', uid: 65_534, gid: 65_534, dropped: true };
}

/** The name PostgreSQL's peer check will see for the hub itself. */
export const hubUserName = (): string => userInfo().username;

/** Refuses, naming the folder at fault, a data folder that the database's user cannot enter. */
export function assertTraversable(folder: string, user: OsUser): void {
  if (!user.dropped) return;
  const ancestors: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    ancestors.unshift(at);
    if (at === dirname(at)) break;
  }
  for (const ancestor of ancestors) {
    statSync(ancestor);
    const entered = spawnSync('/bin/sh', ['-c', 'cd -- "$0"', ancestor], {
      uid: user.uid,
      gid: user.gid,
      cwd: '/',
    });
    if (entered.status === 0) continue;
    throw settingRefusal(
      'HUB_DATA_DIR',
      `数据库用户 ${user.name} 无法进入 ${ancestor}，请改用其他目录`,
      `the database's user ${user.name} cannot enter ${ancestor}; choose another folder`,
    );
  }
}
