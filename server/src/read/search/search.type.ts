import { Field, ObjectType } from 'type-graphql';
import { enumType } from '../../kernel/enum-type.ts';
import { NodeType } from '../../kernel/node.type.ts';
import { searchKinds, searchMatches, type SearchKind, type SearchMatch } from './define-search.ts';

export const SearchKindEnum = enumType('SearchKind', 'What kind of thing was found. 结果类别。', searchKinds);
export const SearchMatchEnum = enumType(
  'SearchMatch',
  'By which of its words it was found. 匹配方式。',
  searchMatches,
);

/** One thing found. */
@ObjectType('SearchHit', {
  simpleResolvers: true,
  description: 'One thing that a search found, nearest first. 搜索结果。',
})
export class SearchHitType {
  @Field(() => NodeType, { description: 'The thing itself. 对象。' })
  node!: NodeType;
  @Field(() => SearchKindEnum, { description: 'What kind of thing it is. 类别。' })
  kind!: SearchKind;
  @Field(() => SearchMatchEnum, { description: 'By which of its words it was found. 匹配方式。' })
  matched!: SearchMatch;
  @Field(() => String, { description: 'Its name: of the employer, or the case number. 名称或案号。' })
  title!: string;
  @Field(() => String, {
    description:
      'What tells it from others: the credit code, the former name it was found by, or the employer and day of a case. 补充说明。',
  })
  detail!: string;
}
