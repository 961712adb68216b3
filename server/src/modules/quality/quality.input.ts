import { FormOps } from '../../access/form.type.ts';
import { enumOps } from '../../kernel/operators.type.ts';
import { listInputs } from '../../read/list-args.type.ts';
import { EnterpriseFilter } from '../enterprise/graphql.ts';
import { qualityEnterprise, qualityRows } from './quality.list.ts';
import { QualityIssueKindEnum } from './quality.type.ts';

const inputs = listInputs(
  qualityRows,
  { QualityIssueKind: enumOps('QualityIssueKind', QualityIssueKindEnum), Form: FormOps },
  [{ relation: qualityEnterprise, filter: () => EnterpriseFilter }],
);

/** Arguments of the list of disagreements. */
export const QualityIssueListArgs = inputs.RootArgs;

/** Arguments of an employer's own disagreements. */
export const EnterpriseQualityArgs = inputs.NestedArgs;
