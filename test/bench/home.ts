import { measureBrowserPage, type BrowserPage } from './browser-page.ts';
import type { PageServer, PageTimes } from './home-load.ts';
import { page, send, timesOf } from './home-load.ts';
import { openHome, scorecardOf, type HomeServers } from './home-district.ts';
import type { HomeDistrict } from './home-seed.ts';

/** The districts of the specification, and a very small one to try the bench itself. */
export const homeSizes = {
  XS: { employers: 120, contracts: 6000, disputes: 300 },
  S: { employers: 1200, contracts: 60_000, disputes: 3000 },
  L: { employers: 20_000, contracts: 1_000_000, disputes: 200_000 },
} as const satisfies Record<string, HomeDistrict>;
export type HomeSize = keyof typeof homeSizes;

const at = '2026-11-23';
/** What is to be reached at the largest size, in milliseconds, and against the smallest. */
const targets = { p95: 50, toSmallest: 2, right: 1000, firstScript: 300, lcp: 1500, interaction: 100 };

interface SizeResult extends HomeDistrict {
  readonly size: HomeSize;
  readonly seeded: number;
  readonly built: number;
  readonly first: number;
  readonly ours: PageTimes;
  readonly plain: PageTimes;
  readonly postgraphile: PageTimes;
  readonly right: PageTimes;
  readonly importTook: number;
  readonly browser: BrowserPage;
}

/** What the home page costs at some sizes, beside its figures from hand-written SQL and from PostGraphile's aggregates. */
export async function measureHome(root: string, sizes: readonly HomeSize[], pages: number, note: (text: string) => void) {
  const open: { size: HomeSize; servers: HomeServers }[] = [];
  try {
    for (const size of sizes) {
      note(`home page at ${size}: seeding`);
      const servers = await openHome(root, homeSizes[size], at);
      note(`seeded in ${servers.seeded} s, cells made in ${servers.built.toFixed(1)} s`);
      open.push({ size, servers });
      await agree(servers);
    }
    const first = await inTurn(open.map(({ servers }) => servers.ours), 1);
    await inTurn(open.map(({ servers }) => servers.ours), 20);
    // In turn, so that a busy machine slows every size alike.
    const ours = await inTurn(open.map(({ servers }) => servers.ours), pages);
    const results: SizeResult[] = [];
    for (const [i, { size, servers }] of open.entries()) {
      const peers = await inTurn([servers.plain, servers.postgraphile], size === 'L' ? 3 : 10);
      const imports = [];
      for (let n = 0; n < 5; n++) imports.push(await servers.importOne());
      results.push({
        size, ...homeSizes[size], seeded: servers.seeded, built: Number(servers.built.toFixed(1)), first: first[i]?.p50 ?? NaN,
        ours: ours[i] as PageTimes, plain: peers[0] as PageTimes, postgraphile: peers[1] as PageTimes,
        right: timesOf(imports.map(one => one.right)), importTook: timesOf(imports.map(one => one.took)).p50,
        browser: await measureBrowserPage(servers.ours.url, await servers.leader(), 5),
      });
      note(`${size}: ${JSON.stringify(results.at(-1))}`);
    }
    return report(results);
  } finally {
    await Promise.all(open.map(({ servers }) => servers.stop()));
  }
} // prettier-ignore

/** Pages of some servers in turn. */
async function inTurn(servers: readonly PageServer[], pages: number): Promise<PageTimes[]> {
  const times = servers.map((): number[] => []);
  for (let n = 0; n < pages; n++) {
    for (const [i, server] of servers.entries()) times[i]?.push(await page(server));
  }
  return times.map(timesOf);
}

/** All three must say the same before there is anything to compare. */
async function agree({ ours, plain, postgraphile }: HomeServers): Promise<void> {
  const scorecard = await scorecardOf(ours);
  const of = (key: string): readonly (number | null)[] => scorecard.get(key) ?? [];
  const [certified, employers] = of('certification.rate');
  const [signed, persons] = of('contract.signing');
  const expected = {
    certified, employers, signed, persons, filed: of('filing.coverage')[0], unionised: of('union.coverage')[0],
    members: of('union.membership')[0], agreed: of('union.collective')[0], major: of('incident.major')[0],
  }; // prettier-ignore
  for (const server of [plain, postgraphile]) {
    const request = server.requests[0];
    if (!request) continue;
    const { data } = JSON.parse(await send(server, request)) as { data: Record<string, unknown> };
    const plainly = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, Number(firstNumber(value))]));
    for (const [key, value] of Object.entries(expected)) {
      if (plainly[key] !== value) throw new Error(`${server.name} says ${key} is ${plainly[key]}, the hub ${value}`);
    }
  }
} // prettier-ignore

const firstNumber = (value: unknown): unknown =>
  typeof value === 'object' && value ? firstNumber(Object.values(value)[0]) : value;

/** The table for people and the record for programs. */
function report(results: readonly SizeResult[]): { text: string; result: object; met: boolean } {
  const [smallest, largest] = [results[0], results.at(-1)];
  const toSmallest = Number(((largest?.ours.p95 ?? NaN) / (smallest?.ours.p95 ?? NaN)).toFixed(2));
  const row = (name: string, { p50, p95 }: PageTimes): string =>
    `  ${name.padEnd(42)}${p50.toFixed(1).padStart(10)}${p95.toFixed(1).padStart(10)}`;
  const lines = ['', "The home page's whole data over HTTP, 6 connections, once warm (ms a page)", ''];
  for (const one of results) {
    lines.push(
      `${one.size} (${one.employers} employers, ${one.contracts} contracts, ${one.disputes} disputes; seeded in ${one.seeded} s, cells in ${one.built} s)`,
      `  ${''.padEnd(42)}${'p50'.padStart(10)}${'p95'.padStart(10)}`,
      row('Hexie Hub, everything the page asks for', one.ours),
      row('plain SQL, its figures without comparisons', one.plain),
      row('PostGraphile 5 + aggregates, the same', one.postgraphile),
      row('right again after an import', one.right),
      row('in a browser: the largest part stands (LCP)', one.browser.lcp),
      row('the same with the files in its cache', one.browser.warmLcp),
      row('from a click to the next frame', one.browser.interaction),
      `  ${one.browser.firstScript} KB of script until figures stand, ${one.browser.allScript} KB with the pictures, ${one.browser.other} KB of styles and marks; ${one.browser.questions} questions; layout shift ${one.browser.shift}`,
      '',
    );
  }
  const met =
    (largest?.ours.p95 ?? Infinity) <= targets.p95 &&
    toSmallest <= targets.toSmallest &&
    results.every(one => one.right.p95 <= targets.right) &&
    results.every(
      ({ browser }) => browser.firstScript <= targets.firstScript && browser.lcp.p50 <= targets.lcp,
    ) &&
    results.every(({ browser }) => browser.interaction.p95 <= targets.interaction);
  lines.push(
    `  p95 at ${largest?.size} ${largest?.ours.p95.toFixed(1)} ms (target ≤ ${targets.p95}), ${toSmallest} × that at ${smallest?.size} (target ≤ ${targets.toSmallest}); right within ${targets.right} ms of an import; script ≤ ${targets.firstScript} KB, LCP ≤ ${targets.lcp} ms, a click ≤ ${targets.interaction} ms`,
    '',
  );
  return { text: lines.join('\n'), result: { met, targets, toSmallest, sizes: results }, met };
}
