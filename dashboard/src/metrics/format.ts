import { missing } from '@hexie/schema/pictures/format.ts';

const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});
const twoDecimals = new Intl.NumberFormat('en-US', { minimumFractionDigits: 0, maximumFractionDigits: 2 });

/** A moment on the Shanghai clock, to the minute: 2022-10-31 09:05. */
export const moment = (at: string | null | undefined): string =>
  at ? shanghai.format(Date.parse(at)) : missing;

/** A decimal string (money in yuan, a score) with separators. */
export function decimal(text: string | number | null | undefined): string {
  if (text === null || text === undefined || text === '' || Number.isNaN(Number(text))) return missing;
  return twoDecimals.format(Number(text));
}

/** The size of a file. */
export function bytes(size: number | null | undefined): string {
  if (size === null || size === undefined) return missing;
  return size < 1_048_576
    ? `${Math.max(1, Math.round(size / 1024))} KB`
    : `${(size / 1_048_576).toFixed(1)} MB`;
}
