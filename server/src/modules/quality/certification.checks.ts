import { defineCheck } from './define-check.ts';

/** Titles that the ledger claims although its own row does not show every condition. */
export const certificationChecks = [
  defineCheck({
    kind: 'CERTIFICATION_CLAIMED',
    reads: ['certification'],
    needs: ['certification'],
    sql: `select c.enterprise_id, c.id as left_id, null::bigint as right_id,
        array[c.certified_on::text] || c.lacking as params, c.import_row_id as left_row, null::bigint as right_row
      from certification c where c.enterprise_id in (select id from touched)
        and c.certified_on is not null and not c.qualified`,
  }),
];
