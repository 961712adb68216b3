import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { DenominatorRule } from '../access/denominator-rule.ts';
import { DenominatorRuleEnum } from '../access/denominator-rule.type.ts';
import type { Day } from '../kernel/days.ts';
import { connectionType } from '../kernel/page.type.ts';
import { DayScalar, DecimalScalar, MomentScalar } from '../kernel/scalars.ts';
import type { Setting } from './settings.service.ts';

/** A point of a target path. */
@ObjectType('PathPoint', {
  simpleResolvers: true,
  description: 'A point of a target path, which is linear by days between its points. 目标路径上的一点。',
})
export class PathPointType {
  @Field(() => DayScalar, {
    nullable: true,
    description: 'The day; null for a target that is the same on every day. 日期。',
  })
  day!: Day | null;
  @Field(() => DecimalScalar, { description: 'The target on that day; of a ratio 0 to 1. 目标值。' })
  value!: string;
}

/** What a setting is set to. */
@ObjectType('SettingValue', {
  simpleResolvers: true,
  description: 'What a setting is set to: one of its kinds, and all of it in words. 设置的取值。',
})
export class SettingValueType {
  @Field(() => DenominatorRuleEnum, {
    nullable: true,
    description: 'Which employers figures are counted over. 分母口径。',
  })
  denominator!: DenominatorRule | null;
  @Field(() => Int, { nullable: true, description: 'Years that a certification runs. 认定有效年限。' })
  years!: number | null;
  @Field(() => [PathPointType], {
    nullable: true,
    description: 'The target path; empty where there is no target. 目标路径。',
  })
  path!: PathPointType[] | null;
  @Field(() => String, { description: "The value in the reader's language. 文字表述。" })
  text!: string;
}

/** What has been said of a setting. */
@ObjectType('SettingStatement', {
  simpleResolvers: true,
  description: 'What was said of a setting, by whom and why; it is never changed. 设置的一次变更。',
})
export class SettingStatementType {
  @Field(() => SettingValueType, { description: 'What it was set to. 取值。' })
  value!: SettingValueType;
  @Field(() => Boolean, { description: "It gave the hub's own value back. 是否恢复默认。" })
  isDefault!: boolean;
  @Field(() => Int, { description: 'The version that it made. 版本。' })
  version!: number;
  @Field(() => MomentScalar, {
    nullable: true,
    description: 'From when it is known; null: from the beginning. 生效时间。',
  })
  since!: Date | null;
  @Field(() => String, { nullable: true, description: 'Who said it. 更改人。' })
  by!: string | null;
  @Field(() => String, { nullable: true, description: 'Why. 理由。' })
  reason!: string | null;
}

export const SettingStatementConnection = connectionType(() => SettingStatementType, 'SettingStatement');

/** A setting as it stands. */
@ObjectType('Setting', {
  simpleResolvers: true,
  description: 'Something that figures depend on, with what is in force. 设置。',
})
export class SettingType {
  @Field(() => ID, {
    description:
      'Its key: denominator, certificationTerm, or targets/METRIC/SCOPE where the scope is DISTRICT or a town. 设置代码。',
  })
  key!: string;
  @Field(() => String, { description: "What it is called in the reader's language. 名称。" })
  name!: string;
  @Field(() => ID, { nullable: true, description: 'Of a target: the key of its metric. 指标代码。' })
  metric!: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Of a target: DISTRICT, or the code of the town whose own it is. 目标的范围。',
  })
  scope!: string | null;
  @Field(() => SettingValueType, { description: 'What is in force. 现行取值。' })
  value!: SettingValueType;
  @Field(() => Boolean, {
    description: "Nobody has set it, or the hub's own value was given back. 是否为默认。",
  })
  isDefault!: boolean;
  @Field(() => Int, { description: 'To be handed in with a change; 0 where nobody has set it. 版本。' })
  version!: number;
  @Field(() => MomentScalar, {
    nullable: true,
    description: 'Since when it is in force; null: from the beginning. 生效时间。',
  })
  since!: Date | null;
  @Field(() => String, { nullable: true, description: 'Who set it; null where nobody has. 更改人。' })
  by!: string | null;
  @Field(() => String, { nullable: true, description: 'Why. 理由。' })
  reason!: string | null;
  /** The settings of the same answer: no field, but what histories are read by. */
  answer!: Setting['answer'];
}
