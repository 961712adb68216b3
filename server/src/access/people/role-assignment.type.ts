import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Day } from '../../kernel/days.ts';
import { enumType } from '../../kernel/enum-type.ts';
import { connectionType } from '../../kernel/page.type.ts';
import { DayScalar, MomentScalar } from '../../kernel/scalars.ts';
import type { Role } from '../roles.ts';
import { TownType } from '../town.type.ts';
import { RoleEnum } from '../viewer.type.ts';

/** How a term stands today. */
export const termStates = {
  PLANNED: { zh: '未到任', en: 'Its first day is to come.' },
  HELD: { zh: '在任', en: 'Held today.' },
  ENDED: { zh: '已卸任', en: 'Its last day is over.' },
  WITHDRAWN: { zh: '已撤销', en: 'Taken back before its first day: it was never held.' },
} as const;
export type TermState = keyof typeof termStates;
const TermStateEnum = enumType<TermState>('TermState', 'How a term stands today. 任期状态。', termStates);

/** A role held for a term. */
@ObjectType('RoleAssignment', {
  simpleResolvers: true,
  description: 'A role given to a person for a term; it is ended or handed over, never rewritten. 角色任期。',
})
export class RoleAssignmentType {
  @Field(() => ID, { description: 'Such as RoleAssignment:7. 编号。' })
  id!: string;
  @Field(() => RoleEnum, { description: 'The role. 角色。' })
  role!: Role;
  @Field(() => TownType, { nullable: true, description: 'The town of the role TOWN. 所属镇。' })
  town!: TownType | null;
  @Field(() => String, {
    nullable: true,
    description: 'The credit code of the employer, for the role ENTERPRISE. 统一社会信用代码。',
  })
  enterprise!: string | null;
  @Field(() => DayScalar, { description: 'First day of the term. 到任日。' })
  startsOn!: Day;
  @Field(() => DayScalar, {
    nullable: true,
    description:
      'Last day of the term; null: until it is ended or handed over; before the first day: not a whole day was left of it. 任期截止日。',
  })
  endsOn!: Day | null;
  @Field(() => TermStateEnum, { description: 'How it stands today. 任期状态。' })
  state!: TermState;
  @Field(() => String, { nullable: true, description: 'Why it was given. 授予理由。' })
  reason!: string | null;
  @Field(() => String, { nullable: true, description: 'Who gave it. 授予人。' })
  assignedBy!: string | null;
  @Field(() => MomentScalar, { description: 'When it was given. 授予时间。' })
  assignedAt!: Date;
  @Field(() => String, { nullable: true, description: 'Why it was ended or handed over. 终止理由。' })
  endReason!: string | null;
  @Field(() => String, { nullable: true, description: 'Who ended it or handed it over. 终止人。' })
  endedBy!: string | null;
  @Field(() => MomentScalar, { nullable: true, description: 'When its end was said. 终止操作时间。' })
  endedAt!: Date | null;
  @Field(() => Int, { description: 'To be handed in with an act on the assignment. 版本。' })
  version!: number;
  /** No fields, but what `person` and `handedOverTo` are read by. */
  personId!: number;
  handedOverToId!: number | null;
}

export const RoleAssignmentConnection = connectionType(() => RoleAssignmentType, 'RoleAssignment');
