import { Field, Int, ObjectType } from 'type-graphql';
import { NodeType } from '../kernel/node.type.ts';
import { MomentScalar } from '../kernel/scalars.ts';
import { ProvenanceType } from './provenance.type.ts';

/** What every row that a department has sent tells of itself: where it came from, which wording it is, and since when. */
@ObjectType({ simpleResolvers: true })
export abstract class RecordType extends NodeType {
  @Field(() => [ProvenanceType], { description: 'Where each value came from. 各项数据的来源。' })
  provenance!: ProvenanceType[];
  @Field(() => Int, { description: 'Version of the row; an act names the one it was decided on. 版本。' })
  version!: number;
  @Field(() => MomentScalar, { description: 'When the hub last changed this row. 更新时间。' })
  updatedAt!: Date;
}
