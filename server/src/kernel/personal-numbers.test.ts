import { describe, expect, it } from 'vitest';
import { hideNumbers, namesSomebody } from './personal-numbers.ts';

describe('numbers of persons in free text', () => {
  it.each([
    ['450299199001011236', '4502**********1236'],
    ['身份证450299199001011236，电话14000001234。', '身份证4502**********1236，电话140****1234。'],
    ['45029919900101123x', '4502**********123x'],
    ['４５０２９９１９９００１０１１２３６', '4502**********1236'],
    ['450299 19900101 1236', '4502**********1236'],
    ['450299-1990-01-01-1236', '4502**********1236'],
    ['138-1234-1234 或 138 1234 1234', '138****1234 或 138****1234'],
    ['甲450299199001011236.xlsx', '甲4502**********1236.xlsx'],
  ])('%s', (text, shown) => {
    expect(hideNumbers(text)).toBe(shown);
    expect(namesSomebody(text)).toBe(true);
    expect(namesSomebody(shown)).toBe(false);
  });

  it.each([
    '914502007000000012', '91450299MA5AAAA106', '2026-03-01 2026-04-01', '柳东调〔2026〕1号', '0772-3912345', '12345678901',
    '9145020019900101123600', '合同HT-2026-000123', '金额 13812341234567', '1380013800', '',
  ])('%s is no number of a person', text => {
    expect([hideNumbers(text), namesSomebody(text)]).toEqual([text, false]);
  }); // prettier-ignore

  it('takes no long time over many digits', () => {
    const began = performance.now();
    for (const text of ['1'.repeat(50_000), '450299 '.repeat(8_000), '138-'.repeat(12_000)])
      hideNumbers(text);
    expect(performance.now() - began).toBeLessThan(200);
  });
});
