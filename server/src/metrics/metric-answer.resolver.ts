import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { FormLetter } from '../access/policy.ts';
import type { RequestContext } from '../access/request-context.ts';
import type { Viewer } from '../access/viewer.ts';
import { DataSourceType } from '../ingest/data-source.type.ts';
import { MetricAnswerType } from './metric.type.ts';

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
  async sources(
    @Root() answer: MetricAnswerType,
    @Ctx() { viewer, services, cache }: Context,
  ): Promise<DataSourceType[]> {
    // One reading serves every figure of a request.
    const reading = (cache.get('sources') ?? services.dataSources.list(viewer)) as Promise<DataSourceType[]>;
    cache.set('sources', reading);
    const forms: readonly FormLetter[] = answer.metric.sources;
    return (await reading).filter(source => forms.includes(source.form));
  }
}
