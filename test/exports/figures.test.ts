import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningHub } from '../server/hub.ts';
import { csvFrom, exportHub, fetchExport, readBook } from './support.ts';

let hub: RunningHub;
beforeAll(async () => (hub = await exportHub()));
afterAll(() => hub.close());

const csvOf = csvFrom(() => hub);

describe('a figure as a file', () => {
  // The seed's files name no form: a figure is known once its forms have been delivered.
  beforeAll(() =>
    hub.owner(`insert into import_sheet (id, file_id, position, sheet, form, status, known_at)
      select 9000 + n, f.id, 90 + n, 's', form, 'DONE', f.received_at from (select * from import_file order by id limit 1) f
        cross join (values (1, 'E'), (2, 'D')) as delivered(n, form)`),
  );
  const asked = { from: '2020-01-01', to: '2026-12-31', grain: 'YEAR', by: 'CHANNEL' };
  it('holds what the figure answers, as CSV and as a workbook, and says what it means', async () => {
    const { response, rows, text } = await csvOf('LEADER', 'figures/dispute.filed.csv', asked);
    expect([response.status, text.startsWith('\uFEFF')]).toEqual([200, true]);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const { data } = await hub.graphql(
      `{ metric(key: "dispute.filed", from: "2020-01-01", to: "2026-12-31", grain: YEAR, by: [CHANNEL]) {
        total { value } points { period cuts { key label } value { value } } } }`,
      { token: await hub.token('LEADER'), headers: { 'accept-language': 'zh' } },
    );
    interface Point { period: string; cuts: { key: string; label: string }[]; value: { value: number } } // prettier-ignore
    const { total, points } = data?.['metric'] as { total: { value: number }; points: Point[] };
    expect(points.length).toBeGreaterThan(1);
    expect(rows[0]?.slice(0, 4)).toEqual(['期间首日', '调解渠道', '代码', '争议申请数（件）']);
    const told = points.map(({ period, cuts, value }) => [period, cuts[0]?.label, cuts[0]?.key, String(value.value)]);
    expect(rows.slice(1, -2).map(row => row.slice(0, 4))).toEqual(told);
    expect(rows.at(-2)?.slice(0, 4)).toEqual(['', '合计', '', String(total.value)]);
    expect(rows.at(-1)?.[0]).toMatch(/^说明 \| 指标: .+ \| 口径: .+ \| 截止: 2020-01-01至2026-12-31 \|.+ \| 小数值: /);
    const book = await readBook(await fetchExport(hub, 'LEADER', 'figures/dispute.filed.xlsx', asked));
    expect(book.worksheets[0]?.rowCount).toBe(points.length + 2);
    expect(book.worksheets[1]?.name).toBe('说明');
  }); // prettier-ignore

  it.each([
    ['of a day, by town', 'union.coverage', { by: 'TOWN' }, 1],
    ['of a day alone', 'union.coverage', {}, 1],
    ['of days one after another', 'union.coverage', { from: '2026-09-01', to: '2026-11-23', grain: 'MONTH' }, 0],
    ['of such days by town, which have no whole either', 'union.coverage', { from: '2026-09-01', to: '2026-11-23', grain: 'MONTH', by: 'TOWN' }, 0],
    ['of a period by channel', 'dispute.filed', { from: '2026-01-01', by: 'CHANNEL' }, 1],
  ] as const)('%s has a last line for the whole where there is one', async (_, key, parameters, whole) => {
    const { response, rows } = await csvOf('LEADER', `figures/${key}.csv`, parameters);
    expect(response.status).toBe(200);
    const args = Object.entries(parameters).map(([name, value]) => `, ${name}: ${/^(by|grain)$/.test(name) ? value : JSON.stringify(value)}`);
    const { data } = await hub.graphql(`{ metric(key: "${key}"${args.join('')}) { points { period } } }`, { token: await hub.token('LEADER') });
    const { points } = data?.['metric'] as { points: unknown[] };
    expect(rows).toHaveLength(1 + points.length + whole + 1);
  }); // prettier-ignore

  it('is narrowed by codes and shows what was known then', async () => {
    const then = await csvOf('LEADER', 'figures/dispute.filed.csv', { ...asked, channel: 'HRSS', asKnownAt: '2026-01-01', language: 'en' }); // prettier-ignore
    expect(then.response.status).toBe(200);
    expect(then.rows.at(-2)?.[3]).not.toBe(
      (await csvOf('LEADER', 'figures/dispute.filed.csv', asked)).rows.at(-2)?.[3],
    );
    expect(then.rows.at(-1)?.[0]).toMatch(
      /As known at: 2026-01-01 23:59:59 \| Filter: Mediation channel HRSS/,
    );
  });

  it.each([
    ['MEMBER', 'dispute.filed.csv', {}, 403],
    ['ADMIN', 'dispute.filed.csv', {}, 403],
    ['COURT', 'certification.rate.csv', {}, 403],
    ['LEADER', 'dispute.nothing.csv', {}, 400],
    ['LEADER', 'dispute.filed.pdf', {}, 404],
    ['LEADER', 'dispute.filed.csv', { by: 'NOTHING' }, 400],
    ['LEADER', 'dispute.filed.csv', { next: 'x' }, 400],
    ['LEADER', 'dispute.filed.csv', { from: '2026-13-01' }, 400],
    ['LEADER', 'certification.rate.csv', { from: '2026-01-01' }, 400],
  ] as const)('%s %s %j is refused with %i', async (role, file, parameters, status) => {
    expect((await csvOf(role, `figures/${file}`, parameters)).response.status).toBe(status);
  });

  it('is on record before it leaves', async () => {
    await csvOf('TOWN', 'figures/dispute.filed.csv', { ...asked, cause: '01' });
    const [entry] = await hub.owner<{ entry: string }>(
      `select entry from audit_entry where entry like '%exportFigure%' order by seq desc limit 1`,
    );
    expect(JSON.parse(entry?.entry ?? '{}')).toMatchObject({
      act: 'exportFigure', object: 'Metric:dispute.filed', outcome: 'DONE',
      detail: { figure: 'dispute.filed', format: 'csv', by: 'CHANNEL', grain: 'YEAR', filtered: true },
    }); // prettier-ignore
  });
});
