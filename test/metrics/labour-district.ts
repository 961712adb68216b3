import { contract, employer, filing, inspection, signing, union, type District } from './district.ts';

/**
 * Five employers at the end of 2022: 1 to 3 are active, 4 was closed on 2022-12-31, 5 is suspended since 2022-06-30.
 * What holds of each stands in the tests that count it by hand.
 */
export const labourDistrict: Partial<District> = {
  employers: [
    employer({ id: 1, staff: 100, town: 'LUORONG' }),
    employer({ id: 2, staff: 4, town: 'LUOBU' }),
    employer({ id: 3, staff: 10, town: 'CORE' }),
    employer({ id: 4, staff: 50, closed_on: '2022-12-31' }),
    employer({ id: 5, staff: 8 }),
  ],
  statuses: [{ enterprise_id: 5, stated_on: '2022-06-30', status: 'SUSPENDED' }],
  unions: [union({ enterprise_id: 1, members: 95 })],
  filings: [
    filing({ enterprise_id: 1, filed_on: '2021-12-31', workers: 90, insured: 95 }),
    filing({ enterprise_id: 2, filed_on: '2021-12-30', kind: 'CHANGE', workers: 9, insured: 9 }),
    filing({ enterprise_id: 2, filed_on: '2021-12-30', workers: 6, insured: 3 }),
    filing({ enterprise_id: 3, filed_on: '2022-05-01', kind: 'FIRST', workers: 20, insured: 20 }),
    filing({ enterprise_id: 3, filed_on: '2022-06-01', kind: 'CANCEL', workers: 0, insured: 0 }),
    filing({ enterprise_id: 4, filed_on: '2022-06-01', workers: 50, insured: 50 }),
  ],
  contracts: [
    contract({ enterprise_id: 1, worker: 'a', starts_on: '2022-01-01', ends_on: '2022-12-31', electronic: true, platform_no: 'P1' }),
    contract({ enterprise_id: 1, worker: 'a', starts_on: '2022-12-01', ends_on: '2023-01-30' }),
    contract({ enterprise_id: 1, worker: 'b', ends_on: '2023-01-31', electronic: true, platform_no: 'P2', digest: 'bb' }),
    contract({ enterprise_id: 1, worker: 'c', terminated_on: '2022-12-31' }),
    contract({ enterprise_id: 1, worker: 'd', starts_on: '2023-01-01' }),
    ...['e', 'f', 'g', 'h', 'i', 'j', 'k'].map(worker => contract({ enterprise_id: 2, worker })),
    contract({ enterprise_id: 3, worker: 'l', electronic: true, platform_no: 'P3' }),
    contract({ enterprise_id: 4, worker: 'm', electronic: true }),
    contract({ enterprise_id: 5, worker: 'n', electronic: true }),
  ],
  signings: [
    signing({ enterprise_id: 1, platform_no: 'P1', signed_at: '2022-12-31T15:59:59Z' }),
    signing({ enterprise_id: 1, platform_no: 'P1', party: 'WORKER' }),
    signing({ enterprise_id: 1, platform_no: 'P2' }),
    signing({ enterprise_id: 1, platform_no: 'P2', party: 'WORKER' }),
    signing({ enterprise_id: 3, platform_no: 'P3', signed_at: '2022-12-31T16:00:00Z' }),
    signing({ enterprise_id: 3, platform_no: 'P3', party: 'WORKER' }),
  ],
  inspections: [
    inspection({ enterprise_id: 1, checked_on: '2022-01-01', correction_ordered_on: '2022-01-05', correction_due_on: '2022-01-20', corrected_on: '2022-01-20', grade: 'A' }),
    inspection({ enterprise_id: 1, checked_on: '2022-12-31', subject: null, summons_on: '2022-12-31', grade: 'B' }),
    inspection({ enterprise_id: 2, filed: true, correction_due_on: '2022-04-01', corrected_on: '2022-04-02', grade: 'C' }),
    inspection({ enterprise_id: 4, checked_on: '2022-05-01', subject: '02', source: 'COMPLAINT', filed_on: '2022-05-02', correction_due_on: '2022-12-31', grade: 'A' }),
    inspection({ enterprise_id: 3, checked_on: '2021-12-31', summons_on: '2022-01-01', correction_due_on: '2023-01-01' }),
  ],
}; // prettier-ignore
