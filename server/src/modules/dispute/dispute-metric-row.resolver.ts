import type { GraphQLResolveInfo } from 'graphql';
import { Authorized, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Action } from '../../access/policy.ts';
import { MetricRowType } from '../../metrics/rows/metric-row.type.ts';
import { thingOfRow, type RowContext } from '../../metrics/rows/thing-of-row.ts';
import { DisputeType } from './dispute.type.ts';

/** What a row behind a figure speaks of: a dispute. */
@Resolver(() => MetricRowType)
export class DisputeMetricRowResolver {
  @Authorized<Action>('dispute.read')
  @FieldResolver(() => DisputeType, {
    nullable: true,
    description: 'The dispute, where disputes are counted. 争议案件。',
  })
  dispute(
    @Root() row: MetricRowType,
    @Ctx() context: RowContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<DisputeType | null> {
    return thingOfRow(row, ['DISPUTE', 'Dispute', 'dispute.read'], context, info);
  }
}
