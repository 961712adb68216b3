import { addDays, addMonths, daysBetween, type Day } from '../kernel/days.ts';
import type { Employer } from './district.ts';
import { idNumber, personName } from './names.ts';
import type { Random } from './random.ts';

/** Who signs, in the words of form S. */
export type Party = '企业' | '劳动者';

/** One party's signature, as the platform recorded it; Shanghai time to the second. */
export interface SignatureRecord {
  readonly party: Party;
  readonly signedAt: string;
  readonly digest: string;
}

/** One labour contract as the contract library and the signing platform know it. */
export interface ContractRecord {
  readonly employer: Employer;
  readonly contractNo: string;
  readonly worker: string;
  readonly idNumber: string;
  readonly kind: 'FIXED' | 'OPEN_ENDED' | 'TASK_BASED';
  readonly signedOn: Day;
  readonly startsOn: Day;
  readonly endsOn: Day | undefined;
  readonly terminatedOn: Day | undefined;
  readonly electronic: boolean;
  readonly platform: 'LEQIAN' | 'GX_PROVINCIAL' | 'ENTERPRISE' | undefined;
  readonly platformContractNo: string | undefined;
  readonly digest: string | undefined;
  readonly position: string;
  readonly wage: number;
  readonly signatures: readonly SignatureRecord[];
  /** What is wrong with its row in the library: a damaged identity number, or no last day of a fixed term. */
  readonly flaw: 'DAMAGED_ID' | 'NO_END' | undefined;
}

const positions = ['操作工', '装配工', '质检员', '叉车司机', '仓管员', '机修工', '营业员', '司机', '文员', '会计', '技术员', '班组长']; // prettier-ignore
const kinds = [['FIXED', 76], ['OPEN_ENDED', 21], ['TASK_BASED', 3]] as const; // prettier-ignore
const terms = [[1, 3], [3, 22], [5, 75]] as const; // prettier-ignore
const platforms = [['LEQIAN', 82], ['GX_PROVINCIAL', 12], ['ENTERPRISE', 6]] as const; // prettier-ignore
const courses = [['both', 938], ['none', 20], ['one', 28], ['other', 14]] as const; // prettier-ignore

/** Every contract of the district up to the last day: nearly every worker has one, some an earlier one too. */
export function makeContracts(random: Random, employers: readonly Employer[], until: Day): ContractRecord[] {
  const library = new Library(random, until);
  for (const employer of employers) library.employ(employer);
  return library.contracts;
}

type Person = Pick<ContractRecord, 'worker' | 'idNumber'>;
type Term = Pick<ContractRecord, 'kind' | 'startsOn' | 'endsOn' | 'terminatedOn'>;

/** Signs the contracts of one employer after the other. */
class Library {
  readonly contracts: ContractRecord[] = [];
  readonly #random: Random;
  readonly #until: Day;
  #workers = 0;
  #platformSerial = 0;
  #number = 0;

  constructor(random: Random, until: Day) {
    [this.#random, this.#until] = [random, until];
  }

  /** Nine employers in ten sign with nearly everybody; three in four of the larger ones electronically. */
  employ(employer: Employer): void {
    const random = this.#random;
    const signed = random.chance(0.9) ? 0.985 : 0.74;
    const digital = employer.size === 'MICRO' ? 0.5 : random.chance(0.78) ? 0.7 : 0.3;
    this.#number = 0;
    for (let i = 0; i < employer.staff; i++) if (random.chance(signed)) this.#hire(employer, digital);
  }

  #hire(employer: Employer, digital: number): void {
    const random = this.#random;
    const person = { worker: personName(random), idNumber: idNumber(this.#workers++) };
    const last = employer.closedOn ?? this.#until;
    const kind = random.weighted(kinds);
    const months = 12 * (kind === 'FIXED' ? random.weighted(terms) : 14);
    const limit = addMonths(last, -months);
    const room = daysBetween(limit > employer.foundedOn ? limit : employer.foundedOn, last) - 1;
    // More contracts are old than new, so that the district signed nearly as well a year ago.
    const startsOn = addDays(last, -1 - Math.floor(Math.max(0, room) * Math.sqrt(random.next())));
    const before = addMonths(startsOn, -36);
    if (startsOn > '2024-06-01' && before > employer.foundedOn && random.chance(0.5)) {
      const left = random.chance(0.9) ? undefined : addDays(startsOn, -random.int(5, 60));
      const earlier = { kind: 'FIXED', startsOn: before, endsOn: addDays(startsOn, -1), terminatedOn: left } as const;
      this.#sign(employer, person, earlier, digital * 0.75);
    }
    const endsOn = kind === 'FIXED' ? addDays(addMonths(startsOn, months), -1) : undefined;
    const quits = !employer.closedOn && random.chance(0.012);
    const left = quits ? addDays(last, -random.int(0, Math.min(150, daysBetween(startsOn, last)))) : employer.closedOn;
    this.#sign(employer, person, { kind, startsOn, endsOn, terminatedOn: left }, digital);
  }

  #sign(employer: Employer, person: Person, term: Term, digital: number): void {
    const random = this.#random;
    const early = addDays(term.startsOn, -random.int(0, 4));
    const signedOn = early < employer.foundedOn ? term.startsOn : early;
    if (signedOn > this.#until) return;
    const electronic = signedOn > '2019-06-01' && random.chance(signedOn > '2022-06-17' ? digital + 0.12 : digital);
    const digest = electronic ? digestOf(random) : undefined;
    const spoilt = random.chance(0.0004);
    const damaged = term.kind !== 'FIXED' || random.chance(0.5);
    this.contracts.push({
      employer, ...person, ...term, signedOn, electronic, digest,
      contractNo: `HT-${employer.uscc.slice(10, 16)}-${String(++this.#number).padStart(5, '0')}`,
      platform: electronic ? random.weighted(platforms) : undefined,
      platformContractNo: electronic ? `LQ${signedOn.replaceAll('-', '')}${String(++this.#platformSerial).padStart(7, '0')}` : undefined,
      position: random.pick(positions),
      wage: Math.round(random.logNormal(4600, 0.28) / 10) * 10,
      signatures: digest ? signaturesOf(random, signedOn, digest) : [],
      flaw: spoilt ? (damaged ? 'DAMAGED_ID' : 'NO_END') : undefined,
    });
  }
} // prettier-ignore

const digestOf = (random: Random): string =>
  Array.from({ length: 8 }, () => random.int(0, 0xffff_ffff).toString(16).padStart(8, '0')).join('');

/** Mostly both parties over one digest; a few never signed, signed alone, or signed another document. */
function signaturesOf(random: Random, signedOn: Day, digest: string): SignatureRecord[] {
  const course = random.weighted(courses);
  if (course === 'none') return [];
  const sign = (party: Party, of: string): SignatureRecord => ({
    party,
    signedAt: `${signedOn} ${timeOfDay(random)}`,
    digest: of,
  });
  if (course === 'one') return [sign(random.chance(0.5) ? '劳动者' : '企业', digest)];
  return [sign('企业', digest), sign('劳动者', course === 'other' ? digestOf(random) : digest)];
}

const two = (n: number): string => String(n).padStart(2, '0');
const timeOfDay = (random: Random): string =>
  `${two(random.int(8, 18))}:${two(random.int(0, 59))}:${two(random.int(0, 59))}`;
