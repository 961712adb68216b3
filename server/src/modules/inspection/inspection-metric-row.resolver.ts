import type { GraphQLResolveInfo } from 'graphql';
import { Authorized, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Action } from '../../access/policy.ts';
import { MetricRowType } from '../../metrics/rows/metric-row.type.ts';
import { thingOfRow, type RowContext } from '../../metrics/rows/thing-of-row.ts';
import { InspectionType } from './inspection.type.ts';

/** What a row behind a figure speaks of: an inspection. */
@Resolver(() => MetricRowType)
export class InspectionMetricRowResolver {
  @Authorized<Action>('inspection.read')
  @FieldResolver(() => InspectionType, {
    nullable: true,
    description: 'The inspection, where inspections are counted. 监察案件。',
  })
  inspection(
    @Root() row: MetricRowType,
    @Ctx() context: RowContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<InspectionType | null> {
    return thingOfRow(row, ['INSPECTION', 'Inspection', 'inspection.read'], context, info);
  }
}
