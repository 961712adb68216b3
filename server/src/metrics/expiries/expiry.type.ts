import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import type { FormLetter } from '../../access/policy.ts';
import type { Day } from '../../kernel/days.ts';
import { enumType } from '../../kernel/enum-type.ts';
import { DayScalar, MomentScalar } from '../../kernel/scalars.ts';
import { CountedArgsInput } from '../metric-args.input.ts';
import { expiryKinds, type ExpiryKind } from './define-expiry.ts';
import type { ExpiryArgs, ExpiryCalendar, ExpiryPoint } from './expiries.service.ts';

export const ExpiryKindEnum = enumType<ExpiryKind>(
  'ExpiryKind',
  'What runs out on a day known beforehand. 到期事项类别。',
  expiryKinds,
);

/** Which calendar, of which days, of whom, and as it was known when. */
@ArgsType()
export class ExpiryArgsInput extends CountedArgsInput implements ExpiryArgs {
  @Field(() => ExpiryKindEnum, { description: 'What runs out. 类别。' })
  kind!: ExpiryKind;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'What is in force at the end of this day is counted; today if left out. 时点。',
  })
  at?: Day | null;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'First of the last days in force that are shown; `at` if left out. 起始日期。',
  })
  from?: Day | null;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'Last of them, inclusive; the end of the twelfth month if left out. 终止日期。',
  })
  to?: Day | null;
}

/** One month of the calendar. */
@ObjectType('ExpiryPoint', {
  simpleResolvers: true,
  description: 'One calendar month, or the part of it that was asked for. 到期月份。',
})
export class ExpiryPointType implements ExpiryPoint {
  @Field(() => DayScalar, { description: 'First day of the calendar month. 月份首日。' })
  period!: Day;
  @Field(() => DayScalar, { description: 'First day of it that is counted. 统计首日。' })
  first!: Day;
  @Field(() => DayScalar, { description: 'Last day of it that is counted. 统计末日。' })
  last!: Day;
  @Field(() => Int, {
    nullable: true,
    description: 'How many of those in force have their last day in it; null before any delivery. 到期数。',
  })
  count!: number | null;
}

/** What runs out when. */
@ObjectType('ExpiryCalendar', {
  simpleResolvers: true,
  description:
    'What is in force on a day, by the month in which its term ends; lists filtered by `inForceOn` and the last day hold the same rows. 到期日历。',
})
export class ExpiryCalendarType implements ExpiryCalendar {
  @Field(() => ExpiryKindEnum, { description: 'What runs out. 类别。' })
  kind!: ExpiryKind;
  @Field(() => String, { description: "Its name in the reader's language. 名称。" })
  name!: string;
  @Field(() => String, { description: 'What is counted. 口径。' })
  definition!: string;
  key!: string;
  forms!: readonly FormLetter[];
  @Field(() => DayScalar, { description: 'The day at whose end it is in force. 时点。' })
  at!: Day;
  @Field(() => DayScalar, { description: 'First day shown. 起始日期。' })
  from!: Day;
  @Field(() => DayScalar, { description: 'Last day shown, inclusive. 终止日期。' })
  to!: Day;
  @Field(() => Int, {
    nullable: true,
    description: 'How many end from the first day to the last; null before any delivery. 到期总数。',
  })
  total!: number | null;
  @Field(() => [ExpiryPointType], { description: 'Every month, in order. 各月。' })
  points!: ExpiryPoint[];
  @Field(() => MomentScalar, { description: 'When it was computed. 计算时间。' })
  computedAt!: Date;
}
