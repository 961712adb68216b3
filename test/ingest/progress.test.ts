import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { progressBar, progressLine } from '../../server/src/ingest/progress/progress-bar.ts';
import { csv, openDepartments, type Departments } from './departments.ts';
import { heldUp } from './held-up.ts';
import { firm, rosterHeader } from './support.ts';

let all: Departments;
beforeAll(async () => {
  all = await openDepartments('INDUSTRY', 'COURT', 'MEMBER');
});
afterAll(() => all.hub.close());

const roster = (count: number, from = 0): string =>
  csv([rosterHeader, ...Array.from({ length: count }, (_, i) => firm(from + i + 1))]);
const progressQuery = `subscription($id: ID!) { importProgress(id: $id) { id status progress { phase sheet rows share } import { sheets { inserted } } } }`;

describe('following an import', () => {
  test('it is told from its waiting to its end', async () => {
    const { id, stream } = await heldUp(all.hub.database, async () => {
      const id = await all.begin('INDUSTRY', roster(1500));
      const stream = await all.follow('INDUSTRY', progressQuery, { id });
      expect(await stream.next()).toMatchObject({
        data: {
          importProgress: { id, status: 'RUNNING', progress: { phase: 'WAITING', rows: 0, share: 0 } },
        },
      });
      const { data } = await all.ask(
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
    const { data } = await all.ask('INDUSTRY', `query($id: ID!) { import(id: $id) { progress { phase } } }`, {
      id,
    });
    expect(data?.['import']).toEqual({ progress: null });
  });

  test('another department does not find it, and nobody and the figures’ readers are refused', async () => {
    const id = await all.begin('INDUSTRY', roster(3));
    const stream = await all.follow('COURT', progressQuery, { id });
    expect(await stream.rest()).toMatchObject([{ errors: [{ extensions: { code: 'NOT_FOUND' } }] }]);
    expect(await (await all.follow('MEMBER', progressQuery, { id })).rest()).toMatchObject([
      { errors: [{ extensions: { code: 'FORBIDDEN' } }] },
    ]);
    expect((await all.follow(null, progressQuery, { id })).status).toBe(401);
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
    const refused = await all.follow('INDUSTRY', query);
    expect(refused.status).toBe(400);
    expect(refused.text).not.toMatch(/Did you mean/);
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
