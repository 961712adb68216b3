import { addDays, dayOf, daysInMonth, type Day } from '../kernel/days.ts';
import type { Employer } from './district.ts';
import { personName } from './names.ts';
import type { Random } from './random.ts';

/** A case in the dispute ledger of one of the three bodies that mediate. */
export interface DisputeRecord {
  readonly caseNo: string;
  readonly channel: 'UNION' | 'HRSS' | 'COURT';
  readonly employer: Employer;
  readonly filedOn: Day;
  readonly applicant: string;
  readonly applicants: number;
  readonly migrant: boolean;
  readonly cause: string;
  readonly amount: number;
  readonly acceptedOn: Day | undefined;
  readonly mediator: string;
  readonly closedOn: Day | undefined;
  readonly outcome: string;
  readonly settlement: number | undefined;
  readonly confirmedOn: Day | undefined;
  readonly performance: string;
  readonly archivedOn: Day | undefined;
  readonly jobLost: boolean;
  readonly referredOn: Day | undefined;
  readonly reemployedOn: Day | undefined;
  /** What is wrong with its row: an impossible day, or an employer that is on no roster. */
  readonly flaw: 'IMPOSSIBLE_DAY' | 'UNKNOWN_EMPLOYER' | undefined;
}

/** Weight of each month: the peak before Spring Festival, the calm of summer. */
const season = [1.3, 0.75, 1.15, 0.95, 0.9, 0.9, 0.9, 0.9, 0.9, 0.95, 1.15, 1.25];
const perYear: Record<number, number> = { 2021: 690, 2022: 668, 2023: 622, 2024: 610, 2025: 578, 2026: 540 };
const causes = [
  ['拖欠工资', 27, true], ['加班费', 9, true], ['劳动报酬', 9, true], ['未休年假', 4, true], ['经济补偿', 12, false], ['违法解除赔偿', 8, false],
  ['解除/终止', 3, false], ['工伤', 8, false], ['社会保险', 7, false], ['确认劳动关系', 6, false], ['未签书面合同二倍工资', 4, false],
  ['调岗', 1.5, false], ['工时休假', 1, false], ['其他', 0.8, false], ['押金不退', 0.3, false],
] as const; // prettier-ignore

/** The cases from 2021 to the last day, by month and season, larger employers more often. */
export function makeDisputes(random: Random, employers: readonly Employer[], until: Day): DisputeRecord[] {
  const weighted = employers.map(
    e => [e, Math.pow(e.staff, 0.62) * ('CE'.includes(e.division[0] ?? '') ? 1.3 : 1)] as const,
  );
  const records: DisputeRecord[] = [];
  const serial: Record<string, number> = {};
  const scale = employers.length / 1286;
  for (let year = 2021; year <= Number(until.slice(0, 4)); year++) {
    season.forEach((weight, index) => {
      const expected = ((perYear[year] ?? 470) / 12) * weight * scale;
      const count = Math.max(0, Math.round(expected + random.normal() * Math.sqrt(expected) * 0.6));
      const days = Array.from({ length: count }, () => random.int(1, daysInMonth(year, index + 1))).sort(
        (a, b) => a - b,
      );
      for (const date of days) {
        const filedOn = dayOf(year, index + 1, date) as Day;
        const employer = random.weighted(weighted);
        const alive = employer.foundedOn < filedOn && (!employer.closedOn || filedOn < employer.closedOn);
        if (filedOn <= until && alive) records.push(caseOf(random, employer, filedOn, index, until, serial));
      }
    });
  }
  return records;
}

function caseOf(
  random: Random,
  employer: Employer,
  filedOn: Day,
  month: number,
  until: Day,
  serial: Record<string, number>,
): DisputeRecord {
  const winter = month === 11 || month === 0 ? 1.25 : 1;
  const cause = random.weighted(causes.map(row => [row, row[1] * (row[2] ? winter : 1)] as const));
  const channel = random.weighted([
    ['HRSS', 56],
    ['UNION', 30],
    ['COURT', 14],
  ] as const);
  const body = { HRSS: '柳东人社调', UNION: '柳东工调', COURT: '柳东法诉前调' }[channel];
  const key = `${channel}${filedOn.slice(0, 4)}`;
  const number = (serial[key] = (serial[key] ?? 0) + 1);
  const scale = employer.staff >= 30 ? [['one', 945], ['group', 48], ['major', 1.6]] as const : [['one', 985], ['group', 15]] as const; // prettier-ignore
  const group = random.weighted<string>(scale);
  const applicants =
    group === 'major'
      ? random.int(30, 46)
      : group === 'group'
        ? random.int(10, 24)
        : random.chance(0.95)
          ? 1
          : random.int(2, 6);
  const acceptedOn = addDays(filedOn, random.int(0, 3));
  const slow = random.chance(0.022);
  const closed = addDays(
    acceptedOn,
    slow ? random.int(14, 55) : Math.min(13, Math.max(2, Math.round(7.6 + 3.1 * random.normal()))),
  );
  const stuck = random.chance(0.004);
  const closedOn = closed <= until && !stuck ? closed : undefined;
  const outcome = closedOn
    ? random.weighted([
        ['调解成功', 74],
        ['调解不成', 18.5],
        ['撤回', 4],
        ['转仲裁', 2],
        ['转诉讼', 1],
        ['不予受理', 0.5],
      ] as const)
    : '';
  const settled = outcome === '调解成功';
  const amount = Math.round((random.logNormal(15_000, 0.85) * (1 + (applicants - 1) * 0.22)) / 10) * 10;
  const jobLost = ['经济补偿', '违法解除赔偿', '解除/终止'].includes(cause[0]) && random.chance(0.85);
  const referredOn =
    closedOn && jobLost && random.chance(0.82) ? addDays(closedOn, random.int(1, 9)) : undefined;
  const reemployed = referredOn && random.chance(0.74) ? addDays(referredOn, random.int(5, 100)) : undefined;
  const archived = closedOn ? addDays(closedOn, random.int(3, 25)) : undefined;
  const confirmed =
    closedOn && settled && random.chance(channel === 'COURT' ? 0.8 : 0.3)
      ? addDays(closedOn, random.int(2, 20))
      : undefined;
  return {
    caseNo: `（${filedOn.slice(0, 4)}）${body}${String(number).padStart(3, '0')}号`,
    channel, employer, filedOn, applicants,
    applicant: personName(random) + (applicants > 1 ? `等${applicants}人` : ''),
    migrant: random.chance('EH'.includes(employer.division[0] ?? '') ? 0.6 : 0.25),
    cause: cause[0], amount,
    acceptedOn: acceptedOn <= until ? acceptedOn : undefined,
    mediator: personName(random), closedOn, outcome,
    settlement: settled ? Math.round(amount * (0.55 + 0.4 * random.next())) : undefined,
    confirmedOn: confirmed && confirmed <= until ? confirmed : undefined,
    performance: settled ? random.weighted([['已履行', 962], ['部分履行', 20], ['未履行', 18]] as const) : '',
    archivedOn: archived && archived <= until ? archived : undefined,
    jobLost, referredOn: referredOn && referredOn <= until ? referredOn : undefined,
    reemployedOn: reemployed && reemployed <= until ? reemployed : undefined,
    flaw: random.chance(0.002) ? random.pick(['IMPOSSIBLE_DAY', 'UNKNOWN_EMPLOYER'] as const) : undefined,
  }; // prettier-ignore
}
