import { dayOf } from '../../kernel/days.ts';
import { fold } from '../../kernel/text.ts';
import { hasValidOrganisationCode, isUscc } from '../../kernel/uscc.ts';
import type { Cell } from '../file/cell.ts';
import { clean, plainDashes } from './cell-text.ts';
import { fail, read, type Finding, type Reading } from './reading.ts';

/** As spreadsheets write it; 2E10 alone may well be a number that somebody gave to a contract. */
const scientific = /^\d(?:\.\d+[Ee]\+?|[Ee]\+)\d+$/;

/** Whether a spreadsheet has already destroyed the code; nobody can tell what it was. */
export function damage(cell: Cell): Finding | undefined {
  const text = cell.kind === 'TEXT' || cell.kind === 'NUMBER' ? fold(cell.text) : '';
  if (scientific.test(text)) return { code: 'CODE_SCIENTIFIC' };
  if (cell.kind === 'NUMBER' && Math.abs(cell.value) >= 1e15) return { code: 'CODE_DIGITS_LOST' };
  return undefined;
}

const zeroedTail = (text: string): boolean => /^\d{15}0{3,}$/.test(text);
const codeText = (cell: Cell): string =>
  cell.kind === 'TEXT' ? clean(cell.text) : cell.kind === 'NUMBER' ? cell.text : '';

/** Reads a unified social credit code; what can be repaired beyond doubt is repaired and reported. */
export function readUscc(cell: Cell): Reading<string> {
  const damaged = damage(cell);
  if (damaged) return { ok: false, failure: damaged };
  const raw = cell.kind === 'TEXT' ? cell.text : codeText(cell);
  const tight = plainDashes(fold(clean(raw))).replace(/[-'‘’]/g, '').toUpperCase(); // prettier-ignore
  // O and I are not in the alphabet of the code: reading them as 0 and 1 is safe when the check character agrees.
  const code = isUscc(tight) ? tight : tight.replaceAll('O', '0').replaceAll('I', '1');
  if (!isUscc(code)) return { ok: false, failure: usccFailure(tight) };
  if (!hasValidOrganisationCode(code) && code === raw) return read(code, { code: 'USCC_ORGANISATION' });
  if (code === raw) return read(code);
  return {
    ok: true,
    value: code,
    repaired: true,
    remark: { code: 'USCC_REPAIRED', params: { repaired: code } },
  };
}

function usccFailure(tight: string): Finding {
  if (zeroedTail(tight)) return { code: 'CODE_DIGITS_LOST' };
  const length = [...tight].length;
  if (length !== 18) return { code: 'USCC_LENGTH', params: { length } };
  const strange = [...tight].find(character => !/[0-9A-HJ-NPQRTUWXY]/.test(character));
  if (strange !== undefined && !'OI'.includes(strange))
    return { code: 'USCC_CHARACTER', params: { character: strange } };
  return { code: 'USCC_CHECK' };
}

/** Reads a case or certificate number: text that must not have passed through a number too long for one. */
export function readIdentifier(cell: Cell): Reading<string> {
  const damaged = damage(cell);
  return damaged ? { ok: false, failure: damaged } : read(codeText(cell).replace(/\s+/g, ' '));
}

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Reads a resident identity number (GB 11643): length, birth date and check digit. */
export function readIdNumber(cell: Cell): Reading<string> {
  const damaged = damage(cell);
  if (damaged) return { ok: false, failure: damaged };
  const text = plainDashes(fold(codeText(cell))).replace(/[-'‘’]/g, '').toUpperCase(); // prettier-ignore
  const sum = idWeights.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  const born = dayOf(Number(text.slice(6, 10)), Number(text.slice(10, 12)), Number(text.slice(12, 14)));
  if (/^\d{17}[\dX]$/.test(text) && born !== undefined && '10X98765432'[sum % 11] === text[17])
    return read(text);
  if (zeroedTail(text)) return fail('CODE_DIGITS_LOST');
  return fail(/^\d{15}$/.test(text) ? 'ID_NUMBER_OLD' : 'ID_NUMBER_INVALID');
}

/** Reads a SHA-256 or SM3 digest; the case of its letters says nothing. */
export function readDigest(cell: Cell): Reading<string> {
  const text = fold(codeText(cell)).toLowerCase();
  return /^[0-9a-f]{64}$/.test(text) ? read(text) : fail('DIGEST_INVALID');
}
