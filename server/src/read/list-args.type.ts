import { ArgsType, Field, type ClassType } from 'type-graphql';
import { PageArgs } from '../kernel/page-args.type.ts';
import { orderType, type Order } from '../kernel/page.type.ts';
import { MomentScalar } from '../kernel/scalars.ts';
import { orderKeys, type RelationDef, type TypeDef } from './define-list.ts';
import { filterType, type FilterInput } from './filter.type.ts';

/** Moment of knowledge, for lists and single rows alike. */
export const asKnownAtDescription =
  'Answers with what the hub knew at this moment, later imports left out; without it the present. 按该时刻系统已知的情况回答。';

/** The day of a field that is worked out for one. */
export const dayAskedDescription = 'The day asked about; today without it. 日期。';

/** The arguments of a list. */
interface Args extends PageArgs {
  filter?: FilterInput | null;
  orderBy?: Order<string>[] | null;
}

/** What lists of one kind of row may be asked. */
export interface ListInputs {
  /** Conditions on such rows. */
  readonly Filter: ClassType<FilterInput>;
  /** Arguments of a list at the root, which also answers for an earlier state of knowledge. */
  readonly RootArgs: ClassType<Args & { asKnownAt?: Date | null }>;
  /** Arguments of a list beneath another row. */
  readonly NestedArgs: ClassType<Args>;
}

/** Makes the inputs of lists of these rows: paging, filter, order. */
export function listInputs(
  type: TypeDef,
  enums: Readonly<Record<string, ClassType>> = {},
  relations: readonly { relation: RelationDef; filter: () => ClassType }[] = [],
): ListInputs {
  const Filter = filterType(type, enums, relations);
  const OrderInput = orderType(type.name, orderKeys(type));

  @ArgsType()
  class NestedArgs extends PageArgs {
    @Field(() => Filter, { nullable: true, description: 'Only rows that meet this. 筛选条件。' })
    filter?: FilterInput | null;
    @Field(() => [OrderInput], {
      nullable: true,
      description: 'Sort keys in turn; ties are broken by id. 排序。',
    })
    orderBy?: Order<string>[] | null;
  }

  @ArgsType()
  class RootArgs extends NestedArgs {
    @Field(() => MomentScalar, { nullable: true, description: asKnownAtDescription })
    asKnownAt?: Date | null;
  }
  return { Filter, RootArgs, NestedArgs };
}
