import { defineTimeline } from '../../read/timeline/define-timeline.ts';
import { inspectionSources, type InspectionSource } from './inspection.codes.ts';

/** Inspections of an employer and what followed; whoever was summoned is not named. */
export const inspectionTimeline = defineTimeline({
  type: 'Inspection',
  table: 'inspection',
  enterprise: 'enterprise_id',
  needs: 'inspection.read',
  events: [
    {
      kind: 'INSPECTION',
      day: 'checked_on',
      params: ['source', 'case_no', 'subject_text', 'grade'],
      tell: (source, caseNo, subject, grade) => {
        const word = inspectionSources[source as InspectionSource];
        const graded = grade
          ? { zh: `，守法诚信等级 ${grade}`, en: `, integrity grade ${grade}` }
          : { zh: '', en: '' };
        return {
          zh: `${word.zh}${subject ? `（${subject}）` : ''}${graded.zh}，${caseNo}`,
          en: `${word.en}${subject ? ` (${subject})` : ''}${graded.en}, ${caseNo}`,
        };
      },
    },
    {
      kind: 'INSPECTION_FILED',
      day: 'filed_on',
      params: ['case_no'],
      tell: caseNo => ({ zh: `立案，${caseNo}`, en: `Filed as a case, ${caseNo}` }),
    },
    {
      kind: 'CORRECTION_ORDERED',
      day: 'correction_ordered_on',
      params: ['correction_due_on', 'case_no'],
      tell: (due, caseNo) => ({
        zh: `责令改正${due ? `，限 ${due} 前` : ''}，${caseNo}`,
        en: `Correction ordered${due ? `, due ${due}` : ''}, ${caseNo}`,
      }),
    },
    {
      kind: 'CORRECTION_DUE',
      day: 'correction_due_on',
      // With an order its own entry says until when.
      where: 'correction_ordered_on is null',
      params: ['case_no'],
      tell: caseNo => ({ zh: `整改期限，${caseNo}`, en: `Correction due, ${caseNo}` }),
    },
    {
      kind: 'CORRECTED',
      day: 'corrected_on',
      params: ['case_no'],
      tell: caseNo => ({ zh: `整改完成，${caseNo}`, en: `Corrected, ${caseNo}` }),
    },
    {
      kind: 'SUMMONED',
      day: 'summons_on',
      params: ['case_no'],
      tell: caseNo => ({ zh: `约谈，${caseNo}`, en: `Summoned, ${caseNo}` }),
    },
    {
      kind: 'INSPECTION_CLOSED',
      day: 'closed_on',
      params: ['case_no'],
      tell: caseNo => ({ zh: `监察结案，${caseNo}`, en: `Inspection closed, ${caseNo}` }),
    },
  ],
});
