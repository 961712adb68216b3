import type { Case } from './random-disputes.ts';
import type { Published } from './published.ts';
import { boundsOf, type Interval } from './solver.ts';

/** A hidden figure that the attacker finds, or nearly. */
export interface Finding extends Interval {
  readonly asked: string;
  readonly persons: number;
  readonly level: number;
  readonly exact: boolean;
}

/** What came of an attack on one district. */
export interface Outcome {
  readonly shown: number;
  readonly hidden: number;
  /** Hidden figures that can be worked out, though the totals alone do not say them. */
  readonly pinned: readonly Finding[];
  /** Five persons and more over a span that no table is of, hidden and yet to be worked out; they give nobody away. */
  readonly complements: number;
  /** Hidden small figures that are totals by another name: a case that is alone in its month is its month's total. */
  readonly toldByTotals: number;
  /** The width of what is left open of each hidden figure. */
  readonly widths: readonly number[];
  /** Small figures that were shown. */
  readonly small: readonly string[];
}

/**
 * Attacks a district three times: as somebody who asks for whole years, for quarters too, and for months too. Each knows
 * every case but its applicants, and every answer so far.
 */
export function attack(cases: readonly Case[], published: readonly Published[]): Outcome {
  const sumOf = ({ cases: of }: Published): number =>
    of.reduce((sum, i) => sum + (cases[i]?.applicants ?? 0), 0);
  const wrong = published.find(one => one.value !== null && one.value !== sumOf(one));
  if (wrong) throw new Error(`not the figure: ${JSON.stringify(wrong)}, but ${sumOf(wrong)}`);
  const known = published.filter(one => one.value !== null);
  const found = published.filter(one => one.value === null && one.cases.length);
  // A figure that says the same over a longer time is hidden with it, for whoever asks for that alone.
  const same = new Map<string, number>();
  for (const { cases: of, level } of found)
    same.set(of.join(), Math.min(level, same.get(of.join()) ?? level));
  const hidden = found.map(one =>
    one.exact ? one : { ...one, level: same.get(one.cases.join()) ?? one.level },
  );
  const isSmall = (one: Published): boolean => sumOf(one) >= 1 && sumOf(one) <= 4;
  const truth = cases.map(({ applicants }) => applicants);
  const findings = [0, 1, 2].flatMap(level => {
    const equations = known.filter(one => !overheard(one) && one.level <= level).map(equation);
    const wanted = distinct(hidden.filter(one => one.level === level || (isSmall(one) && one.level < level)));
    const bounds = boundsOf(
      truth,
      equations,
      wanted.map(one => one.cases),
    );
    const seen = wanted.map((one, i) => ({ one, ...(bounds[i] as Interval) }));
    const narrow = seen.filter(({ least, most }) => least === most);
    const totals = known.filter(one => one.total && !overheard(one) && one.level <= level).map(equation);
    const open = boundsOf(
      truth,
      totals,
      narrow.map(({ one }) => one.cases),
    );
    return seen.map(({ one, least, most }) => {
      const alone = open[narrow.findIndex(of => of.one === one)];
      const told = isSmall(one) && alone !== undefined && alone.least === alone.most;
      return { asked: one.asked, persons: sumOf(one), exact: one.exact, level, least, most, told };
    });
  });
  const pinned = findings.filter(({ least, most, told }) => least === most && !told);
  return {
    shown: distinct(known).length,
    hidden: distinct(hidden).length,
    pinned: pinned.filter(({ persons, exact }) => persons <= 4 || exact),
    complements: pinned.filter(({ persons, exact }) => persons > 4 && !exact).length,
    toldByTotals: findings.filter(({ told }) => told).length,
    widths: findings.filter(({ told }) => !told).map(({ least, most }) => most - least),
    small: known.filter(one => isSmall(one) && !one.total && !one.whole).map(({ asked }) => asked),
  };
}

/** Totals of spans that cut a month in two are totals still; what they alone give away nobody can hide. */
const overheard = ({ total, odd }: Published): boolean => total && odd;
const equation = ({ cases, value }: Published) => ({ cases, value: value ?? 0 });
const distinct = (list: readonly Published[]): Published[] => [
  ...new Map(list.map(one => [`${one.level} ${one.cases.join()}`, one])).values(),
];
