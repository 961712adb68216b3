import { Field, ObjectType } from 'type-graphql';
import { enumType } from '../../kernel/enum-type.ts';
import { NodeType } from '../../kernel/node.type.ts';
import { connectionType } from '../../kernel/page.type.ts';
import { MomentScalar } from '../../kernel/scalars.ts';
import { RecordType } from '../../read/record.type.ts';
import { signingParties, type SigningParty } from './contract.codes.ts';

export const SigningPartyEnum = enumType('SigningParty', 'Who signed. 签署方。', signingParties);

/** One party's signature on the platform. */
@ObjectType('Signing', {
  implements: NodeType,
  simpleResolvers: true,
  description:
    "One party's signature on one contract, as the signing platform recorded it (form S, 乐签平台签署记录). 签署记录。",
})
export class SigningType extends RecordType {
  @Field(() => String, { description: "The platform's number of the contract. 平台合同编号。" })
  platformContractNo!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Contract number, where the platform has it. 合同编号。',
  })
  contractNo!: string | null;
  @Field(() => SigningPartyEnum, { description: 'Who signed. 签署方。' })
  party!: SigningParty;
  @Field(() => MomentScalar, {
    description: 'Moment of the signature; filters compare its day in Shanghai. 签署时间。',
  })
  signedAt!: Date;
  @Field(() => String, {
    nullable: true,
    description: "Serial number of the signer's certificate. 证书序列号。",
  })
  certificateNo!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Serial number of the trusted time stamp. 时间戳序列号。',
  })
  timestampNo!: string | null;
  @Field(() => String, {
    description: 'Digest that was signed, SHA-256 or SM3 in lower-case hex. 文件摘要。',
  })
  digest!: string;
}

export const SigningConnection = connectionType(() => SigningType, 'Signing');
