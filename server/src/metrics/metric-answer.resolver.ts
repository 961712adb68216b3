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
type Context = RequestContext<{ dataSources: SourceList }>;

/** What stands beside a figure: the deliveries it was counted from. */
@Resolver(() => MetricAnswerType)
export class MetricAnswerResolver {
  @FieldResolver(() => [DataSourceType], {
    description: 'The forms it was counted from, with their freshness and what waits in them. 数据来源。',
  })
  sources(@Root() answer: MetricAnswerType, @Ctx() context: Context): Promise<DataSourceType[]> {
    return sourcesOf(answer.metric, context);
  }
}

/** What stands beside an entry of the catalogue. */
@Resolver(() => MetricType)
export class MetricFreshnessResolver {
  @FieldResolver(() => FreshnessEnum, {
    description: 'As fresh as the least fresh of the forms it is counted from. 数据时效。',
  })
  async freshness(@Root() metric: MetricType, @Ctx() context: Context): Promise<Freshness> {
    return leastFresh(await sourcesOf(metric, context));
  }
}

/** The deliveries that a figure is counted from; one reading serves every figure of a request. */
async function sourcesOf(
  metric: MetricType,
  { viewer, services, cache }: Context,
): Promise<DataSourceType[]> {
  const reading = (cache.get('sources') ?? services.dataSources.list(viewer)) as Promise<DataSourceType[]>;
  cache.set('sources', reading);
  const forms: readonly FormLetter[] = metric.sources;
  return (await reading).filter(source => forms.includes(source.form));
}
