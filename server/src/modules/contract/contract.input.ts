import { enumOps } from '../../kernel/operators.type.ts';
import { orderType } from '../../kernel/page.type.ts';
import { orderKeys } from '../../read/define-list.ts';
import { filterType } from '../../read/filter.type.ts';
import { listArgs, rootListArgs } from '../../read/list-args.type.ts';
import { EnterpriseFilter } from '../enterprise/graphql.ts';
import { contractEnterprise, contractRows } from './contract.list.ts';
import {
  ContractKindEnum, ContractStatusEnum, SignatureVerificationEnum, SigningPlatformEnum,
} from './contract.type.ts'; // prettier-ignore

export const ContractFilter = filterType(
  contractRows,
  {
    ContractKind: enumOps('ContractKind', ContractKindEnum),
    ContractStatus: enumOps('ContractStatus', ContractStatusEnum),
    SigningPlatform: enumOps('SigningPlatform', SigningPlatformEnum),
    SignatureVerification: enumOps('SignatureVerification', SignatureVerificationEnum),
  },
  [{ relation: contractEnterprise, filter: () => EnterpriseFilter }],
);
export const ContractOrder = orderType('Contract', orderKeys(contractRows));

/** Arguments of the list of contracts. */
export const ContractListArgs = rootListArgs(
  () => ContractFilter,
  () => ContractOrder,
);

/** Arguments of an employer's own contracts. */
export const EnterpriseContractsArgs = listArgs(
  () => ContractFilter,
  () => ContractOrder,
);
