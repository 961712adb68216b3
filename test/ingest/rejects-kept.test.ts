import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../server/src/access/roles.ts';
import { openContent } from '../../server/src/ingest/chunks.ts';
import { purgeRejects } from '../../server/src/ingest/rejects/purge.ts';
import { openDepartments, type Departments } from './departments.ts';
import { bookOf, firmWith, rejectsUrl, rosterOf } from './rejects-support.ts';

let all: Departments;
beforeAll(async () => {
  all = await openDepartments('INDUSTRY', 'UNION', 'LEADER');
});
afterAll(() => all.hub.close());
const fetchRejects = (id: string, role: Role | null = 'INDUSTRY', query = ''): Promise<Response> =>
  all.get(`/api/imports/${id}/rejects.xlsx${query}`, role);

describe('who may have it, and for how long', () => {
  test('is for its sender alone, and every time on record', async () => {
    const report = await all.send('INDUSTRY', await bookOf(rosterOf(firmWith(30, { 职工人数: null }))));
    const id = report.id;
    const other = await all.hub.token('INDUSTRY');
    all.tokens.set('INDUSTRY', other);
    expect((await fetchRejects(id)).status).toBe(404);
    expect(await rejectsUrl(all, 'INDUSTRY', id)).toBe(null);
    expect((await fetchRejects(id, 'UNION')).status).toBe(404);
    expect((await fetchRejects(id, 'LEADER')).status).toBe(403);
    expect((await fetchRejects(id, null)).status).toBe(401);
    expect((await fetchRejects('no-such-id')).status).toBe(404);
    const mine = await all.send('INDUSTRY', await bookOf(rosterOf(firmWith(31, { 职工人数: null }))));
    await fetchRejects(mine.id);
    await fetchRejects(mine.id);
    expect((await fetchRejects(mine.id, 'INDUSTRY', '?part=2')).status).toBe(404);
    expect((await fetchRejects(mine.id, 'INDUSTRY', '?part=x')).status).toBe(400);
    const told = await all.hub.owner<{ entry: string }>(
      `select entry from audit_entry where act = 'downloadRejects' and object = 'Import:${mine.id}' order by seq`,
    );
    expect(told.map(({ entry }) => JSON.parse(entry) as object)).toMatchObject(
      [1, 2].map(() => ({
        name: 'INDUSTRY test',
        onBehalfOf: 'INDUSTRY',
        outcome: 'DONE',
        subjects: [`Import:${mine.id}`],
        detail: { rows: 1, part: 1, personal: true },
      })),
    );
    // The book that was kept of it before is closed: what stands in it stays.
    const scope = { actor: 'test', towns: '*', channels: '*', kinds: '*' } as const;
    for (const sql of [
      'delete from disclosure',
      `update disclosure set rows = 0`,
      `insert into disclosure (actor, name, kind, file_id, rows) values ('a', 'a', 'REJECTS', '${mine.id}', 1)`,
    ]) {
      await expect(all.hub.database.transaction(scope, query => query(sql))).rejects.toThrow();
    }
  });

  test('is gone after thirty days, with a word that says so, and out of what is kept', async () => {
    const real = await all.send(
      'INDUSTRY',
      await bookOf(rosterOf(firmWith(40), firmWith(41, { 职工人数: null }))),
    );
    const preview = await all.send(
      'INDUSTRY',
      await bookOf(rosterOf(firmWith(42, { 职工人数: null }))),
      true,
    );
    all.hub.wait(29 * 86_400_000);
    expect((await fetchRejects(real.id)).status).toBe(200);
    all.hub.wait(2 * 86_400_000);
    const gone = await fetchRejects(real.id);
    expect([gone.status, ((await gone.json()) as { message: string }).message]).toEqual([
      404,
      expect.stringContaining('30 天'),
    ]);
    expect(await rejectsUrl(all, 'INDUSTRY', real.id)).toBe(null);
    expect(await purgeRejects(all.hub.services)).toBeGreaterThan(1);
    const chunks = (id: string | undefined) =>
      all.hub.owner<{ content: Buffer }>(
        `select content from import_chunk c join import_sheet s on s.id = c.sheet_id where s.file_id = '${id}'`,
      );
    expect(await chunks(preview.id)).toEqual([]);
    const [kept] = await chunks(real.id);
    const content = kept && openContent(all.hub.services.vault, kept.content);
    expect(content?.rows).toEqual([4]);
    expect(Object.values(content?.raw ?? {}).every(cells => cells.length === 1)).toBe(true);
    expect(await purgeRejects(all.hub.services)).toBe(0);
  });
});
