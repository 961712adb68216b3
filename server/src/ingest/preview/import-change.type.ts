import { Field, ID, Int, ObjectType } from 'type-graphql';
import { enumType } from '../../kernel/enum-type.ts';
import { connectionType } from '../../kernel/page.type.ts';
import { MomentScalar } from '../../kernel/scalars.ts';
import type { ChangeOutcome } from './import-change.ts';

export const RowOutcomeEnum = enumType<ChangeOutcome>(
  'RowOutcome',
  'What a row does to what is known. 行的结果。',
  {
    INSERTED: { zh: '新增', en: 'Tells something new.' },
    UPDATED: { zh: '更新', en: 'Corrects something known.' },
    UNCHANGED: { zh: '未变', en: 'Says what is known already.' },
    CONFLICT: {
      zh: '冲突',
      en: 'Contradicts a newer report, another row of its file, or another department.',
    },
  },
);

/** Where a standing value came from. */
@ObjectType('ChangeSource', {
  simpleResolvers: true,
  description: 'The row of a file that a standing value came from. 原值来源。',
})
export class ChangeSourceType {
  @Field(() => String, { description: 'Name of the file. 文件名。' })
  fileName!: string;
  @Field(() => String, { description: 'Name of the sheet. 工作表。' })
  sheet!: string;
  @Field(() => Int, { description: "The spreadsheet's own row number. 行号。" })
  row!: number;
  @Field(() => ID, { description: 'The import, for `import(id)`. 导入编号。' })
  importId!: string;
  @Field(() => MomentScalar, {
    nullable: true,
    description: 'Since when it is known; null for a row of the same file. 获知时刻。',
  })
  knownFrom!: Date | null;
}

/** One field of a row, before and after. */
@ObjectType('FieldChange', {
  simpleResolvers: true,
  description: 'One field before and after; personal values masked. 字段变化。',
})
export class FieldChangeType {
  @Field(() => String, { description: 'The field, such as staff. 字段。' })
  field!: string;
  @Field(() => String, { description: 'Header of its column. 列名。' })
  label!: string;
  @Field(() => String, { nullable: true, description: 'What stood before; null for nothing. 原值。' })
  before!: string | null;
  @Field(() => String, { nullable: true, description: 'What the row says; null for nothing. 新值。' })
  after!: string | null;
  @Field(() => ChangeSourceType, {
    nullable: true,
    description: 'Where the value before came from; null where there was none. 原值来源。',
  })
  source!: ChangeSourceType | null;
}

/** What one row of an import does. */
@ObjectType('ImportChange', {
  simpleResolvers: true,
  description: 'What one row of an import does, or of a preview would do. 一行带来的变化。',
})
export class ImportChangeType {
  @Field(() => Int, { description: "The spreadsheet's own row number. 行号。" })
  row!: number;
  @Field(() => String, { description: 'Name of the sheet. 工作表。' })
  sheet!: string;
  @Field(() => RowOutcomeEnum, { description: 'What it does. 结果。' })
  outcome!: ChangeOutcome;
  @Field(() => String, { description: 'What the row is about: the employer and the record. 内容摘要。' })
  title!: string;
  @Field(() => [FieldChangeType], {
    description:
      'The fields that differ; all that are filled, of a new row; none of an unchanged one. 字段变化。',
  })
  fields!: FieldChangeType[];
}

export const ImportChangeConnection = connectionType(() => ImportChangeType, 'ImportChange');
