import { describe, expect, it } from 'vitest';
import { contractSource } from '../../server/src/modules/contract/contract.source.ts';
import { filingSource } from '../../server/src/modules/contract/filing.source.ts';
import { signingSource } from '../../server/src/modules/contract/signing.source.ts';
import { inspectionSource } from '../../server/src/modules/inspection/inspection.source.ts';
import { codes, readTable, value } from './reading.ts';

type Change = Readonly<Record<string, unknown>>;
const values = async (form: 'C' | 'F' | 'S' | 'I', changes: readonly Change[], field: string) =>
  (await readTable(form, changes)).map(row => value(row, field) ?? null);

describe('requirements and contradictions inside a row', () => {
  it.each([
    ['C', [
      [{}],
      [{ 终止日期: '' }, 'TERM_WITHOUT_END'],
      [{ 终止日期: '2025-13-01' }, 'DATE_IMPOSSIBLE'],
      [{ 终止日期: '2022-02-28' }, 'END_BEFORE_START'],
      [{ 合同类型: '无固定期限' }, 'END_OF_OPEN_TERM'],
      [{ 合同类型: '无固定期限', 终止日期: '' }],
      [{ 合同类型: '无固定期限', 终止日期: '—' }],
      [{ 合同类型: '以完成一定工作任务为期限', 终止日期: '' }],
      [{ 合同类型: '以完成一定工作任务为期限' }],
      [{ 合同类型: '' }, 'REQUIRED_EMPTY'],
      [{ 合同类型: '长期' }, 'WORD_UNKNOWN'],
      [{ 解除日期: '2022-02-28' }, 'END_BEFORE_START'],
      [{ 解除日期: '2022-03-01' }],
      [{ 身份证号: '450200199003078011' }, 'ID_NUMBER_INVALID'],
      [{ 身份证号: '4.50200199003E+17' }, 'CODE_SCIENTIFIC'],
      [{ 身份证号: '450200199003078000' }, 'CODE_DIGITS_LOST'],
      [{ 身份证号: '' }, 'REQUIRED_EMPTY'],
      [{ 平台合同编号: 1.2345678901234567e17 }, 'CODE_DIGITS_LOST'],
      [{ 统一社会信用代码: '', 用人单位: '' }, 'EMPLOYER_UNNAMED'],
    ]],
    ['F', [
      [{ 用工总数: '' }, 'REQUIRED_EMPTY'],
      [{ 参加社会保险人数: '约8' }, 'NUMBER_APPROXIMATE'],
      [{ 备案类型: '补录' }, 'WORD_UNKNOWN'],
      [{ 备案类型: '注销', 用工总数: 0, 签订劳动合同人数: 0, 参加社会保险人数: 0 }],
    ]],
    ['S', [
      [{ 文件摘要: 'xyz' }, 'DIGEST_INVALID'],
      [{ 文件摘要: '' }, 'REQUIRED_EMPTY'],
      [{ 签署方: '见证人' }, 'WORD_UNKNOWN'],
      [{ 签署时间: '2022-02-30 09:00:00' }, 'DATE_IMPOSSIBLE'],
      [{ 统一社会信用代码: '' }, 'EMPLOYER_UNNAMED'],
    ]],
    ['I', [
      [{ 整改期限: '2022-06-30' }],
      [{ 整改期限: '15日' }, 'DEADLINE_WITHOUT_START'],
      [{ 责令改正日期: '2022-06-08', 整改期限: '尽快' }, 'DEADLINE_UNREADABLE'],
      [{ 责令改正日期: '2022-06-08', 整改期限: '10个工作日' }, 'DEADLINE_UNREADABLE'],
      [{ 责令改正日期: '2022-06-08', 整改期限: '2022-02-30' }, 'DATE_IMPOSSIBLE'],
      [{ 责令改正日期: '2022-06-08', 整改期限: '2022-06-07' }, 'END_BEFORE_START'],
      [{ 结案日期: '2022-06-06' }, 'END_BEFORE_START'],
      [{ 立案日期: '2022-06-10', 结案日期: '2022-06-09' }, 'END_BEFORE_START'],
      [{ 来源: '' }, 'REQUIRED_EMPTY'],
    ]],
  ] as const)('form %s', async (form, cases) => {
    const rows = await readTable(form, cases.map(([change]) => change)); // prettier-ignore
    expect(rows.map(row => codes(row))).toEqual(cases.map(([, ...found]) => found));
    expect(rows.map(row => row.rejected)).toEqual(cases.map(([, ...found]) => found.length > 0));
  }); // prettier-ignore
});

