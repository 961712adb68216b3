import type { Query } from '../../server/src/kernel/database.ts';
import { Seed } from '../seed/seed.ts';

/** The small district of the golden answers: three employers in three towns, two files, one correction, and a month later what labour contracts, filings, signatures and inspections tell. */
export async function goldenWorld(owner: Query): Promise<void> {
  await new Seed(owner)
    .at('2026-01-05T08:00:00+08:00')
    .enterprise({ staff: 37 })
    .formerName('虚构旧名有限公司')
    .union()
    .certification({ filed_on: '2023-03-02', revoked_on: '2024-06-01', revocation_reason: '材料不实' })
    .certification({ filed_on: '2024-03-02', certified_on: '2024-05-02', valid_to: '2027-12-31' })
    .dispute()
    .dispute()
    .dispute()
    .dispute({ channel: 'HRSS' })
    .at('2026-02-05T08:00:00+08:00')
    .change('enterprise', 1, { staff: 99 })
    .change('dispute', 1, { closed_on: '2026-02-04' })
    .enterprise()
    .union({ form: 'NONE', name: null, founded_on: null, members: 0 })
    .certification({
      filed_on: '2026-01-20',
      qualified: false,
      lacking: ['INTERNAL_NOTICE', 'OFFLINE_CHANNEL'],
    })
    .dispute()
    .enterprise({ status: 'CLOSED', closed_on: '2025-11-30' })
    .dispute({ amount: null })
    .at('2026-03-05T08:00:00+08:00', '合同库.csv')
    .contract({ enterprise_id: 1 })
    .signing({ enterprise_id: 1, platform_contract_no: 'LQ-2025-1' })
    .signing({ enterprise_id: 1, platform_contract_no: 'lq-2025-1', party: 'WORKER' })
    .contract({ enterprise_id: 1, digest: 'cd'.repeat(32), terminated_on: '2026-02-01' })
    .signing({ enterprise_id: 1, platform_contract_no: 'LQ-2025-2' })
    .signing({ enterprise_id: 1, platform_contract_no: 'LQ-2025-2', party: 'WORKER' })
    .contract({ enterprise_id: 2, ends_on: '2026-11-22' })
    .signing({ enterprise_id: 2, platform_contract_no: 'LQ-2025-3', party: 'WORKER' })
    .contract({ enterprise_id: 2, starts_on: '2026-12-01' })
    .contract({ enterprise_id: 2, electronic: false, platform: null, platform_contract_no: null })
    .signing({ enterprise_id: 2, platform_contract_no: 'LQ-UNKNOWN', contract_no: 'HT-?' })
    .filing({ enterprise_id: 1 })
    .filing({ enterprise_id: 1, kind: 'CHANGE', filed_on: '2026-02-01', workers: 98 })
    .filing({ enterprise_id: 1, kind: 'ANNUAL', filed_on: '2026-02-01', workers: 97 })
    .filing({ enterprise_id: 2 })
    .filing({
      enterprise_id: 2,
      kind: 'CANCEL',
      filed_on: '2026-02-10',
      workers: 0,
      contracted: 0,
      insured: 0,
    })
    .inspection({ enterprise_id: 1 })
    .inspection({ enterprise_id: 1, grade: null, summons_on: '2026-04-01', corrected_on: null })
    .inspection({
      enterprise_id: 2,
      correction_ordered_on: null,
      correction_due_on: null,
      corrected_on: null,
    })
    .save();
}
