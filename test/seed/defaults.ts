import { addDays } from '../../server/src/kernel/days.ts';

const pick = <One>(from: readonly One[], n: number): One => from[n % from.length] as One;

/** An invented employer; the number decides everything, so that a seed is the same every time. */
export const enterpriseDefaults = (n: number) => ({
  name: `虚构${pick(['机械', '物流', '食品', '电子'], n)}第${n}有限公司`,
  town: pick(['LUORONG', 'LUOBU', 'CORE'], n),
  industry: pick(['C', 'G', 'F', 'I'], n),
  industry_division: n % 2 ? 'C36' : null,
  size: pick(['LARGE', 'MEDIUM', 'SMALL', 'MICRO', null], n),
  registration: '有限责任公司',
  staff: (n * 37) % 400,
  founded_on: addDays('2010-01-01', n * 11),
  status: 'ACTIVE',
  closed_on: null,
  address: n % 4 ? `虚构路${n}号` : null,
});

/** A union with all its agreements. */
export const unionDefaults = (n: number) => ({
  form: pick(['OWN', 'JOINT', 'REGIONAL'], n),
  name: `虚构工会${n}`,
  founded_on: addDays('2015-01-01', n * 13),
  members: (n * 29) % 300,
  collective_from: '2025-01-01',
  collective_to: '2027-12-31',
  wage_from: n % 2 ? '2025-01-01' : null,
  wage_to: n % 2 ? '2026-12-31' : null,
  women_to: null,
  congress: n % 3 === 0 ? null : n % 2 === 0,
  disclosure: true,
});

/** An application that shows every condition and has its title. */
export const certificationDefaults = (n: number) => ({
  filed_on: addDays('2023-03-01', n),
  self_score: '92.50',
  self_participants: 30,
  union_representatives: 10,
  worker_representatives: 12,
  internal_notice_on: addDays('2023-03-10', n),
  review_score: '90.00',
  notice_from: addDays('2023-04-01', n),
  notice_to: addDays('2023-04-10', n),
  notice_channels: '网站、公告栏',
  objections: 0,
  certified_on: addDays('2023-05-01', n),
  grade: 'AAA',
  certificate_no: `HX-${n}`,
  qualified: true,
  lacking: [],
});

/** An electronic contract for three years; every fourth has no end. */
export const contractDefaults = (n: number) => ({
  contract_no: `HT-2025-${String(n).padStart(4, '0')}`,
  kind: n % 4 === 0 ? 'OPEN_ENDED' : 'FIXED',
  signed_on: addDays('2025-01-01', n),
  starts_on: addDays('2025-01-01', n),
  ends_on: n % 4 === 0 ? null : addDays('2027-12-31', n),
  terminated_on: null,
  electronic: true,
  platform: 'LEQIAN',
  platform_contract_no: `LQ-2025-${n}`,
  digest: null,
  position: pick(['操作工', '质检员', '文员'], n),
  wage: `${3000 + n * 10}.00`,
  stated_status: '有效',
});

/** A first filing in which nearly everybody is insured. */
export const filingDefaults = (n: number) => ({
  filed_on: addDays('2026-01-10', n),
  kind: 'FIRST',
  workers: 20 + n,
  contracted: 19 + n,
  insured: 18 + n,
  dispatched: null,
  part_time: 1,
  migrant: n,
  rules_filed: true,
  special_hours: n % 2 ? false : null,
  lowest_wage: '2200.00',
  filing_no: `BA-${n}`,
});

/** The employer's signature on a contract of the platform. */
export const signingDefaults = (n: number) => ({
  platform_contract_no: `LQ-2025-${n}`,
  contract_no: null,
  party: 'EMPLOYER',
  signed_at: '2025-01-02T09:30:15+08:00',
  certificate_no: `CERT-${n}`,
  timestamp_no: `TS-${n}`,
  digest: 'ab'.repeat(32),
});

/** A patrol that ordered a correction, which was done in time. */
export const inspectionDefaults = (n: number) => ({
  case_no: `虚监〔2026〕${n}号`,
  source: pick(['PATROL', 'COMPLAINT', 'WRITTEN_REVIEW', 'CAMPAIGN'], n),
  mode: 'OFFLINE',
  checked_on: addDays('2026-03-01', n * 9),
  subject: pick(['06', '02', '07', null], n),
  subject_text: '工资支付',
  people: n,
  amount: `${n * 1000}.00`,
  filed: n % 2 === 0,
  filed_on: n % 2 === 0 ? addDays('2026-03-05', n * 9) : null,
  correction_ordered_on: addDays('2026-03-06', n * 9),
  correction_due_on: addDays('2026-03-21', n * 9),
  corrected_on: addDays('2026-03-20', n * 9),
  closed_on: null,
  result: '责令改正',
  summons_on: null,
  grade: pick(['A', 'B', 'C'], n),
});

/** A case; every third is still open. */
export const disputeDefaults = (n: number) => ({
  case_no: `虚调〔2026〕${n}号`,
  filed_on: addDays('2026-01-10', (n * 7) % 300),
  applicants: 1 + (n % 12),
  migrant: n % 4 === 0 ? null : n % 2 === 0,
  cause: pick(['04', '03', '05', '99'], n),
  cause_text: '拖欠工资',
  amount: n % 5 === 0 ? null : `${(n * 731) % 90_000}.50`,
  channel: pick(['UNION', 'HRSS', 'COURT'], n),
  accepted_on: addDays('2026-01-12', (n * 7) % 300),
  mediator: '调解员一',
  closed_on: n % 3 === 0 ? null : addDays('2026-01-20', (n * 7) % 300),
  outcome: n % 3 === 0 ? null : pick(['SETTLED', 'FAILED', 'WITHDRAWN'], n),
});
