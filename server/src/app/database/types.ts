import pg from 'pg';

const dates = 1082;
const int8 = 20;
const dateArray = 1182;
const int8Array = 1016;

/** How values come out of PostgreSQL: days as ISO strings, moments as Date, decimals as strings, counts and keys as numbers. */
export const valueTypes = new pg.TypeOverrides();
valueTypes.setTypeParser(dates, text => text);
valueTypes.setTypeParser(int8, wholeNumber);
valueTypes.setTypeParser(dateArray, text => list(text));
valueTypes.setTypeParser(int8Array, text => list(text).map(one => (one === null ? null : wholeNumber(one))));

/** Keys and counts stay far below 2^53; one that does not would be silently wrong, so it is an error. */
function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError('a bigint beyond the safe range came out of the database');
  return value;
}

/** One-dimensional arrays of words without quotes, which days and numbers are. */
function list(text: string): (string | null)[] {
  const inside = text.slice(1, -1);
  return inside === '' ? [] : inside.split(',').map(one => (one === 'NULL' ? null : one));
}
