import type { GraphQLResolveInfo } from 'graphql';
import { Authorized, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Action } from '../../access/policy.ts';
import { DifferenceRowType } from '../../metrics/rows/difference.type.ts';
import { thingOfRow, type RowContext } from '../../metrics/rows/thing-of-row.ts';
import { EnterpriseType } from './enterprise.type.ts';

/** Which employer makes a difference. */
@Resolver(() => DifferenceRowType)
export class EnterpriseDifferenceResolver {
  // Whoever may open the rows may see whose they are.
  @Authorized<Action>('metric.read')
  @FieldResolver(() => EnterpriseType, {
    nullable: true,
    description: 'The employer, as it is known on the second day, else on the first. 用人单位。',
  })
  enterprise(
    @Root() row: DifferenceRowType,
    @Ctx() context: RowContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<EnterpriseType | null> {
    return thingOfRow(row, ['ENTERPRISE', 'Enterprise', 'metric.read'], context, info);
  }
}
