// Takes the pictures of the READMEs from a running hub with the demo district, every page in light and dark:
//   npm run hub -- user add painter --role LEADER        (prints a one-time password)
//   node test/pictures.mjs painter PASSWORD [http://localhost:4000]
// The one-time password is used up; for the next time: npm run hub -- user password painter
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const [username, password, origin = 'http://localhost:4000'] = process.argv.slice(2);
if (!username || !password) {
  console.error('usage: node test/pictures.mjs NAME PASSWORD [ORIGIN]');
  process.exit(2);
}
const folder = fileURLToPath(new URL('../dashboard/pictures/', import.meta.url));

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.locator('[name=username]').fill(username);
  await page.locator('[name=password]').fill(password);
  await page.locator('[type=submit]').click();
  // A one-time password leads to the page on which it is changed.
  await page.locator('[data-test=verdict], [name=current]').first().waitFor();
  if (await page.locator('[name=current]').count()) await choosePassword(page, password);
  const [file] = await employers(page);
  const pages = {
    home: '/',
    certification: '/certification',
    dispute: '/dispute',
    union: '/union',
    contract: '/contract',
    inspection: '/inspection',
    data: '/data',
    map: '/map',
    explore: '/explore?by=TOWN,SIZE',
    figure: '/figures/certification.rate',
    rows: '/figures/union.coverage/rows?inside=no',
    enterprise: `/enterprises/${file}`,
    wall: '/wall',
  };
  const looks = [['zh', 'light'], ['zh', 'dark'], ['en', 'light']]; // prettier-ignore
  for (const [language, theme] of looks) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.evaluate(chosen => localStorage.setItem('hub.language', chosen), language);
    for (const [name, address] of Object.entries(language === 'en' ? { home: '/' } : pages)) {
      await page.goto(address);
      await page.waitForLoadState('networkidle').catch(() => undefined);
      // The last labels find their places after the pictures stand.
      await page.waitForTimeout(1500);
      const picture = await small(context, await page.screenshot());
      const title = `${name}-${language}${theme === 'dark' ? '-dark' : ''}.webp`;
      writeFileSync(folder + title, picture);
      console.log(`dashboard/pictures/${title}`);
    }
  }
} finally {
  await browser.close();
}

/** The codes of the largest employers, as the hub lists them. */
async function employers(page) {
  const query = '{ enterprises(first: 3, orderBy: [{ field: STAFF, direction: DESC }]) { nodes { uscc } } }';
  const answer = await page.evaluate(async body => {
    const sent = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: body }),
    });
    return sent.json();
  }, query);
  return answer.data.enterprises.nodes.map(({ uscc }) => uscc);
}

async function choosePassword(page, current) {
  const next = randomBytes(24).toString('base64url');
  await page.locator('[name=current]').fill(current);
  await page.locator('[name=next]').fill(next);
  await page.locator('[name=again]').fill(next);
  await page.locator('[type=submit]').click();
  await page.locator('[data-test=verdict]').waitFor();
}

/** The picture as WebP, a quarter of the size: the browser that took it can write that too. */
async function small(context, png) {
  const page = await context.newPage();
  const address = await page.evaluate(
    async source => {
      const bitmap = await createImageBitmap(await (await fetch(source)).blob());
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
      canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
      return canvas.toDataURL('image/webp', 0.85);
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  await page.close();
  return Buffer.from(address.split(',')[1] ?? '', 'base64');
}
