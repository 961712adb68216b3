import { ArgsType, Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Day } from '../../kernel/days.ts';
import { ForwardArgs } from '../../kernel/page-args.type.ts';
import { DayScalar } from '../../kernel/scalars.ts';
import { DecidedActInput } from '../act-input.type.ts';
import type { Role } from '../roles.ts';
import { RoleEnum } from '../viewer.type.ts';
import { RoleAssignmentType } from './role-assignment.type.ts';

/** Which terms are listed. */
@InputType({ description: 'Which terms are listed; what is not said does not limit. 任期筛选。' })
export class RoleAssignmentFilter {
  @Field(() => ID, { nullable: true, description: 'Of this person: Person:12. 用户编号。' })
  person?: string | null;
  @Field(() => RoleEnum, { nullable: true, description: 'Of this role. 角色。' })
  role?: Role | null;
  @Field(() => DayScalar, { nullable: true, description: 'Held on this day. 该日在任。' })
  on?: Day | null;
}

/** Arguments of the list of terms. */
@ArgsType()
export class RoleAssignmentListArgs extends ForwardArgs {
  @Field(() => RoleAssignmentFilter, { nullable: true, description: 'Which terms. 筛选。' })
  filter?: RoleAssignmentFilter | null;
}

/** What every act on roles says. */
@InputType()
abstract class RoleActInput extends DecidedActInput {
  @Field(() => String, { description: 'Why; kept with the term. 理由。' })
  reason!: string;
}

/** A role to be given. */
@InputType({ description: 'A role to be given for a term. 要授予的角色。' })
export class AssignRoleInput extends RoleActInput {
  @Field(() => ID, { description: 'To whom: Person:12; the version is the person’s. 用户编号。' })
  person!: string;
  @Field(() => RoleEnum, { description: 'The role. 角色。' })
  role!: Role;
  @Field(() => ID, { nullable: true, description: 'Code of the town, for the role TOWN. 镇代码。' })
  town?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Credit code of the employer, for the role ENTERPRISE. 统一社会信用代码。',
  })
  enterprise?: string | null;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'First day, today or later; today when nothing is said. 到任日。',
  })
  startsOn?: Day | null;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'Last day; until it is ended or handed over when nothing is said. 任期截止日。',
  })
  endsOn?: Day | null;
}

/** A term to be ended. */
@InputType({ description: 'A term to be ended early, or taken back before it begins. 要终止的任期。' })
export class EndRoleInput extends RoleActInput {
  @Field(() => ID, { description: 'Which: RoleAssignment:7. 任期编号。' })
  assignment!: string;
  @Field(() => DayScalar, {
    nullable: true,
    description:
      'The new last day, today or later; at once when nothing is said. 新的截止日；不填则立即终止。',
  })
  endsOn?: Day | null;
}

/** A role to be handed over. */
@InputType({ description: 'A role to be handed to a successor. 要移交的角色。' })
export class HandOverRoleInput extends RoleActInput {
  @Field(() => ID, { description: 'Which: RoleAssignment:7. 任期编号。' })
  assignment!: string;
  @Field(() => ID, { description: 'The successor: Person:13, who holds no role then. 接任人编号。' })
  to!: string;
  @Field(() => DayScalar, {
    nullable: true,
    description:
      "The successor's first day; the holder's last is the day before. Today, and at once, when nothing is said. 移交日。",
  })
  on?: Day | null;
  @Field(() => DayScalar, {
    nullable: true,
    description:
      "The successor's last day; that of the holder's term when nothing is said. 接任人的任期截止日。",
  })
  endsOn?: Day | null;
}

/** A second factor to be taken off. */
@InputType({ description: 'A second factor that was lost, to be enrolled anew. 要重置的双因素。' })
export class ResetSecondFactorInput extends RoleActInput {
  @Field(() => ID, { description: 'Whose: Person:12; the version is the person’s. 用户编号。' })
  person!: string;
}

/** What giving or ending a role answers. */
@ObjectType('RolePayload', { simpleResolvers: true, description: 'The term as it stands. 操作结果。' })
export class RolePayload {
  @Field(() => RoleAssignmentType, { description: 'The term that was given or ended. 任期。' })
  assignment!: RoleAssignmentType;
}

/** What a hand-over answers. */
@ObjectType('HandOverRolePayload', {
  simpleResolvers: true,
  description: 'The term that ends and the one that follows. 移交结果。',
})
export class HandOverRolePayload extends RolePayload {
  @Field(() => RoleAssignmentType, { description: "The successor's term. 接任人的任期。" })
  successor!: RoleAssignmentType;
}
