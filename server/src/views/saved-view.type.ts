import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ActInput, DecidedActInput } from '../access/act-input.type.ts';
import { connectionType } from '../kernel/page.type.ts';
import { MomentScalar } from '../kernel/scalars.ts';

/** A view that somebody keeps. */
@ObjectType('SavedView', {
  simpleResolvers: true,
  description:
    'A name and an address of the dashboard. It holds no figure: whoever opens it sees what they may see. 保存的视图。',
})
export class SavedViewType {
  @Field(() => ID, { description: 'Such as SavedView:3. 编号。' })
  id!: string;
  @Field(() => String, { description: 'What it is called. 名称。' })
  name!: string;
  @Field(() => String, {
    description: 'The address within the dashboard, such as /explore?figure=…. 页面地址。',
  })
  path!: string;
  @Field(() => Boolean, { description: 'Whether everybody finds it in their list. 是否共享。' })
  shared!: boolean;
  @Field(() => Boolean, {
    description: 'Whether it is your own, to be renamed and deleted by you. 是否本人所存。',
  })
  own!: boolean;
  @Field(() => String, { description: 'The account that saved it. 保存人。' })
  savedBy!: string;
  @Field(() => MomentScalar, { description: 'When it was saved. 保存时间。' })
  savedAt!: Date;
  @Field(() => Int, { description: 'To be handed in with an act on the view. 版本。' })
  version!: number;
}

export const SavedViewConnection = connectionType(() => SavedViewType, 'SavedView');

const nameText = 'What it is called, 1 to 80 characters. 名称。';

/** A view to be kept. */
@InputType({ description: 'A view to be kept. 要保存的视图。' })
export class SaveViewInput extends ActInput {
  @Field(() => String, { description: nameText })
  name!: string;
  @Field(() => String, {
    description: 'The address of a page of this dashboard, with parameters it knows. 页面地址。',
  })
  path!: string;
  @Field(() => Boolean, { description: 'Whether everybody is to find it in their list. 是否共享。' })
  shared!: boolean;
}

/** A view to be called otherwise. */
@InputType({ description: 'Another name for a view of your own; shared or no longer. 更改视图。' })
export class RenameViewInput extends DecidedActInput {
  @Field(() => ID, { description: 'Which. 编号。' })
  id!: string;
  @Field(() => String, { description: nameText })
  name!: string;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether everybody is to find it; as it was when nothing is said. 是否共享。',
  })
  shared?: boolean | null;
}

/** A view to be thrown away. */
@InputType({ description: 'A view of your own to be thrown away. 要删除的视图。' })
export class DeleteViewInput extends DecidedActInput {
  @Field(() => ID, { description: 'Which. 编号。' })
  id!: string;
}

/** What an act on a view answers. */
@ObjectType('SavedViewPayload', { simpleResolvers: true, description: 'The view that was acted on. 结果。' })
export class SavedViewPayload {
  @Field(() => SavedViewType, { description: 'The view; as it was, if it is gone now. 视图。' })
  view!: SavedViewType;
}
