import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Changed } from '../../server/src/metrics/change-feed.ts';
import { settingsHub, type SettingsHub } from './support.ts';

let its: SettingsHub;
beforeAll(async () => void (its = await settingsHub()));
afterAll(() => its.hub.close());

describe('the denominator', () => {
  const key = 'denominator';
  it('moves the very next figure that is asked for, tells who and why, and leaves what was known as it was', async () => {
    expect((await its.figure('union.coverage', '2022-12-31')).total).toMatchObject({ numerator: 3, denominator: 5 });
    const before = its.later();
    const setting = await its.setNow('denominator', key, { denominator: 'ENTERPRISES' });
    expect(setting).toMatchObject({
      isDefault: false, by: 'ADMIN test', reason: '领导小组会议决定', value: { denominator: 'ENTERPRISES', text: '仅企业' },
    }); // prettier-ignore
    const now = await its.figure('union.coverage', '2022-12-31');
    expect(now).toMatchObject({ metric: { denominatorRule: 'ENTERPRISES' }, total: { numerator: 2, denominator: 4 } });
    const then = await its.figure('union.coverage', '2022-12-31', { known: before });
    expect(then).toMatchObject({ metric: { denominatorRule: 'EMPLOYERS' }, total: { numerator: 3, denominator: 5 } });
    expect((await its.figure('union.coverage', '2022-12-31', { known: its.later() })).total).toEqual(now.total);
    expect(await its.one(key, { at: before })).toMatchObject({ isDefault: true, version: 0, history: { totalCount: 0 } });
    expect((await its.ask('LEADER', '{ viewer { denominator } }')).data).toEqual({ viewer: { denominator: 'ENTERPRISES' } });
    expect(await its.ask('LEADER', '{ scorecard { metric { denominatorRule } } }')).toMatchObject({
      data: { scorecard: expect.arrayContaining([{ metric: { denominatorRule: 'ENTERPRISES' } }, { metric: { denominatorRule: null } }]) },
    });
  }); // prettier-ignore

  it('keeps every statement, newest first, page by page', async () => {
    for (const denominator of ['EMPLOYERS', 'ENTERPRISES', 'EMPLOYERS'])
      await its.setNow('denominator', key, { denominator });
    const page = `query ($after: String) { settings(keys: ["denominator"]) { history(first: 3, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } nodes { value { denominator } } } } }`;
    const read = async (after: string | null) => {
      const { data } = await its.ask('LEADER', page, { after });
      const [{ history } = { history: null }] = data?.['settings'] as { history: unknown }[];
      return history as {
        totalCount: number;
        pageInfo: { endCursor: string; hasNextPage: boolean };
        nodes: object[];
      };
    };
    const first = await read(null);
    expect(first).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
    const rest = await read(first.pageInfo.endCursor);
    expect(rest).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: false } });
    expect([...first.nodes, ...rest.nodes]).toEqual(
      ['EMPLOYERS', 'ENTERPRISES', 'EMPLOYERS', 'ENTERPRISES'].map(denominator => ({
        value: { denominator },
      })),
    );
    expect(await read((await read(rest.pageInfo.endCursor)).pageInfo.endCursor)).toMatchObject({
      totalCount: 4,
    });
  });

  it('is refused on a version that stands no more, and one of many at once wins', async () => {
    const { version } = await its.one(key);
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => its.set('denominator', { version, denominator: 'ENTERPRISES' })),
    );
    expect(answers.map(({ code }) => code ?? 'done').sort()).toEqual([...Array<string>(11).fill('CONFLICT'), 'done']);
    expect((await its.one(key)).history.totalCount).toBe(5);
    const stale = await its.set('denominator', { version, denominator: 'EMPLOYERS' });
    expect(stale.errors[0]?.message).toBe('该设置已被他人更改，请核对最新内容后再改。');
  }); // prettier-ignore

  it('asked twice under one key is done once', async () => {
    const { version } = await its.one(key);
    const twice = { version, denominator: 'EMPLOYERS', idempotencyKey: 'minutes of the meeting' };
    const [a, b] = [await its.set('denominator', twice), await its.set('denominator', twice)];
    expect(b.data).toEqual(a.data);
    expect((await its.one(key)).history.totalCount).toBe(6);
    const other = await its.set('denominator', { ...twice, denominator: 'ENTERPRISES' });
    expect(other.code).toBe('CONFLICT');
  });
});

describe('the term of a certification', () => {
  it('ends titles whose row states no end, in figures and on the record alike', async () => {
    const certified = async (at: string, known?: string) =>
      (await its.figure('certification.rate', at, { known })).total['numerator'];
    const ends = async () =>
      (await its.ask('OFFICE', '{ certifications(first: 1) { nodes { validTo } } }')).data?.[
        'certifications'
      ];
    expect(await certified('2025-06-30')).toBe(2);
    expect(await certified('2025-07-01')).toBe(0);
    expect(await ends()).toEqual({ nodes: [{ validTo: '2025-06-30' }] });
    const before = its.later();
    await its.setNow('certificationTerm', 'certificationTerm', { years: 5 });
    expect(await certified('2025-07-01')).toBe(2);
    expect(await certified('2025-07-01', before)).toBe(0);
    expect(await ends()).toEqual({ nodes: [{ validTo: '2027-06-30' }] });
  });
});

describe('the database', () => {
  const write = (sql: string) =>
    its.hub.database.transaction({ actor: 'x', towns: '*', channels: '*', kinds: '*' }, query => query(sql));
  it.each([
    `update setting_statement set value = '"EMPLOYERS"'`,
    `delete from setting_statement`,
    `insert into setting_statement (key, value, change_id, stated_by) values ('denominator', '"EMPLOYERS"', 1, 'x')`,
    `insert into setting_statement (key, value, stated_by) values ('denominator', '"EMPLOYERS"', 'x')`,
  ])('refuses the application %s', async sql => {
    await expect(write(sql)).rejects.toThrow(/42501|No such record/);
  });

  it('tells whoever listens that all figures may have moved', async () => {
    const stop = new AbortController();
    const { changes } = its.hub.services;
    const [newest] = await its.hub.owner<{ at: Date }>('select max(known_at) as at from change');
    const next = changes.follow(stop.signal, newest?.at).next();
    await its.setNow('denominator', 'denominator', { denominator: 'ENTERPRISES' });
    const told = (await next).value as Changed;
    for (const towns of ['*', ['LUOBU']] as const)
      expect(await changes.forms(told, { towns, channels: '*' })).toBeNull();
    stop.abort();
  });
});
