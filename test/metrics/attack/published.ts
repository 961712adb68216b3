import type { RunningHub } from '../../server/hub.ts';
import { dimensions, filterFields, type Case } from './random-disputes.ts';

/** One published sum of persons: the cases behind it, the figure or that it is hidden, and how fine its time is. */
export interface Published {
  readonly asked: string;
  readonly cases: readonly number[];
  readonly value: number | null;
  /** 0 whole years, 1 quarters, 2 months or less. */
  readonly level: number;
  readonly total: boolean;
  /** Whether its time cuts a month in two. */
  readonly odd: boolean;
  /** Whether it is one month, one quarter or whole years. */
  readonly exact: boolean;
  /** Whether a filter kept everything, so that it is a total by another name. */
  readonly whole: boolean;
}

interface Value {
  readonly value: number | null;
  readonly previous: number | null;
  readonly lastYear: number | null;
  readonly suppressed: boolean;
}
export interface Answer {
  readonly total: Value;
  readonly points: readonly { period: string | null; cuts: { key: string }[]; value: Value }[];
}

/** A question about persons, with what it means told once more: which cases a filter keeps. */
export interface Asked {
  readonly from: string;
  readonly to: string;
  readonly grain?: 'MONTH' | 'QUARTER' | 'YEAR';
  readonly by?: readonly number[];
  readonly filter?: object;
  readonly asKnownAt?: string;
  readonly keeps?: (one: Case) => boolean;
}

const types = [
  ['from', 'Date'], ['to', 'Date'], ['grain', 'Grain'], ['by', '[Dimension!]'], ['filter', 'MetricFilter'], ['asKnownAt', 'DateTime'],
] as const; // prettier-ignore
const figure = '{ value previous lastYear suppressed }';
const fragment = `fragment Told on MetricAnswer { total ${figure} points { period cuts { key } value ${figure} } }`;

/** How many questions go into one request. */
const together = 6;

/** Asks the hub as somebody, in the order given. */
export async function askAll(hub: RunningHub, token: string, asked: readonly Asked[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let at = 0; at < asked.length; at += together) {
    const some = asked.slice(at, at + together);
    const names = (i: number): string => types.map(([name]) => `${name}: $${name}${i}`).join(', ');
    const parts = some.map((_, i) => `m${i}: metric(key: "dispute.people", ${names(i)}) { ...Told }`);
    const header = some.flatMap((_, i) => types.map(([name, type]) => `$${name}${i}: ${type}`));
    const variables = Object.fromEntries(some.flatMap((one, i) => types.map(([name]) => [`${name}${i}`,
      name === 'by' ? one.by?.map(place => dimensions[place]) : one[name]])));
    const { data, errors } = await hub.graphql(`query (${header.join(', ')}) { ${parts.join(' ')} } ${fragment}`, { token, variables });
    if (errors.length) throw new Error(JSON.stringify([some, errors]));
    answers.push(...some.map((_, i) => data?.[`m${i}`] as Answer));
  }
  return answers;
} // prettier-ignore

const utc = (day: string): Date => new Date(`${day}T00:00:00Z`);
const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
const shifted = (day: string, months: number, days = 0): string => {
  const date = utc(day);
  date.setUTCMonth(date.getUTCMonth() + months);
  date.setUTCDate(date.getUTCDate() + days);
  return dayOf(date);
};

/** Everything that one answer tells: totals, points, and what each of them is compared with. */
export function toldBy(cases: readonly Case[], firstDay: string, asked: Asked, answer: Answer): Published[] {
  const { from, to, grain, by = [], keeps = () => true } = asked;
  const told: Published[] = [];
  const tell = (first: string, last: string, keys: readonly string[] | null, value: number | null): void => {
    const within = (start: string, end: string): number[] => cases.flatMap((one, i) => one.day >= start && one.day <= end
      && keeps(one) && (!keys || by.every((at, k) => one.keys[at] === keys[k])) ? [i] : []); // prettier-ignore
    const places = within(first, last);
    const total = !keys && !asked.filter;
    const named = JSON.stringify([first, last, by, keys, asked.filter]);
    // A span that leaves nothing of its years out says what they say, so it is hidden as they are.
    const [year, quarter] = [within(...widened(first, last, 12)), within(...widened(first, last, 3))];
    const as = isExact(first, last) || value !== null ? 2 : year.length === places.length ? 0 : quarter.length === places.length ? 1 : 2; // prettier-ignore
    const level = Math.min(as, levelOf(first, last));
    const whole = !keys && places.length === cases.filter(({ day }) => day >= first && day <= last).length;
    told.push({
      whole,
      asked: named,
      cases: places,
      value,
      level,
      total,
      odd: !isWhole(first, last),
      exact: isExact(first, last) || levelOf(first, last) === 0,
    });
  };
  const all = (first: string, last: string, keys: readonly string[] | null, value: Value): void => {
    tell(first, last, keys, value.suppressed ? null : value.value);
    for (const [other, [start, end]] of Object.entries(comparedWith(first, last))) {
      const seen = value[other as 'previous'];
      // What is hidden there is asked for by itself, and then said to be.
      // Before the district there was another one, which has an attack of its own.
      if (seen !== null && (start as string) >= firstDay) tell(start as string, end as string, keys, seen);
    }
  };
  all(from, to, null, answer.total);
  for (const { period, cuts, value } of answer.points) {
    const step = grain === 'YEAR' ? 12 : grain === 'QUARTER' ? 3 : 1;
    const [first, last] = period && grain ? [period, shifted(period, step, -1)] : [from, to];
    all(
      first < from ? from : first,
      last > to ? to : last,
      by.length ? cuts.map(({ key }) => key) : null,
      value,
    );
  }
  return told;
}

