import { ArgsType, Field, Int, type ClassType } from 'type-graphql';
import type { Order } from '../kernel/page.type.ts';
import { MomentScalar } from '../kernel/scalars.ts';
import { pageDefault, pageLimit } from '../kernel/page.ts';

/** Moment of knowledge, for lists and single rows alike. */
export const asKnownAtDescription =
  'Answers with what the hub knew at this moment, later imports left out; without it the present. 按该时刻系统已知的情况回答。';

/** The arguments of a list. */
export interface ListArgsOf<Filter, Key extends string> {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
  filter?: Filter | null;
  orderBy?: Order<Key>[] | null;
}

/** Makes the arguments of a list: paging, filter, order. */
export function listArgs<Filter extends object, Key extends string>(
  filter: () => ClassType<Filter>,
  order: () => ClassType<Order<Key>>,
): ClassType<ListArgsOf<Filter, Key>> {
  @ArgsType()
  class Args {
    @Field(() => Int, {
      nullable: true,
      description: `Rows from the front, at most ${pageLimit}; ${pageDefault} when neither first nor last is given. 取前若干行。`,
    })
    first?: number | null;
    @Field(() => String, {
      nullable: true,
      description: 'Only rows that stand after this cursor. 该游标之后。',
    })
    after?: string | null;
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
    @Field(filter, { nullable: true, description: 'Only rows that meet this. 筛选条件。' })
    filter?: Filter | null;
    @Field(() => [order()], {
      nullable: true,
      description: 'Sort keys in turn; ties are broken by id. 排序。',
    })
    orderBy?: Order<Key>[] | null;
  }
  return Args;
}

/** The same for a list at the root, which also answers for an earlier state of knowledge. */
export function rootListArgs<Filter extends object, Key extends string>(
  filter: () => ClassType<Filter>,
  order: () => ClassType<Order<Key>>,
): ClassType<ListArgsOf<Filter, Key> & { asKnownAt?: Date | null }> {
  @ArgsType()
  class Args extends listArgs(filter, order) {
    @Field(() => MomentScalar, { nullable: true, description: asKnownAtDescription })
    asKnownAt?: Date | null;
  }
  return Args;
}
