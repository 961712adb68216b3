import { Field, Int, ObjectType } from 'type-graphql';

/** A field that is a number of rows. */
export const count = (description: string): PropertyDecorator => Field(() => Int, { description });

/** What became of rows; the first is the sum of the others. */
@ObjectType({ simpleResolvers: true })
export abstract class RowCountsType {
  @count('Data rows read; the sum of the six outcomes below. 读取行数。')
  rowsRead!: number;
  @count('Rows that told something new. 新增。')
  inserted!: number;
  @count('Rows that corrected something known. 更新。')
  updated!: number;
  @count('Rows that said what was known already. 未变。')
  unchanged!: number;
  @count('Rows that could not be taken, each with its issue. 拒收。')
  rejected!: number;
  @count('Rows kept until their employer is known. 暂存待匹配。')
  parked!: number;
  @count('Rows that repeat another row of the file. 重复。')
  duplicates!: number;
}

/** What became of the rows of all sheets of a file together. */
@ObjectType('ImportTotals', {
  simpleResolvers: true,
  description: 'What became of the rows of all its sheets together. 各表合计。',
})
export class ImportTotalsType extends RowCountsType {
  @count('Rows that changed something: new and corrected ones. 有变化的行。')
  changed!: number;
  @count('Rows taken in without an error: all but the rejected and the repeated. 可入库的行。')
  good!: number;
}
