import { enumOps } from '../../kernel/operators.type.ts';
import { listInputs } from '../../read/list-args.type.ts';
import { EnterpriseFilter } from '../enterprise/graphql.ts';
import { signingEnterprise, signingRows } from './signing.list.ts';
import { SigningPartyEnum } from './signing.type.ts';

const inputs = listInputs(signingRows, { SigningParty: enumOps('SigningParty', SigningPartyEnum) }, [
  { relation: signingEnterprise, filter: () => EnterpriseFilter },
]);

/** Arguments of the list of signatures. */
export const SigningListArgs = inputs.RootArgs;

/** Arguments of an employer's own signatures. */
export const EnterpriseSigningsArgs = inputs.NestedArgs;
