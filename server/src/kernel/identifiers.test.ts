import { describe, expect, test } from 'vitest';
import { maskIdNumber, maskName, maskPhone, Vault } from './personal.ts';
import { fold, nameKey } from './text.ts';
import { hasValidOrganisationCode, isUscc } from './uscc.ts';

describe('a unified social credit code (GB 32100-2015)', () => {
  test.each([
    ['91450200MA5KDEM11M', true],
    ['91450203MA5NDEM22W', true],
    ['91350100M000100Y43', true],
    ['91110000101623741K', true],
    ['91450200MA5KDEM11N', false],
    ['91450200MA5KDEMI1M', false],
    ['91450200MA5KDEM11', false],
  ])('%s is well-formed: %s', (code, valid) => {
    expect(isUscc(code)).toBe(valid);
  });

  test('its organisation code has a check digit of its own (GB 11714)', () => {
    expect(hasValidOrganisationCode('91450200MA5KDEM11M')).toBe(true);
    expect(hasValidOrganisationCode('91450200MA5KDEM21M')).toBe(false);
  });
});

describe('a personal value', () => {
  const vault = new Vault('a secret of the test, long enough');

  test.each([
    ['张三丰', '张**'],
    ['欧阳锋', '欧阳*'],
    ['王', '王*'],
    ['张甲、李乙', '张*、李*'],
  ])('%s is shown as %s', (name, shown) => {
    expect(maskName(name)).toBe(shown);
  });

  test.each([
    ['14000001234', '140****1234'],
    ['0772-1234567', '**********67'],
  ])('the phone %s is shown as %s', (phone, shown) => {
    expect(maskPhone(phone)).toBe(shown);
  });

  test('an ID number keeps four digits at each end', () => {
    expect(maskIdNumber('450299199001010013')).toBe('4502**********0013');
  });

  test('is sealed so that equal values match and ciphertexts differ', () => {
    const [one, two] = [vault.seal('张三丰', maskName), vault.seal('张三丰', maskName)];
    expect(one.hash).toBe(two.hash);
    expect(one.cipher.equals(two.cipher)).toBe(false);
    expect(vault.decrypt(one.cipher)).toBe('张三丰');
  });

  test('cannot be read with another secret', () => {
    expect(() => new Vault('another secret').decrypt(vault.encrypt('张三丰'))).toThrow();
  });
});

describe('a name', () => {
  test.each([
    ['柳东 甲子（集团）有限公司', '柳东甲子(集团)有限公司'],
    ['ＡＢＣ科技', 'ABC科技'],
    ['abc【柳东】公司', 'ABC(柳东)公司'],
  ])('%s is compared as %s', (name, key) => {
    expect(nameKey(name)).toBe(key);
  });

  test('folding removes line breaks and spaces of every kind', () => {
    expect(fold('企业\n名　称 ')).toBe('企业名称');
  });
});
