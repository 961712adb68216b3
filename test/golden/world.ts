import type { Query } from '../../server/src/kernel/database.ts';
import { Seed } from '../seed/seed.ts';

/** The small district of the golden answers: three employers in three towns, two files, one correction. */
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
    .save();
}
