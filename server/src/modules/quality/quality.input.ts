import { FormOps } from '../../access/form.type.ts';
import { enumOps } from '../../kernel/operators.type.ts';
import { orderType } from '../../kernel/page.type.ts';
import { orderKeys } from '../../read/define-list.ts';
import { filterType } from '../../read/filter.type.ts';
import { listArgs, rootListArgs } from '../../read/list-args.type.ts';
import { EnterpriseFilter } from '../enterprise/graphql.ts';
import { qualityEnterprise, qualityRows } from './quality.list.ts';
import { QualityIssueKindEnum } from './quality.type.ts';

export const QualityIssueFilter = filterType(
  qualityRows,
  { QualityIssueKind: enumOps('QualityIssueKind', QualityIssueKindEnum), Form: FormOps },
  [{ relation: qualityEnterprise, filter: () => EnterpriseFilter }],
);
export const QualityIssueOrder = orderType('QualityIssue', orderKeys(qualityRows));

/** Arguments of the list of disagreements. */
export const QualityIssueListArgs = rootListArgs(
  () => QualityIssueFilter,
  () => QualityIssueOrder,
);

/** Arguments of an employer's own disagreements. */
export const EnterpriseQualityArgs = listArgs(
  () => QualityIssueFilter,
  () => QualityIssueOrder,
);
