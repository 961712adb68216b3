import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles, type Role } from '../../server/src/access/roles.ts';
import { settingFields, settingsHub, type Setting, type SettingsHub } from './support.ts';

let its: SettingsHub;
beforeAll(async () => void (its = await settingsHub()));
afterAll(() => its.hub.close());

describe('settings as they are', () => {
  it('are the rule, the term and every target of the catalogue, in the reader’s language', async () => {
    const query = `{ settings { ${settingFields} } }`;
    const { data } = await its.ask('LEADER', query);
    const all = data?.['settings'] as Setting[];
    expect(all.map(({ key }) => key).slice(0, 2)).toEqual(['denominator', 'certificationTerm']);
    expect(all.map(({ key }) => key)).toContain('targets/union.coverage/DISTRICT');
    expect(all.map(({ key }) => key)).not.toContain('targets/certification.gap/DISTRICT');
    expect(all[0]).toEqual({
      key: 'denominator', name: '分母口径', metric: null, scope: null, isDefault: true, version: 0, since: null, by: null,
      reason: null, value: { denominator: 'EMPLOYERS', years: null, path: null, text: '全部用人单位' },
      history: { totalCount: 0, nodes: [] },
    }); // prettier-ignore
    expect(all.find(({ key }) => key === 'targets/certification.rate/DISTRICT')).toMatchObject({
      name: '目标：和谐企业认定率（全区）',
      value: { path: [{ day: '2022-06-17', value: '0' }, { day: '2022-12-31', value: '0.9' }] },
    }); // prettier-ignore
    expect(await its.one('targets/union.coverage')).toMatchObject({
      value: { path: [{ day: null, value: '0.92' }] },
    });
    const english = await its.ask('LEADER', query, {}, { headers: { 'accept-language': 'en' } });
    expect((english.data?.['settings'] as Setting[])[1]).toMatchObject({
      name: 'Years that a certification runs',
      value: { years: 3, text: '3 years' },
    });
  });

  it('a court sees the targets of its own figures only; an administrator all', async () => {
    const keys = async (role: Role): Promise<string[]> =>
      ((await its.ask(role, '{ settings { key } }')).data?.['settings'] as Setting[]).map(({ key }) => key);
    const seen = await keys('COURT');
    expect(seen).toContain('targets/dispute.success/DISTRICT');
    expect(seen.filter(key => key.startsWith('targets/') && !key.startsWith('targets/dispute.'))).toEqual([]);
    expect(await keys('ADMIN')).toEqual(await keys('LEADER'));
    const hidden = await its.ask('COURT', '{ settings(keys: ["targets/union.coverage"]) { key } }');
    expect(hidden.code).toBe('FORBIDDEN');
  });
});

describe('who may set', () => {
  it.each([
    ['denominator', { denominator: 'ENTERPRISES' }],
    ['certificationTerm', { years: 5 }],
    ['targets', { metric: 'union.coverage', path: [{ day: '2022-12-31', value: '0.95' }] }],
  ] as const)('%s: the administrator alone', async (kind, input) => {
    for (const role of roles) {
      // A version that never stands: nothing is changed by whoever may.
      const { code } = await its.set(kind, { version: 99_999, ...input }, role);
      expect(`${role} ${code}`).toBe(`${role} ${role === 'ADMIN' ? 'CONFLICT' : 'FORBIDDEN'}`);
    }
    const anonymous = await its.set(kind, { version: 0, ...input }, 'ADMIN', { token: '' });
    expect(anonymous.code).toBe('UNAUTHENTICATED');
  });
});

