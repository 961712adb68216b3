import { enumOps } from '../../kernel/operators.type.ts';
import { orderType } from '../../kernel/page.type.ts';
import { orderKeys } from '../../read/define-list.ts';
import { filterType } from '../../read/filter.type.ts';
import { listArgs, rootListArgs } from '../../read/list-args.type.ts';
import { EnterpriseFilter, IntegrityGradeOps } from '../enterprise/graphql.ts';
import { inspectionEnterprise, inspectionRows } from './inspection.list.ts';
import { InspectionModeEnum, InspectionSourceEnum } from './inspection.type.ts';

export const InspectionFilter = filterType(
  inspectionRows,
  {
    InspectionSource: enumOps('InspectionSource', InspectionSourceEnum),
    InspectionMode: enumOps('InspectionMode', InspectionModeEnum),
    IntegrityGrade: IntegrityGradeOps,
  },
  [{ relation: inspectionEnterprise, filter: () => EnterpriseFilter }],
);
export const InspectionOrder = orderType('Inspection', orderKeys(inspectionRows));

/** Arguments of the list of inspections. */
export const InspectionListArgs = rootListArgs(
  () => InspectionFilter,
  () => InspectionOrder,
);

/** Arguments of an employer's own inspections. */
export const EnterpriseInspectionsArgs = listArgs(
  () => InspectionFilter,
  () => InspectionOrder,
);
