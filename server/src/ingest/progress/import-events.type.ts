import { Field, ID, ObjectType } from 'type-graphql';
import type { ImportStatus } from '../import-files.ts';
import { ImportStatusEnum, ImportType } from '../import.type.ts';
import { ImportProgressType } from './import-progress.type.ts';

/** What stopping an import answers. */
@ObjectType('CancelImportPayload', {
  simpleResolvers: true,
  description: 'The import that was stopped. 取消结果。',
})
export class CancelImportPayload {
  @Field(() => ImportType, { description: 'The import as it is now; nothing of it remains. 导入。' })
  import!: ImportType;
}

/** What is told while an import runs. */
@ObjectType('ImportProgressEvent', {
  simpleResolvers: true,
  description:
    'What is told of a running import, at most once a second; the last one tells its end. 导入进度事件。',
})
export class ImportProgressEventType {
  @Field(() => ID, { description: 'Id of the import. 导入编号。' })
  id!: string;
  @Field(() => ImportStatusEnum, { description: 'What has become of it so far. 状态。' })
  status!: ImportStatus;
  @Field(() => ImportProgressType, {
    nullable: true,
    description: 'How far it has come; null once it is over. 进度。',
  })
  progress!: ImportProgressType | null;
  @Field(() => ImportType, { description: 'The import as it is now. 导入。' })
  import!: ImportType;
}
