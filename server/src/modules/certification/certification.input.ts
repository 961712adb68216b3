import { enumOps } from '../../kernel/operators.type.ts';
import { listInputs } from '../../read/list-args.type.ts';
import { EnterpriseFilter } from '../enterprise/graphql.ts';
import { certificationEnterprise, certificationRows } from './certification.list.ts';
import { CertificationStageEnum } from './certification.type.ts';

const inputs = listInputs(
  certificationRows,
  { CertificationStage: enumOps('CertificationStage', CertificationStageEnum) },
  [{ relation: certificationEnterprise, filter: () => EnterpriseFilter }],
);

/** Arguments of the list of applications. */
export const CertificationListArgs = inputs.RootArgs;

/** Arguments of an employer's own applications. */
export const EnterpriseCertificationsArgs = inputs.NestedArgs;
