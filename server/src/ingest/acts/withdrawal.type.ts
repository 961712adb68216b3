import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { VersionedActInput } from '../../access/act-input.type.ts';
import { ImportType } from '../import.type.ts';

/** An import to be taken back. */
@InputType({ description: 'An import to be taken back as a whole. 要撤回的导入。' })
export class WithdrawImportInput extends VersionedActInput {
  @Field(() => ID, { description: 'Id of the import. 导入编号。' })
  id!: string;
  @Field(() => String, { description: 'Why; kept in the history. 理由，记入历史。' })
  reason!: string;
}

/** What taking an import back has undone. */
@ObjectType('WithdrawImportPayload', {
  simpleResolvers: true,
  description: 'What taking an import back has undone. 撤回结果。',
})
export class WithdrawImportPayload {
  @Field(() => ImportType, { description: 'The import as it stands now. 导入。' })
  import!: ImportType;
  @Field(() => Int, { description: 'Records that are gone, since nothing else told them. 已移除的记录。' })
  insertedUndone!: number;
  @Field(() => Int, { description: 'Records that say again what others say of them. 已恢复的记录。' })
  updatedUndone!: number;
  @Field(() => Int, { description: 'Rows of other imports that wait for their employer again. 重新待匹配。' })
  parkedAgain!: number;
}
