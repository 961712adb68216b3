import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Day } from '../../kernel/days.ts';
import { enumType } from '../../kernel/enum-type.ts';
import { connectionType } from '../../kernel/page.type.ts';
import { DayScalar, MomentScalar } from '../../kernel/scalars.ts';
import { timelineKinds, type TimelineKind } from './timeline-kinds.ts';

export const TimelineKindEnum = enumType(
  'TimelineKind',
  "What happened in an employer's life. 事项类别。",
  timelineKinds,
);

/** One event in an employer's life. */
@ObjectType('TimelineEntry', {
  simpleResolvers: true,
  description: 'One event that the departments have told of an employer. 大事记条目。',
})
export class TimelineEntryType {
  @Field(() => DayScalar, {
    description: 'The day it happened; of a month’s contracts or signings, the last of them. 日期。',
  })
  day!: Day;
  @Field(() => TimelineKindEnum, { description: 'What kind of event it is. 事项。' })
  kind!: TimelineKind;
  @Field(() => String, { description: 'What happened, in a sentence without personal data. 说明。' })
  text!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'The record that tells it, for node(id); null where many tell it together. 对应记录的编号。',
  })
  nodeId!: string | null;
  @Field(() => String, { nullable: true, description: 'File that told it. 来源文件。' })
  fileName!: string | null;
  @Field(() => String, { nullable: true, description: 'Sheet of that file. 工作表。' })
  sheet!: string | null;
  @Field(() => Int, { nullable: true, description: 'Row of that sheet. 行号。' })
  row!: number | null;
  @Field(() => ID, { nullable: true, description: 'The import, for import(id). 导入编号。' })
  importId!: string | null;
  @Field(() => MomentScalar, {
    nullable: true,
    description: 'Since when the hub knows its present wording. 获知时间。',
  })
  knownFrom!: Date | null;
}

export const TimelineConnection = connectionType(() => TimelineEntryType, 'TimelineEntry');
