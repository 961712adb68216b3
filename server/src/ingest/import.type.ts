import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { FormEnum } from '../access/form.type.ts';
import type { Day } from '../kernel/days.ts';
import { enumType } from '../kernel/enum-type.ts';
import { connectionType } from '../kernel/page.type.ts';
import { DayScalar, MomentScalar } from '../kernel/scalars.ts';
import type { Form } from './define-source.ts';
import type { ImportStatus } from './import-files.ts';
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

const count = (description: string) => Field(() => Int, { description });

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
export class ImportSheetType {
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
  @count('Data rows read; the sum of the six outcomes below. 读取行数。')
  rowsRead!: number;
  @count('Rows that told something new. 新增。')
  inserted!: number;
  @count('Rows that corrected something known. 更新。')
  updated!: number;
  @count('Rows that said what was known already. 未变。')
  unchanged!: number;
  @count('Rows that could not be taken, each with its issue. 拒收。')
  rejected!: number;
  @count('Rows kept until their employer is known. 暂存待匹配。')
  parked!: number;
  @count('Rows that repeat another row of the file. 重复。')
  duplicates!: number;
  @count('Rows in which a code was repaired; outside the sum. 自动修正。')
  repaired!: number;
  @count('Rows of earlier imports that this roster let in; outside the sum. 补入。')
  attached!: number;
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

/** What became of the rows of all sheets of a file together. */
@ObjectType('ImportTotals', {
  simpleResolvers: true,
  description: 'What became of the rows of all its sheets together. 各表合计。',
})
export class ImportTotalsType {
  @count('Data rows read. 读取行数。')
  rowsRead!: number;
  @count('Rows that told something new. 新增。')
  inserted!: number;
  @count('Rows that corrected something known. 更新。')
  updated!: number;
  @count('Rows that said what was known already. 未变。')
  unchanged!: number;
  @count('Rows that could not be taken. 拒收。')
  rejected!: number;
  @count('Rows kept until their employer is known. 暂存待匹配。')
  parked!: number;
  @count('Rows that repeat another row. 重复。')
  duplicates!: number;
  @count('Rows that changed something: new and corrected ones. 有变化的行。')
  changed!: number;
  @count('Rows taken in without an error: all but the rejected and the repeated. 可入库的行。')
  good!: number;
}

export const ImportConnection = connectionType(() => ImportType, 'Import');
