import { fold } from '../../kernel/text.ts';
import type { Cell } from '../file/cell.ts';
import { fail, read, type Reading } from './reading.ts';

const yes = '是 有 对 √ ✓ ✔ ☑ Y YES TRUE T 1 已 已建 已建立 已实行 已开展 已签 已备案 已审批 已确认'.split(
  ' ',
);
const no =
  '否 无 不 不是 没有 未 × ✗ ✘ X N NO FALSE F 0 未建 未建立 未实行 未开展 未签 未备案 未审批 未确认'.split(
    ' ',
  );
const meanings = new Map([
  ...yes.map(word => [word, true] as const),
  ...no.map(word => [word, false] as const),
]);

/** Reads 是 or 否, however it is ticked. */
export function readFlag(cell: Cell): Reading<boolean> {
  if (cell.kind === 'BOOLEAN') return read(cell.value);
  const text = cell.kind === 'TEXT' ? cell.text : cell.kind === 'NUMBER' ? cell.text : '';
  const meaning = meanings.get(fold(text).toUpperCase());
  return meaning === undefined ? fail('FLAG_UNREADABLE') : read(meaning);
}
