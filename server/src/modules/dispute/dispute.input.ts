import { enumOps } from '../../kernel/operators.type.ts';
import { listInputs } from '../../read/list-args.type.ts';
import { EnterpriseFilter } from '../enterprise/graphql.ts';
import { disputeEnterprise, disputeRows } from './dispute.list.ts';
import { DisputeOutcomeEnum, MediationChannelEnum, PerformanceEnum } from './dispute.type.ts';

const inputs = listInputs(
  disputeRows,
  {
    MediationChannel: enumOps('MediationChannel', MediationChannelEnum),
    DisputeOutcome: enumOps('DisputeOutcome', DisputeOutcomeEnum),
    Performance: enumOps('Performance', PerformanceEnum),
  },
  [{ relation: disputeEnterprise, filter: () => EnterpriseFilter }],
);

/** Arguments of the list of disputes. */
export const DisputeListArgs = inputs.RootArgs;

/** Arguments of an employer's own disputes. */
export const EnterpriseDisputesArgs = inputs.NestedArgs;
