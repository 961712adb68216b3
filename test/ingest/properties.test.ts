import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, daysBetween, partsOf } from '../../server/src/kernel/days.ts';
import { usccCheckCharacter } from '../../server/src/kernel/uscc.ts';
import { readUscc } from '../../server/src/ingest/cells/codes.ts';
import { readDay } from '../../server/src/ingest/cells/dates.ts';
import { scaleDecimal } from '../../server/src/ingest/cells/decimals.ts';
import { readNumber } from '../../server/src/ingest/cells/numbers.ts';
import type { Cell } from '../../server/src/ingest/file/cell.ts';

const text = (said: string): Cell => ({ kind: 'TEXT', text: said });
const wide = (said: string): string => said.replace(/[!-~]/g, sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)); // prettier-ignore
const two = (n: number): string => String(n).padStart(2, '0');

const day = fc
  .record({ year: fc.integer({ min: 1901, max: 2099 }), month: fc.integer({ min: 1, max: 12 }), date: fc.integer({ min: 1, max: 31 }) })
  .map(({ year, month, date }) => dayOf(year, month, date))
  .filter(found => found !== undefined); // prettier-ignore

/** Every way the specification says a day is printed. */
const printings: readonly ((y: number, m: number, d: number) => string)[] = [
  ...['-', '/', '.'].flatMap(sign => [
    (y: number, m: number, d: number) => [y, m, d].join(sign),
    (y: number, m: number, d: number) => [y, two(m), two(d)].join(sign),
  ]),
  (y, m, d) => `${y}${two(m)}${two(d)}`,
  (y, m, d) => `${y}年${m}月${d}日`,
  (y, m, d) => `${y} 年 ${two(m)} 月 ${two(d)} 日`,
  (y, m, d) => `${y}-${two(m)}-${two(d)} 08:30:00`,
  (y, m, d) => `${y}/${m}/${d} 8:30`,
];

describe('any printing is read back', () => {
  it('of a day', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...printings), fc.boolean(), (given, print, isWide) => {
        const printed = print(...partsOf(given));
        expect(readDay(text(isWide ? wide(printed) : printed), false)).toEqual({ ok: true, value: given });
      }),
      { numRuns: 2000 },
    );
  });
  it('of a day as a serial of either system, with or without a time', () => {
    fc.assert(
      fc.property(day, fc.boolean(), fc.double({ min: 0, max: 0.99999, noNaN: true }), (given, epoch1904, time) => {
        const serial = daysBetween(epoch1904 ? '1904-01-01' : given < '1900-03-01' ? '1899-12-31' : '1899-12-30', given);
        fc.pre(serial > 0);
        const cell: Cell = { kind: 'NUMBER', value: serial + time, text: String(serial + time), shows: 'DATE', decimals: null };
        expect(readDay(cell, epoch1904)).toEqual({ ok: true, value: given });
      }),
    ); // prettier-ignore
  });
  it('of a whole number', () => {
    const print = [String, (n: number) => n.toLocaleString('en'), (n: number) => `${n}人`, (n: number) => wide(String(n)), (n: number) => `${n}.0`]; // prettier-ignore
    fc.assert(
      fc.property(fc.nat(2_000_000_000), fc.constantFrom(...print), (given, printing) => {
        expect(readNumber(text(printing(given)), 'INTEGER', 0)).toEqual({ ok: true, value: given });
      }),
    );
  });
  it('of an amount, in yuan or ten thousand yuan', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 14n), fen => {
        const yuan = scaleDecimal(String(fen), -2, 2);
        const wan = scaleDecimal(String(fen), -6, 6);
        const expected = { ok: true, value: yuan };
        expect(readNumber(text(yuan), 'MONEY', 0)).toEqual(expected);
        expect(readNumber(text(`${wan}万元`), 'MONEY', 0)).toEqual(expected);
        expect(readNumber(text(wan), 'MONEY', 4)).toEqual(expected);
      }),
    );
  });
  it('of a credit code, however it is typed', () => {
    const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
    const codes = fc.array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 }).map(letters => letters.join('') + (usccCheckCharacter(letters.join('')) ?? '')); // prettier-ignore
    const typed = [(c: string) => c.toLowerCase(), wide, (c: string) => c.replace(/(.{4})/g, '$1 '), (c: string) => c.replace(/(.{6})/g, '$1-'), (c: string) => c.replaceAll('0', 'O').replaceAll('1', 'I')]; // prettier-ignore
    fc.assert(
      fc.property(codes, fc.constantFrom(...typed), (code, type) => {
        expect(readUscc(text(type(code)))).toMatchObject({ ok: true, value: code });
      }),
    );
  });
  it('never throws on anything else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), said => {
        for (const reading of [
          readDay(text(said), false),
          readNumber(text(said), 'MONEY', 0),
          readUscc(text(said)),
        ]) {
          expect(typeof reading.ok).toBe('boolean');
        }
      }),
      { numRuns: 2000 },
    );
  });
});
