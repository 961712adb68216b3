import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg, Args, Authorized, Ctx, FieldResolver, Info, Int, Mutation, Query, Resolver, Root,
} from 'type-graphql'; // prettier-ignore
import type { Action } from '../../access/policy.ts';
import type { RequestContext } from '../../access/request-context.ts';
import type { MatchItem } from '../../ingest/acts/match-queue.ts';
import type { Matched, Matches } from '../../ingest/acts/matches.service.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Connection } from '../../kernel/page.type.ts';
import { ForwardArgs } from '../../kernel/page-args.type.ts';
import type { ReadService } from '../../read/read.service.ts';
import type { EnterpriseType } from '../enterprise/graphql.ts';
import {
  MatchEmployerNameInput, MatchFilter, MatchItemConnection, MatchItemType, MatchPayload, MatchPlaceType, UndoMatchInput,
} from './match-item.type.ts'; // prettier-ignore

type MatchContext = RequestContext<{ readonly read: ReadService; readonly matches: Matches }>;

/** The names that rows carry without a code, and what a person says of them. */
@Resolver(() => MatchItemType)
export class MatchingResolver {
  @Authorized<Action>('match.write')
  @Query(() => MatchItemConnection, {
    description: 'Names without a code in rows of your forms, those waiting longest first. 待匹配队列。',
  })
  async matchQueue(
    @Args(() => ForwardArgs) args: ForwardArgs,
    @Ctx() context: MatchContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => MatchFilter, {
      nullable: true,
      description: 'Only names that meet this. 筛选条件。',
    })
    filter?: MatchFilter | null,
  ): Promise<Connection<MatchItemType>> {
    const { services, viewer } = context;
    const state = filter?.state ?? null;
    const page = await services.matches.queue.list(viewer, { ...args, state });
    const nodes = await withEmployers(context, info, page.nodes, [['nodes'], ['edges', 'node']]);
    const edges = page.edges.map((edge, i) => ({ ...edge, node: nodes[i] as MatchItemType }));
    return { ...page, edges, nodes };
  }

  @Authorized<Action>('match.write')
  @Mutation(() => MatchPayload, {
    description:
      'Says which employer a name means; holds for all rows of that name without a code, also later ones and those of other departments. 匹配企业名称。',
  })
  async matchEmployerName(
    @Arg('input', () => MatchEmployerNameInput, {
      description: 'Which name, and whom it means. 名称与企业。',
    })
    input: MatchEmployerNameInput,
    @Ctx() context: MatchContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MatchPayload> {
    return payload(context, info, await context.services.matches.match(context.viewer, input));
  }

  @Authorized<Action>('match.write')
  @Mutation(() => MatchPayload, {
    description:
      'Undoes a match; the rows that it let in wait again. For whoever may send the forms that it was made for. 撤销匹配。',
  })
  async undoMatch(
    @Arg('input', () => UndoMatchInput, { description: 'Which match. 要撤销的匹配。' }) input: UndoMatchInput,
    @Ctx() context: MatchContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MatchPayload> {
    return payload(context, info, await context.services.matches.undo(context.viewer, input));
  }

  @FieldResolver(() => [MatchPlaceType], {
    description: 'Where its first rows stand, in the order of their arrival. 出处。',
  })
  places(
    @Root() item: MatchItemType,
    @Arg('first', () => Int, { defaultValue: 5, description: 'At most so many, up to 20. 取前若干处。' })
    first: number,
  ): readonly MatchPlaceType[] {
    if (first >= 0 && first <= 20) return item.places.slice(0, first);
    throw DomainError.badInput('first', { zh: 'first 应在 0 至 20 之间。', en: 'first must lie between 0 and 20.' }); // prettier-ignore
  }
}

async function payload(
  context: MatchContext,
  info: GraphQLResolveInfo,
  { item, ...done }: Matched,
): Promise<MatchPayload> {
  const [read] = await withEmployers(context, info, [item], [['item']]);
  return { ...done, item: read as MatchItemType };
}

/** Reads the employers of all items at once, with what the document asks of them. */
async function withEmployers(
  { services, viewer }: MatchContext,
  info: GraphQLResolveInfo,
  items: readonly MatchItem[],
  places: readonly (readonly string[])[],
): Promise<MatchItemType[]> {
  const ids = items.flatMap(item => [
    ...item.candidates.map(one => one.enterpriseId),
    ...(item.matchedId === null ? [] : [item.matchedId]),
  ]);
  const paths = places.flatMap(place => [[...place, 'candidates', 'enterprise'], [...place, 'matched']]); // prettier-ignore
  const wanted = { type: 'Enterprise', ids: [...new Set(ids)], paths };
  const employers = await services.read.byIds<EnterpriseType>(wanted, viewer, info);
  return items.map(item => ({
    ...item,
    matched: (item.matchedId !== null && employers.get(item.matchedId)) || null,
    candidates: item.candidates.flatMap(({ enterpriseId, ...one }) => {
      const enterprise = employers.get(enterpriseId);
      return enterprise ? [{ ...one, enterprise }] : [];
    }),
  }));
}
