import { enumOps } from '../../kernel/operators.type.ts';
import { listInputs } from '../../read/list-args.type.ts';
import { EnterpriseFilter } from '../enterprise/graphql.ts';
import { unionEnterprise, unionRows } from './union.list.ts';
import { UnionFormEnum } from './union.type.ts';

const inputs = listInputs(unionRows, { UnionForm: enumOps('UnionForm', UnionFormEnum) }, [
  { relation: unionEnterprise, filter: () => EnterpriseFilter },
]);

/** Arguments of the list of unions. */
export const UnionListArgs = inputs.RootArgs;
