import { describe, expect, it } from 'vitest';
import { check } from './cell-cases.ts';
import { codes, readTable, uscc, uscc2, value } from './reading.ts';

describe('dirt 6: codes damaged by a spreadsheet', () => {
  it('a number of few digits with an E in it is no damage', () =>
    check('D', '案号', 'caseNo', [['2E10', '2E10'], ['2E+10', null, 'CODE_SCIENTIFIC'], ['9.14502E17', null, 'CODE_SCIENTIFIC']])); // prettier-ignore
  it('identity numbers: lower case, full width and blanks are repaired, old ones asked for anew', async () => {
    const cases = [
      ['45020219900101004X', []], ['45020219900101004x', []], ['４５０２０２１９９００１０１００４Ｘ', []], ['450202 19900101 004X', []],
      ['450202900101004', ['ID_NUMBER_OLD']], ['450202199001010045', ['ID_NUMBER_INVALID']], ['450202199001010000', ['CODE_DIGITS_LOST']],
      ['4.50202E+17', ['CODE_SCIENTIFIC']], [450202199001010000, ['CODE_DIGITS_LOST']],
    ] as const; // prettier-ignore
    const rows = await readTable('C', cases.map(([cell]) => ({ 身份证号: cell }))); // prettier-ignore
    expect(rows.map((row, i) => [cases[i]?.[0], codes(row)])).toEqual(cases);
  });
  it('says how they were damaged', () =>
    check('E', '统一社会信用代码', 'uscc', [
      ['9.1450200E+17', null, 'CODE_SCIENTIFIC'],
      [914502000000000000, null, 'CODE_DIGITS_LOST'],
      ['914502001234567000', null, 'CODE_DIGITS_LOST'],
      ['9145020012345', null, 'USCC_LENGTH'],
    ]));
  it('rejects a damaged case number', () =>
    check('D', '案号', 'caseNo', [['2.02206E+15', null, 'CODE_SCIENTIFIC'], [20220607000123456, null, 'CODE_DIGITS_LOST'], [20220001, '20220001']])); // prettier-ignore
});

describe('dirt 7: credit codes', () => {
  it('repairs what is beyond doubt and says so', async () => {
    const repaired = ['91450200ma5kdem11m', '9145 0200 MA5KDEM11M', '91450200-MA5KDEM1-1M', '９１４５０２００ＭＡ５ＫＤＥＭ１１Ｍ', '9145O2OOMA5KDEM11M', '9I450200MA5KDEMI1M']; // prettier-ignore
    const rows = await readTable('E', repaired.map(code => ({ 统一社会信用代码: code }))); // prettier-ignore
    expect(rows.map(row => [value(row, 'uscc'), row.repaired, row.rejected, codes(row)])).toEqual(
      repaired.map(() => [uscc, true, false, ['USCC_REPAIRED']]),
    );
  });
  it('refuses the rest', () =>
    check('E', '统一社会信用代码', 'uscc', [
      [uscc2, uscc2],
      ['91450200MA5KDEM11N', null, 'USCC_CHECK'],
      ['9145O200MA5KDEM11N', null, 'USCC_CHECK'],
      ['91450200MA5KDEM11S', null, 'USCC_CHARACTER'],
      ['91450200MA5KDEM11', null, 'USCC_LENGTH'],
      ['', null, 'REQUIRED_EMPTY'],
    ]));
  it('a code is needed only where the row does not name the employer', async () => {
    const rows = await readTable('U', [{ 统一社会信用代码: '' }, { 统一社会信用代码: '', 企业名称: '' }]);
    expect(rows.map(row => [row.rejected, codes(row)])).toEqual([[false, []], [true, ['EMPLOYER_UNNAMED']]]); // prettier-ignore
  });
});

describe('dirt 8: names', () => {
  it('lose the blanks beside Chinese characters and keep the others', () =>
    check('E', '企业名称', 'name', [
      [' 甲子 商贸有限 公司 ', '甲子商贸有限公司'],
      ['甲子（柳东） 有限公司', '甲子（柳东）有限公司'],
      ['ABC  Trading 公司', 'ABC Trading公司'],
    ]));
});

describe('words and flags', () => {
  it.each([
    ['E', '所属区域', 'town', [['雒容镇', 'LUORONG'], ['雒容', 'LUORONG'], ['洛埠', 'LUOBU'], ['新区核心区', 'CORE'], ['官塘', 'CORE'], ['核心区', 'CORE'], ['鹿寨', null, 'WORD_UNKNOWN']]],
    ['E', '行业门类', 'industry', [['C', 'C'], ['制造业', 'C'], ['C36', 'C'], ['c3611', 'C'], ['36', 'C'], ['C 制造业', 'C'], ['农林牧渔业', 'A'], ['交通运输、仓储和邮政业', 'G'], ['C99', null, 'WORD_UNKNOWN'], ['A36', null, 'WORD_UNKNOWN'], ['互联网', null, 'WORD_UNKNOWN']]],
    ['E', '企业规模', 'size', [['大型', 'LARGE'], ['微', 'MICRO'], ['', null], ['巨型', null, 'WORD_UNKNOWN']]],
    ['E', '经营状态', 'status', [['在业', 'ACTIVE'], ['', 'ACTIVE'], ['歇业', 'SUSPENDED'], ['注销', 'CLOSED', 'CLOSED_WITHOUT_DATE']]],
    ['U', '建会形式', 'form', [['单独建会', 'OWN'], ['联合建会', 'JOINT'], ['区域行业覆盖', 'REGIONAL'], ['是', null, 'WORD_UNKNOWN']]],
    ['U', '职代会', 'congress', [['是', true], ['√', true], ['Y', true], ['有', true], [true, true], [1, true], ['否', false], ['×', false], ['无', false], ['/', null], ['也许', null, 'FLAG_UNREADABLE']]],
    ['D', '结案方式', 'outcome', [['调解成功', 'SETTLED'], ['调解不成', 'FAILED'], ['撤回', 'WITHDRAWN'], ['转仲裁', 'TO_ARBITRATION'], ['转诉讼', 'TO_COURT'], ['不予受理', 'NOT_ACCEPTED']]],
    ['D', '案由', 'cause', [['劳动报酬', '04'], ['解除、终止合同', '03'], ['加班费', '04'], ['拖欠工资', '04'], ['工伤保险待遇', '06'], ['失业保险待遇', '05'], ['未休年假', '04'], ['年休假', '07'], ['履行集体合同', '10'], ['其他', '99'], ['邻里纠纷', '99', 'CAUSE_UNKNOWN']]],
  ] as const)('%s %s', (form, header, field, cases) => check(form, header, field, cases)); // prettier-ignore
  it('an unknown word rejects only where the column is starred', async () => {
    const [size, town] = await readTable('E', [{ 企业规模: '巨型' }, { 所属区域: '鹿寨' }]);
    expect([size?.rejected, town?.rejected]).toEqual([false, true]);
  });
});
