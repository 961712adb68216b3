import { ArgsType, Field, type ClassType } from 'type-graphql';
import { PageArgs } from '../kernel/page-args.type.ts';
import type { Order } from '../kernel/page.type.ts';
import { MomentScalar } from '../kernel/scalars.ts';

/** Moment of knowledge, for lists and single rows alike. */
export const asKnownAtDescription =
  'Answers with what the hub knew at this moment, later imports left out; without it the present. 按该时刻系统已知的情况回答。';

/** The arguments of a list. */
export interface ListArgsOf<Filter, Key extends string> extends PageArgs {
  filter?: Filter | null;
  orderBy?: Order<Key>[] | null;
}

/** Makes the arguments of a list: paging, filter, order. */
export function listArgs<Filter extends object, Key extends string>(
  filter: () => ClassType<Filter>,
  order: () => ClassType<Order<Key>>,
): ClassType<ListArgsOf<Filter, Key>> {
  @ArgsType()
  class Args extends PageArgs {
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
