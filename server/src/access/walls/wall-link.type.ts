import { Field, ObjectType } from 'type-graphql';
import type { Day } from '../../kernel/days.ts';
import { enumType } from '../../kernel/enum-type.ts';
import { connectionType } from '../../kernel/page.type.ts';
import { DayScalar } from '../../kernel/scalars.ts';
import { KeyType } from '../key.type.ts';
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
export class WallLinkType extends KeyType {
  @Field(() => TownType, {
    nullable: true,
    description: 'The town it shows; null: the whole district. 所示镇。',
  })
  town!: TownType | null;
  @Field(() => [WallPageEnum], { description: 'The pages it turns through. 页面。' })
  pages!: WallPage[];
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
