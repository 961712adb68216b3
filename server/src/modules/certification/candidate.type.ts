import { Field, Int, ObjectType } from 'type-graphql';
import type { Day } from '../../kernel/days.ts';
import { enumType } from '../../kernel/enum-type.ts';
import { connectionType } from '../../kernel/page.type.ts';
import { DayScalar } from '../../kernel/scalars.ts';
import type { Thing } from '../../metrics/define-read-model.ts';
import type { RowPage } from '../../metrics/rows/row-page.ts';
import type { NeedTold } from './candidate-words.ts';
import {
  certificationNeeds,
  type CertificationNeed,
  type CertificationStage,
} from './certification.codes.ts';
import { CertificationStageEnum } from './certification.type.ts';

const CertificationNeedEnum = enumType(
  'CertificationNeed',
  'What may stand between an employer and the title: an application, a condition of its row, the title itself. 认定所缺。',
  certificationNeeds,
);

/** One thing that an employer lacks for the title. */
@ObjectType('CandidateNeed', {
  simpleResolvers: true,
  description: 'One thing that an employer lacks for the title, with what is known and what is needed. 所缺事项。',
})
export class CandidateNeedType implements NeedTold {
  @Field(() => CertificationNeedEnum, { description: 'Which condition. 条件代码。' })
  condition!: CertificationNeed;
  @Field(() => String, { description: "The condition in the reader's language. 条件名称。" })
  name!: string;
  @Field(() => String, {
    nullable: true,
    description: 'What the register says of it; null where it says nothing. 已知情况。',
  })
  known!: string | null;
  @Field(() => String, { description: 'What is needed. 需要什么。' })
  needed!: string;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'The day from which it can be there, where the register says so: the end of the notice. 可满足日期。',
  })
  date!: Day | null;
} // prettier-ignore

/** An employer that is not certified, in its place on the way to it. */
@ObjectType('CertificationCandidate', {
  simpleResolvers: true,
  description:
    'An active employer that is not certified on the day, ranked by how little it lacks. 距认定最近的用人单位。',
})
export class CertificationCandidateType {
  @Field(() => Int, { description: 'Its place in the whole list, from 1. 名次。' })
  rank!: number;
  @Field(() => Boolean, {
    description:
      'Whether it is among the first `gap` of the list, whose certification reaches the target of the day. 是否在缺口之内。',
  })
  withinGap!: boolean;
  @Field(() => CertificationStageEnum, {
    description: 'Stage of its newest application on the day. 认定阶段。',
  })
  stage!: CertificationStage;
  @Field(() => [CandidateNeedType], {
    description: 'All that it lacks for the title on the day, in the order of the way. 所缺事项。',
  })
  lacking!: CandidateNeedType[];
  /** Not published: the ids of what it speaks of, and the page it stands on. */
  ids!: Readonly<Partial<Record<Thing, number>>>;
  page!: RowPage;
}

/** A page of the ranking. */
export const CertificationCandidateConnection = connectionType(
  () => CertificationCandidateType,
  'CertificationCandidate',
);
