import { Field, ID, Int, ObjectType } from 'type-graphql';
import { MomentScalar } from '../kernel/scalars.ts';

/** Where one present value of a row came from. */
@ObjectType('Provenance', {
  simpleResolvers: true,
  description:
    'Where one value came from: the import, sheet and row that first brought the value the hub now holds. 数据来源。',
})
export class ProvenanceType {
  @Field(() => String, { description: 'The field of the row, such as staff. 字段。' })
  field!: string;
  @Field(() => String, { description: "The field's name in the reader's language. 字段名称。" })
  label!: string;
  @Field(() => String, { description: 'Name of the file as it was sent. 文件名。' })
  fileName!: string;
  @Field(() => String, { description: 'Name of the sheet in the file. 工作表。' })
  sheet!: string;
  @Field(() => Int, { description: "The spreadsheet's own row number. 行号。" })
  row!: number;
  @Field(() => ID, { description: 'The import, for `import(id)`. 导入编号。' })
  importId!: string;
  @Field(() => MomentScalar, { description: 'Since when the hub has known this value. 获知时刻。' })
  knownFrom!: Date;
}
