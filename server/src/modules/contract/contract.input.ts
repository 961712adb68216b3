import { enumOps } from '../../kernel/operators.type.ts';
import { listInputs } from '../../read/list-args.type.ts';
import { EnterpriseFilter } from '../enterprise/graphql.ts';
import { contractEnterprise, contractRows } from './contract.list.ts';
import {
  ContractKindEnum, ContractStatusEnum, SignatureVerificationEnum, SigningPlatformEnum,
} from './contract.type.ts'; // prettier-ignore

const inputs = listInputs(
  contractRows,
  {
    ContractKind: enumOps('ContractKind', ContractKindEnum),
    ContractStatus: enumOps('ContractStatus', ContractStatusEnum),
    SigningPlatform: enumOps('SigningPlatform', SigningPlatformEnum),
    SignatureVerification: enumOps('SignatureVerification', SignatureVerificationEnum),
  },
  [{ relation: contractEnterprise, filter: () => EnterpriseFilter }],
);

/** Arguments of the list of contracts. */
export const ContractListArgs = inputs.RootArgs;

/** Arguments of an employer's own contracts. */
export const EnterpriseContractsArgs = inputs.NestedArgs;
