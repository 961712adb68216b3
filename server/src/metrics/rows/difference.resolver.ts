import { Args, Authorized, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Action } from '../../access/policy.ts';
import type { RequestContext } from '../../access/request-context.ts';
import { ForwardArgs } from '../../kernel/page-args.type.ts';
import type { MetricService } from '../metric.service.ts';
import { DifferenceArgsInput } from './difference.input.ts';
import { PartDifferenceType, MetricDifferenceType } from './difference.type.ts';
import type { MetricDifference, PartDifference } from './difference.ts';

/** The difference of a figure between two days over GraphQL. */
@Resolver(() => PartDifferenceType)
export class DifferenceResolver {
  @Authorized<Action>('metric.read')
  @Query(() => MetricDifferenceType, {
    description:
      "How a figure that is taken at a day differs between two days, employer by employer: who entered its numerator or denominator, who left, who changed, and why. The differences of all rows add up to that of the part. An index has no employers of its own and is refused. Needs the grant to the figure's rows. 两日之间的指标增减及其明细。",
  })
  metricChange(
    @Args(() => DifferenceArgsInput) args: DifferenceArgsInput,
    @Args(() => ForwardArgs) page: ForwardArgs,
    @Ctx() { viewer, services }: RequestContext<{ metrics: MetricService }>,
  ): Promise<MetricDifference> {
    return services.metrics.difference(viewer, { ...args, ...page });
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the employers make up the difference, to the last unit. 明细与增减是否一致。',
  })
  agrees(@Root() { difference, sides }: PartDifference): boolean {
    const sum = sides.reduce((total, side) => total + side.difference, 0);
    return Math.abs((difference ?? 0) - sum) < 0.005;
  }
}
