/** Days as the oracle reckons with them, on its own. */
export type Day = string;
/** What is counted: numerator, and denominator where there is one. */
export interface Count { n: number; d: number | null } // prettier-ignore
/** Which facts a cut keeps. */
export interface Keep {
  employer?: (id: number) => boolean;
  dispute?: (i: number) => boolean;
  inspection?: (i: number) => boolean;
  stage?: string;
  grade?: string;
  freshness?: string;
  /** Years that a certification runs whose row states no end. */
  term?: number;
}

const ms = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
/** So many days later. */
export const shift = (day: Day, days: number): Day =>
  new Date(ms(day) + days * 864e5).toISOString().slice(0, 10);
/** Days from one to the other. */
export const apart = (from: Day, to: Day): number => (ms(to) - ms(from)) / 864e5;
/** The same date in another year, 28 February for a leap day it lacks. */
export const years = (day: Day, n: number): Day => {
  const moved = `${Number(day.slice(0, 4)) + n}${day.slice(4)}`;
  return new Date(ms(moved)).toISOString().slice(0, 10) === moved ? moved : `${moved.slice(0, 5)}02-28`;
};
/** Whether a day is known and not after another. */
export const by = (day: Day | null, limit: Day): day is Day => day !== null && day <= limit;
