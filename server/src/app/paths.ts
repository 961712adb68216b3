import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the checkout, found alike from the sources and from the build. */
export const checkout = findCheckout(dirname(fileURLToPath(import.meta.url)));

/** Where the built dashboard lies. */
export const dashboardFolder = join(checkout, 'dashboard', 'dist');

function findCheckout(folder: string): string {
  if (existsSync(join(folder, 'pnpm-workspace.yaml'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('pnpm-workspace.yaml is not above the server');
  return findCheckout(above);
}
