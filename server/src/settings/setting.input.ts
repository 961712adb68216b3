import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DecidedActInput } from '../access/act-input.type.ts';
import type { DenominatorRule } from '../access/denominator-rule.ts';
import { DenominatorRuleEnum } from '../access/denominator-rule.type.ts';
import type { Day } from '../kernel/days.ts';
import { DayScalar, MomentScalar } from '../kernel/scalars.ts';
import { district } from '../metrics/stated-targets.ts';
import { SettingType } from './setting.type.ts';

/** Which settings are read. */
@ArgsType()
export class SettingListArgs {
  @Field(() => [ID], {
    nullable: true,
    description: 'Only these, in this order; all that you may read when nothing is said. 只看这些设置。',
  })
  keys?: string[] | null;
  @Field(() => MomentScalar, {
    nullable: true,
    description: 'As they were known at this moment. 按该时刻所知。',
  })
  asKnownAt?: Date | null;
}

/** What every change of a setting says. */
@InputType()
abstract class SettingActInput extends DecidedActInput {
  @Field(() => String, { description: 'Why; kept in the history. 理由，记入历史。' })
  reason!: string;
}

/** Which employers figures are to be counted over. */
@InputType({ description: 'Which employers figures are counted over from now on. 要设置的分母口径。' })
export class SetDenominatorInput extends SettingActInput {
  @Field(() => DenominatorRuleEnum, { description: 'The rule. 口径。' })
  denominator!: DenominatorRule;
}

/** How long a certification is to run. */
@InputType({
  description: 'How many years a certification runs whose row states no end. 要设置的认定有效年限。',
})
export class SetCertificationTermInput extends SettingActInput {
  @Field(() => Int, { description: 'Years, 1 to 20. 年数。' })
  years!: number;
}

/** A point of a path to be set. */
@InputType({ description: 'A point of a target path. 目标路径上的一点。' })
export class PathPointInput {
  @Field(() => DayScalar, { description: 'The day; days run from early to late. 日期。' })
  day!: Day;
  @Field(() => String, {
    description:
      'The target as a decimal such as "0.90" with at most six places; of a ratio 0 to 1. 目标值（小数文本）。',
  })
  value!: string;
}

/** A target path to be set. */
@InputType({ description: 'The target path of a metric for the district or one town. 要设置的目标路径。' })
export class SetTargetsInput extends SettingActInput {
  @Field(() => ID, { description: 'Key of the metric. 指标代码。' })
  metric!: string;
  @Field(() => ID, {
    defaultValue: district,
    description:
      "DISTRICT, or a town's code: its figures are then held against its own target. 范围：DISTRICT 或镇（片区）代码。",
  })
  scope!: string;
  @Field(() => [PathPointInput], {
    description:
      "Points from early to late, linear by days between them; empty gives the hub's own target back. 各点；为空则恢复默认。",
  })
  path!: PathPointInput[];
}

/** What a change of a setting answers. */
@ObjectType('SettingPayload', { simpleResolvers: true, description: 'The setting as it stands. 设置结果。' })
export class SettingPayload {
  @Field(() => SettingType, { description: 'The setting. 设置。' })
  setting!: SettingType;
}
