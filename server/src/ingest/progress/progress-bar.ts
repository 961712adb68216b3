import type { ImportPhase, ImportProgress } from './import-progress.ts';

const phases: Readonly<Record<ImportPhase, string>> = {
  WAITING: '排队 waiting',
  READING: '读取 reading',
  APPLYING: '写入 applying',
  SETTLING: '收尾 settling',
};

const widest = 30;
const thousands = new Intl.NumberFormat('en');

/** Where an import stands, as one line of plain text. */
export function progressLine(fileName: string, { phase, sheet, rows, share }: ImportProgress): string {
  const place = sheet === null ? '' : ` · ${plain(sheet)}`;
  return `${fileName}${place} · ${phases[phase]} · ${thousands.format(rows)} 行 rows · ${percent(share)}`;
}

/** The same as a bar on a terminal, no wider than it. */
export function progressBar(fileName: string, progress: ImportProgress, columns = 80): string {
  const { phase, rows, share } = progress;
  const tail = ` ${percent(share)} ${thousands.format(rows)} 行 rows · ${phases[phase]}`;
  const room = Math.max(8, Math.min(widest, columns - width(tail) - 16));
  const full = Math.round(Math.min(1, Math.max(0, share)) * room);
  const bar = `[${'#'.repeat(full)}${'-'.repeat(room - full)}]`;
  const left = columns - 1 - width(bar) - width(tail) - 1;
  return `${cut(fileName, left)} ${bar}${tail}`;
}

const percent = (share: number): string => `${Math.floor(Math.min(1, Math.max(0, share)) * 100)}%`;
const plain = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '');

/** A Chinese character is two columns wide. */
const width = (text: string): number => {
  let columns = 0;
  for (const character of text) columns += /[\u1100-\u115f\u2e80-\uffe6]/u.test(character) ? 2 : 1;
  return columns;
};

function cut(text: string, columns: number): string {
  let kept = '';
  for (const character of text) {
    if (width(kept + character) > Math.max(4, columns)) return kept;
    kept += character;
  }
  return kept;
}
