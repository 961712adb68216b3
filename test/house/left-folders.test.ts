import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { removeLeftFolders } from '../../server/src/app/left-folders.ts';

test('what a killed hub left of uploads is removed, and nothing of a living one or of anybody else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hexie-left-'));
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  const elsewhere = join(folder, 'elsewhere');
  mkdirSync(elsewhere);
  const names = {
    dead: [`hexie-upload-${gone}-aB3xyz`, `hexie-demo-${gone}-aB3xyz`],
    kept: [`hexie-upload-${process.pid}-aB3xyz`, `hexie-upload-${process.ppid}-aB3xyz`, `other-${gone}-aB3xyz`],
  };
  for (const name of [...names.dead, ...names.kept]) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'file'), '甲测试');
  }
  symlinkSync(elsewhere, join(folder, `hexie-upload-${gone}-link00`));
  expect(removeLeftFolders(folder)).toBe(2);
  expect(readdirSync(folder).sort()).toEqual([...names.kept, 'elsewhere', `hexie-upload-${gone}-link00`].sort());
  rmSync(folder, { recursive: true });
}); // prettier-ignore
