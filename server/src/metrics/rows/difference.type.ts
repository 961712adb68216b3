import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { Day } from '../../kernel/days.ts';
import type { Connection } from '../../kernel/page.type.ts';
import { connectionType } from '../../kernel/page.type.ts';
import { DayScalar } from '../../kernel/scalars.ts';
import { MetricType } from '../metric.type.ts';
import type { Thing } from '../define-read-model.ts';
import { PartEnum, SideEnum } from './difference.input.ts';
import type { Part, Side } from './difference-statement.ts';
import type { RowPage } from './row-page.ts';

/** One employer that makes a difference; modules add which. */
@ObjectType('MetricDifferenceRow', {
  simpleResolvers: true,
  description: 'One employer whose share of a part of a figure is not the same on both days. 增减明细。',
})
export class DifferenceRowType {
  @Field(() => PartEnum, { description: 'The part of the figure. 分子或分母。' })
  part!: Part;
  @Field(() => SideEnum, { description: 'Entered, left, or changed. 增减类型。' })
  side!: Side;
  @Field(() => Float, { description: 'What it added to the part on the first day. 先前贡献值。' })
  contributionFrom!: number;
  @Field(() => Float, { description: 'What it adds to the part on the second day. 后来贡献值。' })
  contributionTo!: number;
  @Field(() => Float, { description: 'The second less the first. 增减数。' })
  difference!: number;
  @Field(() => String, {
    nullable: true,
    description: 'What it lacked on the first day, or why it was not counted; null where nothing. 先前原因。',
  })
  reasonFrom!: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'What it lacks on the second day, or why it is not counted any more; null where nothing. 后来原因。',
  })
  reasonTo!: string | null;
  /** Not published: the employer's id, and the page it stands on. */
  ids!: Readonly<Partial<Record<Thing, number>>>;
  page!: RowPage;
}

/** How many employers of one side there are, and what they make of the part. */
@ObjectType('DifferenceSideTotal', {
  simpleResolvers: true,
  description: 'All employers of one side together. 各类增减合计。',
})
export class SideTotalType {
  @Field(() => SideEnum, { description: 'Which side. 增减类型。' })
  side!: Side;
  @Field(() => Int, { description: 'How many employers. 户数。' })
  employers!: number;
  @Field(() => Float, { description: 'What they make of the part together. 增减数合计。' })
  difference!: number;
}

/** One part of a figure on both days. */
@ObjectType('MetricPartDifference', {
  simpleResolvers: true,
  description:
    'One part of a figure on both days, and how the employers make up the difference. 分子或分母的增减。',
})
export class PartDifferenceType {
  @Field(() => Float, { nullable: true, description: 'What it was on the first day. 先前数。' })
  from!: number | null;
  @Field(() => Float, { nullable: true, description: 'What it is on the second day. 后来数。' })
  to!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'The second less the first; null where one of both is not known. 增减数。',
  })
  difference!: number | null;
  @Field(() => [SideTotalType], {
    description:
      'Employers by side, those without any too; their differences add up to that above. 分类合计。',
  })
  sides!: readonly SideTotalType[];
}

/** A page of employers that make a difference. */
export const DifferenceRowConnection = connectionType(() => DifferenceRowType, 'MetricDifferenceRow');

/** How a figure differs between two days. */
@ObjectType('MetricDifference', {
  simpleResolvers: true,
  description:
    'How a figure differs between two days, and the employers that make it differ. 两日之间的增减。',
})
export class MetricDifferenceType {
  @Field(() => MetricType, { description: 'The metric with its definition. 指标。' })
  metric!: MetricType;
  @Field(() => DayScalar, { description: 'The first day. 先前时点。' })
  from!: Day;
  @Field(() => DayScalar, { description: 'The second day. 后来时点。' })
  to!: Day;
  @Field(() => Float, { nullable: true, description: 'The figure of the first day. 先前值。' })
  valueFrom!: number | null;
  @Field(() => Float, { nullable: true, description: 'The figure of the second day. 后来值。' })
  valueTo!: number | null;
  @Field(() => Float, {
    nullable: true,
    description:
      'The second less the first, in the unit of the figure; null where one of both is not known. 增减。',
  })
  difference!: number | null;
  @Field(() => PartDifferenceType, {
    description:
      'What is counted; of certification.gap the certified employers, since a gap is no sum of employers. 分子的增减。',
  })
  numerator!: PartDifferenceType;
  @Field(() => PartDifferenceType, {
    nullable: true,
    description: 'What it is divided by; of certification.gap the employers; null for a count. 分母的增减。',
  })
  denominator!: PartDifferenceType | null;
  @Field(() => DifferenceRowConnection, {
    description: 'The employers, the largest difference first; one stands once for each part. 增减明细。',
  })
  rows!: Connection<DifferenceRowType>;
}
