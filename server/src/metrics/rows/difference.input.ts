import { ArgsType, Field, ID } from 'type-graphql';
import type { Day } from '../../kernel/days.ts';
import { enumType } from '../../kernel/enum-type.ts';
import { DayScalar, MomentScalar } from '../../kernel/scalars.ts';
import { CountedArgsInput } from '../metric-args.input.ts';
import type { DifferenceAsked } from './difference.ts';
import { parts, sides, type Part, type Side } from './difference-statement.ts';

export const PartEnum = enumType<Part>('MetricPart', 'A part of a figure. 指标的组成部分。', parts);
export const SideEnum = enumType<Side>(
  'DifferenceSide',
  "How an employer's share of a part differs between two days. 增减类型。",
  sides,
);

/** Which difference of which figure a caller asks for. */
@ArgsType()
export class DifferenceArgsInput
  extends CountedArgsInput
  implements Omit<DifferenceAsked, 'first' | 'after'>
{
  @Field(() => ID, { description: 'Key of a figure that is taken at a day. 时点指标代码。' })
  key!: string;
  @Field(() => DayScalar, { description: 'The first day: its end counts. 先前时点。' })
  from!: Day;
  @Field(() => DayScalar, {
    description: 'The second day, not before the first: its end counts. 后来时点。',
  })
  to!: Day;
  @Field(() => MomentScalar, {
    nullable: true,
    description:
      'The first day as it was known at this moment: with the same day twice, what the hub has learnt in between. 先前时点所据的已知时刻。',
  })
  knownFrom?: Date | null;
  @Field(() => MomentScalar, {
    nullable: true,
    description: 'The second day as it was known at this moment; now if left out. 后来时点所据的已知时刻。',
  })
  knownTo?: Date | null;
  @Field(() => PartEnum, { nullable: true, description: 'Lists rows of this part alone. 只列该部分。' })
  part?: Part | null;
  @Field(() => SideEnum, { nullable: true, description: 'Lists rows of this side alone. 只列该类。' })
  side?: Side | null;
}