const isWhole = (first: string, last: string): boolean =>
  first.endsWith('-01') && shifted(last, 0, 1).endsWith('-01');

/** The whole years, or quarters, around a span. */
function widened(first: string, last: string, by: number): [string, string] {
  const start = (day: string): string => {
    const month = Number(day.slice(5, 7)) - 1;
    return shifted(`${day.slice(0, 7)}-01`, -(month % by));
  };
  return [start(first), shifted(start(last), by, -1)];
}

/** Whether it is one month or one quarter. */
const isExact = (first: string, last: string): boolean =>
  [1, 3].some(by => widened(first, first, by).join() === [first, last].join());

/** Whole years 0, whole quarters 1, all else 2. */
function levelOf(first: string, last: string): number {
  const [start, end] = [first.slice(5), shifted(last, 0, 1).slice(5)];
  const year = start === '01-01' && end === '01-01';
  const quarters = ['01-01', '04-01', '07-01', '10-01'];
  return year ? 0 : quarters.includes(start) && quarters.includes(end) ? 1 : 2;
}

/** Rule 9, for whole months; other spans are compared with as many days before. */
function comparedWith(first: string, last: string): Record<'previous' | 'lastYear', readonly [string, string]> {
  const next = shifted(last, 0, 1);
  const whole = isWhole(first, last);
  const months = (Number(next.slice(0, 4)) - Number(first.slice(0, 4))) * 12 + Number(next.slice(5, 7)) - Number(first.slice(5, 7));
  const days = (utc(last).getTime() - utc(first).getTime()) / 864e5 + 1;
  const start = whole ? shifted(first, -months) : shifted(first, 0, -days);
  return {
    previous: [start, shifted(first, 0, -1)],
    lastYear: [shifted(first, -12), shifted(next, -12, -1)],
  };
} // prettier-ignore

/** Every question that the attacker asks about a district: all tables, filters of every kind, and spans a day apart. */
export function questions(cases: readonly Case[], firstYear: number): Asked[] {
  const places = dimensions.map((_, i) => i);
  const tables = [[], ...places.map(i => [i]), ...places.flatMap(i => places.slice(i + 1).map(j => [i, j]))];
  const years = [firstYear, firstYear + 1].map(year => ({ from: `${year}-01-01`, to: `${year}-12-31` }));
  const both = { from: years[0]?.from ?? '', to: years[1]?.to ?? '' };
  const series = (['YEAR', 'QUARTER', 'MONTH'] as const).flatMap(grain => tables.map(by => ({ ...both, grain, by })));
  const keysAt = (at: number): string[] => [...new Set(cases.map(({ keys }) => keys[at] ?? ''))];
  const filters = places.flatMap(at => keysAt(at).flatMap((key, i, all) => [
    { at, test: { eq: key }, keeps: (one: Case) => one.keys[at] === key },
    { at, test: { ne: key }, keeps: (one: Case) => one.keys[at] !== key },
    { at, test: { in: all.slice(i, i + 2) }, keeps: (one: Case) => all.slice(i, i + 2).includes(one.keys[at] ?? '') },
  ])).map(({ at, test, keeps }) => ({ at, filter: { [filterFields[at] as string]: test }, keeps }));
  const filtered = filters.map(({ at, ...one }, i) => (
    { ...(years[i % 2] ?? both), ...one, by: i % 3 === 2 ? [] : [(at + 1 + (i % 5)) % 7] }));
  const joined = filters.flatMap((one, i) => {
    const other = filters[(i * 7 + 5) % filters.length] as typeof one;
    const [a, b] = [one.filter, other.filter];
    return [
      { ...both, filter: { and: [a, b] }, keeps: (of: Case) => one.keeps(of) && other.keeps(of) },
      { ...both, filter: { or: [a, b] }, keeps: (of: Case) => one.keeps(of) || other.keeps(of) },
      { ...both, filter: { not: a }, keeps: (of: Case) => !one.keeps(of) },
    ];
  }).filter((_, i) => i % 7 === 0);
  const days = [...new Set(cases.map(({ day }) => day))].sort();
  // Totals of single days are totals: only what is cut is asked for a day apart.
  const apart = days.flatMap((day, i) => [day, shifted(day, 0, -1)].map(to => ({ from: `${day.slice(0, 4)}-01-01`, to, by: [i % 7] })))
    .filter(({ from, to }) => from <= to);
  const odd = years.map(({ from }) => ({ from: shifted(from, 1), to: shifted(from, 8, -1), by: [0] }));
  return [...tables.map(by => ({ ...both, by })), ...series, ...filtered, ...joined, ...apart, ...odd];
} // prettier-ignore
