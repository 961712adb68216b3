import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { VersionedActInput } from '../../access/act-input.type.ts';
import { FormEnum } from '../../access/form.type.ts';
import type { FormLetter } from '../../access/policy.ts';
import { enumType } from '../../kernel/enum-type.ts';
import { connectionType } from '../../kernel/page.type.ts';
import { MomentScalar } from '../../kernel/scalars.ts';
import { EnterpriseType } from '../enterprise/graphql.ts';

export const MatchStateEnum = enumType<'OPEN' | 'MATCHED'>('MatchState', 'How a name stands. 匹配状态。', {
  OPEN: { zh: '待匹配', en: 'Waits for a person, or for a roster.' },
  MATCHED: { zh: '已匹配', en: 'A person has said whom it means; this can be undone.' },
});
export const MatchReasonEnum = enumType<'UNKNOWN_NAME' | 'AMBIGUOUS_NAME'>(
  'MatchReason',
  'Why a name waits. 待匹配原因。',
  {
    UNKNOWN_NAME: { zh: '名录中没有此名称', en: 'No employer on the roster bears it.' },
    AMBIGUOUS_NAME: { zh: '多家企业使用此名称', en: 'Several employers bear it.' },
  },
);

/** An employer that may be meant. */
@ObjectType('MatchCandidate', {
  simpleResolvers: true,
  description: 'An employer that may be meant. 候选企业。',
})
export class MatchCandidateType {
  @Field(() => EnterpriseType, { description: 'The employer. 用人单位。' })
  enterprise!: EnterpriseType;
  @Field(() => Float, { description: 'How much of the name it shares, 0 to 1. 相似度。' })
  similarity!: number;
  @Field(() => String, {
    nullable: true,
    description: 'The former name that is alike; null where it is the present one. 相似的曾用名。',
  })
  formerName!: string | null;
}

/** Where a row stands that carries the name. */
@ObjectType('MatchPlace', {
  simpleResolvers: true,
  description: 'Where a row stands that carries the name. 出处。',
})
export class MatchPlaceType {
  @Field(() => String, { description: 'Name of the file as it was sent. 文件名。' })
  fileName!: string;
  @Field(() => String, { description: 'Sheet of the file. 工作表。' })
  sheet!: string;
  @Field(() => Int, { description: "The spreadsheet's own row number. 行号。" })
  row!: number;
  @Field(() => ID, { description: 'The import, for `import(id)`. 导入编号。' })
  importId!: string;
}

/** A name without a code. */
@ObjectType('MatchItem', {
  description: 'A name that rows carry without a code, and whom it means. 待匹配的企业名称。',
})
export class MatchItemType {
  @Field(() => ID, { description: 'Id, for `undoMatch`. 编号。' })
  id!: string;
  @Field(() => String, { description: 'The name as it is written. 名称。' })
  name!: string;
  @Field(() => MatchReasonEnum, { description: 'Why it waits, or waited. 原因。' })
  reason!: 'UNKNOWN_NAME' | 'AMBIGUOUS_NAME';
  @Field(() => MatchStateEnum, { description: 'Whether a person has said whom it means. 状态。' })
  state!: 'OPEN' | 'MATCHED';
  @Field(() => Int, { description: 'To be handed in with an act on it; 0 before the first. 版本。' })
  version!: number;
  @Field(() => Int, { description: 'Rows of your forms that carry it. 涉及行数。' })
  rows!: number;
  @Field(() => [FormEnum], { description: 'The forms of these rows. 涉及报表。' })
  forms!: readonly FormLetter[];
  @Field(() => MomentScalar, { description: 'Since when it waits, or is matched. 起始时间。' })
  since!: Date;
  @Field(() => [MatchCandidateType], {
    description: 'Employers that may be meant, the likeliest first. 候选企业。',
  })
  candidates!: readonly MatchCandidateType[];
  @Field(() => EnterpriseType, { nullable: true, description: 'Whom it means. 匹配到的企业。' })
  matched!: EnterpriseType | null;
  @Field(() => String, { nullable: true, description: 'Who said so. 匹配人。' })
  matchedBy!: string | null;
  @Field(() => MomentScalar, { nullable: true, description: 'When. 匹配时间。' })
  matchedAt!: Date | null;
  @Field(() => [FormEnum], {
    description: 'The forms whose waiting rows the match was made for. 匹配时所为的报表。',
  })
  madeFor!: readonly FormLetter[];
  @Field(() => Boolean, {
    description: 'You may undo it: it was made for forms that you may send. 您可否撤销。',
  })
  canUndo!: boolean;
  /** All that were read; the field shows the first of them. */
  places!: readonly MatchPlaceType[];
}

export const MatchItemConnection = connectionType(() => MatchItemType, 'MatchItem');

/** Which names are meant. */
@InputType({ description: 'Which names are meant. 筛选条件。' })
export class MatchFilter {
  @Field(() => MatchStateEnum, { nullable: true, description: 'Only names that stand so. 状态。' })
  state?: 'OPEN' | 'MATCHED' | null;
}

const reasonField = () => Field(() => String, { nullable: true, description: 'Why; kept in the history. 理由。' }); // prettier-ignore

/** Whom a name means. */
@InputType({ description: 'Whom a name means. 名称匹配。' })
export class MatchEmployerNameInput extends VersionedActInput {
  @Field(() => String, { description: 'The name as it is written in the rows. 名称。' })
  name!: string;
  @Field(() => String, { description: 'Code of the employer on the roster. 统一社会信用代码。' })
  uscc!: string;
  @reasonField()
  reason?: string | null;
}

/** A match to be undone. */
@InputType({ description: 'A match to be undone. 要撤销的匹配。' })
export class UndoMatchInput extends VersionedActInput {
  @Field(() => ID, { description: 'Id of the name in the queue. 编号。' })
  id!: string;
  @reasonField()
  reason?: string | null;
}

/** So many records of a form that a match has reached. */
@ObjectType('MatchReach', {
  simpleResolvers: true,
  description: 'How many records of a form a match has reached. 影响范围。',
})
export class MatchReachType {
  @Field(() => FormEnum, { description: 'The form. 报表。' })
  form!: FormLetter;
  @Field(() => Int, { description: 'Records whose employer is known by this name alone. 记录数。' })
  rows!: number;
}

/** What matching or undoing answers. */
@ObjectType('MatchPayload', { simpleResolvers: true, description: 'What a match has done. 匹配结果。' })
export class MatchPayload {
  @Field(() => MatchItemType, { description: 'The name as it stands now. 名称。' })
  item!: MatchItemType;
  @Field(() => Int, { description: 'Rows that found their employer by it. 补入行数。' })
  attached!: number;
  @Field(() => [MatchReachType], {
    description:
      'Records that it let in, or that wait again, by form, those of other departments included. 涉及的记录，含其他部门的报表。',
  })
  reached!: readonly MatchReachType[];
}
