import { defineReadModel } from '../../metrics/define-read-model.ts';
import { integrityGrades } from '../enterprise/index.ts';
import { inspectionSources } from './inspection.codes.ts';
import { violationFound } from './inspection.rules.ts';

/** Every inspection at every employer, active or not: a figure by day chooses among its dates. */
export const inspectionCase = defineReadModel({
  name: 'rm_inspection',
  about: { zh: '劳动保障监察案件', en: 'Inspections' },
  thing: 'INSPECTION',
  codes: { SOURCE: inspectionSources },
  sql: `select id as inspection_id, enterprise_id, source, subject, checked_on, correction_due_on, corrected_on,
      summons_on,
      ${violationFound('i')} as violation
    from inspection i`,
});

/** The newest compliance grade of each active employer, day by day; an inspection without a grade changes nothing. */
export const inspectionGrade = defineReadModel({
  name: 'rm_inspection_grade',
  about: { zh: '在营用人单位的守法诚信等级', en: 'Compliance grade of active employers' },
  codes: { GRADE: integrityGrades },
  sql: `select a.enterprise_id, g.grade, greatest(a.starts, g.checked_on) as starts, least(a.ends, g.next) as ends
    from rm_active_employer a
    join (select enterprise_id, grade, checked_on,
            lead(checked_on) over (partition by enterprise_id order by checked_on) as next
          from (select distinct on (enterprise_id, checked_on) enterprise_id, checked_on, grade
                from inspection where grade is not null
                order by enterprise_id, checked_on, import_row_id desc, id desc) newest) g
      on g.enterprise_id = a.enterprise_id`,
});
