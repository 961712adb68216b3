import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../server/src/access/roles.ts';
import { progressBar, progressLine } from '../../server/src/ingest/progress/progress-bar.ts';
import { startHub, type RunningHub } from '../server/hub.ts';
import { subscribe } from './follow.ts';
import { firm, rosterHeader, type Cell } from './support.ts';

let hub: RunningHub;
const tokens = new Map<Role, string>();
beforeAll(async () => {
  hub = await startHub();
  for (const role of ['INDUSTRY', 'HRSS', 'COURT', 'LEADER', 'MEMBER'] as const)
    tokens.set(role, await hub.token(role));
});
afterAll(() => hub.close());

const csv = (...rows: readonly (readonly Cell[])[]): string => rows.map(row => row.join(',')).join('\n');
const roster = (count: number, from = 0): string =>
  csv(rosterHeader, ...Array.from({ length: count }, (_, i) => firm(from + i + 1)));

async function begin(role: Role, text: string): Promise<string> {
  const body = new FormData();
  body.append('file', new Blob([text], { type: 'text/csv' }), '名录.csv');
  const headers = { authorization: `Bearer ${tokens.get(role) ?? ''}` };
  const response = await fetch(`${hub.origin}/api/imports`, { method: 'POST', headers, body });
  return ((await response.json()) as { id: string }).id;
}
const ask = (role: Role, query: string, variables: Record<string, unknown> = {}) =>
  hub.graphql(query, { token: tokens.get(role) ?? '', variables });
const follow = (role: Role | null, query: string, variables: Record<string, unknown> = {}) =>
  subscribe(hub.origin, role && (tokens.get(role) ?? ''), query, variables);
const progressQuery = `subscription($id: ID!) { importProgress(id: $id) { id status progress { phase sheet rows share } import { sheets { inserted } } } }`;
const cancelQuery = `mutation($id: ID!) { cancelImport(input: { id: $id }) { import { status progress { rows } sheets { form } refusal { code } } } }`;
/** Holds the imports up, as another one would. */
async function heldUp<Result>(work: () => Promise<Result>): Promise<Result> {
  const [holds, release] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  const held = hub.database.transaction({ actor: 'test', towns: '*', channels: '*' }, async query => {
    await query(`select pg_advisory_xact_lock(hashtext('hub.import'))`);
    holds.resolve(undefined);
    await release.promise;
  });
  await holds.promise;
  try {
    return await work();
  } finally {
    release.resolve(undefined);
    await held;
  }
}

describe('following an import', () => {
  test('it is told from its waiting to its end', async () => {
    const { id, stream } = await heldUp(async () => {
      const id = await begin('INDUSTRY', roster(1500));
      const stream = await follow('INDUSTRY', progressQuery, { id });
      expect(await stream.next()).toMatchObject({
        data: {
          importProgress: { id, status: 'RUNNING', progress: { phase: 'WAITING', rows: 0, share: 0 } },
        },
      });
      const { data } = await ask(
        'INDUSTRY',
        `query($id: ID!) { import(id: $id) { status progress { phase } } }`,
        { id },
      );
      expect(data?.['import']).toEqual({ status: 'RUNNING', progress: { phase: 'WAITING' } });
      return { id, stream };
    });
    const told = await stream.rest();
    expect(told.at(-1)).toEqual({
      data: {
        importProgress: { id, status: 'DONE', progress: null, import: { sheets: [{ inserted: 1500 }] } },
      },
    });
    expect(stream.contentType).toContain('text/event-stream');
    const { data } = await ask('INDUSTRY', `query($id: ID!) { import(id: $id) { progress { phase } } }`, {
      id,
    });
    expect(data?.['import']).toEqual({ progress: null });
  });

  test('another department does not find it, and nobody and the figures’ readers are refused', async () => {
    const id = await begin('INDUSTRY', roster(3));
    const stream = await follow('COURT', progressQuery, { id });
    expect(await stream.rest()).toMatchObject([{ errors: [{ extensions: { code: 'NOT_FOUND' } }] }]);
    expect(await (await follow('MEMBER', progressQuery, { id })).rest()).toMatchObject([
      { errors: [{ extensions: { code: 'FORBIDDEN' } }] },
    ]);
    expect((await follow(null, progressQuery, { id })).status).toBe(401);
  });

  test.each([
    ['a query', '{ viewer { name } }'],
    ['a mutation', 'mutation { cancelImport(input: { id: "1" }) { import { id } } }'],
    ['no GraphQL', 'subscription {'],
    ['an unknown field', 'subscription { importProgresss(id: "1") { id } }'],
    [
      'too many aliases',
      `subscription { importProgress(id: "1") { ${Array.from({ length: 101 }, (_, i) => `a${i}: id`).join(' ')} } }`,
    ],
  ])('%s is refused before it begins, and no name is suggested', async (_name, query) => {
    const refused = await follow('INDUSTRY', query);
    expect(refused.status).toBe(400);
    expect(refused.text).not.toMatch(/Did you mean/);
  });
});

