/** Whether a term covers a day: both ends are included. */
export const holdsOn = (table: string, day: string): string =>
  `(${table}.starts_on <= ${day}::date and (${table}.ends_on is null or ${table}.ends_on >= ${day}::date))`;
