import { addDays, addMonths, dayNumber, daysBetween, type Day } from '../kernel/days.ts';
import type { Employer } from './district.ts';
import type { Random } from './random.ts';

/** One application of an employer for the title, as the office keeps it. */
export interface CertificationRecord {
  readonly employer: Employer;
  readonly filedOn: Day;
  readonly selfScore: number;
  readonly participants: number;
  readonly unionRepresentatives: number;
  readonly workerRepresentatives: number;
  readonly internalNoticeOn: Day | undefined;
  readonly reviewScore: number | undefined;
  readonly noticeFrom: Day | undefined;
  readonly noticeTo: Day | undefined;
  readonly channels: string;
  readonly objections: number;
  readonly certifiedOn: Day | undefined;
  readonly grade: string;
  readonly certificateNo: string;
  readonly revokedOn: Day | undefined;
  readonly revocationReason: string;
}

const dayAt = (number: number): Day => addDays('1970-01-01', Math.round(number));

/** Every application: the campaign of 2022 along an S-curve, the title kept by renewal after three years. */
export function makeCertifications(
  random: Random,
  employers: readonly Employer[],
  until: Day,
): CertificationRecord[] {
  const serial = { next: 1 };
  return employers.flatMap(employer => course(random, employer, until, serial));
}

function course(
  random: Random,
  employer: Employer,
  until: Day,
  serial: { next: number },
): CertificationRecord[] {
  const records: CertificationRecord[] = [];
  let certify = firstTitle(random, employer);
  while (certify !== undefined) {
    const filed = addDays(certify, -random.int(32, 60));
    if (filed > until || filed < employer.foundedOn || (employer.closedOn && filed >= employer.closedOn))
      break;
    const record = application(random, employer, filed, certify, until, serial);
    records.push(record);
    if (!record.certifiedOn || record.revokedOn || !random.chance(0.972)) break;
    // Renewal: most in the weeks before the title ends, some late.
    const end = addDays(addMonths(record.certifiedOn, 36), -1);
    certify = addDays(end, random.chance(0.88) ? -random.int(0, 45) : random.int(10, 420));
  }
  return records;
}

/** The day of the first title, or none: nine tenths of the employers of 2022 in that year's second half. */
function firstTitle(random: Random, employer: Employer): Day | undefined {
  const campaign = employer.foundedOn < '2022-05-01';
  if (campaign && random.chance(0.965)) {
    const day = dayAt(random.logistic(dayNumber('2022-10-10'), 17));
    return day < '2022-07-08' ? addDays('2022-07-08', random.int(0, 20)) : day;
  }
  if (campaign) return random.chance(0.6) ? addDays('2023-02-01', random.int(0, 1200)) : undefined;
  return random.chance(0.93) ? addDays(employer.foundedOn, random.int(200, 620)) : undefined;
}

function application(
  random: Random,
  employer: Employer,
  filedOn: Day,
  certify: Day,
  until: Day,
  serial: { next: number },
): CertificationRecord {
  const reached = (day: Day): Day | undefined => (day <= until ? day : undefined);
  const participants = Math.max(3, Math.min(60, Math.round(employer.staff * 0.2)));
  const flaw = random.weighted([['none', 980], ['representatives', 7], ['offline', 7], ['objection', 5], ['internal', 1]] as const); // prettier-ignore
  const representatives =
    Math.ceil((participants * 2) / 3) + random.int(0, Math.max(0, Math.floor(participants / 6)));
  const enough = Math.min(
    participants,
    flaw === 'representatives' ? Math.floor(participants * 0.55) : representatives,
  );
  const fromUnion = Math.floor(enough / 2);
  const certifiedOn = reached(certify);
  const reviewed = reached(addDays(certify, -18)) !== undefined;
  const held = certifiedOn ? daysBetween(certifiedOn, until) : 0;
  const revoked = certifiedOn && held > 200 && random.chance(0.008);
  return {
    employer,
    filedOn,
    selfScore: Math.round((82 + 17 * random.next()) * 10) / 10,
    participants,
    unionRepresentatives: fromUnion,
    workerRepresentatives: enough - fromUnion,
    internalNoticeOn: flaw === 'internal' ? undefined : reached(addDays(filedOn, -7)),
    reviewScore: reviewed ? Math.round((80 + 18 * random.next()) * 10) / 10 : undefined,
    noticeFrom: reached(addDays(certify, -12)),
    noticeTo: reached(addDays(certify, -5)) && addDays(certify, -5),
    channels: reached(addDays(certify, -12))
      ? flaw === 'offline'
        ? '政府网站'
        : random.pick(['政府网站、厂区公告栏', '微信公众号、公示栏', '网站，报纸', '线上/现场'])
      : '',
    objections: flaw === 'objection' ? 1 : 0,
    certifiedOn,
    grade: random.weighted([
      ['A级', 62],
      ['AA级', 28],
      ['AAA级', 10],
    ] as const),
    certificateNo: certifiedOn
      ? `柳东和谐〔${certifiedOn.slice(0, 4)}〕${String(serial.next++).padStart(4, '0')}号`
      : '',
    revokedOn: revoked ? addDays(certifiedOn, random.int(100, Math.min(1000, held))) : undefined,
    revocationReason: revoked ? '发生欠薪行政处罚' : '',
  };
}
