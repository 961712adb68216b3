import type { Dimension } from '../../server/src/metrics/dimensions.ts';
import type { District } from './district.ts';
import { apart, type Keep } from './oracle-days.ts';

/** The last day of each band of days but the last, which has none. */
const bands: Readonly<Record<string, readonly number[]>> = {
  DURATION: [5, 10, 15, 30],
  AGE: [5, 10, 15, 30, 60],
};

function bandOf(dimension: string, days: number): string {
  const ends = bands[dimension] ?? [];
  const place = ends.findIndex(end => days <= end);
  if (place < 0) return `DAYS_OVER_${ends.at(-1) ?? ''}`;
  return `DAYS_${place ? (ends[place - 1] ?? 0) + 1 : 0}_${ends[place] ?? ''}`;
}

/** What a case is called in a cut that no column of its form names. */
const told: Readonly<Record<string, (x: District['disputes'][number], D: string) => string>> = {
  DURATION: x => (x.closed_on ? bandOf('DURATION', apart(x.filed_on, x.closed_on)) : 'UNKNOWN'),
  AGE: (x, D) => bandOf('AGE', apart(x.filed_on, D)),
  CONFIRMATION: x => {
    if (x.outcome !== 'SETTLED') return 'NO_SETTLEMENT';
    return x.confirmed === null ? 'UNKNOWN' : x.confirmed ? 'CONFIRMED' : 'UNCONFIRMED';
  },
  PERFORMANCE: x => (x.outcome === 'SETTLED' ? (x.performance ?? 'UNKNOWN') : 'NO_SETTLEMENT'),
};

/** The facts behind one cut at the end of a day, found without the engine. */
export function keepOf(
  facts: District,
  cut: readonly { dimension: Dimension; key: string }[],
  D: string,
): Keep {
  const match = (value: unknown, key: string): boolean => (value ?? 'UNKNOWN') === key;
  const ofEmployer = cut.filter(c => ['TOWN', 'INDUSTRY', 'SIZE', 'REGISTRATION'].includes(c.dimension));
  const ofDispute = cut.filter(c => ['CAUSE', 'CHANNEL', 'OUTCOME'].includes(c.dimension));
  const ofTold = cut.filter(c => c.dimension in told);
  const ofInspection = cut.filter(c => ['SUBJECT', 'SOURCE'].includes(c.dimension));
  const stage = cut.find(c => c.dimension === 'STAGE')?.key;
  const grade = cut.find(c => c.dimension === 'GRADE')?.key;
  const freshness = cut.find(c => c.dimension === 'FRESHNESS')?.key;
  return {
    employer: id => {
      const employer = facts.employers.find(e => e.id === id) as unknown as Record<string, unknown>;
      return ofEmployer.every(c => match(employer[c.dimension.toLowerCase()], c.key));
    },
    dispute: i => {
      const fact = facts.disputes[i] as District['disputes'][number];
      const dispute = fact as unknown as Record<string, unknown>;
      if (!ofTold.every(c => told[c.dimension]?.(fact, D) === c.key)) return false;
      return ofDispute.every(c => match(dispute[c.dimension.toLowerCase()], c.key));
    },
    inspection: i => {
      const inspection = facts.inspections[i] as unknown as Record<string, unknown>;
      return ofInspection.every(c => match(inspection[c.dimension.toLowerCase()], c.key));
    },
    ...(stage && { stage }),
    ...(grade && { grade }),
    ...(freshness && { freshness }),
  };
}

/** The district as its dates stood on the day: what ends or happens later has no date yet. */
export function cutAfter(facts: District, day: string): District {
  const known = <T extends object>(fact: T, ...kept: string[]): T =>
    Object.fromEntries(
      Object.entries(fact).map(([name, value]) => [
        name,
        !kept.includes(name) && typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && value > day
          ? null
          : value,
      ]),
    ) as T;
  const planned = ['collective_to', 'wage_to', 'valid_to'];
  const until = <T extends object>(list: T[], day_: (fact: T) => string): T[] =>
    list.filter(one => day_(one) <= day);
  return {
    employers: facts.employers.map(one => known(one, 'founded_on')),
    statuses: facts.statuses.filter(one => one.stated_on <= day),
    unions: facts.unions.map(one => known(one, ...planned)),
    certifications: facts.certifications.filter(one => one.filed_on <= day || by(one.certified_on, day)).map(one => known(one, 'filed_on', ...planned)),
    disputes: facts.disputes.filter(one => one.filed_on <= day).map(one => known(one)),
    contracts: until(facts.contracts, one => one.starts_on).map(one => known(one, 'ends_on')),
    filings: until(facts.filings, one => one.filed_on),
    signings: until(facts.signings, one => shanghai(one.signed_at)),
    inspections: until(facts.inspections, one => one.checked_on),
  }; // prettier-ignore
}
const shanghai = (at: string): string => new Date(Date.parse(at) + 288e5).toISOString().slice(0, 10);
const by = (one: string | null, day: string): boolean => one !== null && one <= day;
