import { enumOps } from '../../kernel/operators.type.ts';
import { listInputs } from '../../read/list-args.type.ts';
import { EnterpriseFilter, IntegrityGradeOps } from '../enterprise/graphql.ts';
import { inspectionEnterprise, inspectionRows } from './inspection.list.ts';
import { InspectionModeEnum, InspectionSourceEnum } from './inspection.type.ts';

const inputs = listInputs(
  inspectionRows,
  {
    InspectionSource: enumOps('InspectionSource', InspectionSourceEnum),
    InspectionMode: enumOps('InspectionMode', InspectionModeEnum),
    IntegrityGrade: IntegrityGradeOps,
  },
  [{ relation: inspectionEnterprise, filter: () => EnterpriseFilter }],
);

/** Arguments of the list of inspections. */
export const InspectionListArgs = inputs.RootArgs;

/** Arguments of an employer's own inspections. */
export const EnterpriseInspectionsArgs = inputs.NestedArgs;
