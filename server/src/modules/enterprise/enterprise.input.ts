import { enumOps } from '../../kernel/operators.type.ts';
import { listInputs } from '../../read/list-args.type.ts';
import { enterpriseRows } from './enterprise.list.ts';
import { EnterpriseSizeEnum, EnterpriseStatusEnum, IntegrityGradeEnum } from './enterprise.type.ts';

/** Operators on a grade, also for the grades of inspections. */
export const IntegrityGradeOps = enumOps('IntegrityGrade', IntegrityGradeEnum);
const inputs = listInputs(enterpriseRows, {
  EnterpriseSize: enumOps('EnterpriseSize', EnterpriseSizeEnum),
  EnterpriseStatus: enumOps('EnterpriseStatus', EnterpriseStatusEnum),
  IntegrityGrade: IntegrityGradeOps,
});

/** Conditions on employers, also where other rows are asked whose they are. */
export const EnterpriseFilter = inputs.Filter;

/** Arguments of the list of employers. */
export const EnterpriseListArgs = inputs.RootArgs;
