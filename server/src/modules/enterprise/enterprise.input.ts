import { enumOps } from '../../kernel/operators.type.ts';
import { orderType } from '../../kernel/page.type.ts';
import { orderKeys } from '../../read/define-list.ts';
import { filterType } from '../../read/filter.type.ts';
import { rootListArgs } from '../../read/list-args.type.ts';
import { enterpriseRows } from './enterprise.list.ts';
import { EnterpriseSizeEnum, EnterpriseStatusEnum, IntegrityGradeEnum } from './enterprise.type.ts';

export const IntegrityGradeOps = enumOps('IntegrityGrade', IntegrityGradeEnum);
export const EnterpriseFilter = filterType(enterpriseRows, {
  EnterpriseSize: enumOps('EnterpriseSize', EnterpriseSizeEnum),
  EnterpriseStatus: enumOps('EnterpriseStatus', EnterpriseStatusEnum),
  IntegrityGrade: IntegrityGradeOps,
});
export const EnterpriseOrder = orderType('Enterprise', orderKeys(enterpriseRows));

/** Arguments of the list of employers. */
export const EnterpriseListArgs = rootListArgs(
  () => EnterpriseFilter,
  () => EnterpriseOrder,
);
