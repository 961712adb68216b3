import { Arg, Authorized, Ctx, Query, Resolver } from 'type-graphql';
import type { Action } from '../access/policy.ts';
import type { RequestContext } from '../access/request-context.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Day } from '../kernel/days.ts';
import { DayScalar } from '../kernel/scalars.ts';
import type { DataSource, DataSourceService } from './data-source.service.ts';
import { BacklogType, DataSourceType } from './data-source.type.ts';

type SourceContext = RequestContext<{ readonly dataSources: DataSourceService }>;

/** Where the figures come from, and how fresh it is. */
@Resolver()
export class DataSourceResolver {
  @Authorized<Action>('source.read')
  @Query(() => [DataSourceType], {
    description:
      'Every department form that the hub reads: owner, freshness, rows, and what waits. 数据来源。',
  })
  dataSources(
    @Ctx() { services, viewer, cache }: SourceContext,
    @Arg('at', () => DayScalar, {
      nullable: true,
      description: 'The day the age is counted to; today when nothing is said. 截止日期。',
    })
    at?: Day | null,
  ): Promise<DataSource[]> {
    return at ? services.dataSources.list(viewer, { at }) : newest(services.dataSources, viewer, cache);
  }

  @Authorized<Action>('source.read')
  @Query(() => BacklogType, { description: 'What waits in all the sources that you may see. 待处理汇总。' })
  async backlog(@Ctx() { services, viewer, cache }: SourceContext): Promise<BacklogType> {
    const sources = await newest(services.dataSources, viewer, cache);
    const sum = (count: (source: DataSource) => number): number =>
      sources.reduce((all, source) => all + count(source), 0);
    return {
      staleSources: sum(({ stale }) => Number(stale)),
      parkedRows: sum(({ parkedRows }) => parkedRows),
      openIssues: sum(({ openIssues }) => openIssues),
    };
  }
}

/** As of today; one reading serves everything that a request asks of the sources, a figure's freshness included. */
function newest(
  service: DataSourceService,
  viewer: Viewer,
  cache: SourceContext['cache'],
): Promise<DataSource[]> {
  const reading = (cache.get('sources') ?? service.list(viewer)) as Promise<DataSource[]>;
  cache.set('sources', reading);
  return reading;
}
