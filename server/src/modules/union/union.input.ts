import { enumOps } from '../../kernel/operators.type.ts';
import { orderType } from '../../kernel/page.type.ts';
import { orderKeys } from '../../read/define-list.ts';
import { filterType } from '../../read/filter.type.ts';
import { rootListArgs } from '../../read/list-args.type.ts';
import { EnterpriseFilter } from '../enterprise/graphql.ts';
import { unionEnterprise, unionRows } from './union.list.ts';
import { UnionFormEnum } from './union.type.ts';

export const UnionFilter = filterType(unionRows, { UnionForm: enumOps('UnionForm', UnionFormEnum) }, [
  { relation: unionEnterprise, filter: () => EnterpriseFilter },
]);
export const UnionOrder = orderType('Union', orderKeys(unionRows));

/** Arguments of the list of unions. */
export const UnionListArgs = rootListArgs(
  () => UnionFilter,
  () => UnionOrder,
);
