import { fileOf, kinds, type Kind } from '../ingest/dirt.ts';
import { faultless } from '../ingest/reading.ts';
import type { FileCell, FileSheet } from '../ingest/table-files.ts';
import type { Random } from './random.ts';

const forms = Object.values(faultless);
const odd: readonly FileCell[] = [
  '', null, '—', '/', '无', '#N/A', '示例', '合计', '小计：', '备注', '单位：万元', '填报日期：2022-06-30', '统一社会信用代码', '__proto__',
  0, -1, 1.5, 1e15, 914502000000000000, 9.14502e300, 2022.1, 44719, true, false, { error: '#N/A' }, { error: '#REF!' }, { percent: 0.955 },
  { formula: 'A1', result: 12 }, { formula: '"甲"', result: '甲' }, new Date(Date.UTC(2022, 5, 7)), new Date(Date.UTC(1901, 0, 1)),
  '2022-02-30', '2022.06', '22-6-7', '20220631', '２０２２年６月７日', '约12人', '3.5万元', '5-8', '1,2,3', '9.1450200E+17', '450202199001010000',
  "=cmd|'/c calc'!A1", '甲\n乙', '　全　角　', 'ＵＳＣＣ', '\u202e公司', '𠀀㐂', '😀', '"', '""', ',', ';', '\t', '甲'.repeat(300), ' '.repeat(200), '\u0001',
]; // prettier-ignore

/** A table of one form or a mixture: right, wrong, shifted, repeated, with titles and totals or without. */
function table(random: Random): FileCell[][] {
  const faulty = random.of(forms);
  const headers = Object.keys(faulty);
  if (random.chance(20)) headers.splice(random.below(headers.length), 1);
  if (random.chance(20)) headers.push(random.of(headers), String(random.of(odd) ?? ''));
  const rows: FileCell[][] = Array.from({ length: random.below(4) }, () => [random.of(odd)]);
  rows.push(headers);
  for (let left = random.below(40); left > 0; left--) {
    rows.push(
      headers.map(header =>
        random.chance(25)
          ? random.of(odd)
          : ((Object.hasOwn(faulty, header) ? (faulty[header] as FileCell) : null) ?? null),
      ),
    );
    if (random.chance(5)) rows.push(random.of([[], headers, ['合计'], [null, null, '外']]));
  }
  return rows;
}

function sheet(random: Random, index: number): FileSheet {
  const rows = table(random);
  const merges: string[] = [];
  // One range: some programs cannot write several that overlap. What it covers is empty: some would write it all the same.
  if (random.chance(30)) {
    const [left, top, wide, high] = [random.below(5), random.below(rows.length), random.below(3), 1 + random.below(4)]; // prettier-ignore
    merges.push(`${'ABCDEFGH'[left]}${top + 1}:${'ABCDEFGH'[left + wide]}${top + high + 1}`);
    for (let r = top; r <= top + high; r++) {
      const row = rows[r];
      for (let c = left; row && c <= left + wide; c++)
        if ((r > top || c > left) && c < row.length) row[c] = null;
    }
  }
  const hiddenRows = random.chance(20) ? [1 + random.below(rows.length)] : [];
  return { name: `表${index}`, rows, merges, hiddenRows, hidden: index > 0 && random.chance(30) };
}

/** Sheets as people fill them. Control characters are left to text tables: no program writes them into a workbook. */
export function sheetsFrom(random: Random): readonly FileSheet[] {
  const sheets = Array.from({ length: 1 + random.below(3) }, (_, i) => sheet(random, i));
  const clean = (cell: FileCell): FileCell => (cell === '\u0001' ? '' : cell);
  return sheets.map(one => ({ ...one, rows: one.rows.map(row => row.map(clean)) }));
}

/** A file that an office program could have written, with whatever people put into cells. */
export async function generated(random: Random): Promise<{ kind: Kind; bytes: Uint8Array }> {
  const kind = random.of(kinds);
  const sheets = sheetsFrom(random);
  return { kind, bytes: await fileOf(kind, sheets) };
}
