with l1 as (select r.id, r.enterprise_id, r.case_no as c0, r.source as c1, r.mode as c2, r.checked_on as c3, r.subject as c4, r.people as c5, r.amount::text as c6, r.filed as c7, r.filed_on as c8, r.correction_ordered_on as c9, r.correction_due_on as c10, r.corrected_on as c11, r.closed_on as c12, r.result as c13, r.summons_on as c14, r.summons_target_mask as c15, r.grade as c16, (coalesce(r.filed, false) or r.filed_on is not null or r.correction_ordered_on is not null) as c17, r.version as c18, r.updated_at as c19 from inspection r where r.id = any ($1::bigint[])),
l2 as (select r.id, r.id as k, r.uscc as c0, r.name as c1 from enterprise r where r.id in (select p.enterprise_id from l1 p)),
l3 as (select h.id, h.change_id, h.import_row_id, v.field, v.value,
    row_number() over (partition by h.id, v.field order by h.change_id desc) as age, first_value(v.value) over (partition by h.id, v.field order by h.change_id desc) as present
  from l1 p join inspection_revision h on h.id = p.id
    cross join lateral (values ('caseNo', h.case_no::text), ('source', h.source::text), ('mode', h.mode::text), ('checkedOn', h.checked_on::text), ('subject', h.subject::text), ('subjectText', h.subject_text::text), ('people', h.people::text), ('amount', h.amount::text), ('filed', h.filed::text), ('filedOn', h.filed_on::text), ('correctionOrderedOn', h.correction_ordered_on::text), ('correctionDueOn', h.correction_due_on::text), ('correctedOn', h.corrected_on::text), ('closedOn', h.closed_on::text), ('result', h.result::text), ('summonsOn', h.summons_on::text), ('summonsTarget', h.summons_target_hash::text), ('grade', h.grade::text)) v(field, value)),
l4 as (select n.*,
    min(n.age) filter (where n.value is distinct from n.present) over (partition by n.id, n.field) as broken
  from l3 n where n.present is not null),
l5 as (select distinct on (n.id, n.field) n.*
  from l4 n where n.age < coalesce(n.broken, 2147483647) order by n.id, n.field, n.age desc)
select (select json_object_agg(code, name_zh) from inspection_subject) as s0,
  (select json_build_array(json_build_array(json_agg(id), json_agg(enterprise_id), json_agg(c0), json_agg(c1), json_agg(c2), json_agg(c3), json_agg(c4), json_agg(c5), json_agg(c6), json_agg(c7), json_agg(c8), json_agg(c9), json_agg(c10), json_agg(c11), json_agg(c12), json_agg(c13), json_agg(c14), json_agg(c15), json_agg(c16), json_agg(c17), json_agg(c18), json_agg(c19))) from l1) as s1,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0), json_agg(c1))) from l2) as s2,
  (select json_agg(json_build_array(n.id, n.field, f.file_name, s.sheet, i.row_no, f.id,
      coalesce(nullif(c.known_at, '-infinity'), f.received_at)))
    from l5 n join import_row i on i.id = n.import_row_id
      join import_sheet s on s.id = i.sheet_id join import_file f on f.id = s.file_id left join change c on c.id = n.change_id) as s3;
-- [[2]]
