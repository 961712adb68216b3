import { Field, Float, ObjectType } from 'type-graphql';
import { enumType } from '../kernel/enum-type.ts';
import { trends, type Trend } from './change.ts';

export const TrendEnum = enumType<Trend>('Trend', 'Which way a figure moved. 变化方向。', trends);

/** How a figure moved since an earlier one. */
@ObjectType('MetricChange', {
  simpleResolvers: true,
  description: 'How a figure moved since an earlier one. 变化。',
})
export class MetricChangeType {
  @Field(() => Float, {
    description: 'The difference, in the unit of the figure; two ratios differ by a ratio. 变化量。',
  })
  amount!: number;
  @Field(() => Float, {
    nullable: true,
    description: 'The difference as a share of the earlier figure; null where that was nothing. 变化率。',
  })
  share!: number | null;
  @Field(() => TrendEnum, { description: 'Which way it moved, as far as it shows. 方向。' })
  trend!: Trend;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is for the better; null where nothing moved or neither way is. 是否向好。',
  })
  better!: boolean | null;
}
