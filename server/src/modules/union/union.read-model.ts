import { defineReadModel } from '../../metrics/define-read-model.ts';

/** Days on which an active employer has a union: from founding until the day before its dissolution. */
export const unionEmployer = defineReadModel({
  name: 'rm_union_employer',
  about: { zh: '已建会的在营用人单位', en: 'Active employers with a union' },
  sql: `select a.enterprise_id, a.during * u.during as during, u.form, u.members, u.congress, u.disclosure
    from rm_active_employer a
    join (select enterprise_id, form, members, congress, disclosure,
            daterange(founded_on, case when dissolved_on is not null then greatest(dissolved_on, founded_on) end) as during
          from union_organisation
          where form <> 'NONE' and founded_on is not null) u
      on u.enterprise_id = a.enterprise_id and u.during && a.during`,
});

/** The same employers with their headcount, so that members can be capped and sizes compared. */
export const unionHeadcount = defineReadModel({
  name: 'rm_union_headcount',
  about: { zh: '已建会用人单位的用工人数', en: 'Headcount of active employers with a union' },
  sql: `select u.enterprise_id, u.during * h.during as during, u.form, u.members, h.persons
    from rm_union_employer u
    join rm_headcount h on h.enterprise_id = u.enterprise_id and h.during && u.during`,
});

/** Days on which such an employer has an agreement in force; the end date is the last day in force. */
export const unionAgreement = defineReadModel({
  name: 'rm_union_agreement',
  about: { zh: '已建会用人单位的有效集体合同', en: 'Agreements in force at employers with a union' },
  sql: `select u.enterprise_id, g.kind, u.during * g.during as during
    from rm_union_employer u
    join (select o.enterprise_id, v.kind,
            daterange(v.starts, case when v.ends is not null then greatest(v.ends + 1, v.starts) end) as during
          from union_organisation o
          cross join lateral (values ('COLLECTIVE', o.collective_from, o.collective_to),
                                     ('WAGE', o.wage_from, o.wage_to)) as v(kind, starts, ends)
          where v.starts is not null) g
      on g.enterprise_id = u.enterprise_id and g.during && u.during`,
});
