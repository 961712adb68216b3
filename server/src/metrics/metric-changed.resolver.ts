import { Arg, Authorized, Field, ID, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import type { Action, FormLetter } from '../access/policy.ts';
import type { RequestContext } from '../access/request-context.ts';
import type { Scope } from '../kernel/database.ts';
import { MomentScalar } from '../kernel/scalars.ts';
import { untilReturned } from '../kernel/until-returned.ts';
import type { ChangeFeed } from './change-feed.ts';
import type { MetricService } from './metric.service.ts';

type ChangedContext = RequestContext<{ readonly metrics: MetricService; readonly changes: ChangeFeed }>;

interface ChangedArgs {
  readonly keys?: readonly string[] | null;
  readonly since?: Date | null;
}

/** The figures that a change may have moved. */
@ObjectType('MetricChanged', {
  simpleResolvers: true,
  description: 'Figures that a change of the data may have moved; ask for them again. 指标可能已变化。',
})
export class MetricChangedType {
  @Field(() => [ID], { description: 'Keys of the figures, of those that you may read. 指标编号。' })
  keys!: readonly string[];
  @Field(() => MomentScalar, { description: 'From when the change is known. 变化生效的时刻。' })
  knownAt!: Date;
}

/** Tells who listens that figures may have moved. */
@Resolver()
export class MetricChangedResolver {
  @Authorized<Action>('metric.read')
  @Subscription(() => MetricChangedType, {
    description:
      'Tells, at most once a second, which of your figures a change may have moved. 订阅指标变化。',
    subscribe: async ({ args, context }) => {
      const { services, viewer } = context as ChangedContext;
      const { keys: asked, since } = args as ChangedArgs;
      const readable = await services.metrics.catalogue(viewer);
      const wanted = readable.filter(({ key }) => !asked || asked.includes(key));
      return untilReturned(signal => moved(services.changes, signal, { since, wanted, scope: viewer.scope }));
    },
  })
  metricChanged(
    @Root() event: MetricChangedType,
    @Arg('keys', () => [ID], {
      nullable: true,
      description: 'Only these figures; all that you may read when nothing is said. 只看这些指标。',
    })
    _keys?: string[] | null,
    @Arg('since', () => MomentScalar, {
      nullable: true,
      description:
        'The knownAt heard last: what has moved since is told at once, so that nothing is missed while the line was down. 上次收到的时刻，断线期间的变化会补发。',
    })
    _since?: Date | null,
  ): MetricChangedType {
    return event;
  }
}

interface Listened {
  readonly key: string;
  readonly sources: readonly string[];
}

interface Listener {
  readonly since?: Date | null | undefined;
  readonly wanted: readonly Listened[];
  readonly scope: Scope;
}

/** What moves for a listener: a figure is made of the rows of their scope, so what happens beyond it is not told. */
async function* moved(
  changes: ChangeFeed,
  signal: AbortSignal,
  { since, wanted, scope }: Listener,
): AsyncGenerator<MetricChangedType, void, undefined> {
  for await (const change of changes.follow(signal, since)) {
    const forms = await changes.forms(change, scope);
    const keys = wanted.filter(({ sources }) => touches(forms, sources)).map(({ key }) => key);
    if (keys.length) yield { keys, knownAt: change.knownAt };
  }
}

/** The roster is what every figure is counted over, and what it says lets waiting rows of every form in. */
const touches = (forms: readonly FormLetter[] | null, sources: readonly string[]): boolean =>
  forms === null || forms.includes('E') || sources.some(form => (forms as readonly string[]).includes(form));
