import { ArgsType, Field, Int } from 'type-graphql';
import { pageDefault, pageLimit } from './page.ts';

/** The arguments of a list that is read from its front. */
@ArgsType()
export class ForwardArgs {
  @Field(() => Int, {
    nullable: true,
    description: `Rows from the front, at most ${pageLimit}; ${pageDefault} when nothing is said. 取前若干行。`,
  })
  first?: number | null;
  @Field(() => String, {
    nullable: true,
    description: 'Only rows that stand after this cursor. 该游标之后。',
  })
  after?: string | null;
}

/** The arguments of a list that is read from either end. */
@ArgsType()
export class PageArgs extends ForwardArgs {
  @Field(() => Int, {
    nullable: true,
    description: `Rows from the end, at most ${pageLimit}; before alone means last: ${pageDefault}. 取末若干行。`,
  })
  last?: number | null;
  @Field(() => String, {
    nullable: true,
    description: 'Only rows that stand before this cursor. 该游标之前。',
  })
  before?: string | null;
}
