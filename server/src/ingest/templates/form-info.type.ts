import { Field, ObjectType } from 'type-graphql';
import { FormEnum } from '../../access/form.type.ts';
import type { Form } from '../define-source.ts';

/** One column of a department form. */
@ObjectType('FormColumn', {
  simpleResolvers: true,
  description: 'One column of a department form. 报表的一列。',
})
export class FormColumnType {
  @Field(() => String, { description: 'Its canonical header. 标准列名。' })
  header!: string;
  @Field(() => String, { description: 'Its name in code, for header mappings. 字段名。' })
  field!: string;
  @Field(() => Boolean, { description: 'Without it the form is not recognised. 是否必填列。' })
  required!: boolean;
  @Field(() => Boolean, { description: 'Kept encrypted and shown masked. 是否个人信息。' })
  personal!: boolean;
  @Field(() => String, { description: 'What its cells mean, such as DAY, MONEY or WORD. 单元格类型。' })
  kind!: string;
  @Field(() => [String], { description: 'Other headers of the same thing. 同义列名。' })
  synonyms!: readonly string[];
  @Field(() => String, {
    nullable: true,
    description: 'The words it takes; null where it takes any. 可填词语。',
  })
  choices!: string | null;
  @Field(() => String, { description: "What to write, in the reader's language. 填写规则。" })
  rule!: string;
}

/** One department form: who sends it, what its columns take, and where its empty workbook lies. */
@ObjectType('FormInfo', {
  simpleResolvers: true,
  description: 'One department form: who sends it, what its columns take, its empty workbook. 报表说明。',
})
export class FormInfoType {
  @Field(() => FormEnum, { description: 'The form. 报表。' })
  form!: Form;
  @Field(() => String, { description: "Name of the form in the reader's language. 报表名称。" })
  title!: string;
  @Field(() => String, { description: 'The department that sends it. 报送部门。' })
  owner!: string;
  @Field(() => [FormColumnType], { description: 'Its columns in their order. 各列。' })
  columns!: readonly FormColumnType[];
  @Field(() => String, { description: 'Address of the empty workbook, under this host. 空白模板地址。' })
  templateUrl!: string;
}
