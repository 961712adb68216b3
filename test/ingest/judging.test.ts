import { describe, expect, it } from 'vitest';
import { certificationSource } from '../../server/src/modules/certification/certification.source.ts';
import { disputeSource } from '../../server/src/modules/dispute/dispute.source.ts';
import { unionSource } from '../../server/src/modules/union/union.source.ts';
import { issueMessage, issueTexts } from '../../server/src/ingest/issue-texts.ts';
import { codes, readTable, value } from './reading.ts';

describe('requirements and contradictions inside a row', () => {
  it.each([
    ['E', [
      [{ 经营状态: '注销' }, 'CLOSED_WITHOUT_DATE'],
      [{ 经营状态: '注销', 注销日期: '2021-13-01' }, 'DATE_IMPOSSIBLE'],
      [{ 经营状态: '注销', 注销日期: '2021-01-01' }],
      [{ 经营状态: '注销', 注销日期: '2001-01-01' }, 'END_BEFORE_START'],
      [{ 职工人数: '' }, 'REQUIRED_EMPTY'],
    ]],
    ['U', [
      [{ 建会日期: '' }, 'UNION_WITHOUT_DATE'],
      [{ 建会形式: '未建会', 建会日期: '', 会员人数: 0 }],
      [{ 集体合同起始日期: '2022-01-01', 集体合同终止日期: '2021-12-31' }, 'END_BEFORE_START'],
      [{ 撤销日期: '2010-01-01' }, 'END_BEFORE_START'],
    ]],
    ['D', [
      [{ 结案日期: '2022-06-06' }, 'END_BEFORE_START'],
      [{ 受理日期: '2022-06-10', 结案日期: '2022-06-09' }, 'END_BEFORE_START'],
      [{ 受理日期: '2022-06-07', 结案日期: '2022-06-07' }],
      [{ 被申请人: '' }, 'REQUIRED_EMPTY'],
      [{ 被申请人统一社会信用代码: '12345' }, 'USCC_LENGTH'],
    ]],
  ] as const)('form %s', async (form, cases) => {
    const rows = await readTable(form, cases.map(([change]) => change)); // prettier-ignore
    expect(rows.map(row => codes(row))).toEqual(cases.map(([, ...found]) => found));
    expect(rows.map(row => row.rejected)).toEqual(cases.map(([, ...found]) => found.length > 0));
  }); // prettier-ignore
});

describe('form A: what a certification must show', () => {
  const cases: readonly (readonly [
    change: Record<string, unknown>,
    qualified: boolean,
    lacking: string[],
  ])[] = [
    [{}, true, []],
    [{ 异议数: '' }, true, []],
    [{ 公示渠道: '管委会网站和厂区公告栏' }, true, []],
    [{ 公示渠道: '微信公众号/现场张贴' }, true, []],
    [{ 公示渠道: '线上；线下' }, true, []],
    [{ 公示结束日期: '2022-07-08' }, true, []],
    [{ 自评参加人数: 10 }, false, ['REPRESENTATION']],
    [{ 自评参加人数: '' }, false, ['REPRESENTATION']],
    [{ 自评参加人数: 0 }, false, ['REPRESENTATION']],
    [{ 工会代表人数: '' }, false, ['REPRESENTATION']],
    [{ 厂内公示日期: '' }, false, ['INTERNAL_NOTICE']],
    [{ 公示开始日期: '' }, false, ['PUBLIC_NOTICE']],
    [{ 公示结束日期: '2022-07-09' }, false, ['NOTICE_BEFORE_TITLE']],
    [{ 公示渠道: '网站' }, false, ['OFFLINE_CHANNEL']],
    [{ 公示渠道: '' }, false, ['ONLINE_CHANNEL', 'OFFLINE_CHANNEL']],
    [{ 异议数: 1 }, false, ['OBJECTIONS']],
    [{ 认定日期: '' }, false, []],
  ];
  it('is judged from the row', async () => {
    const rows = await readTable('A', cases.map(([change]) => change)); // prettier-ignore
    const seen = rows.map((row, i) => [cases[i]?.[0], value(row, 'qualified'), value(row, 'lacking')]);
    expect(seen).toEqual(cases);
    const claimed = rows.map(row => codes(row).includes('CERTIFICATION_LACKS'));
    expect(claimed).toEqual(cases.map(([, qualified, lacking]) => !qualified && lacking.length > 0));
    expect(rows.filter(row => row.rejected)).toEqual([]);
  });
  it('an unknown channel is told and counts as neither', async () => {
    const [row] = await readTable('A', [{ 公示渠道: '网站、广播' }]);
    expect(row?.issues).toMatchObject([{ code: 'CHANNEL_UNKNOWN', params: { word: '广播' } }, { code: 'CERTIFICATION_LACKS' }]); // prettier-ignore
  });
});

describe('implausible things warn and never reject', () => {
  const employer = { foundedOn: '2015-01-01', closedOn: '2022-06-30', staff: 10 };
  it.each([
    [unionSource, { foundedOn: '2014-12-31', members: 11 }, ['BEFORE_FOUNDING', 'MEMBERS_EXCEED_STAFF']],
    [unionSource, { foundedOn: '2015-01-01', members: 10, collectiveTo: '2030-12-31' }, []],
    [disputeSource, { filedOn: '2022-07-15', acceptedOn: '2022-07-14' }, ['AFTER_CLOSING', 'ODD_ORDER']],
    [disputeSource, { filedOn: '2022-06-01', reemployedOn: '2022-08-02' }, ['AFTER_STATED']],
    [certificationSource, { filedOn: '2022-06-02', certifiedOn: '2022-06-01' }, ['ODD_ORDER']],
  ])('%#', (source, row, found) => {
    const issues = source.warn(row, employer, '2022-07-31');
    expect(issues.map(issue => issue.code)).toEqual(found);
    expect(issues.every(issue => issue.severity === 'WARNING')).toBe(true);
    expect(source.warn(row, null, null).filter(issue => issue.code !== 'ODD_ORDER')).toEqual([]);
  });
});

describe('sentences', () => {
  it('every code speaks both languages and fills its places', () => {
    for (const [code, text] of Object.entries(issueTexts)) {
      const places = [...text.zh.matchAll(/\{(\w+)\}/g)].map(match => match[1] ?? '');
      const params = Object.fromEntries(places.map(place => [place, 'X']));
      const said = issueMessage({ column: '列', code, params, value: '值' });
      expect(`${said.zh}${said.en}`).not.toMatch(/[{}]/);
      expect(said.zh).toMatch(/\p{Script=Han}/u);
      expect(said.en).toMatch(/^[A-Z"{]/);
    }
  });
  it('never shows a personal value', async () => {
    const [row] = await readTable('E', [{ 联系电话: '1.38E+10' }]);
    expect(row).toMatchObject({ rejected: false, values: { phone: null }, issues: [{ column: '联系电话', value: '******' }] }); // prettier-ignore
    const [sealed] = await readTable('E', [{ 联系电话: 13812341234, 法定代表人: '欧 阳某' }]);
    expect(sealed?.values).toMatchObject({
      phone: { mask: '138****1234' },
      legalRepresentative: { mask: '欧阳*' },
    });
  });
});
