import { enumOps } from '../../kernel/operators.type.ts';
import { orderType } from '../../kernel/page.type.ts';
import { orderKeys } from '../../read/define-list.ts';
import { filterType } from '../../read/filter.type.ts';
import { listArgs, rootListArgs } from '../../read/list-args.type.ts';
import { EnterpriseFilter } from '../enterprise/graphql.ts';
import { filingEnterprise, filingRows } from './filing.list.ts';
import { FilingKindEnum } from './filing.type.ts';

export const FilingFilter = filterType(filingRows, { FilingKind: enumOps('FilingKind', FilingKindEnum) }, [
  { relation: filingEnterprise, filter: () => EnterpriseFilter },
]);
export const FilingOrder = orderType('Filing', orderKeys(filingRows));

/** Arguments of the list of filings. */
export const FilingListArgs = rootListArgs(
  () => FilingFilter,
  () => FilingOrder,
);

/** Arguments of an employer's own filings. */
export const EnterpriseFilingsArgs = listArgs(
  () => FilingFilter,
  () => FilingOrder,
);
