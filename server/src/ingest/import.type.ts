import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { enumType } from '../kernel/enum-type.ts';
import { connectionType } from '../kernel/page.type.ts';
import { MomentScalar } from '../kernel/scalars.ts';
import type { ImportStatus } from './import-files.ts';
import { ImportSheetType } from './import-sheet.type.ts';
import { ImportProgressType } from './progress/import-progress.type.ts';

export const ImportStatusEnum = enumType<ImportStatus>('ImportStatus', 'What became of a file. 导入状态。', {
  RECEIVED: { zh: '已收到', en: 'Received, not begun.' },
  RUNNING: { zh: '正在导入', en: 'Being read and applied, or waiting for another import.' },
  DONE: { zh: '已完成', en: 'Applied (or, for a preview, judged) to the end.' },
  REFUSED: { zh: '已拒收', en: 'Refused as a whole; nothing was changed.' },
  CANCELLED: { zh: '已取消', en: 'Stopped by its sender; nothing was changed.' },
  FAILED: { zh: '失败', en: 'Ended by a fault of the hub; nothing was changed.' },
  WITHDRAWN: { zh: '已撤回', en: 'Taken back as a whole; its report stays, its rows have no say any more.' },
});

/** Why a whole file was refused. */
@ObjectType('ImportRefusal', {
  simpleResolvers: true,
  description: 'Why a whole file was refused. 拒收原因。',
})
export class ImportRefusalType {
  @Field(() => String, { description: 'Code of the reason, such as ENCRYPTED. 原因代码。' })
  code!: string;
  @Field(() => String, { description: "The reason in the reader's language, with what to do. 原因说明。" })
  message!: string;
  @Field(() => [String], {
    description:
      'Required columns that the nearest form would still need; empty for other reasons. 缺少的列。',
  })
  missingColumns!: string[];
}

/** That an import was taken back. */
@ObjectType('ImportWithdrawal', {
  simpleResolvers: true,
  description: 'That an import was taken back as a whole. 撤回情况。',
})
export class ImportWithdrawalType {
  @Field(() => MomentScalar, { description: 'When. 撤回时间。' })
  at!: Date;
  @Field(() => String, { description: 'Who took it back. 撤回人。' })
  by!: string;
  @Field(() => String, { description: 'Why. 撤回理由。' })
  reason!: string;
}

/** One file that a department sent. */
@ObjectType('Import', { simpleResolvers: true, description: 'One file that a department sent. 一次导入。' })
export class ImportType {
  @Field(() => ID, { description: 'Id of the import, as the upload answered it. 导入编号。' })
  id!: string;
  @Field(() => String, { description: 'Name of the file as it was sent. 文件名。' })
  fileName!: string;
  @Field(() => String, { nullable: true, description: 'SHA-256 of the file in hexadecimal. 文件摘要。' })
  sha256!: string | null;
  @Field(() => Float, { nullable: true, description: 'Size in bytes. 字节数。' })
  sizeBytes!: number | null;
  @Field(() => ImportStatusEnum, { description: 'What became of the file. 状态。' })
  status!: ImportStatus;
  @Field(() => Int, { description: 'To be handed in with an act on the import. 版本。' })
  version!: number;
  @Field(() => Boolean, { description: 'A preview: judged, and nothing changed. 是否预览。' })
  dryRun!: boolean;
  @Field(() => String, { description: 'Who sent it. 报送人。' })
  sentBy!: string;
  @Field(() => MomentScalar, { description: 'When it arrived. 收到时间。' })
  receivedAt!: Date;
  @Field(() => MomentScalar, {
    nullable: true,
    description: 'When it was over; null while it runs. 完成时间。',
  })
  finishedAt!: Date | null;
  @Field(() => ImportRefusalType, {
    nullable: true,
    description: 'Why it was refused; null if it was not. 拒收原因。',
  })
  refusal!: ImportRefusalType | null;
  @Field(() => ImportProgressType, {
    nullable: true,
    description: 'How far it has come; null once it is over. 进度。',
  })
  progress!: ImportProgressType | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Address of the rejected rows as a workbook to be mended and sent again; for the sender alone, for 30 days; null otherwise. 未导入行的下载地址。',
  })
  rejectsUrl!: string | null;
  @Field(() => ImportWithdrawalType, {
    nullable: true,
    description: 'Set once it has been taken back as a whole. 撤回情况。',
  })
  withdrawn!: ImportWithdrawalType | null;
  @Field(() => Boolean, { description: 'You may take it back now. 您可否撤回。' })
  canWithdraw!: boolean;
  @Field(() => [ImportSheetType], { description: 'Its sheets in their order. 工作表。' })
  sheets!: ImportSheetType[];
}

export const ImportConnection = connectionType(() => ImportType, 'Import');
