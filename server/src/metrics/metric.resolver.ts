import { Args, Authorized, Ctx, Query, Resolver } from 'type-graphql';
import type { Action } from '../access/policy.ts';
import type { RequestContext } from '../access/request-context.ts';
import { ComparisonArgsInput, MetricComparisonType } from './comparison.type.ts';
import { ForecastType } from './forecast.type.ts';
import { ForecastArgsInput, MetricArgsInput, ScorecardArgsInput } from './metric-args.input.ts';
import type { MetricService } from './metric.service.ts';
import { MetricAnswerType, MetricType } from './metric.type.ts';
import { ScorecardItemType } from './scorecard.type.ts';

type Context = RequestContext<{ metrics: MetricService }>;

/** The figures over GraphQL. */
@Resolver()
export class MetricResolver {
  @Authorized<Action>('metric.read')
  @Query(() => [MetricType], { description: 'The catalogue of figures that the viewer may read. 指标目录。' })
  metrics(@Ctx() { viewer, services }: Context): Promise<MetricType[]> {
    return services.metrics.catalogue(viewer);
  }

  @Authorized<Action>('metric.read')
  @Query(() => MetricAnswerType, {
    description:
      'One figure: at a day (stock) or over a period (flow), as a series, cut by up to two dimensions. 指标查询。',
  })
  metric(
    @Args(() => MetricArgsInput) args: MetricArgsInput,
    @Ctx() { viewer, services }: Context,
  ): Promise<MetricAnswerType> {
    return services.metrics.metric(viewer, args);
  }

  @Authorized<Action>('metric.read')
  @Query(() => MetricComparisonType, {
    description:
      'One figure at two days (stock) or over two periods (flow), the whole and by cut, with how each moved. 指标对比。',
  })
  metricComparison(
    @Args(() => ComparisonArgsInput) args: ComparisonArgsInput,
    @Ctx() { viewer, services }: Context,
  ): Promise<MetricComparisonType> {
    return services.metrics.comparison(viewer, args);
  }

  @Authorized<Action>('metric.read')
  @Query(() => [ScorecardItemType], {
    description:
      'The park scorecard, always in the same order: stocks on the day, flows over its calendar year to the day. 园区记分卡。',
  })
  scorecard(
    @Args(() => ScorecardArgsInput) args: ScorecardArgsInput,
    @Ctx() { viewer, services }: Context,
  ): Promise<ScorecardItemType[]> {
    return services.metrics.scorecard(viewer, args);
  }

  @Authorized<Action>('metric.read')
  @Query(() => ForecastType, {
    description: 'When the certification target is reached at the present pace. 认定率预测。',
  })
  certificationForecast(
    @Args(() => ForecastArgsInput) args: ForecastArgsInput,
    @Ctx() { viewer, services }: Context,
  ): Promise<ForecastType> {
    return services.metrics.forecast(viewer, args);
  }
}
