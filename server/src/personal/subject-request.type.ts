import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { MomentScalar } from '../kernel/scalars.ts';

/** Whose request, and why it is answered. */
@InputType({
  description:
    'A request of a person at the counter to be told what is held of them. It takes no idempotencyKey: the answer is never kept. 个人信息查阅请求。',
})
export class AnswerSubjectRequestInput {
  @Field(() => String, {
    description:
      'The identity number of whoever asks, checked against their card; it is kept nowhere. 请求人的身份证号，不留存。',
  })
  idNumber!: string;
  @Field(() => String, {
    description:
      'How the request came, such as its number at the counter, in 1 to 500 characters; kept in the audit trail, without numbers of persons. 受理情况，记入审计。',
  })
  reason!: string;
}

/** One value that is held, and on what. */
@ObjectType('SubjectValue', {
  simpleResolvers: true,
  description: 'A value that is held of the person, and on what ground. 所持有的一项个人信息。',
})
export class SubjectValueType {
  @Field(() => String, { description: 'Name of the field. 字段。' })
  field!: string;
  @Field(() => String, { description: 'What it is called. 名称。' })
  name!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'The value as records show it, names and numbers as masks; null where none is held. Its plain form is had by revealPersonalField, for SUBJECT_REQUEST. 脱敏内容。',
  })
  shown!: string | null;
  @Field(() => Boolean, { description: 'Whether the law calls it sensitive. 是否敏感个人信息。' })
  sensitive!: boolean;
  @Field(() => [String], { description: 'What it may be looked at for. 处理目的。' })
  purposes!: string[];
  @Field(() => String, { description: 'On what it is processed. 处理依据。' })
  basis!: string;
  @Field(() => String, { description: 'How long it is kept. 保存期限。' })
  retention!: string;
}

/** A record that speaks of the person. */
@ObjectType('SubjectRecord', {
  simpleResolvers: true,
  description: 'A record that bears the identity number, as it stands or stood last. 涉及本人的一条记录。',
})
export class SubjectRecordType {
  @Field(() => ID, { description: 'Global id of the record. 记录编号。' })
  id!: string;
  @Field(() => String, { nullable: true, description: 'The employer it belongs to. 用人单位。' })
  employer!: string | null;
  @Field(() => Boolean, {
    description:
      'Whether it counts today; withdrawn and corrected records stay in the history. 当前是否有效。',
  })
  current!: boolean;
  @Field(() => [SubjectValueType], { description: 'What it holds of the person. 个人信息项。' })
  values!: SubjectValueType[];
}

/** One time that values were shown or sent. */
@ObjectType('SubjectAccess', {
  simpleResolvers: true,
  description: "One time that the person's values were shown or sent. 一次查看或导出。",
})
export class SubjectAccessType {
  @Field(() => ID, { description: 'Number of the entry in the audit trail. 审计记录序号。' })
  entry!: string;
  @Field(() => MomentScalar, { description: 'When. 时间。' })
  at!: Date;
  @Field(() => String, { description: 'What was done, as a code. 操作代码。' })
  act!: string;
  @Field(() => String, { description: "What was done, in the reader's language. 操作名称。" })
  actName!: string;
  @Field(() => String, { description: 'The office in whose name; not the person. 查看部门。' })
  office!: string;
  @Field(() => Boolean, { description: 'Whether a program of that office asked. 是否为系统调用。' })
  program!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'For which purpose; null where masks alone were shown. 目的；仅查看脱敏内容时为空。',
  })
  purpose!: string | null;
  @Field(() => [ID], {
    description:
      "Which of the person's records; an Import where rows of a file that speaks of them were looked through or fetched, theirs possibly among them. 涉及的记录；或包含本人数据的报送文件。",
  })
  records!: string[];
}

/** What is held of somebody and who has seen it. */
@ObjectType({
  simpleResolvers: true,
  description:
    'What the hub holds of a person and who has seen it, for that person: never to be stored by anybody else. 个人信息查阅结果。',
})
export class AnswerSubjectRequestPayload {
  @Field(() => MomentScalar, { description: 'When it was answered. 答复时间。' })
  answeredAt!: Date;
  @Field(() => [SubjectRecordType], {
    description:
      'Records that bear the identity number; empty where none does. Records with a name alone are not searched. 涉及本人的记录。',
  })
  records!: SubjectRecordType[];
  @Field(() => Int, {
    description: 'How many times values were shown or sent, this answer included. 查看次数。',
  })
  accessCount!: number;
  @Field(() => [SubjectAccessType], { description: 'Those times, newest first, 2,000 at most. 查看记录。' })
  accesses!: SubjectAccessType[];
  @Field(() => Int, {
    description: 'How many more requests and plain values you may open within the hour. 一小时内剩余次数。',
  })
  requestsLeft!: number;
}
