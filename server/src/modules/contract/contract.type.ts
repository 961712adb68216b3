import { Field, ObjectType } from 'type-graphql';
import type { Day } from '../../kernel/days.ts';
import { enumType } from '../../kernel/enum-type.ts';
import { NodeType } from '../../kernel/node.type.ts';
import { connectionType } from '../../kernel/page.type.ts';
import { DayScalar, DecimalScalar } from '../../kernel/scalars.ts';
import { RecordType } from '../../read/record.type.ts';
import {
  contractKinds, contractStatuses, signatureVerifications, signingPlatforms,
  type ContractKind, type ContractStatus, type SignatureVerification, type SigningPlatform,
} from './contract.codes.ts'; // prettier-ignore

export const ContractKindEnum = enumType(
  'ContractKind',
  'How long a contract runs (劳动合同法 article 12). 合同类型。',
  contractKinds,
);
export const SigningPlatformEnum = enumType(
  'SigningPlatform',
  'On which platform it was signed. 签署平台。',
  signingPlatforms,
);
export const ContractStatusEnum = enumType(
  'ContractStatus',
  'Where a contract stands at the end of today, read from its dates. 合同状态。',
  contractStatuses,
);
export const SignatureVerificationEnum = enumType(
  'SignatureVerification',
  'How far the signatures on the platform bear the contract out. 电子签署核验。',
  signatureVerifications,
);

/** One labour contract. */
@ObjectType('Contract', {
  implements: NodeType,
  simpleResolvers: true,
  description: 'One labour contract of the contract library (form C, 电子合同库). 劳动合同。',
})
export class ContractType extends RecordType {
  @Field(() => String, { description: 'Contract number, unique within its employer. 合同编号。' })
  contractNo!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Worker, masked (张**); null for roles that see no personal data. 劳动者姓名（脱敏）。',
  })
  workerName!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Identity number, masked; null for roles that see no personal data. 身份证号（脱敏）。',
  })
  idNumber!: string | null;
  @Field(() => ContractKindEnum, { description: 'How long it runs. 合同类型。' })
  kind!: ContractKind;
  @Field(() => DayScalar, { description: 'Day of signing. 签订日期。' })
  signedOn!: Day;
  @Field(() => DayScalar, { description: 'First day in force. 起始日期。' })
  startsOn!: Day;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'Last day in force; null for an open-ended contract. 终止日期。',
  })
  endsOn!: Day | null;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'Day of termination; from this day on it is no longer in force. 解除日期。',
  })
  terminatedOn!: Day | null;
  @Field(() => String, {
    nullable: true,
    description: 'Status as the library writes it; not believed, see `status`. 合同状态（原文）。',
  })
  statedStatus!: string | null;
  @Field(() => ContractStatusEnum, {
    description: 'Where it stands at the end of today, read from its dates alone. 合同状态（按日期）。',
  })
  status!: ContractStatus;
  @Field(() => Boolean, { description: 'Whether it was signed electronically (签订方式). 是否电子合同。' })
  electronic!: boolean;
  @Field(() => SigningPlatformEnum, { nullable: true, description: 'On which platform. 签署平台。' })
  platform!: SigningPlatform | null;
  @Field(() => String, {
    nullable: true,
    description: "The platform's number; it leads to the signatures. 平台合同编号。",
  })
  platformContractNo!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Digest of the document, SHA-256 or SM3 in lower-case hex. 文件摘要。',
  })
  digest!: string | null;
  @Field(() => String, { nullable: true, description: 'Position. 岗位。' })
  position!: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Monthly wage, in yuan. 月工资（元）。' })
  wage!: string | null;
  @Field(() => SignatureVerificationEnum, {
    description:
      'Verified once both parties have signed one digest, equal to the library’s own where it has one, by the end of today. 电子签署核验。',
  })
  verification!: SignatureVerification;
}

export const ContractConnection = connectionType(() => ContractType, 'Contract');
