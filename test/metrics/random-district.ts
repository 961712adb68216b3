import fc from 'fast-check';
import type { District } from './district.ts';

const day0 = Date.UTC(2019, 11, 1) / 864e5;
const text = (n: number): string => new Date((day0 + n) * 864e5).toISOString().slice(0, 10);

/** Days of five years, two of them leap, with month ends and leap days more often than chance would have them. */
export const anyDay = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 1826 }).map(text) },
  { weight: 1, arbitrary: fc.constantFrom('2020-02-28', '2020-02-29', '2020-03-01', '2021-02-28', '2024-02-29', '2023-02-28') },
  { weight: 1, arbitrary: fc.constantFrom('2020-12-31', '2021-01-01', '2021-03-31', '2022-01-31', '2022-06-17', '2022-12-31') },
); // prettier-ignore

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 2 });
const later = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * 864e5).toISOString().slice(0, 10);
/** A start and an end that is not before it. */
const span = (most: number) =>
  fc
    .tuple(anyDay, fc.integer({ min: 0, max: most }))
    .map(([start, by]) => [start, later(start, by)] as const);
const yes = maybe(fc.boolean());

const employerFact = fc.record({
  town: fc.constantFrom('LUORONG', 'LUOBU', 'CORE'),
  industry: fc.constantFrom('C', 'F', 'I'),
  size: maybe(fc.constantFrom('LARGE', 'SMALL')),
  registration: maybe(fc.constantFrom('有限责任公司', '个体工商户')),
  staff: fc.integer({ min: 0, max: 60 }),
  life: span(1500),
  ends: fc.boolean(),
  enterprise: fc.boolean(),
});

const unionFact = fc.record({
  form: fc.constantFrom('OWN', 'OWN', 'JOINT', 'REGIONAL', 'NONE'),
  life: maybe(span(1500)), ends: fc.boolean(), members: fc.integer({ min: 0, max: 80 }),
  collective: maybe(span(900)), open: fc.boolean(), wage: maybe(span(900)), congress: yes, disclosure: yes,
}); // prettier-ignore

const certificationFact = fc.record({
  enterprise_id: fc.integer({ min: 1, max: 8 }), filed_on: anyDay, review_score: maybe(fc.constant(85)),
  notice_from: maybe(anyDay), term: maybe(span(1300)), stated: fc.boolean(), revoked: maybe(fc.integer({ min: 0, max: 900 })),
  qualified: fc.integer({ min: 0, max: 3 }).map(n => n > 0),
}); // prettier-ignore

const disputeFact = fc.record({
  enterprise_id: fc.integer({ min: 1, max: 8 }), life: span(60), closed: fc.boolean(), accepted: maybe(fc.integer({ min: 0, max: 20 })),
  archived_on: maybe(anyDay), outcome: maybe(fc.constantFrom('SETTLED', 'SETTLED', 'FAILED', 'WITHDRAWN')),
  cause: fc.constantFrom('03', '04', '99'), channel: fc.constantFrom('UNION', 'HRSS', 'COURT'),
  applicants: fc.constantFrom(1, 1, 2, 9, 10, 29, 30), amount: maybe(fc.integer({ min: 0, max: 9e6 }).map(fen => fen / 100)),
  confirmed: yes, performance: maybe(fc.constantFrom('DONE', 'PARTIAL')), job_lost: yes, reemployed: maybe(fc.integer({ min: -30, max: 120 })),
}); // prettier-ignore

const contractFact = fc.record({
  enterprise_id: fc.integer({ min: 1, max: 8 }), worker: fc.constantFrom('甲', '乙', '丙'), life: span(700), open: fc.boolean(),
  terminated: maybe(fc.integer({ min: 0, max: 500 })), electronic: fc.boolean(), platform: fc.integer({ min: 0, max: 3 }),
  digest: maybe(fc.constantFrom('aa', 'bb')), signed: fc.array(fc.record({
    party: fc.constantFrom('EMPLOYER', 'WORKER'), day: anyDay, hour: fc.constantFrom('00:00:00', '15:59:59', '16:00:00', '23:59:59'),
    digest: fc.constantFrom('aa', 'aa', 'bb'), by: fc.integer({ min: 1, max: 8 }),
  }), { maxLength: 3 }),
}); // prettier-ignore

const filingFact = fc.record({
  enterprise_id: fc.integer({ min: 1, max: 8 }), filed_on: anyDay, kind: fc.constantFrom('FIRST', 'CHANGE', 'ANNUAL', 'CANCEL'),
  workers: fc.integer({ min: 0, max: 60 }), insured: fc.integer({ min: 0, max: 70 }),
}); // prettier-ignore

