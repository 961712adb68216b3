import { Field, Int, ObjectType } from 'type-graphql';
import { enumType } from '../../kernel/enum-type.ts';
import { connectionType } from '../../kernel/page.type.ts';
import { ImportIssueType } from '../import-issue.type.ts';
import type { RowFate } from './import-change.ts';

export const ImportRowOutcomeEnum = enumType<RowFate>(
  'ImportRowOutcome',
  'What has become of a row of a file; every row is one of these. 该行的去向。',
  {
    INSERTED: { zh: '新增', en: 'Told something new.' },
    UPDATED: { zh: '更新', en: 'Corrected something known.' },
    UNCHANGED: { zh: '未变', en: 'Said what was known already.' },
    REJECTED: { zh: '拒收', en: 'Not taken; its issues say why.' },
    PARKED: { zh: '暂存', en: 'Waits until its employer is known; counts in no figure.' },
    DUPLICATE: { zh: '重复', en: 'Says the same as an earlier row of its file.' },
    ATTACHED: { zh: '已补入', en: 'Waited for its employer, which has arrived since; it is heard now.' },
    SUPERSEDED: {
      zh: '已被取代',
      en: 'Waited for its employer; meanwhile a newer row of the record stands.',
    },
  },
);

/** What stands in a column of a row. */
@ObjectType('ImportCell', {
  simpleResolvers: true,
  description: 'What a row says in one column of the form; personal values masked. 单元格。',
})
export class ImportCellType {
  @Field(() => String, { description: 'Header of the column. 列名。' })
  label!: string;
  @Field(() => String, {
    description: 'What was read; of what could not be read, what stands there, masked where personal. 内容。',
  })
  value!: string;
}

/** Another row of the same file. */
@ObjectType('ImportRowPlace', {
  simpleResolvers: true,
  description: 'Another row of the same file. 同一文件中的另一行。',
})
export class ImportRowPlaceType {
  @Field(() => String, { description: 'Name of the sheet. 工作表。' })
  sheet!: string;
  @Field(() => Int, { description: "The spreadsheet's own row number. 行号。" })
  row!: number;
}

/** One row of a file and what has become of it. */
@ObjectType('ImportRow', {
  simpleResolvers: true,
  description: 'One row of a file and what has become of it. 文件中的一行及其去向。',
})
export class ImportRowType {
  @Field(() => Int, { description: "The spreadsheet's own row number. 行号。" })
  row!: number;
  @Field(() => String, { description: 'Name of the sheet. 工作表。' })
  sheet!: string;
  @Field(() => ImportRowOutcomeEnum, {
    description: 'What has become of it; a parked row changes when its employer arrives. 去向。',
  })
  outcome!: RowFate;
  @Field(() => String, {
    description: 'What it is about: the employer and the record; empty once it is no longer kept. 内容摘要。',
  })
  title!: string;
  @Field(() => [ImportCellType], {
    description:
      'What it says, in the order of the form; empty once it is no longer kept: a rejected row and a preview after 30 days. 该行内容。',
  })
  cells!: ImportCellType[];
  @Field(() => [ImportIssueType], { description: 'What was found in it, reasons included. 问题与原因。' })
  issues!: ImportIssueType[];
  @Field(() => ImportRowPlaceType, {
    nullable: true,
    description: 'The earlier row that speaks of the same record, of a repeated row. 与之重复的行。',
  })
  sameAs!: ImportRowPlaceType | null;
}

export const ImportRowConnection = connectionType(() => ImportRowType, 'ImportRow');
