import { Arg, Args, Authorized, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Action } from '../access/policy.ts';
import type { RequestContext } from '../access/request-context.ts';
import { ForwardArgs } from '../kernel/page-args.type.ts';
import type { Connection } from '../kernel/page.type.ts';
import type { SettingActs } from './setting-acts.service.ts';
import {
  SetCertificationTermInput, SetDenominatorInput, SetTargetsInput, SettingListArgs, SettingPayload,
} from './setting.input.ts'; // prettier-ignore
import { SettingStatementConnection, SettingType, type SettingStatementType } from './setting.type.ts';
import type { Settings } from './settings.service.ts';

type SettingContext = RequestContext<{ readonly settings: Settings; readonly settingActs: SettingActs }>;

/** Settings with their history, and the acts that change them. */
@Resolver(() => SettingType)
export class SettingsResolver {
  @Authorized<Action>('setting.read')
  @Query(() => [SettingType], {
    description: 'What figures depend on: denominator, term of a certification, targets. 设置。',
  })
  settings(
    @Args(() => SettingListArgs) args: SettingListArgs,
    @Ctx() { services, viewer }: SettingContext,
  ): Promise<SettingType[]> {
    return services.settings.list(viewer, args);
  }

  @FieldResolver(() => SettingStatementConnection, {
    description: 'What has been said of it, newest first. 变更历史。',
  })
  async history(
    @Root() { key, answer }: SettingType,
    @Args(() => ForwardArgs) args: ForwardArgs,
    @Ctx() { services, viewer, cache }: SettingContext,
  ): Promise<Connection<SettingStatementType>> {
    // One reading serves all settings of an answer; a page further on is of one setting alone.
    const of = args.after == null ? answer : { ...answer, keys: [key] };
    const name = `histories ${JSON.stringify([of, args])}`;
    const reading = (cache.get(name) ?? services.settings.histories(viewer, of, args)) as ReturnType<
      Settings['histories']
    >;
    cache.set(name, reading);
    return (await reading).get(key) as Connection<SettingStatementType>;
  }

  @Authorized<Action>('setting.write')
  @Mutation(() => SettingPayload, {
    description:
      'Sets which employers figures are counted over; every figure follows at once. 设置分母口径。',
  })
  async setDenominator(
    @Arg('input', () => SetDenominatorInput, { description: 'The rule, and why. 口径与理由。' })
    input: SetDenominatorInput,
    @Ctx() { services, viewer }: SettingContext,
  ): Promise<SettingPayload> {
    return { setting: await services.settingActs.setDenominator(viewer, input) };
  }

  @Authorized<Action>('setting.write')
  @Mutation(() => SettingPayload, {
    description: 'Sets how many years a certification runs whose row states no end. 设置认定有效年限。',
  })
  async setCertificationTerm(
    @Arg('input', () => SetCertificationTermInput, { description: 'The years, and why. 年限与理由。' })
    input: SetCertificationTermInput,
    @Ctx() { services, viewer }: SettingContext,
  ): Promise<SettingPayload> {
    return { setting: await services.settingActs.setCertificationTerm(viewer, input) };
  }

  @Authorized<Action>('setting.write')
  @Mutation(() => SettingPayload, {
    description: 'Sets the target path of a metric for the district or one town. 设置指标目标路径。',
  })
  async setTargets(
    @Arg('input', () => SetTargetsInput, { description: 'The path, and why. 目标路径与理由。' })
    input: SetTargetsInput,
    @Ctx() { services, viewer }: SettingContext,
  ): Promise<SettingPayload> {
    return { setting: await services.settingActs.setTargets(viewer, input) };
  }
}
