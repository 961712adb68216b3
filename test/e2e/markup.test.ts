import { join } from 'node:path';
import { selectors, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemViewer } from '../../server/src/access/viewer.ts';
import {
  certifications,
  certified,
  disputes,
  disputeHeader,
  roster,
  uscc,
  writeWorkbook,
} from '../ingest/support.ts';
import { launchBrowser, visit } from './browser.ts';
import { startDashboardHub, type DashboardHub } from './hub.ts';

selectors.setTestIdAttribute('data-test');
let hub: DashboardHub;
let browser: Browser;
let office: Awaited<ReturnType<BrowserContext['storageState']>>;

/** Names that would set a mark on the page if any place took them for markup, a template or an address. */
const mark = 'window.__p=1';
const names = [
  `<img src=x onerror=${mark}>有限公司`,
  `"><svg/onload=${mark}>有限公司`,
  `</script><script>${mark}</script>有限公司`,
  `{{constructor.constructor('${mark}')()}}有限公司`,
  `javascript:${mark}//有限公司`,
];

beforeAll(async () => {
  [hub, browser] = await Promise.all([startDashboardHub(20, /^$/), launchBrowser()]);
  const path = join(hub.folder, 'names.xlsx');
  const day = '2015-01-01';
  await writeWorkbook(path, [
    roster(
      ...names.map((name, i) => [uscc(i + 1), name, '雒容镇', '制造业', 100 + i, day, '存续']),
      // A rejected row shows its cell in the report.
      [uscc(20), `<b onclick=${mark}>坏行</b>`, '雒容镇', '制造业', '<img src=x onerror=window.__p=1>', day, '存续'],
    ),
    certifications(...names.map((name, i) => certified(uscc(i + 1), name))),
    {
      ...disputes(
        ...names.map((name, i) => [name, '2026-09-01', '张三丰', uscc(i + 1), name, name, 100, '企业工会', name]),
        // A name without a code waits for a person to match it.
        ['无码1号', '2026-09-01', '张三丰', null, `<img src=x onerror=${mark}>公司`, '劳动报酬', 100, '企业工会', '李'],
      ),
      header: [...disputeHeader, '调解员'],
    },
    {
      // Corrections long overdue, so that the overview of inspection names the employers.
      name: '监察',
      header: ['案件编号', '统一社会信用代码', '企业名称', '来源', '检查日期', '问题类别', '责令改正日期', '整改期限', '守法诚信等级'],
      rows: names.map((name, i) => [name, uscc(i + 1), name, '日常巡查', '2026-08-01', name, '2026-08-02', '2026-09-01', 'C']),
    },
  ]); // prettier-ignore
  await hub.services.ingest.importFile(systemViewer('test'), {
    path,
    fileName: `<img src=x onerror=${mark}>.xlsx`,
    origin: 'TEST',
  });
  office = await hub.signedIn('office', 'OFFICE');
}, 240_000);
afterAll(async () => {
  await browser.close();
  await hub.close();
});

/** Moves over every picture, so that whatever would tell more under the pointer tells it; how many lines of it came to be. */
async function hover(page: Page): Promise<number> {
  let told = 0;
  for (const picture of await page.locator('.canvas').all()) {
    await picture.scrollIntoViewIfNeeded();
    const box = await picture.boundingBox();
    for (const part of box ? [0.25, 0.5, 0.75] : []) {
      await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) * part, (box?.y ?? 0) + (box?.height ?? 0) / 2);
      told += await page.locator('.tooltip-line').count();
    }
  }
  return told;
}

describe('a name that is written as markup', () => {
  test('is text on every page, under the pointer too', { timeout: 180_000 }, async () => {
    const { page, context, complaints } = await visit(browser, hub.origin, {}, office);
    const strangers: string[] = [];
    page.on('request', request => {
      const { origin, pathname } = new URL(request.url());
      if (origin !== new URL(hub.origin).origin || pathname.endsWith('/x')) strangers.push(request.url());
    });
    const [last] = await hub.owner<{ id: string }>(
      'select id from import_file order by received_at desc limit 1',
      [],
    );
    const pages = [
      '/', '/enterprises', ...names.map((_, i) => `/enterprises/${uscc(i + 1)}`), '/certifications', '/disputes',
      '/imports', `/imports/${last?.id}`, '/matches', '/quality', '/figures', '/figures/certification.rate',
      '/figures/certification.rate/rows', '/map?town=LUORONG', '/map?town=LUORONG&figure=dispute.filed',
      '/certification', '/dispute', '/union', '/contract', '/inspection', '/inspections', '/data', '/explore',
    ]; // prettier-ignore
    let seen = '';
    let told = 0;
    for (const address of pages) {
      await page.goto(address);
      await page.locator('main').waitFor();
      await page.waitForLoadState('networkidle');
      told += await hover(page);
      seen += await page.locator('body').innerText();
    }
    await page.goto('/');
    await page.getByRole('combobox').first().waitFor();
    expect(await page.evaluate('window.__p')).toBeUndefined();
    expect(complaints).toEqual([]);
    // Nor could a slip of ours make markup or a script of a text: the browser refuses it.
    for (const [make, refused] of [
      ['document.createElement("div").innerHTML = "<b>1</b>"', true],
      ['document.createElement("script").src = "/wall-worker.js?x"', true],
      ['trustedTypes.createPolicy("mine", { createHTML: text => text })', true],
      ['document.createElement("div").innerHTML = ""', false],
    ] as const) {
      const made = await page.evaluate(
        `(() => { try { ${make}; return 'made' } catch { return 'refused' } })()`,
      );
      expect([make, made]).toEqual([make, refused ? 'refused' : 'made']);
    }
    // They did come to be seen, letter by letter, and the pictures did tell more.
    expect(told).toBeGreaterThan(0);
    for (const name of names) expect(seen).toContain(name);
    expect(seen).toContain(`${names.length} 件整改已经逾期`);
    expect(strangers).toEqual([]);
    await context.close();
  });
});
