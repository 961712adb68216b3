import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { revealPurposes, type RevealPurpose } from '../access/policy/personal.ts';
import { enumType } from '../kernel/enum-type.ts';
import { MomentScalar } from '../kernel/scalars.ts';
import { personalFields, type PersonalField } from './personal-fields.ts';

export const PersonalFieldEnum = enumType<PersonalField>(
  'PersonalField',
  'A personal value that lists show as a mask. 脱敏显示的个人信息项。',
  personalFields,
);
export const RevealPurposeEnum = enumType<RevealPurpose>(
  'RevealPurpose',
  'Why a personal value is looked at in plain. 查看原文的目的。',
  revealPurposes,
);

/** Which value, what for, and why; there is no idempotencyKey, since a plain value is never kept to be answered again. */
@InputType({
  description:
    'One personal value to be shown in plain. It takes no idempotencyKey: an answer with a plain value is never kept. 要查看的个人信息。',
})
export class RevealPersonalFieldInput {
  @Field(() => ID, { description: 'Global id of the record, such as `Contract:12`. 记录编号。' })
  id!: string;
  @Field(() => PersonalFieldEnum, { description: 'Which of its values. 信息项。' })
  field!: PersonalField;
  @Field(() => RevealPurposeEnum, {
    description: 'What it is needed for; not every value serves every purpose. 目的。',
  })
  purpose!: RevealPurpose;
  @Field(() => String, {
    description:
      'Why, in 1 to 500 characters; kept in the audit trail, so without names and numbers of persons. 理由，记入审计，不得填写个人信息。',
  })
  reason!: string;
  @Field(() => String, {
    nullable: true,
    description: 'The case in whose handling it is needed, if there is one. 所办案件的案号。',
  })
  caseNo?: string | null;
}

/** A personal value for the eyes of whoever asked, for half a minute. */
@ObjectType({
  simpleResolvers: true,
  description:
    'A personal value in plain, to be hidden again after half a minute and never to be stored. 个人信息原文，限时显示。',
})
export class RevealPayload {
  @Field(() => String, {
    nullable: true,
    description: 'The value in plain; null where the record holds none. 原文；记录中没有时为空。',
  })
  value!: string | null;
  @Field(() => MomentScalar, { description: 'When it is to be hidden again. 应隐藏的时间。' })
  hiddenAt!: Date;
  @Field(() => Int, { description: 'How many more you may look at within the hour. 一小时内剩余次数。' })
  revealsLeft!: number;
}
