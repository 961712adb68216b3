import { Int, Arg, Authorized, Ctx, Info, Query, Resolver } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Action } from '../../access/policy.ts';
import type { RequestContext } from '../../access/request-context.ts';
import type { NodeType } from '../../kernel/node.type.ts';
import type { ReadService } from '../read.service.ts';
import type { SearchService } from './search.service.ts';
import { SearchHitType } from './search.type.ts';

type SearchContext = RequestContext<{ readonly read: ReadService; readonly search: SearchService }>;

/** Finding a thing by what somebody remembers of it. */
@Resolver()
export class SearchResolver {
  @Authorized<Action>('node.read')
  @Query(() => [SearchHitType], {
    description:
      'Employers and cases by any part of a name (present or former), by pinyin (liuzhouqiche), pinyin initials (lzqc), credit code or case number; only kinds you may read. 搜索：名称、曾用名、拼音、首字母、信用代码、案号。',
  })
  async search(
    @Arg('text', () => String, {
      description: 'What to look for; spaces, letter case and full-width signs do not matter. 搜索内容。',
    })
    text: string,
    @Arg('first', () => Int, { defaultValue: 10, description: 'How many hits, at most 50. 结果数。' })
    first: number,
    @Ctx() { services, viewer }: SearchContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SearchHitType[]> {
    const found = await services.search.find(viewer, text, first);
    const byType = new Map<string, Map<number, NodeType>>();
    for (const type of new Set(found.map(hit => hit.type))) {
      const ids = found.filter(hit => hit.type === type).map(hit => hit.id);
      byType.set(type, await services.read.byIds({ type, ids, paths: [['node']] }, viewer, info));
    }
    return found.flatMap(({ type, id, ...hit }) => {
      const node = byType.get(type)?.get(id);
      return node ? [{ ...hit, node }] : [];
    });
  }
}