describe('cancelling an import', () => {
  test('one that waits for another stops within two seconds and leaves nothing', async () => {
    await heldUp(async () => {
      const id = await begin('INDUSTRY', roster(20, 5000));
      const behind = await begin('INDUSTRY', roster(20, 6000));
      for (const one of [behind, id]) {
        const since = performance.now();
        const { data } = await ask('INDUSTRY', cancelQuery, { id: one });
        expect(performance.now() - since).toBeLessThan(2_000);
        expect(data?.['cancelImport']).toEqual({
          import: { status: 'CANCELLED', progress: null, sheets: [], refusal: { code: 'CANCELLED' } },
        });
      }
    });
    const [row] = await hub.owner<{ count: number }>(
      `select count(*)::int as count from enterprise where name ~ '^示例企业[56]0[0-9]{2}$'`,
    );
    expect(row?.count).toBe(0);
  });

  test('one that runs in another process hears of it too', async () => {
    await heldUp(async () => {
      const id = await begin('INDUSTRY', roster(20, 5000));
      await hub.owner(`update import_run set cancel_asked_at = now() where file_id = '${id}'`);
      await expect
        .poll(
          async () => (await ask('INDUSTRY', `query($id: ID!) { import(id: $id) { status } }`, { id })).data,
          { timeout: 4_000 },
        )
        .toEqual({ import: { status: 'CANCELLED' } });
    });
  });

  test('one in the middle of its rows stops, and the next one is not held up', async () => {
    const id = await begin('INDUSTRY', roster(15_000, 10_000));
    await expect
      .poll(
        async () =>
          (await ask('INDUSTRY', `query($id: ID!) { import(id: $id) { progress { rows } } }`, { id })).data,
        { timeout: 20_000 },
      )
      .toMatchObject({
        import: { progress: { rows: expect.toSatisfy((rows: number) => rows > 0) as number } },
      });
    const since = performance.now();
    const { data } = await ask('INDUSTRY', cancelQuery, { id });
    expect(performance.now() - since).toBeLessThan(2_000);
    expect(data?.['cancelImport']).toMatchObject({ import: { status: 'CANCELLED' } });
    const next = await begin('INDUSTRY', roster(2));
    expect((await (await follow('INDUSTRY', progressQuery, { id: next })).rest()).at(-1)).toMatchObject({
      data: { importProgress: { status: 'DONE' } },
    });
  });

  test('one that is over, or another’s, or none, is not cancelled', async () => {
    const id = await begin('INDUSTRY', roster(1));
    await (await follow('INDUSTRY', progressQuery, { id })).rest();
    expect((await ask('INDUSTRY', cancelQuery, { id })).code).toBe('INVALID_TRANSITION');
    expect((await ask('HRSS', cancelQuery, { id })).code).toBe('NOT_FOUND');
    expect((await ask('INDUSTRY', cancelQuery, { id: 'x' })).code).toBe('NOT_FOUND');
    expect((await ask('LEADER', cancelQuery, { id })).code).toBe('FORBIDDEN');
  });
});

describe('figures that have moved', () => {
  test('are told once a change is committed, and only those that the reader may read', async () => {
    const query = `subscription($keys: [ID!]) { metricChanged(keys: $keys) { keys knownAt } }`;
    const all = await follow('LEADER', query);
    const some = await follow('LEADER', query, { keys: ['union.coverage', 'no.such'] });
    const court = await follow('COURT', query);
    await setTimeout(300);
    await begin('INDUSTRY', roster(2, 200));
    const [told, few, disputes] = await Promise.all([all, some, court].map(stream => stream.next()));
    const keysOf = (event: unknown) =>
      (event as { data: { metricChanged: { keys: string[] } } }).data.metricChanged.keys;
    expect(keysOf(told)).toEqual(
      expect.arrayContaining(['union.coverage', 'dispute.filed', 'certification.rate']),
    );
    expect(keysOf(few)).toEqual(['union.coverage']);
    expect(keysOf(disputes).every(key => key.startsWith('dispute.'))).toBe(true);
    for (const stream of [all, some, court]) stream.close();
  });

  test('the reader whose token is revoked hears no more', async () => {
    const { id, token } = await hub.services.access.addToken({ name: 'short', role: 'LEADER' }, 'test');
    const stream = await subscribe(hub.origin, token, `subscription { metricChanged { keys } }`);
    await hub.services.access.revokeToken(id);
    expect(await stream.rest()).toEqual([]);
  });
});

describe('the line at a terminal', () => {
  const progress = { phase: 'READING', sheet: '名录\u001b[2J', rows: 12345, share: 0.425 } as const;
  test('is plain where nothing can be redrawn', () => {
    expect(progressLine('a.csv', progress)).toBe('a.csv · 名录[2J · 读取 reading · 12,345 行 rows · 42%');
  });
  test.each([40, 60, 80, 200])('is a bar no wider than %i columns', columns => {
    const bar = progressBar('很长的文件名'.repeat(20), progress, columns);
    const width = [...bar].reduce((sum, one) => sum + (/[\u2e80-\uffe6]/.test(one) ? 2 : 1), 0);
    expect(width).toBeLessThanOrEqual(Math.max(columns, 62));
    expect(bar).toMatch(/\[#+-+\] 42% 12,345/);
  });
});
