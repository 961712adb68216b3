import { ArgsType, Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Day } from '../../kernel/days.ts';
import { ForwardArgs } from '../../kernel/page-args.type.ts';
import { DayScalar } from '../../kernel/scalars.ts';
import { ActInput, DecidedActInput } from '../act-input.type.ts';
import { WallLinkType, WallPageEnum } from './wall-link.type.ts';
import type { WallPage } from './wall-pages.ts';

/** Arguments of the list of wall links. */
@ArgsType()
export class WallLinkListArgs extends ForwardArgs {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that are good today, or are not. 是否有效。',
  })
  live?: boolean | null;
}

/** A wall link to be made. */
@InputType({ description: 'A link to be made for a wall. 要生成的大屏链接。' })
export class CreateWallLinkInput extends ActInput {
  @Field(() => String, { description: 'Where it hangs. 名称。' })
  name!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'Code of the town it shows; the district when nothing is said. 镇代码。',
  })
  town?: string | null;
  @Field(() => [WallPageEnum], { description: 'The pages it turns through. 页面。' })
  pages!: WallPage[];
  @Field(() => DayScalar, { description: 'The last day on which it is good, at most 366 days on. 到期日。' })
  expiresOn!: Day;
}

/** A wall link to be revoked. */
@InputType({ description: 'A wall link to be revoked, within two seconds everywhere. 要吊销的大屏链接。' })
export class RevokeWallLinkInput extends DecidedActInput {
  @Field(() => ID, { description: 'Which: WallLink:3. 链接编号。' })
  id!: string;
  @Field(() => String, { description: 'Why; kept with the link. 理由。' })
  reason!: string;
}

/** What revoking a wall link answers. */
@ObjectType('WallLinkPayload', { simpleResolvers: true, description: 'The link as it stands. 操作结果。' })
export class WallLinkPayload {
  @Field(() => WallLinkType, { description: 'The link. 大屏链接。' })
  wallLink!: WallLinkType;
}

/** What making a wall link answers. */
@ObjectType('NewWallLinkPayload', {
  simpleResolvers: true,
  description: 'The link, and its address. 大屏链接及地址。',
})
export class NewWallLinkPayload extends WallLinkPayload {
  @Field(() => String, {
    nullable: true,
    description:
      'Its address within the hub, the key behind the #, shown in this answer and never again: null where the same act had been done before under its key. 大屏地址，只显示一次。',
  })
  path!: string | null;
}
