import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ActInput } from '../../access/act-input.type.ts';
import { FormEnum } from '../../access/form.type.ts';
import { connectionType } from '../../kernel/page.type.ts';
import { MomentScalar } from '../../kernel/scalars.ts';
import type { Form } from '../define-source.ts';

/** A record to be voided. */
@InputType({ description: 'A single wrong record to be voided. 要作废的记录。' })
export class VoidRecordInput extends ActInput {
  @Field(() => ID, { description: 'Global id of the record, such as `Dispute:12`. 记录编号。' })
  id!: string;
  @Field(() => String, { description: 'Why; kept in the history. 理由，记入历史。' })
  reason!: string;
  @Field(() => Int, {
    description:
      'The `version` of the record that was looked at; if another one stands by then, nothing is voided (CONFLICT). 所见版本。',
  })
  version!: number;
}

/** A void to be undone. */
@InputType({ description: 'A void to be undone. 要撤销的作废。' })
export class RestoreRecordInput extends ActInput {
  @Field(() => ID, { description: 'Id of the voided record. 作废记录编号。' })
  id!: string;
  @Field(() => String, { description: 'Why; kept in the history. 理由，记入历史。' })
  reason!: string;
}

/** A record that a person has voided. */
@ObjectType('VoidedRecord', {
  simpleResolvers: true,
  description: 'A record that a person has voided; it counts in no figure. 已作废的记录。',
})
export class VoidedRecordType {
  @Field(() => ID, { description: 'Id, for `restoreRecord`. 编号。' })
  id!: string;
  @Field(() => FormEnum, { description: 'The form it came by. 报表。' })
  form!: Form;
  @Field(() => String, { description: 'What it is called: its number, or its employer and day. 名称。' })
  title!: string;
  @Field(() => String, { description: 'Why it was voided. 作废理由。' })
  reason!: string;
  @Field(() => String, { description: 'Who voided it. 作废人。' })
  voidedBy!: string;
  @Field(() => MomentScalar, { description: 'When it was voided. 作废时间。' })
  voidedAt!: Date;
  @Field(() => Boolean, {
    description: 'A row with other content has come since, and stands as the record. 是否已有更正后的记录。',
  })
  corrected!: boolean;
}

export const VoidedRecordConnection = connectionType(() => VoidedRecordType, 'VoidedRecord');

const payload = (name: string, description: string) => ObjectType(name, { simpleResolvers: true, description }); // prettier-ignore

/** What voiding answers. */
@payload('VoidRecordPayload', 'The void. 作废结果。')
export class VoidRecordPayload {
  @Field(() => VoidedRecordType, { description: 'The voided record. 已作废的记录。' })
  voided!: VoidedRecordType;
}

/** What undoing a void answers. */
@payload('RestoreRecordPayload', 'The void that was undone. 撤销作废结果。')
export class RestoreRecordPayload {
  @Field(() => VoidedRecordType, { description: 'The void as it was. 原作废记录。' })
  voided!: VoidedRecordType;
}