const inspectionFact = fc.record({
  enterprise_id: fc.integer({ min: 1, max: 8 }), source: fc.constantFrom('PATROL', 'COMPLAINT', 'CAMPAIGN'),
  subject: maybe(fc.constantFrom('01', '06', '99')), checked_on: anyDay, filed: yes, filed_on: maybe(anyDay),
  correction_ordered_on: maybe(anyDay), correction_due_on: maybe(anyDay), corrected_on: maybe(anyDay),
  summons_on: maybe(anyDay), grade: maybe(fc.constantFrom('A', 'B', 'C')),
}); // prettier-ignore

/** One of each key; the first stays. */
const unique = <T>(list: T[], key: (fact: T) => string): T[] => [
  ...new Map(list.map(fact => [key(fact), fact] as const).reverse()).values(),
].reverse(); // prettier-ignore

const uniqueDays = <T extends { enterprise_id: number }>(list: T[], day: (fact: T) => string): T[] => [
  ...new Map(list.map(fact => [`${fact.enterprise_id} ${day(fact)}`, fact])).values(),
];

/** A small district with any facts that the forms let through. */
export const anyDistrict: fc.Arbitrary<District> = fc
  .record({
    employers: fc.array(employerFact, { minLength: 8, maxLength: 8 }),
    statuses: fc.array(fc.record({ enterprise_id: fc.integer({ min: 1, max: 8 }), stated_on: anyDay, status: fc.constantFrom('ACTIVE', 'SUSPENDED') }), { maxLength: 10 }),
    unions: fc.array(maybe(unionFact), { minLength: 8, maxLength: 8 }),
    certifications: fc.array(certificationFact, { maxLength: 14 }),
    disputes: fc.array(disputeFact, { maxLength: 20 }),
    contracts: fc.array(contractFact, { maxLength: 24 }),
    filings: fc.array(filingFact, { maxLength: 16 }),
    inspections: fc.array(inspectionFact, { maxLength: 16 }),
  })
  .map(facts => ({
    employers: facts.employers.map(({ life, ends, enterprise, ...rest }, i) => ({
      ...rest, id: i + 1, uscc: `${enterprise ? '91' : '52'}${String(i).padStart(16, '0')}`,
      founded_on: life[0], closed_on: ends ? life[1] : null,
    })),
    statuses: uniqueDays(facts.statuses, one => one.stated_on),
    unions: facts.unions.flatMap((one, i) => one === null ? [] : [{
      enterprise_id: i + 1, form: one.form, members: one.members, congress: one.congress, disclosure: one.disclosure,
      founded_on: one.life?.[0] ?? null, dissolved_on: one.ends ? (one.life?.[1] ?? null) : null,
      collective_from: one.collective?.[0] ?? null, collective_to: one.open ? null : (one.collective?.[1] ?? null),
      wage_from: one.wage?.[0] ?? null, wage_to: one.wage?.[1] ?? null,
    }]),
    certifications: uniqueDays(facts.certifications.map(({ term, stated, revoked, ...one }) => ({
      ...one, certified_on: term?.[0] ?? null, valid_to: stated ? (term?.[1] ?? null) : null,
      revoked_on: term && revoked !== null ? later(term[0], revoked) : null,
    })), one => one.filed_on),
    contracts: facts.contracts.map(({ life, open, terminated, platform, signed: _, ...one }, i) => ({
      ...one, starts_on: life[0], ends_on: open ? null : life[1], platform_no: platform ? `平${i}` : null,
      terminated_on: terminated === null ? null : later(life[0], terminated),
    })),
    signings: facts.contracts.flatMap(({ signed, platform }, i) => platform ? unique(signed, one => one.party).map(one => ({
      enterprise_id: one.by, platform_no: `平${i}`, party: one.party, digest: one.digest, signed_at: `${one.day}T${one.hour}Z`,
    })) : []),
    filings: unique(facts.filings, one => `${one.enterprise_id} ${one.filed_on} ${one.kind}`),
    inspections: facts.inspections,
    disputes: facts.disputes.map(({ life, closed, accepted, reemployed, ...one }) => ({
      ...one, filed_on: life[0], accepted_on: accepted === null ? null : closed && later(life[0], accepted) > life[1] ? life[1] : later(life[0], accepted),
      closed_on: closed ? life[1] : null, reemployed_on: closed && reemployed !== null ? later(life[1], reemployed) : null,
    })),
  })); // prettier-ignore
