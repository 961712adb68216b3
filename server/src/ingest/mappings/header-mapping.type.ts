import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { ActInput } from '../../access/act-input.type.ts';
import { FormEnum } from '../../access/form.type.ts';
import { MomentScalar } from '../../kernel/scalars.ts';
import type { Form } from '../define-source.ts';

/** A department's own name for a column of a form. */
@ObjectType('HeaderMapping', {
  simpleResolvers: true,
  description: "A department's own name for a column of a form; holds for its files only. 自定列名。",
})
export class HeaderMappingType {
  @Field(() => ID, { description: 'Number of the mapping. 编号。' })
  id!: string;
  @Field(() => FormEnum, { description: 'The form. 报表。' })
  form!: Form;
  @Field(() => String, { description: "The department's own header. 本部门使用的列名。" })
  header!: string;
  @Field(() => String, { description: 'The canonical header that it means. 对应的标准列名。' })
  column!: string;
  @Field(() => String, { description: 'Who saved it. 保存人。' })
  savedBy!: string;
  @Field(() => MomentScalar, { description: 'When it was saved. 保存时间。' })
  savedAt!: Date;
}

/** A name to be saved. */
@InputType({ description: "A department's own name for a column. 自定列名。" })
export class SaveHeaderMappingInput extends ActInput {
  @Field(() => FormEnum, { description: 'The form; one that you may send. 报表。' })
  form!: Form;
  @Field(() => String, { description: 'The header as it stands in your files. 您文件中的列名。' })
  header!: string;
  @Field(() => String, { description: 'The canonical header it means, or its field. 对应的标准列名。' })
  column!: string;
}

/** A name to be forgotten. */
@InputType({ description: 'A saved name to be forgotten. 要删除的自定列名。' })
export class DeleteHeaderMappingInput extends ActInput {
  @Field(() => ID, { description: 'Number of the mapping. 编号。' })
  id!: string;
}

/** What saving or forgetting a name answers. */
@ObjectType('HeaderMappingPayload', {
  simpleResolvers: true,
  description: 'The name that was saved or forgotten. 结果。',
})
export class HeaderMappingPayload {
  @Field(() => HeaderMappingType, { description: 'The mapping; as it was, if it is gone now. 自定列名。' })
  mapping!: HeaderMappingType;
}
