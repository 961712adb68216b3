import { addDays, daysBetween, type Day } from '../kernel/days.ts';
import { cycle, personName, phoneNumber, syntheticUscc, trades } from './names.ts';
import type { Random } from './random.ts';

/** Size classes of the invented employers. */
export type Size = 'LARGE' | 'MEDIUM' | 'SMALL' | 'MICRO';

/** One invented employer as the departments know it. */
export interface Employer {
  readonly uscc: string;
  readonly name: string;
  /** The name on rosters before the change, if it was renamed. */
  readonly formerName: string | undefined;
  readonly renamedOn: Day | undefined;
  readonly town: 'LUORONG' | 'LUOBU' | 'CORE';
  readonly division: string;
  readonly size: Size;
  readonly registration: string;
  readonly representative: string;
  readonly contact: string;
  readonly phone: string;
  readonly staff: number;
  readonly foundedOn: Day;
  /** Out of business on the last roster. */
  readonly suspended: boolean;
  /** Out of business on the roster before, at work again on the last. */
  readonly paused: boolean;
  readonly closedOn: Day | undefined;
  readonly address: string;
}

/** Shares of domain calibration: 1,200 employers with about 67,000 staff. */
const sizes: readonly (readonly [Size, number, number])[] = [
  ['LARGE', 8, 2750],
  ['MEDIUM', 60, 305],
  ['SMALL', 420, 46.5],
  ['MICRO', 712, 7],
];
const staffBounds: Record<Size, readonly [number, number]> = {
  LARGE: [1200, 6500],
  MEDIUM: [300, 420],
  SMALL: [20, 160],
  MICRO: [1, 19],
};
const divisions: Record<'big' | 'small', readonly (readonly [string, number])[]> = {
  big: [['C36', 62], ['C33', 9], ['C29', 8], ['C35', 8], ['C38', 7], ['E', 4], ['G', 2]],
  small: [
    ['C36', 15.5], ['C33', 5], ['C29', 4], ['C35', 4], ['C38', 3], ['C13', 2], ['E', 8], ['F', 22.5], ['G', 7],
    ['H', 8.5], ['I', 4], ['J', 0.4], ['K', 2], ['L', 5], ['M', 4], ['N', 0.8], ['O', 3.5], ['P', 1], ['Q', 0.8],
  ],
}; // prettier-ignore

/** Every employer the district ever had: those active on the last day, and one closed for every fourteen of them. */
export function makeEmployers(random: Random, count: number, until: Day): Employer[] {
  const closed = Math.round(count / 14);
  const plan = [
    ...sizePlan(count),
    ...Array.from({ length: closed }, () => sizes[3] as (typeof sizes)[number]),
  ];
  const taken = new Set<string>();
  return plan.map(([size, , mean], i) => {
    const division = random.weighted(divisions[size === 'LARGE' || size === 'MEDIUM' ? 'big' : 'small']);
    const foundedOn = foundingDay(random, until, i >= count);
    const closedOn =
      i < count ? undefined : addDays(foundedOn, random.int(500, daysBetween(foundedOn, until) - 20));
    const soleTrader = size === 'MICRO' && 'FHO'.includes(division) && random.chance(0.45);
    const name = uniqueName(random, taken, division, soleTrader, size);
    const renamed = random.chance(0.02) && daysBetween('2023-03-01', until) > 0 && foundedOn < '2021-06-01';
    return {
      uscc: syntheticUscc('PQ'.includes(division) ? '52' : soleTrader ? '92' : '91', 1000 + i * 7),
      name,
      formerName: renamed ? uniqueName(random, taken, division, soleTrader, size) : undefined,
      renamedOn: renamed ? '2023-03-01' : undefined,
      town: random.weighted([['LUORONG', 55], ['LUOBU', 20], ['CORE', 25]] as const), // prettier-ignore
      division,
      size,
      registration: registrationOf(random, size, soleTrader, division),
      representative: personName(random),
      contact: personName(random),
      phone: phoneNumber(random),
      staff: staffOf(random, size, mean),
      foundedOn,
      suspended: i < count && size !== 'LARGE' && random.chance(0.006),
      paused: i < count && foundedOn < '2024-06-01' && random.chance(0.004),
      closedOn,
      address: `柳东新区${random.pick(['新柳大道', '花岭片区', '官塘大道', '车园横路', '初阳路', '企业总部'])}${random.int(1, 280)}号`,
    };
  });
}

/** So many of each size, largest first, in the calibrated proportions. */
function sizePlan(count: number): (typeof sizes)[number][] {
  const total = sizes.reduce((sum, [, share]) => sum + share, 0);
  const plan = sizes.flatMap(row => Array.from({ length: Math.round((row[1] / total) * count) }, () => row));
  while (plan.length < count) plan.push(sizes[3] as (typeof sizes)[number]);
  return plan.slice(0, count);
}

function foundingDay(random: Random, until: Day, early: boolean): Day {
  if (early || random.chance(0.76))
    return addDays('2006-03-01', random.int(0, daysBetween('2006-03-01', '2020-12-01')));
  return addDays('2021-01-04', random.int(0, Math.max(30, daysBetween('2021-01-04', until) - 45)));
}

function staffOf(random: Random, size: Size, mean: number): number {
  const [low, high] = staffBounds[size];
  const sigma = size === 'MICRO' ? 0.6 : size === 'SMALL' ? 0.5 : 0.25;
  const raw = random.logNormal(mean * Math.exp(-(sigma * sigma) / 2), sigma);
  return Math.min(high, Math.max(low, Math.round(raw)));
}

function uniqueName(
  random: Random,
  taken: Set<string>,
  division: string,
  soleTrader: boolean,
  size: Size,
): string {
  for (let attempt = 0; ; attempt++) {
    const trade = random.pick(trades[division] ?? ['实业']);
    const brand = random.pick(cycle) + (attempt > 20 ? random.pick(cycle) : '');
    const form = /超市|店|部|学校|幼儿园|诊所$/.test(trade)
      ? ''
      : soleTrader ? '经营部' : size === 'LARGE' ? '股份有限公司' : '有限公司'; // prettier-ignore
    const place = random.chance(0.25) ? '（柳东）' : '';
    const name = `${random.chance(0.6) ? '柳东' : ''}${brand}${trade}${place && form.endsWith('公司') ? place : ''}${form}`;
    if (!taken.has(name)) return (taken.add(name), name);
  }
}

function registrationOf(random: Random, size: Size, soleTrader: boolean, division: string): string {
  if (soleTrader) return '个体工商户';
  if ('PQ'.includes(division)) return '民办非企业单位';
  if (size === 'LARGE') return random.pick(['国有控股有限责任公司', '股份有限公司', '中外合资企业']);
  return random.weighted([['私营有限责任公司', 74], ['其他有限责任公司', 14], ['外商投资企业', 5], ['国有独资公司', 3], ['个人独资企业', 4]] as const); // prettier-ignore
}
