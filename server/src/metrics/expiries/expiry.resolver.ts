import { Args, Authorized, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Action } from '../../access/policy.ts';
import { DataSourceType } from '../../ingest/data-source.type.ts';
import { sourcesOf, type SourceContext } from '../metric-answer.resolver.ts';
import type { MetricService } from '../metric.service.ts';
import { MetricType } from '../metric.type.ts';
import type { ExpiryCalendar, ExpiryService } from './expiries.service.ts';
import { ExpiryArgsInput, ExpiryCalendarType } from './expiry.type.ts';

/** The calendar of what runs out over GraphQL. */
@Resolver(() => ExpiryCalendarType)
export class ExpiryResolver {
  @Authorized<Action>('metric.read')
  @Query(() => ExpiryCalendarType, {
    description:
      'What is in force on a day, by the month in which its term ends: certifications, collective contracts, wage agreements, labour contracts of active employers. 到期日历。',
  })
  expiries(
    @Args(() => ExpiryArgsInput) args: ExpiryArgsInput,
    @Ctx() { viewer, services }: SourceContext<{ expiries: ExpiryService }>,
  ): Promise<ExpiryCalendar> {
    return services.expiries.calendar(viewer, args);
  }

  @FieldResolver(() => MetricType, {
    description: 'The figure whose rows these are, as the catalogue describes it. 所属指标。',
  })
  async metric(
    @Root() { key }: ExpiryCalendar,
    @Ctx() { viewer, services }: SourceContext<{ metrics: MetricService }>,
  ): Promise<MetricType> {
    const catalogue = await services.metrics.catalogue(viewer);
    const found = catalogue.find(metric => metric.key === key);
    if (!found) throw new Error(`${key} was counted and is not in the catalogue`);
    return found;
  }

  @FieldResolver(() => [DataSourceType], {
    description: 'The forms it was counted from, with their freshness and what waits in them. 数据来源。',
  })
  sources(@Root() { forms }: ExpiryCalendar, @Ctx() context: SourceContext): Promise<DataSourceType[]> {
    return sourcesOf(forms, context);
  }
}
