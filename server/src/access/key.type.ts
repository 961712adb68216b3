import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Day } from '../kernel/days.ts';
import { DayScalar, MomentScalar } from '../kernel/scalars.ts';

/** What a key tells of itself that opens the hub to no person: a program's token, a wall's link. */
@ObjectType({ simpleResolvers: true })
export abstract class KeyType {
  @Field(() => ID, { description: 'Such as AccessToken:3 or WallLink:3. 编号。' })
  id!: string;
  @Field(() => String, { description: 'What it is called, or where it hangs. 名称。' })
  name!: string;
  @Field(() => MomentScalar, { description: 'When it was made. 创建时间。' })
  createdAt!: Date;
  @Field(() => String, { description: 'Who made it. 创建人。' })
  createdBy!: string;
  @Field(() => DayScalar, { description: 'The last day on which it is good. 到期日。' })
  expiresOn!: Day;
  @Field(() => MomentScalar, {
    nullable: true,
    description: 'Its last use, to the minute; null before the first. 最近使用时间。',
  })
  lastUsedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Where it was last used from. 最近使用地址。' })
  lastAddress!: string | null;
  @Field(() => MomentScalar, { nullable: true, description: 'When it was revoked. 吊销时间。' })
  revokedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Who revoked it. 吊销人。' })
  revokedBy!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was revoked. 吊销理由。' })
  revokeReason!: string | null;
  @Field(() => Boolean, { description: 'Good today: neither expired nor revoked. 是否有效。' })
  live!: boolean;
  @Field(() => Int, { description: 'To be handed in with an act on it. 版本。' })
  version!: number;
}
