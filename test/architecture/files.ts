import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's root. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

const notOurs = new Set(['node_modules', 'dist', 'data', '.git', '.cache', '.idea', '.vscode']);

/** Every file of the checkout that people wrote or that is published, as paths from the root. */
export function files(folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : files(path);
    return [path];
  });
}

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');
