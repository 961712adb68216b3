import type { GraphQLResolveInfo } from 'graphql';
import { Authorized, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Action } from '../../access/policy.ts';
import { MetricRowType } from '../../metrics/rows/metric-row.type.ts';
import { thingOfRow, type RowContext } from '../../metrics/rows/thing-of-row.ts';
import { ContractType } from './contract.type.ts';

/** What a row behind a figure speaks of: a labour contract. */
@Resolver(() => MetricRowType)
export class ContractMetricRowResolver {
  @Authorized<Action>('contract.read')
  @FieldResolver(() => ContractType, {
    nullable: true,
    description: 'The labour contract, where contracts are counted. 劳动合同。',
  })
  contract(
    @Root() row: MetricRowType,
    @Ctx() context: RowContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ContractType | null> {
    return thingOfRow(row, ['CONTRACT', 'Contract', 'contract.read'], context, info);
  }
}
