import { zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changesOf, changesQuery, firmHeader, firmRow, type ChangePage } from './changes.ts';
import { csv, openDepartments, type Departments } from './departments.ts';

let all: Departments;
beforeAll(async () => {
  all = await openDepartments('INDUSTRY', 'HRSS', 'UNION', 'COURT');
});
afterAll(() => all.hub.close());
const send = (...args: Parameters<Departments['send']>): ReturnType<Departments['send']> => all.send(...args);

describe('pages', () => {
  test.each([true, false])('go through every row once, whatever their size (preview: %s)', async dryRun => {
    const base = dryRun ? 10_000 : 20_000;
    const rows = Array.from({ length: 2_300 }, (_, i) => firmRow(base + i));
    const { id } = await send('INDUSTRY', csv([firmHeader, ...rows]), dryRun);
    const seen: number[] = [];
    for (let after: string | null = null; ;) {
      const page: ChangePage = await changesOf(all, 'INDUSTRY', id, { first: 190, after });
      expect(page.totalCount).toBe(2_300);
      expect(page.nodes.every(node => node.fields.length === 7 && node.title.startsWith('示例企业'))).toBe(
        true,
      );
      seen.push(...page.nodes.map(node => node.row));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(seen).toEqual(rows.map((_, i) => i + 2));
  });

  test('an import that came to nothing has none, and another department finds no import', async () => {
    const refused = await all.upload('INDUSTRY', 'a,b\n1,2');
    const { error } = (await refused.json()) as { error: { id: string } };
    expect(await changesOf(all, 'INDUSTRY', error.id)).toMatchObject({ totalCount: 0, nodes: [] });
    const { id } = await send('INDUSTRY', csv([firmHeader, firmRow(900)]), true);
    const other = await all.ask('COURT', changesQuery, { id });
    expect(other.code).toBe('NOT_FOUND');
    const wrong = await all.ask('INDUSTRY', changesQuery, { id, after: 'x' });
    expect(wrong.code).toBe('BAD_USER_INPUT');
  });
});

test('what is kept of a preview holds no personal value and nothing in plain', async () => {
  await send('INDUSTRY', csv([firmHeader, firmRow(950)]));
  const { id } = await send('INDUSTRY', csv([firmHeader, firmRow(950, 10, '欧阳锋')]), true);
  const [page] = await all.hub.owner<{ content: Buffer }>(
    `select p.content from preview_page p join import_sheet s on s.id = p.sheet_id where s.file_id = '${id}'`,
  );
  expect(page?.content.includes(Buffer.from('示例企业'))).toBe(false);
  const text = zstdDecompressSync(
    all.hub.services.vault.decryptBytes(page?.content ?? Buffer.alloc(0)),
  ).toString('utf8');
  expect(text).toContain('欧阳*');
  expect(text).not.toContain('欧阳锋');
});
