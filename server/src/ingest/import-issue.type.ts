import { Field, Int, ObjectType } from 'type-graphql';
import { enumType } from '../kernel/enum-type.ts';
import { connectionType } from '../kernel/page.type.ts';
import type { Severity } from './define-source.ts';

const IssueSeverityEnum = enumType<Severity>('IssueSeverity', 'How much a finding matters. 严重程度。', {
  ERROR: { zh: '错误：该行未导入', en: 'The row was not taken.' },
  WARNING: { zh: '提醒：请核对', en: 'Taken; a person should look.' },
  INFO: { zh: '说明', en: 'What the hub did with the cell or row.' },
});

/** One finding of an import, at its place in the spreadsheet. */
@ObjectType('ImportIssue', {
  simpleResolvers: true,
  description: 'One finding of an import, at its place in the spreadsheet. 导入问题。',
})
export class ImportIssueType {
  @Field(() => Int, {
    nullable: true,
    description: "The spreadsheet's own row number; null for the sheet as a whole. 行号。",
  })
  row!: number | null;
  @Field(() => String, {
    nullable: true,
    description: 'Header of the column; null for the row as a whole. 列名。',
  })
  column!: string | null;
  @Field(() => IssueSeverityEnum, { description: 'How much it matters. 严重程度。' })
  severity!: Severity;
  @Field(() => String, { description: 'Code of the finding, such as DATE_IMPOSSIBLE. 问题代码。' })
  code!: string;
  @Field(() => String, {
    description: "What is wrong and what to write instead, in the reader's language. 说明。",
  })
  message!: string;
  @Field(() => String, {
    nullable: true,
    description: 'What stood in the cell; masked where it is personal. 单元格内容。',
  })
  value!: string | null;
}

export const ImportIssueConnection = connectionType(() => ImportIssueType, 'ImportIssue');