describe('what cannot be set', () => {
  const point = (day: string, value: string) => ({ day, value });
  const path = (...points: { day: string; value: string }[]) => ({ metric: 'union.coverage', path: points });
  it.each([
    ['no reason', 'denominator', { denominator: 'ENTERPRISES', reason: ' ' }, { reason: '请填写理由，不超过 500 字。' }],
    ['what holds already', 'targets', { metric: 'union.coverage', path: [] }, { path: '与现行值相同，无须更改。' }],
    ['no year at all', 'certificationTerm', { years: 0 }, { years: '有效年限须为 1 至 20 的整数。' }],
    ['too many years', 'certificationTerm', { years: 21 }, { years: '有效年限须为 1 至 20 的整数。' }],
    ['an unknown metric', 'targets', { metric: 'union.cover', path: [] }, { metric: /没有指标“union.cover”。相近的有：union.coverage/ }],
    ['a metric that follows from another', 'targets', { metric: 'certification.gap', path: [] }, { metric: /certification.rate/ }],
    ['a metric without a better side', 'targets', { metric: 'dispute.filed', path: [] }, { metric: /没有目标可设/ }],
    ['an unknown scope', 'targets', { ...path(point('2022-12-31', '0.9')), scope: 'NOWHERE' }, { scope: '没有范围“NOWHERE”，可用：DISTRICT、LUORONG、LUOBU、CORE。' }],
    ['days out of order', 'targets', path(point('2022-12-31', '0.9'), point('2022-06-30', '0.5')), { 'path.1.day': '日期须从早到晚排列。' }],
    ['a day twice', 'targets', path(point('2022-12-31', '0.9'), point('2022-12-31', '0.5')), { 'path.1.day': '2022-12-31 出现了两次。' }],
    ['a day of another age', 'targets', path(point('1899-12-31', '0.9')), { 'path.0.day': '日期须在 1900 至 2199 年之间。' }],
    ['a ratio above 1', 'targets', path(point('2022-12-31', '1.01')), { 'path.0.value': '比率的目标须在 0 至 1 之间。' }],
    ['a ratio below 0', 'targets', path(point('2022-12-31', '-0.1')), { 'path.0.value': /小数文本/ }],
    ['the noise of floating point', 'targets', path(point('2022-12-31', String(0.1 + 0.2))), { 'path.0.value': /至多 6 位小数/ }],
    ['an exponent', 'targets', path(point('2022-12-31', '9e-1')), { 'path.0.value': /小数文本/ }],
    ['half a meeting', 'targets', { metric: 'meeting.count', path: [point('2022-12-31', '2.5')] }, { 'path.0.value': '计数的目标须为整数。' }],
    ['an index above 100', 'targets', { metric: 'harmony.index', path: [point('2022-12-31', '101')] }, { 'path.0.value': '指数的目标须在 0 至 100 之间。' }],
    ['several things at once', 'targets', path(point('2022-12-31', '2'), point('2022-12-30', '0,9')), { 'path.0.value': /0 至 1/, 'path.1.day': /从早到晚/, 'path.1.value': /小数/ }],
    ['too many points', 'targets', path(...Array.from({ length: 101 }, (_, i) => point(`${1900 + i}-01-01`, '0.5'))), { path: '最多 100 个点。' }],
  ] as const)('%s', async (_name, kind, input, fields) => {
    const { code, errors } = await its.set(kind, { version: 0, ...input });
    expect(code).toBe('BAD_USER_INPUT');
    const said = errors[0]?.extensions.fields ?? {};
    expect(Object.keys(said)).toEqual(Object.keys(fields));
    for (const [field, text] of Object.entries(fields)) expect(said[field]).toMatch(text as string | RegExp);
    const english = await its.set(kind, { version: 0, ...input }, 'ADMIN', { headers: { 'accept-language': 'en' } });
    for (const text of Object.values(english.errors[0]?.extensions.fields ?? {})) expect(text).toMatch(/^[\x20-\x7e]+$/);
    expect((await its.hub.owner('select id from setting_statement')).length).toBe(0);
  }); // prettier-ignore

  it('more settings at once than a page has rows', async () => {
    const keys = Array<string>(201).fill('denominator');
    const { code } = await its.ask('LEADER', 'query ($keys: [ID!]) { settings(keys: $keys) { key } }', {
      keys,
    });
    expect(code).toBe('BAD_USER_INPUT');
  });

  it('a key that names no setting', async () => {
    for (const key of ['port', 'targets/', 'targets/no.metric', 'targets/union.coverage/NOWHERE', 'targets/dispute.filed'])
      expect((await its.ask('LEADER', 'query ($keys: [ID!]) { settings(keys: $keys) { key } }', { keys: [key] })).code, key).toBe('BAD_USER_INPUT');
  }); // prettier-ignore
});
