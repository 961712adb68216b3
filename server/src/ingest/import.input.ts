import { ArgsType, Field, InputType } from 'type-graphql';
import { FormOps } from '../access/form.type.ts';
import { BooleanOps, DateOps, enumOps, StringOps, type EnumOps } from '../kernel/operators.type.ts';
import { PageArgs } from '../kernel/page-args.type.ts';
import { orderType, type Order } from '../kernel/page.type.ts';
import type { Form } from './define-source.ts';
import type { ImportStatus } from './import-files.ts';
import { ImportStatusEnum } from './import.type.ts';

const ImportStatusOps = enumOps<ImportStatus>('ImportStatus', ImportStatusEnum);

/** Which imports are meant; every given condition must hold. */
@InputType({ description: 'Which imports are meant; every given condition must hold. 导入筛选条件。' })
export class ImportFilter {
  @Field(() => StringOps, { nullable: true, description: 'Name of the file. 文件名。' })
  fileName?: StringOps | null;
  @Field(() => StringOps, { nullable: true, description: 'Who sent it. 报送人。' })
  sentBy?: StringOps | null;
  @Field(() => ImportStatusOps, { nullable: true, description: 'What became of the file. 状态。' })
  status?: EnumOps<ImportStatus> | null;
  @Field(() => FormOps, {
    nullable: true,
    description: 'At least one sheet was recognised as such a form. 报表。',
  })
  form?: EnumOps<Form> | null;
  @Field(() => BooleanOps, { nullable: true, description: 'Whether it is a preview. 是否预览。' })
  dryRun?: BooleanOps | null;
  @Field(() => DateOps, { nullable: true, description: 'Day of arrival in Asia/Shanghai. 收到日期。' })
  receivedOn?: DateOps | null;
  @Field(() => [ImportFilter], { nullable: true, description: 'All of these hold. 全部满足。' })
  and?: ImportFilter[] | null;
  @Field(() => [ImportFilter], { nullable: true, description: 'At least one of these holds. 任一满足。' })
  or?: ImportFilter[] | null;
  @Field(() => ImportFilter, { nullable: true, description: 'This does not hold. 不满足。' })
  not?: ImportFilter | null;
}

/** What the list of imports is sorted by. */
export type ImportOrderKey = 'RECEIVED_AT' | 'FILE_NAME';
/** The same as an input. */
export const ImportOrder = orderType<ImportOrderKey>('Import', {
  RECEIVED_AT: { zh: '收到时间', en: 'When it arrived' },
  FILE_NAME: { zh: '文件名', en: 'Name of the file' },
});

/** The arguments of the list of imports. */
@ArgsType()
export class ImportListArgs extends PageArgs {
  @Field(() => ImportFilter, { nullable: true, description: 'Only imports that meet this. 筛选条件。' })
  filter?: ImportFilter | null;
  @Field(() => [ImportOrder], {
    nullable: true,
    description: 'Sort keys in turn; newest first when nothing is said. 排序。',
  })
  orderBy?: Order<ImportOrderKey>[] | null;
}
