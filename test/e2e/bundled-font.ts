import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const server = createRequire(new URL('../../server/package.json', import.meta.url));
const fonts = join(dirname(server.resolve('@embedpdf/fonts-sc')), '..', 'fonts');

/** The settings under which a browser knows one font alone, the hub's own: what it draws looks the same on every machine. */
export function bundledFont(): { readonly FONTCONFIG_FILE: string } {
  const file = join(mkdtempSync(join(tmpdir(), 'hub-fonts-')), 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>\n`,
  );
  return { FONTCONFIG_FILE: file };
}
