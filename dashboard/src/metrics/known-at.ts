const aDay = /^\d{4}-\d\d-\d\d$/;
const aMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** Whether an address names a day; a mistyped one does not. */
export const isDay = (said: string): boolean => aDay.test(said) && !Number.isNaN(Date.parse(said));

/** Whether an address names a moment of knowledge: a day, or a time of one. */
export const isMoment = (said: string): boolean =>
  isDay(said) || (aMoment.test(said) && !Number.isNaN(Date.parse(said)));

/**
 * What the address says of the moment of knowledge, as the argument every question takes: the end of an earlier day in
 * Shanghai, or a moment as it stands. Today, and what is neither, is the present.
 */
export function asKnownAt(said: string, today: string): string | undefined {
  const read = Date.parse(said);
  if (Number.isNaN(read)) return undefined;
  if (aDay.test(said)) return said < today ? `${said}T23:59:59.999+08:00` : undefined;
  return aMoment.test(said) ? new Date(read).toISOString() : undefined;
}
