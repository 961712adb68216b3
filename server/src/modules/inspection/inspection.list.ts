import {
  coded, day, decimal, derived, indexed, listed, masked, optional, text, unsorted, updatedAt, version, whole, yes,
} from '../../read/define-fields.ts'; // prettier-ignore
import { defineType } from '../../read/define-list.ts';
import { enterpriseHas, enterpriseOf } from '../enterprise/index.ts';
import { violationFound } from './inspection.rules.ts';

const overdue = `($.correction_due_on < {day} and ($.corrected_on is null or $.corrected_on > {day}))`;

/** What can be read of one inspection (form I). */
export const inspectionRows = defineType({
  name: 'Inspection',
  table: 'inspection',
  needs: 'inspection.read',
  defaultOrder: [{ field: 'CHECKED_ON', direction: 'DESC' }],
  fields: {
    caseNo: text('case_no', '案件编号', 'Case number'),
    source: coded('source', 'InspectionSource', '来源', 'Source'),
    mode: optional(coded('mode', 'InspectionMode', '渠道', 'Mode')),
    checkedOn: indexed(day('checked_on', '检查日期', 'Checked on')),
    subject: optional(listed('subject', 'inspection_subject', '问题类别', 'Subject')),
    subjectText: unsorted(text('subject_text', '问题类别原文', 'Subject as written')),
    people: optional(whole('people', '涉及人数', 'People concerned')),
    amount: optional(decimal('amount', '涉及金额', 'Amount concerned')),
    filed: yes('filed', '是否立案', 'Case filed'),
    filedOn: optional(day('filed_on', '立案日期', 'Case filed on')),
    correctionOrderedOn: optional(day('correction_ordered_on', '责令改正日期', 'Correction ordered on')),
    correctionDueOn: optional(day('correction_due_on', '整改期限', 'Correction due on')),
    correctedOn: optional(day('corrected_on', '整改完成日期', 'Corrected on')),
    closedOn: optional(day('closed_on', '结案日期', 'Closed on')),
    result: unsorted(text('result', '处理结果', 'Result')),
    summonsOn: optional(day('summons_on', '约谈日期', 'Summoned on')),
    summonsTarget: masked('summons_target', '约谈对象', 'Person summoned'),
    grade: optional(coded('grade', 'IntegrityGrade', '守法诚信等级', 'Integrity grade')),
    violation: derived('有违法行为', 'Violation found', [violationFound('$')], { filter: 'boolean' }),
    correctionOverdue: derived('逾期未整改', 'Correction overdue', [`coalesce(${overdue}, false)`], {
      filter: 'boolean',
    }),
    version,
    updatedAt,
  },
});

/** Inspection.enterprise: the employer inspected. */
export const inspectionEnterprise = enterpriseOf(inspectionRows);

/** Enterprise.inspections, added from here. */
export const enterpriseInspections = enterpriseHas('inspections', inspectionRows);
