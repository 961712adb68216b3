import { Field, Float, ObjectType } from 'type-graphql';
import { connectionType } from '../../kernel/page.type.ts';
import type { Thing } from '../define-read-model.ts';
import type { RowPage } from './row-page.ts';

/** One row behind a figure; modules add what it speaks of. */
@ObjectType('MetricRow', {
  simpleResolvers: true,
  description:
    'One row behind a figure, or one that it lacks: the thing it speaks of, and its employer. 指标明细。',
})
export class MetricRowType {
  @Field(() => Float, {
    description:
      'What it adds to the numerator, 1 for a count of things; of a missing row, what it lacks. 贡献值。',
  })
  contribution!: number;
  @Field(() => String, {
    nullable: true,
    description: "Why it is missing, or what an index's part earns, in the reader's language. 原因。",
  })
  reason!: string | null;
  /** Not published: the ids of what it speaks of, and the page it stands on. */
  ids!: Readonly<Partial<Record<Thing, number>>>;
  page!: RowPage;
}

/** A page of rows behind a figure. */
export const MetricRowConnection = connectionType(() => MetricRowType, 'MetricRow');
