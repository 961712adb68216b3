import { expect, test } from 'vitest';
import { missingOf, nearestOf } from './own-headers.ts';

const column = (header: string, required = true, synonyms: string[] = []) => ({
  header, field: header, required, synonyms, personal: false, kind: 'TEXT', choices: null, rule: '',
}); // prettier-ignore
const register = {
  columns: [
    column('统一社会信用代码', true, ['信用代码', 'USCC']),
    column('申报日期'),
    column('自评得分', false),
  ],
};
const roster = { columns: [column('统一社会信用代码'), column('企业名称'), column('所属区域')] };

test('a header is found under its synonyms, whatever its blanks and widths', () => {
  expect(missingOf(register, ['信用 代码', '申报日期'])).toEqual([]);
  expect(missingOf(register, ['ｕｓｃｃ', '递交日'])).toEqual(['申报日期']);
});

test('the form a sheet lacks least is offered first', () =>
  expect(nearestOf([roster, register], ['企业代码', '申报日期'])).toBe(register));
