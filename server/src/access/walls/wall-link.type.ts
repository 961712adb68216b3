import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Day } from '../../kernel/days.ts';
import { enumType } from '../../kernel/enum-type.ts';
import { connectionType } from '../../kernel/page.type.ts';
import { DayScalar, MomentScalar } from '../../kernel/scalars.ts';
import { TownType } from '../town.type.ts';
import { wallPages, type WallPage } from './wall-pages.ts';

export const WallPageEnum = enumType<WallPage>(
  'WallPage',
  'A page that a wall turns through. 大屏页面。',
  wallPages,
);

/** A link that opens a wall. */
@ObjectType('WallLink', {
  simpleResolvers: true,
  description: 'A link that opens a wall: sums for one place, no session. 大屏链接。',
})
export class WallLinkType {
  @Field(() => ID, { description: 'Such as WallLink:3. 编号。' })
  id!: string;
  @Field(() => String, { description: 'Where it hangs. 名称。' })
  name!: string;
  @Field(() => TownType, {
    nullable: true,
    description: 'The town it shows; null: the whole district. 所示镇。',
  })
  town!: TownType | null;
  @Field(() => [WallPageEnum], { description: 'The pages it turns through. 页面。' })
  pages!: WallPage[];
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
  @Field(() => Int, { description: 'To be handed in with an act on the link. 版本。' })
  version!: number;
}

export const WallLinkConnection = connectionType(() => WallLinkType, 'WallLink');

/** What a wall shows. */
@ObjectType('ViewerWall', {
  simpleResolvers: true,
  description: 'What a wall shows, and until when. 大屏内容。',
})
export class ViewerWallType {
  @Field(() => [WallPageEnum], { description: 'The pages it turns through. 页面。' })
  pages!: readonly WallPage[];
  @Field(() => DayScalar, { description: 'The last day on which it is good. 到期日。' })
  expiresOn!: Day;
}
