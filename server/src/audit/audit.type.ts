import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ActInput } from '../access/act-input.type.ts';
import type { Outcome } from '../kernel/audit.ts';
import type { Day } from '../kernel/days.ts';
import { enumType } from '../kernel/enum-type.ts';
import { ForwardArgs } from '../kernel/page-args.type.ts';
import { connectionType } from '../kernel/page.type.ts';
import { DayScalar, MomentScalar } from '../kernel/scalars.ts';
import type { AuditFilter } from './audit-reader.ts';
import { faultTexts, type FaultKind } from './faults.ts';

export const OutcomeEnum = enumType<Outcome>('AuditOutcome', 'How an act ended. 结果。', {
  DONE: { zh: '完成', en: 'Done.' },
  REFUSED: { zh: '被拒绝', en: 'Refused.' },
  FAILED: { zh: '失败', en: 'Failed.' },
});
export const FaultKindEnum = enumType<FaultKind>('AuditFaultKind', 'What is wrong with the trail. 问题类型。', faultTexts); // prettier-ignore

/** A count or code that an entry carries. */
@ObjectType('AuditDetail', {
  simpleResolvers: true,
  description: 'A count or a code that an entry carries. 附加信息。',
})
export class AuditDetailType {
  @Field(() => String, { description: 'What it is. 名称。' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'What it says. 内容。' })
  value!: string | null;
}

/** An entry of the audit trail. */
@ObjectType('AuditEntry', {
  description: 'What somebody did, tried or looked at; it is never changed. 一条审计记录。',
})
export class AuditEntryType {
  @Field(() => ID, { description: 'Its number; numbers grow. 序号。' })
  seq!: number;
  @Field(() => MomentScalar, { description: 'When. 时间。' })
  at!: Date;
  @Field(() => String, { description: 'Who: person:12, token:3, cli, hub or anonymous. 操作者代码。' })
  actor!: string;
  @Field(() => String, { description: 'The account or the name of the token. 账号或令牌名称。' })
  name!: string;
  @Field(() => String, {
    nullable: true,
    description: 'In whose name: a role and what limits it. 所代表的角色。',
  })
  onBehalfOf?: string;
  @Field(() => ID, { nullable: true, description: 'The browser session. 会话编号。' })
  session?: string;
  @Field(() => String, { nullable: true, description: 'The network address. 网络地址。' })
  address?: string;
  @Field(() => String, { description: 'The name of the act. 操作代码。' })
  act!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'What it was done to: Kind:id, or a kind alone. 操作对象。',
  })
  object?: string;
  @Field(() => String, {
    nullable: true,
    description: 'Why, where a reason or purpose was asked for. 理由或目的。',
  })
  purpose?: string;
  @Field(() => OutcomeEnum, { description: 'How it ended. 结果。' })
  outcome!: Outcome;
  @Field(() => String, {
    nullable: true,
    description: 'The error code of what was refused or failed. 错误代码。',
  })
  code?: string;
  @Field(() => String, {
    nullable: true,
    description: 'Keyed digest of what it was before; equal values have equal digests. 变更前摘要。',
  })
  before?: string;
  @Field(() => String, {
    nullable: true,
    description: 'Keyed digest of what it became. 变更后摘要。',
  })
  after?: string;
  @Field(() => Boolean, {
    description: 'Whether a seal covers it; that takes a second at most. 是否已封存。',
  })
  sealed!: boolean;
}

export const AuditEntryConnection = connectionType(() => AuditEntryType, 'AuditEntry');

/** Which entries are looked at. */
@InputType('AuditFilter', { description: 'Which entries; all of what is said must hold. 筛选条件。' })
export class AuditFilterInput implements AuditFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Who: person:12, token:3, or the name of an account or token. 操作者。',
  })
  actor?: string | null;
  @Field(() => String, { nullable: true, description: 'The name of the act. 操作代码。' })
  act?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'What it was done to: Kind:id, or a kind alone. 操作对象。',
  })
  object?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Whose personal values were shown or sent, such as Contract:12. 涉及的个人信息主体。',
  })
  subject?: string | null;
  @Field(() => OutcomeEnum, { nullable: true, description: 'How it ended. 结果。' })
  outcome?: Outcome | null;
  @Field(() => ID, { nullable: true, description: 'The browser session. 会话编号。' })
  session?: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'On this day or later. 起始日期。' })
  from?: Day | null;
  @Field(() => DayScalar, { nullable: true, description: 'On this day or earlier. 截止日期。' })
  to?: Day | null;
}

/** The arguments of the trail. */
@ArgsType()
export class AuditTrailArgs extends ForwardArgs {
  @Field(() => AuditFilterInput, { nullable: true, description: 'Only these entries. 筛选。' })
  filter?: AuditFilterInput | null;
}

/** A check of the trail. */
@InputType({ description: 'A check of the whole trail. 核验请求。' })
export class VerifyAuditTrailInput extends ActInput {}

/** Something that is wrong with the trail. */
@ObjectType('AuditFault', {
  simpleResolvers: true,
  description: 'Something that is wrong with the trail. 发现的问题。',
})
export class AuditFaultType {
  @Field(() => ID, {
    nullable: true,
    description: 'The first entry that it touches; null where only the anchor file is at fault. 首条涉及的记录。',
  }) // prettier-ignore
  seq!: number | null;
  @Field(() => FaultKindEnum, { description: 'What it is. 类型。' })
  kind!: FaultKind;
  @Field(() => String, { description: "What it is, in the reader's language. 说明。" })
  message!: string;
}

/** What a check of the trail found. */
@ObjectType('AuditVerification', {
  simpleResolvers: true,
  description:
    'What a check of the trail found: digests, chain, signatures and anchors recomputed. 核验结果。',
})
export class AuditVerificationType {
  @Field(() => Boolean, { description: 'Nothing was changed, removed or put in. 是否完好。' })
  intact!: boolean;
  @Field(() => Int, { description: 'Entries held against their seals. 记录数。' })
  entries!: number;
  @Field(() => Int, { description: 'Seals. 封存数。' })
  seals!: number;
  @Field(() => Int, { description: 'Lines of the anchor file outside the database. 库外锚定行数。' })
  anchors!: number;
  @Field(() => Int, {
    description: 'Entries that are so young that no seal covers them yet. 待封存的记录数。',
  })
  pending!: number;
  @Field(() => Int, { description: 'How many faults were found. 问题数。' })
  faults!: number;
  @Field(() => AuditFaultType, {
    nullable: true,
    description: 'The fault that stands first. 最早的问题。',
  })
  firstFault!: AuditFaultType | null;
  @Field(() => MomentScalar, {
    nullable: true,
    description: 'Sealed and checked up to this moment. 已核验至。',
  })
  verifiedThrough!: Date | null;
  @Field(() => MomentScalar, {
    nullable: true,
    description: 'What is older was purged when its years were over. 此前的记录已到期清理。',
  })
  purgedBefore!: Date | null;
  @Field(() => Int, { description: 'Milliseconds that it took. 用时（毫秒）。' })
  took!: number;
}
