import { enumOps } from '../../kernel/operators.type.ts';
import { listInputs } from '../../read/list-args.type.ts';
import { EnterpriseFilter } from '../enterprise/graphql.ts';
import { filingEnterprise, filingRows } from './filing.list.ts';
import { FilingKindEnum } from './filing.type.ts';

const inputs = listInputs(filingRows, { FilingKind: enumOps('FilingKind', FilingKindEnum) }, [
  { relation: filingEnterprise, filter: () => EnterpriseFilter },
]);

/** Arguments of the list of filings. */
export const FilingListArgs = inputs.RootArgs;

/** Arguments of an employer's own filings. */
export const EnterpriseFilingsArgs = inputs.NestedArgs;