describe('form C', () => {
  it('是否电子 says what 签订方式 says', async () => {
    const written = ['电子', '纸质', '是', '否', '电子合同', '书面', 'ELECTRONIC'];
    const change = (word: string): Change => ({ 签订方式: word });
    const expected = [true, false, true, false, true, false, true];
    expect(await values('C', written.map(change), 'electronic')).toEqual(expected);
    const [row] = await readTable('C', [{ 签订方式: '', 是否电子: '否' }]);
    expect(codes(row)).toEqual([]);
    expect(value(row, 'electronic')).toBe(false);
  });

  it('reads its codes, money and digests, and seals who the worker is', async () => {
    const digest = 'AB'.repeat(32);
    const [row] = await readTable('C', [
      {
        合同类型: '无固定期限',
        终止日期: '',
        签署平台: '自治区平台',
        '月工资（万元）': '0.45',
        文件摘要: digest,
      },
    ]);
    expect(row?.values).toMatchObject({
      kind: 'OPEN_ENDED', platform: 'GX_PROVINCIAL', wage: '4500.00', digest: digest.toLowerCase(), contractKey: 'HT-1',
      workerName: { mask: '张*' }, idNumber: { mask: expect.stringMatching(/\*{4}/) as string },
    }); // prettier-ignore
  });

  it('leaves an unreadable digest and wage empty and says so', async () => {
    const [row] = await readTable('C', [{ 文件摘要: 'none', 月工资: '面议' }]);
    expect(row).toMatchObject({ rejected: false, values: { digest: null, wage: null } });
    expect(row?.issues.map(found => [found.code, found.severity])).toEqual([
      ['DIGEST_INVALID', 'WARNING'],
      ['NUMBER_UNREADABLE', 'WARNING'],
    ]);
  });
});

describe('form S', () => {
  it('times are of Shanghai, to the second', async () => {
    const times = ['2022-03-01 09:30:15', '2022/3/1 9:30:15', '20220301093015', '2022-03-01T01:30:15Z'];
    const change = (time: string): Change => ({ 签署时间: time });
    expect(new Set(await values('S', times.map(change), 'signedAt'))).toEqual(
      new Set(['2022-03-01T01:30:15.000Z']),
    );
  });

  it('parties go by what people call them', async () => {
    const words = ['企业', '用人单位', '甲方', '劳动者', '职工', '乙方'];
    const change = (word: string): Change => ({ 签署方: word });
    const [e, w] = ['EMPLOYER', 'WORKER'];
    expect(await values('S', words.map(change), 'party')).toEqual([e, e, e, w, w, w]);
  });
});

describe('form I', () => {
  it.each([
    ['15日', '2022-06-23'],
    ['15天内', '2022-06-23'],
    ['限15日内', '2022-06-23'],
    ['十五日', '2022-06-23'],
    ['三十日', '2022-07-08'],
    ['１５ 日', '2022-06-23'],
    [15, '2022-06-23'],
    ['2022.6.30', '2022-06-30'],
    [new Date('2022-06-30T00:00:00Z'), '2022-06-30'],
    ['', null],
  ])('a limit written %s ends on %s', async (written, ends) => {
    const change = { 责令改正日期: '2022-06-08', 整改期限: written };
    expect(await values('I', [change], 'correctionDueOn')).toEqual([ends]);
  });

  it('reads subjects by name, by a word in the text, and keeps what it does not know', async () => {
    const words = ['工资支付', '拖欠工资', '未缴社保', '女职工、未成年工', '未签劳动合同', '其他', '消防'];
    const rows = await readTable('I', words.map(word => ({ 问题类别: word }))); // prettier-ignore
    expect(rows.map(row => value(row, 'subject'))).toEqual(['06', '06', '07', '04', '02', '99', null]);
    expect(rows.map(row => value(row, 'subjectText'))).toEqual(words);
    expect(rows.flatMap(row => codes(row))).toEqual(['SUBJECT_UNKNOWN']);
  });
});

describe('implausible things warn and never reject', () => {
  const employer = { foundedOn: '2015-01-01', closedOn: '2022-06-30', staff: 10 };
  it.each([
    [contractSource, { signedOn: '2014-12-31', startsOn: '2015-01-01', endsOn: '2099-12-31' }, ['BEFORE_FOUNDING']],
    [contractSource, { startsOn: '2022-07-01', signedOn: '2022-06-01' }, ['AFTER_CLOSING']],
    [contractSource, { terminatedOn: '2022-08-01' }, ['AFTER_STATED']],
    [filingSource, { filedOn: '2022-06-01', workers: 10, insured: 11, contracted: 10 }, ['COUNT_EXCEEDS_WORKERS']],
    [signingSource, { signedAt: '2022-06-30T15:59:59.000Z' }, []],
    [signingSource, { signedAt: '2022-06-30T16:00:00.000Z' }, ['AFTER_CLOSING']],
    [inspectionSource, { checkedOn: '2022-06-07', filed: false, filedOn: '2022-06-06' }, ['ODD_ORDER', 'FILED_ON_WHILE_NOT_FILED']],
  ])('%#', (source, row, found) => {
    expect(source.warn(row, employer, '2022-07-31').map(issue => issue.code)).toEqual(found);
  }); // prettier-ignore
});
