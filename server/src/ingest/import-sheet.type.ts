import { Field, ID, ObjectType } from 'type-graphql';
import { FormEnum } from '../access/form.type.ts';
import type { Day } from '../kernel/days.ts';
import { enumType } from '../kernel/enum-type.ts';
import { DayScalar } from '../kernel/scalars.ts';
import type { Form } from './define-source.ts';
import { count, RowCountsType } from './row-counts.type.ts';

/** What becomes of a sheet. */
export type ImportSheetStatus = 'DONE' | 'UNRECOGNISED' | 'PREVIEWED';
const ImportSheetStatusEnum = enumType<ImportSheetStatus>(
  'ImportSheetStatus',
  'What became of a sheet. 工作表状态。',
  {
    DONE: { zh: '已导入', en: 'Recognised and applied.' },
    UNRECOGNISED: { zh: '未识别', en: 'Fits no form; not imported.' },
    PREVIEWED: { zh: '已预览', en: 'Recognised and judged in a preview; nothing was changed.' },
  },
);

/** What a sheet would still need to be one of the forms. */
@ObjectType('FormGap', {
  simpleResolvers: true,
  description: 'What a sheet would still need to be one of the forms. 与某张报表的差距。',
})
export class FormGapType {
  @Field(() => FormEnum, { description: 'The form. 报表。' })
  form!: Form;
  @Field(() => [String], { description: 'Its required columns that no header means. 缺少的列。' })
  missingColumns!: string[];
}

/** One sheet of a file and what became of its rows. */
@ObjectType('ImportSheet', {
  simpleResolvers: true,
  description: 'One sheet of a file and what became of its rows. 工作表。',
})
export class ImportSheetType extends RowCountsType {
  @Field(() => ID, { description: 'Number of the sheet in the log of imports. 编号。' })
  id!: string;
  @Field(() => String, { description: 'Name of the sheet; the file name for a CSV. 工作表名。' })
  sheet!: string;
  @Field(() => Boolean, {
    description: 'The sheet is hidden in the workbook; it was read all the same. 是否隐藏。',
  })
  hidden!: boolean;
  @Field(() => FormEnum, {
    nullable: true,
    description: 'The form it was recognised as; null if none. 识别的报表。',
  })
  form!: Form | null;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'Day of the report as the sheet states it. 填报日期。',
  })
  statedOn!: Day | null;
  @Field(() => ImportSheetStatusEnum, { description: 'What became of the sheet. 状态。' })
  status!: ImportSheetStatus;
  @Field(() => [String], {
    description:
      'Its headers as they stand, in their order; of a sheet that fits no form, those that look like one. 表头。',
  })
  headers!: string[];
  @Field(() => [String], { description: 'Headers that belong to no column of the form. 无法对应的列名。' })
  unknownColumns!: string[];
  @Field(() => FormEnum, {
    nullable: true,
    description: 'Of a sheet that fits no form: the one it comes nearest to. 最接近的报表。',
  })
  nearestForm!: Form | null;
  @Field(() => [String], {
    description: 'Required columns that the nearest form would still need. 缺少的列。',
  })
  missingColumns!: string[];
  @count('Rows in which a code was repaired; outside the sum. 自动修正。')
  repaired!: number;
  @count(
    'Records of earlier imports that waited and that this roster let in, however often they were sent; outside the sum. 补入。',
  )
  attached!: number;
}
