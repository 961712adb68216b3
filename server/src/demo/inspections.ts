import { addDays, dayOf, daysInMonth, type Day } from '../kernel/days.ts';
import type { Employer } from './district.ts';
import type { Random } from './random.ts';

/** One case in the register of labour security inspection. */
export interface InspectionRecord {
  readonly caseNo: string;
  readonly employer: Employer;
  readonly source: string;
  readonly mode: '线上' | '线下';
  readonly checkedOn: Day;
  readonly subject: string | undefined;
  readonly people: number | undefined;
  readonly amount: number | undefined;
  readonly filedOn: Day | undefined;
  readonly orderedOn: Day | undefined;
  readonly days: number;
  readonly dueOn: Day | undefined;
  readonly correctedOn: Day | undefined;
  readonly closedOn: Day | undefined;
  readonly result: string | undefined;
  readonly summonsOn: Day | undefined;
  readonly summonsTarget: string | undefined;
  readonly grade: 'A' | 'B' | 'C' | undefined;
}

const subjects = [
  ['工资支付', 40], ['劳动合同', 18], ['社会保险', 15], ['工时休假', 12], ['规章制度', 7], ['女职工和未成年工', 3],
  ['中介机构', 2], ['童工', 0.4], ['其他', 2.6],
] as const; // prettier-ignore
/** Inspections of a full year at 1,200 employers. */
const perYear = 330;

/** The inspections from 2022 to the last day; larger employers and builders more often, more in winter. */
export function makeInspections(random: Random, employers: readonly Employer[], until: Day): InspectionRecord[] {
  const weighted = employers.map(e => [e, Math.pow(e.staff, 0.35) * (e.division === 'E' ? 3 : 1)] as const);
  const records: InspectionRecord[] = [];
  const serial: Record<string, number> = {};
  for (let year = 2022; year <= Number(until.slice(0, 4)); year++) {
    for (let month = 1; month <= 12; month++) {
      const season = month === 12 || month === 1 ? 1.6 : 0.9;
      const count = Math.round((perYear / 12) * season * (employers.length / 1286) + random.normal() * 2);
      const days = Array.from({ length: Math.max(0, count) }, () => random.int(1, daysInMonth(year, month)));
      for (const date of days.sort((a, b) => a - b)) {
        const checkedOn = dayOf(year, month, date) as Day;
        const employer = random.weighted(weighted);
        const alive = employer.foundedOn < checkedOn && (!employer.closedOn || checkedOn < employer.closedOn);
        if (checkedOn <= until && alive) records.push(caseOf(random, employer, checkedOn, until, serial));
      }
    }
  }
  return records;
} // prettier-ignore

function caseOf(
  random: Random,
  employer: Employer,
  checkedOn: Day,
  until: Day,
  serial: Record<string, number>,
): InspectionRecord {
  const reached = (day: Day | undefined): Day | undefined => (day !== undefined && day <= until ? day : undefined);
  const year = checkedOn.slice(0, 4);
  const number = (serial[year] = (serial[year] ?? 0) + 1);
  const source = random.weighted([['日常巡查', 55], ['举报投诉', 22], ['书面审查', 13], ['专项检查', 10]] as const);
  const violates = random.chance(source === '举报投诉' ? 0.48 : 0.15);
  const orderedOn = violates && random.chance(0.92) ? reached(addDays(checkedOn, random.int(0, 5))) : undefined;
  const days = random.weighted([[15, 70], [10, 20], [30, 10]] as const);
  const due = orderedOn && addDays(orderedOn, days);
  const late = random.weighted([['no', 93], ['late', 5], ['never', 2]] as const);
  const corrected = orderedOn && (late === 'no' ? addDays(orderedOn, random.int(2, days)) : late === 'late' ? addDays(orderedOn, days + random.int(1, 30)) : undefined);
  const filedOn = violates && (!orderedOn || random.chance(0.25)) ? reached(addDays(checkedOn, random.int(1, 7))) : undefined;
  const people = violates ? random.weighted([[random.int(1, 4), 70], [random.int(5, 9), 20], [random.int(10, 45), 10]] as const) : undefined;
  const grave = violates && ((people ?? 0) >= 10 || late === 'never');
  const closed = corrected ? addDays(corrected, random.int(1, 10)) : addDays(checkedOn, violates ? random.int(40, 80) : random.int(0, 6));
  return {
    caseNo: `柳东劳监〔${year}〕${String(number).padStart(3, '0')}号`,
    employer, source, mode: source === '书面审查' || random.chance(0.1) ? '线上' : '线下', checkedOn,
    subject: violates || random.chance(0.5) ? random.weighted(subjects) : undefined,
    people, amount: people && random.chance(0.6) ? Math.round(random.logNormal(4200, 0.6) * people) : undefined,
    filedOn, orderedOn, days, dueOn: due, correctedOn: reached(corrected), closedOn: reached(closed),
    result: violates ? (filedOn ? '行政处理决定' : '责令改正') : '未发现问题',
    summonsOn: grave ? reached(addDays(checkedOn, random.int(5, 20))) : undefined,
    summonsTarget: grave ? employer.representative : undefined,
    grade: grave ? 'C' : violates ? 'B' : random.chance(0.8) ? 'A' : undefined,
  };
} // prettier-ignore
