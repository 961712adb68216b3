import { addDays, addMonths, daysBetween, type Day } from '../kernel/days.ts';
import type { Employer } from './district.ts';
import { personName } from './names.ts';
import type { Random } from './random.ts';

/** A union's row as 总工会 keeps it. */
export interface UnionRecord {
  readonly employer: Employer;
  readonly form: 'OWN' | 'JOINT' | 'REGIONAL' | 'NONE';
  readonly name: string;
  readonly foundedOn: Day | undefined;
  readonly dissolvedOn: Day | undefined;
  readonly members: number;
  readonly chair: string | undefined;
  readonly collective: readonly [Day, Day] | undefined;
  readonly wage: readonly [Day, Day] | undefined;
  readonly womenTo: Day | undefined;
  readonly congress: boolean;
  readonly disclosure: boolean;
}

/** What the union's table of one day says: agreements, dissolution and the union itself only from their day on. */
export function unionAsOf(union: UnionRecord, statedOn: Day): UnionRecord | undefined {
  const { employer } = union;
  if (employer.foundedOn > statedOn || (employer.closedOn && employer.closedOn <= statedOn)) return undefined;
  if (!union.foundedOn || union.foundedOn > statedOn) return bare(employer);
  const begun = (span: readonly [Day, Day] | undefined): typeof span =>
    span && span[0] <= statedOn ? span : undefined;
  return {
    ...union,
    collective: begun(union.collective),
    wage: begun(union.wage),
    womenTo: begun(union.collective) && union.womenTo,
    dissolvedOn: union.dissolvedOn && union.dissolvedOn <= statedOn ? union.dissolvedOn : undefined,
  };
}

/** One record for every employer that the union knows; some of the newest are not on its list yet. */
export function makeUnions(random: Random, employers: readonly Employer[], until: Day): UnionRecord[] {
  return employers
    .filter(e => daysBetween(e.foundedOn, until) > 120)
    .map(employer => {
      const covered = random.chance(coverageOf(employer, until));
      if (!covered) return bare(employer);
      const form =
        employer.staff >= 25 && random.chance(0.97)
          ? 'OWN'
          : random.pick(['OWN', 'JOINT', 'REGIONAL', 'REGIONAL'] as const);
      const foundedOn = foundingDay(random, employer, until);
      const collective = random.chance(0.9) ? agreement(random, foundedOn, until, 900, 0.94) : undefined;
      return {
        employer,
        form,
        name:
          form === 'OWN'
            ? `${employer.name}工会委员会`
            : form === 'JOINT'
              ? '柳东园区联合工会'
              : '柳东新区行业工会联合会',
        foundedOn,
        dissolvedOn: random.chance(0.004)
          ? addDays(foundedOn, Math.floor(daysBetween(foundedOn, until) * 0.8))
          : undefined,
        members: Math.min(
          employer.staff,
          Math.max(1, Math.round(employer.staff * (0.84 + 0.14 * random.next()))),
        ),
        chair: form === 'OWN' ? personName(random) : undefined,
        collective,
        wage: collective && random.chance(0.92) ? agreement(random, foundedOn, until, 1100, 0.95) : undefined,
        womenTo: collective && random.chance(0.6) ? collective[1] : undefined,
        congress: random.chance(employer.staff >= 100 ? 0.96 : 0.82),
        disclosure: random.chance(0.86),
      };
    });
}

/** Larger and older employers are organised; young shops and restaurants lag behind. */
function coverageOf(employer: Employer, until: Day): number {
  if (employer.staff >= 25) return 0.985;
  const lagging = 'FH'.includes(employer.division) ? 0.06 : 0;
  return 0.955 - lagging - (daysBetween(employer.foundedOn, until) < 700 ? 0.2 : 0);
}

/** A good part of the unions came with the drive of 2021 to 2025; the rest were there before. */
function foundingDay(random: Random, employer: Employer, until: Day): Day {
  const drive = random.chance(0.13) && employer.foundedOn < '2021-01-01';
  const day = drive
    ? addDays('2021-02-01', random.int(0, 1750))
    : addDays(employer.foundedOn, random.int(60, 420));
  const latest = addDays(until, -20);
  return day > latest ? latest : day;
}

/** From its first conclusion on, renewed without a gap until an end that lies ahead for most. */
function agreement(
  random: Random,
  since: Day,
  until: Day,
  spread: number,
  alive: number,
): readonly [Day, Day] {
  const earliest = since < '2020-06-01' ? '2020-06-01' : since;
  const wanted = addDays(earliest, random.chance(0.72) ? random.int(10, 120) : random.int(120, spread));
  const start = wanted > addDays(until, -5) ? addDays(until, -5) : wanted;
  const end = random.chance(alive)
    ? addDays(until, random.int(20, 1000))
    : addDays(until, -random.int(5, 200));
  return [start, end > start ? end : addMonths(start, 24)];
}

function bare(employer: Employer): UnionRecord {
  return {
    employer, form: 'NONE', name: '', foundedOn: undefined, dissolvedOn: undefined, members: 0, chair: undefined,
    collective: undefined, wage: undefined, womenTo: undefined, congress: false, disclosure: false,
  }; // prettier-ignore
}
