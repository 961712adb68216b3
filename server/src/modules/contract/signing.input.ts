import { enumOps } from '../../kernel/operators.type.ts';
import { orderType } from '../../kernel/page.type.ts';
import { orderKeys } from '../../read/define-list.ts';
import { filterType } from '../../read/filter.type.ts';
import { listArgs, rootListArgs } from '../../read/list-args.type.ts';
import { EnterpriseFilter } from '../enterprise/graphql.ts';
import { signingEnterprise, signingRows } from './signing.list.ts';
import { SigningPartyEnum } from './signing.type.ts';

export const SigningFilter = filterType(
  signingRows,
  { SigningParty: enumOps('SigningParty', SigningPartyEnum) },
  [{ relation: signingEnterprise, filter: () => EnterpriseFilter }],
);
export const SigningOrder = orderType('Signing', orderKeys(signingRows));

/** Arguments of the list of signatures. */
export const SigningListArgs = rootListArgs(
  () => SigningFilter,
  () => SigningOrder,
);

/** Arguments of an employer's own signatures. */
export const EnterpriseSigningsArgs = listArgs(
  () => SigningFilter,
  () => SigningOrder,
);
