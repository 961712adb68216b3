import { Args, Authorized, Ctx, FieldResolver, Float, Query, Resolver, Root } from 'type-graphql';
import type { Action } from '../../access/policy.ts';
import type { RequestContext } from '../../access/request-context.ts';
import { ForwardArgs } from '../../kernel/page-args.type.ts';
import type { MetricService } from '../metric.service.ts';
import type { WholeRows } from './whole-rows.ts';
import { MetricRowArgsInput } from './metric-row.input.ts';
import { MetricRowConnection } from './metric-row.type.ts';

/** The rows behind a figure over GraphQL. */
@Resolver(() => MetricRowConnection)
export class MetricRowResolver {
  @Authorized<Action>('metric.read')
  @Query(() => MetricRowConnection, {
    description:
      "The rows behind a figure, heaviest first: contributions of all pages add up to its numerator. With inside: false those that a share lacks, with the reason; together they make its denominator. The rows of certification.gap are as many employers as it needs, the nearest first; those of an index are its parts. Needs the grant to the figure's rows. 指标明细。",
  })
  metricRows(
    @Args(() => MetricRowArgsInput) args: MetricRowArgsInput,
    @Args(() => ForwardArgs) page: ForwardArgs,
    @Ctx() { viewer, services }: RequestContext<{ metrics: MetricService }>,
  ): Promise<WholeRows> {
    return services.metrics.rows(viewer, { ...args, ...page });
  }

  @FieldResolver(() => Float, {
    description:
      "Sum over all pages: the figure's numerator, or what it lacks to its denominator. 贡献合计。",
  })
  contribution(@Root() rows: WholeRows): number {
    return rows.contribution;
  }

  @FieldResolver(() => Float, {
    description:
      'What the contributions must add up to, by the figure itself: its numerator, or what that lacks to the denominator. 应有合计。',
  })
  whole(@Root() rows: WholeRows): number {
    return rows.whole;
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether they do, to the last unit. 明细与指标是否一致。',
  })
  agrees(@Root() { contribution, whole }: WholeRows): boolean {
    return Math.abs(contribution - whole) < 0.005;
  }
}
