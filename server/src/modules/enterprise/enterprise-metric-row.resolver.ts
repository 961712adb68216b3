import type { GraphQLResolveInfo } from 'graphql';
import { Authorized, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Action } from '../../access/policy.ts';
import { MetricRowType } from '../../metrics/rows/metric-row.type.ts';
import { thingOfRow, type RowContext } from '../../metrics/rows/thing-of-row.ts';
import { EnterpriseType } from './enterprise.type.ts';

/** What a row behind a figure speaks of: its employer. */
@Resolver(() => MetricRowType)
export class EnterpriseMetricRowResolver {
  // Whoever may open the rows may see whose they are, as of a dispute.
  @Authorized<Action>('metric.read')
  @FieldResolver(() => EnterpriseType, {
    nullable: true,
    description: 'The employer; null for a part of an index. 用人单位。',
  })
  enterprise(
    @Root() row: MetricRowType,
    @Ctx() context: RowContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<EnterpriseType | null> {
    return thingOfRow(row, ['ENTERPRISE', 'Enterprise', 'metric.read'], context, info);
  }
}
