import { InspectionsDocument, type InspectionsQuery } from '@hexie/schema/generated/documents.ts';
import { defineList, employerColumn, ofEmployer } from '../../lists/define-list.ts';
import { correctionFilter, correctionStates, type CorrectionState } from './corrections.ts';

type Row = InspectionsQuery['inspections']['nodes'][number];
type Grade = NonNullable<Row['grade']>;

/** The cases of labour inspection; corrections past their day stand out. */
export const inspectionList = defineList({
  list: 'inspections',
  texts: 'inspection',
  query: InspectionsDocument,
  rows: data => data.inspections,
  order: { field: 'CHECKED_ON', direction: 'DESC' },
  period: true,
  choices: [
    {
      name: 'source',
      values: ['PATROL', 'COMPLAINT', 'WRITTEN_REVIEW', 'CAMPAIGN'],
      words: 'inspectionSource',
    },
    { name: 'correction', values: correctionStates, words: 'correction' },
    { name: 'grade', values: ['A', 'B', 'C'], words: 'integrity' },
  ],
  columns: [
    { key: 'CASE_NO', order: 'CASE_NO', text: row => row.caseNo },
    employerColumn<Row>(),
    { key: 'SOURCE', order: 'SOURCE', text: (row, { code }) => code('inspectionSource', row.source) },
    { key: 'MODE', rare: true, text: (row, { code }) => code('inspectionMode', row.mode) },
    { key: 'CHECKED_ON', order: 'CHECKED_ON', text: row => row.checkedOn },
    { key: 'SUBJECT', text: row => row.subject?.name, tone: row => (row.violation ? 'near' : '') },
    { key: 'PEOPLE', order: 'PEOPLE', number: true, text: (row, { count }) => count(row.people) },
    { key: 'AMOUNT', order: 'AMOUNT', number: true, text: (row, { decimal }) => decimal(row.amount) },
    { key: 'FILED', text: (row, { yes }) => yes(row.filed) },
    { key: 'CORRECTION_DUE_ON', order: 'CORRECTION_DUE_ON', text: row => row.correctionDueOn, tone: row => (row.correctionOverdue ? 'missed' : '') },
    { key: 'CORRECTED_ON', order: 'CORRECTED_ON', text: row => row.correctedOn },
    { key: 'CLOSED_ON', order: 'CLOSED_ON', text: row => row.closedOn },
    { key: 'GRADE', order: 'GRADE', text: (row, { code }) => code('integrity', row.grade) },
  ], // prettier-ignore
  filter: asked => {
    const source = asked.choice('source') as Row['source'] | undefined;
    const grade = asked.choice('grade') as Grade | undefined;
    const correction = asked.choice('correction') as CorrectionState | undefined;
    return {
      ...(source ? { source: { eq: source } } : {}),
      ...(grade ? { grade: { eq: grade } } : {}),
      ...(correction ? { and: [correctionFilter(correction, asked.today)] } : {}),
      ...(asked.since ? { checkedOn: { gte: asked.since } } : {}),
      ...(asked.text
        ? { or: [{ caseNo: { contains: asked.text } }, { enterprise: { name: { contains: asked.text } } }] }
        : {}),
      ...ofEmployer(asked),
    };
  },
});
