import { enumOps } from '../../kernel/operators.type.ts';
import { orderType } from '../../kernel/page.type.ts';
import { orderKeys } from '../../read/define-list.ts';
import { filterType } from '../../read/filter.type.ts';
import { listArgs, rootListArgs } from '../../read/list-args.type.ts';
import { EnterpriseFilter } from '../enterprise/graphql.ts';
import { disputeEnterprise, disputeRows } from './dispute.list.ts';
import { DisputeOutcomeEnum, MediationChannelEnum, PerformanceEnum } from './dispute.type.ts';

export const DisputeFilter = filterType(
  disputeRows,
  {
    MediationChannel: enumOps('MediationChannel', MediationChannelEnum),
    DisputeOutcome: enumOps('DisputeOutcome', DisputeOutcomeEnum),
    Performance: enumOps('Performance', PerformanceEnum),
  },
  [{ relation: disputeEnterprise, filter: () => EnterpriseFilter }],
);
export const DisputeOrder = orderType('Dispute', orderKeys(disputeRows));

/** Arguments of the list of disputes. */
export const DisputeListArgs = rootListArgs(
  () => DisputeFilter,
  () => DisputeOrder,
);

/** Arguments of an employer's own disputes. */
export const EnterpriseDisputesArgs = listArgs(
  () => DisputeFilter,
  () => DisputeOrder,
);
