import type { GraphQLResolveInfo } from 'graphql';
import { Args, Authorized, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Action } from '../../access/policy.ts';
import { PageArgs } from '../../kernel/page-args.type.ts';
import type { Connection } from '../../kernel/page.type.ts';
import { placed } from '../../read/publish.ts';
import { TimelineConnection, type TimelineEntryType } from '../../read/timeline/timeline.type.ts';
import { EnterpriseType } from './enterprise.type.ts';

/** An employer's life as all departments tell it. */
@Resolver(() => EnterpriseType)
export class EnterpriseTimelineResolver {
  @Authorized<Action>('enterprise.read')
  @FieldResolver(() => TimelineConnection, {
    description:
      'Everything that the departments have told of it, on one line, newest first; only what you may read. 一户一册时间线。',
  })
  timeline(
    @Root() enterprise: EnterpriseType,
    @Args(() => PageArgs) _args: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Connection<TimelineEntryType> {
    return placed(enterprise, info);
  }
}
