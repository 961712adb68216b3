import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ActInput } from '../../access/act-input.type.ts';
import { enumType } from '../../kernel/enum-type.ts';
import type { ImportPhase } from './import-progress.ts';

const ImportPhaseEnum = enumType<ImportPhase>(
  'ImportPhase',
  'Where a running import stands. 导入所处阶段。',
  {
    WAITING: { zh: '排队等候', en: 'Waiting for the imports before it.' },
    READING: { zh: '正在读取', en: 'The file is being read and its rows applied.' },
    APPLYING: { zh: '正在写入', en: 'The file is read; rows that had to wait for others are applied.' },
    SETTLING: { zh: '正在完成', en: 'Everything is applied; what follows from it is being worked out.' },
  },
);

/** How far a running import has come. */
@ObjectType('ImportProgress', {
  simpleResolvers: true,
  description: 'How far a running import has come; told once a second. 导入进度。',
})
export class ImportProgressType {
  @Field(() => ImportPhaseEnum, { description: 'Where it stands. 阶段。' })
  phase!: ImportPhase;
  @Field(() => String, { nullable: true, description: 'The sheet being read. 正在读取的工作表。' })
  sheet!: string | null;
  @Field(() => Int, { description: 'Data rows read so far. 已读行数。' })
  rows!: number;
  @Field(() => Float, { description: "Share of the file's bytes read so far, from 0 to 1. 已读比例。" })
  share!: number;
}

/** An import to be stopped. */
@InputType({ description: 'An import to be stopped. 要取消的导入。' })
export class CancelImportInput extends ActInput {
  @Field(() => ID, { description: 'Id of the import; one of your own that is still running. 导入编号。' })
  id!: string;
}
