import { defineReadModel } from '../../metrics/define-read-model.ts';

/** Days on which an active employer has a union: from founding until the day before its dissolution. */
export const unionEmployer = defineReadModel({
  name: 'rm_union_employer',
  about: { zh: '已建会的在营用人单位', en: 'Active employers with a union' },
  sql: `select a.enterprise_id, greatest(a.starts, u.founded_on) as starts,
      least(a.ends, u.dissolved_on) as ends, u.form, u.members, u.congress, u.disclosure
    from rm_active_employer a
    join union_organisation u on u.enterprise_id = a.enterprise_id
    where u.form <> 'NONE' and u.founded_on is not null`,
});

/** What the federation's table says of each employer on the roster, without regard to days: why a union or an agreement is missing. */
export const unionStatement = defineReadModel({
  name: 'rm_union_statement',
  about: { zh: '工会建设情况表所载', en: 'What the table of unions says' },
  sql: `select e.id as enterprise_id, e.staff, u.form, u.founded_on, u.dissolved_on, u.members, u.congress, u.disclosure,
      u.collective_from, u.collective_to, u.wage_from, u.wage_to
    from enterprise e
    left join union_organisation u on u.enterprise_id = e.id`,
});

/** The same employers with their headcount, so that members can be capped and sizes compared. */
export const unionHeadcount = defineReadModel({
  name: 'rm_union_headcount',
  about: { zh: '已建会用人单位的用工人数', en: 'Headcount of active employers with a union' },
  sql: `select u.enterprise_id, greatest(u.starts, h.starts) as starts, least(u.ends, h.ends) as ends,
      u.form, u.members, h.persons
    from rm_union_employer u
    join rm_headcount h on h.enterprise_id = u.enterprise_id`,
});

/** Days on which such an employer has an agreement in force; the end date is the last day in force. */
export const unionAgreement = defineReadModel({
  name: 'rm_union_agreement',
  about: { zh: '已建会用人单位的有效集体合同', en: 'Agreements in force at employers with a union' },
  sql: `select u.enterprise_id, g.kind, g.last, greatest(u.starts, g.starts) as starts, least(u.ends, g.last + 1) as ends
    from rm_union_employer u
    join (select enterprise_id, 'COLLECTIVE' as kind, collective_from as starts, collective_to as last
          from union_organisation where collective_from is not null
          union all
          select enterprise_id, 'WAGE', wage_from, wage_to
          from union_organisation where wage_from is not null) g
      on g.enterprise_id = u.enterprise_id`,
});
