import type { GraphQLResolveInfo } from 'graphql';
import { Authorized, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Action } from '../../access/policy.ts';
import { MetricRowType } from '../../metrics/rows/metric-row.type.ts';
import { thingOfRow, type RowContext } from '../../metrics/rows/thing-of-row.ts';
import { CertificationType } from './certification.type.ts';

/** What a row behind a figure speaks of: a certification. */
@Resolver(() => MetricRowType)
export class CertificationMetricRowResolver {
  @Authorized<Action>('certification.read')
  @FieldResolver(() => CertificationType, {
    nullable: true,
    description: 'The certification, where certifications are counted. 认定。',
  })
  certification(
    @Root() row: MetricRowType,
    @Ctx() context: RowContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CertificationType | null> {
    return thingOfRow(row, ['CERTIFICATION', 'Certification', 'certification.read'], context, info);
  }
}
