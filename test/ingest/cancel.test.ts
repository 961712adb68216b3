import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csv, openDepartments, type Departments } from './departments.ts';
import { heldUp } from './held-up.ts';
import { firm, rosterHeader } from './support.ts';

let all: Departments;
beforeAll(async () => {
  all = await openDepartments('INDUSTRY', 'HRSS', 'LEADER');
});
afterAll(() => all.hub.close());

const roster = (count: number, from = 0): string =>
  csv([rosterHeader, ...Array.from({ length: count }, (_, i) => firm(from + i + 1))]);
const progressQuery = `subscription($id: ID!) { importProgress(id: $id) { id status progress { phase sheet rows share } import { sheets { inserted } } } }`;
const cancelQuery = `mutation($id: ID!) { cancelImport(input: { id: $id }) { import { status progress { rows } sheets { form } refusal { code } } } }`;

describe('cancelling an import', () => {
  test('one that waits for another stops within two seconds and leaves nothing', async () => {
    await heldUp(all.hub.database, async () => {
      const id = await all.begin('INDUSTRY', roster(20, 5000));
      const behind = await all.begin('INDUSTRY', roster(20, 6000));
      for (const one of [behind, id]) {
        const since = performance.now();
        const { data } = await all.ask('INDUSTRY', cancelQuery, { id: one });
        expect(performance.now() - since).toBeLessThan(2_000);
        expect(data?.['cancelImport']).toEqual({
          import: { status: 'CANCELLED', progress: null, sheets: [], refusal: { code: 'CANCELLED' } },
        });
      }
    });
    const [row] = await all.hub.owner<{ count: number }>(
      `select count(*)::int as count from enterprise where name ~ '^示例企业[56]0[0-9]{2}$'`,
    );
    expect(row?.count).toBe(0);
  });

  test('one that runs in another process hears of it too', async () => {
    await heldUp(all.hub.database, async () => {
      const id = await all.begin('INDUSTRY', roster(20, 5000));
      await all.hub.owner(`update import_run set cancel_asked_at = now() where file_id = '${id}'`);
      await expect
        .poll(
          async () =>
            (await all.ask('INDUSTRY', `query($id: ID!) { import(id: $id) { status } }`, { id })).data,
          { timeout: 4_000 },
        )
        .toEqual({ import: { status: 'CANCELLED' } });
    });
  });

  test('one in the middle of its rows stops, and the next one is not held up', async () => {
    const id = await all.begin('INDUSTRY', roster(15_000, 10_000));
    await expect
      .poll(
        async () =>
          (await all.ask('INDUSTRY', `query($id: ID!) { import(id: $id) { progress { rows } } }`, { id }))
            .data,
        { timeout: 20_000 },
      )
      .toMatchObject({
        import: { progress: { rows: expect.toSatisfy((rows: number) => rows > 0) as number } },
      });
    const since = performance.now();
    const { data } = await all.ask('INDUSTRY', cancelQuery, { id });
    expect(performance.now() - since).toBeLessThan(2_000);
    expect(data?.['cancelImport']).toMatchObject({ import: { status: 'CANCELLED' } });
    const next = await all.begin('INDUSTRY', roster(2));
    expect((await (await all.follow('INDUSTRY', progressQuery, { id: next })).rest()).at(-1)).toMatchObject({
      data: { importProgress: { status: 'DONE' } },
    });
  });

  test('one that is over, or another’s, or none, is not cancelled', async () => {
    const id = await all.begin('INDUSTRY', roster(1));
    await (await all.follow('INDUSTRY', progressQuery, { id })).rest();
    expect((await all.ask('INDUSTRY', cancelQuery, { id })).code).toBe('INVALID_TRANSITION');
    expect((await all.ask('HRSS', cancelQuery, { id })).code).toBe('NOT_FOUND');
    expect((await all.ask('INDUSTRY', cancelQuery, { id: 'x' })).code).toBe('NOT_FOUND');
    expect((await all.ask('LEADER', cancelQuery, { id })).code).toBe('FORBIDDEN');
  });
});
