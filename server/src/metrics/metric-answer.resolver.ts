import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { FormLetter } from '../access/policy.ts';
import type { RequestContext } from '../access/request-context.ts';
import type { Viewer } from '../access/viewer.ts';
import { DataSourceType, FreshnessEnum, leastFresh, type Freshness } from '../ingest/data-source.type.ts';
import { MetricAnswerType, MetricType } from './metric.type.ts';

/** Where the sources come from: ingest knows them, an answer only names the forms it needs. */
interface SourceList {
  list(viewer: Viewer): Promise<DataSourceType[]>;
}
/** What a resolver needs that names the sources of what it answers. */
export type SourceContext<More extends object = object> = RequestContext<{ dataSources: SourceList } & More>;

/** What stands beside a figure: the deliveries it was counted from. */
@Resolver(() => MetricAnswerType)
export class MetricAnswerResolver {
  @FieldResolver(() => [DataSourceType], {
    description: 'The forms it was counted from, with their freshness and what waits in them. 数据来源。',
  })
  sources(@Root() answer: MetricAnswerType, @Ctx() context: SourceContext): Promise<DataSourceType[]> {
    return sourcesOf(answer.metric.sources, context);
  }
}

/** What stands beside an entry of the catalogue. */
@Resolver(() => MetricType)
export class MetricFreshnessResolver {
  @FieldResolver(() => FreshnessEnum, {
    description: 'As fresh as the least fresh of the forms it is counted from. 数据时效。',
  })
  async freshness(@Root() metric: MetricType, @Ctx() context: SourceContext): Promise<Freshness> {
    return leastFresh(await sourcesOf(metric.sources, context));
  }
}

/** The deliveries that a figure is counted from; one reading serves every figure of a request. */
export async function sourcesOf(
  forms: readonly FormLetter[],
  { viewer, services, cache }: SourceContext,
): Promise<DataSourceType[]> {
  const reading = (cache.get('sources') ?? services.dataSources.list(viewer)) as Promise<DataSourceType[]>;
  cache.set('sources', reading);
  return (await reading).filter(source => forms.includes(source.form));
}
