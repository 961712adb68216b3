import { Field, ID, ObjectType } from 'type-graphql';

/** A town of the district, named in the reader's language. */
@ObjectType('Town', { description: 'A town of the district. 镇（片区）。', simpleResolvers: true })
export class TownType {
  @Field(() => ID, { description: 'Code, such as LUORONG. 代码。' })
  code!: string;

  @Field(() => String, { description: "Name in the reader's language. 名称。" })
  name!: string;
}
