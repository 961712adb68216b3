import { enumOps } from '../../kernel/operators.type.ts';
import { orderType } from '../../kernel/page.type.ts';
import { orderKeys } from '../../read/define-list.ts';
import { filterType } from '../../read/filter.type.ts';
import { listArgs, rootListArgs } from '../../read/list-args.type.ts';
import { EnterpriseFilter } from '../enterprise/graphql.ts';
import { certificationEnterprise, certificationRows } from './certification.list.ts';
import { CertificationStageEnum } from './certification.type.ts';

export const CertificationFilter = filterType(
  certificationRows,
  { CertificationStage: enumOps('CertificationStage', CertificationStageEnum) },
  [{ relation: certificationEnterprise, filter: () => EnterpriseFilter }],
);
export const CertificationOrder = orderType('Certification', orderKeys(certificationRows));

/** Arguments of the list of applications. */
export const CertificationListArgs = rootListArgs(
  () => CertificationFilter,
  () => CertificationOrder,
);

/** Arguments of an employer's own applications. */
export const EnterpriseCertificationsArgs = listArgs(
  () => CertificationFilter,
  () => CertificationOrder,
);
