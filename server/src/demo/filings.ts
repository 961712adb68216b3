import { addDays, addMonths, daysBetween, type Day } from '../kernel/days.ts';
import type { Employer } from './district.ts';
import type { Random } from './random.ts';

/** One labour-use filing of an employer. */
export interface FilingRecord {
  readonly employer: Employer;
  readonly filedOn: Day;
  readonly kind: '首次' | '变更' | '年度' | '注销';
  readonly workers: number;
  readonly contracted: number;
  readonly insured: number;
  readonly dispatched: number;
  readonly partTime: number;
  readonly migrant: number;
  readonly rulesFiled: boolean;
  readonly specialHours: boolean;
  readonly lowestWage: number;
  readonly filingNo: string;
}

/** The filings since the hub's plan of 2022: a first one, one every year, changes between, a cancellation at the end. */
export function makeFilings(random: Random, employers: readonly Employer[], until: Day): FilingRecord[] {
  const serial = { next: 1 };
  return employers.flatMap(employer => {
    if (!random.chance(0.975)) return [];
    const records: FilingRecord[] = [];
    const last = employer.closedOn && employer.closedOn <= until ? employer.closedOn : undefined;
    const opens = employer.foundedOn > '2022-07-01' ? addDays(employer.foundedOn, 20) : '2022-07-01';
    let day = addDays(opens, random.int(0, 150));
    let kind: FilingRecord['kind'] = '首次';
    while (day <= (last ?? until)) {
      records.push(filingOf(random, employer, day, kind, until, serial));
      // Nearly everybody files again within the year; some are late, so that a little is always out of date.
      const change = random.chance(0.12);
      kind = change ? '变更' : '年度';
      day = addDays(day, change ? random.int(40, 300) : random.chance(0.88) ? random.int(330, 364) : random.int(370, 560));
    }
    if (last && records.length && random.chance(0.8))
      records.push({ ...filingOf(random, employer, last, '注销', until, serial), workers: 0, contracted: 0, insured: 0, dispatched: 0, partTime: 0, migrant: 0 });
    return records;
  });
} // prettier-ignore

function filingOf(
  random: Random,
  employer: Employer,
  filedOn: Day,
  kind: FilingRecord['kind'],
  until: Day,
  serial: { next: number },
): FilingRecord {
  // Employers grow a little from year to year, and more of their workers are insured.
  const ago = Math.max(0, daysBetween(filedOn, until)) / 365;
  const recent = filedOn > addMonths(until, -13);
  const workers = Math.max(1, recent ? employer.staff : Math.round(employer.staff * (1 - 0.035 * ago)));
  const share = (middle: number): number =>
    Math.min(workers, Math.max(0, Math.round(workers * Math.min(1, middle + 0.03 * random.normal()))));
  return {
    employer, filedOn, kind, workers,
    contracted: share(0.97 - 0.01 * ago),
    insured: share(random.chance(0.06) ? 0.6 : 0.962 - 0.012 * ago),
    dispatched: employer.size === 'LARGE' || employer.size === 'MEDIUM' ? random.int(0, Math.floor(workers * 0.08)) : 0,
    partTime: 'FH'.includes(employer.division) ? random.int(0, Math.floor(workers * 0.2)) : 0,
    migrant: Math.round(workers * ('E'.includes(employer.division) ? 0.6 : 0.25)),
    rulesFiled: random.chance(0.86), specialHours: random.chance(0.1),
    lowestWage: 2200 + random.int(0, 12) * 100,
    filingNo: `柳东备〔${filedOn.slice(0, 4)}〕${String(serial.next++).padStart(5, '0')}`,
  }; // prettier-ignore
}
