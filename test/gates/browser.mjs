import { existsSync } from 'node:fs';
import { onPath, run } from './shell.mjs';

const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const fontFolders = ['/usr/share/fonts', '/usr/local/share/fonts', `${process.env.HOME ?? ''}/.fonts`];

const hasBrowser = () =>
  (process.env.CHROMIUM_PATH && existsSync(process.env.CHROMIUM_PATH)) || browsers.some(onPath);

async function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  if (existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')) return true;
  if (onPath('fc-list')) return (await run('fc-list', [':lang=zh', 'family'])).output.trim() !== '';
  const found = await run('find', [...fontFolders.filter(f => existsSync(f)), '-iname', '*cjk*']);
  return found.output.trim() !== '';
}

async function missing() {
  const names = [];
  if (!hasBrowser()) names.push('chromium');
  if (!(await hasChineseFont())) names.push('fonts-noto-cjk');
  return names;
}

/** The real browser of the end-to-end tests: installed where we may (Debian as root), else named in one line. */
export async function browser() {
  let lacking = await missing();
  if (lacking.length > 0 && process.getuid?.() === 0 && onPath('apt-get')) {
    process.stdout.write(`  installing ${lacking.join(' and ')} from Debian (a minute or two)…\n`);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { env });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...lacking], { env });
    lacking = await missing();
  }
  const command = 'sudo apt-get install -y chromium fonts-noto-cjk';
  return {
    ok: lacking.length === 0,
    output: `Missing for the browser tests: ${lacking.join(', ')}. Install (Debian: ${command}), or name a browser in CHROMIUM_PATH.`,
  };
}
