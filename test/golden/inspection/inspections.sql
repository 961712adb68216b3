with l1 as (select r.id, r.enterprise_id, (r.checked_on)::text as o0, r.case_no as c0, r.source as c1, r.mode as c2, r.checked_on as c3, r.subject as c4, r.people as c5, r.amount::text as c6, r.filed as c7, r.correction_ordered_on as c8, r.correction_due_on as c9, coalesce((r.correction_due_on < $1::date and (r.corrected_on is null or r.corrected_on > $1::date)), false) as c10, r.corrected_on as c11, r.closed_on as c12, r.result as c13, r.grade as c14, (coalesce(r.filed, false) or r.filed_on is not null or r.correction_ordered_on is not null) as c15 from inspection r order by r.checked_on desc, r.id desc limit 21),
l2 as (select r.id, r.id as k, r.uscc as c0, r.name as c1, r.town as c2 from enterprise r where r.id in (select p.enterprise_id from l1 p))
select (select json_object_agg(code, name_zh) from inspection_subject) as s0,
  (select json_build_array(json_build_array(json_agg(id), json_agg(enterprise_id), json_agg(o0), json_agg(c0), json_agg(c1), json_agg(c2), json_agg(c3), json_agg(c4), json_agg(c5), json_agg(c6), json_agg(c7), json_agg(c8), json_agg(c9), json_agg(c10), json_agg(c11), json_agg(c12), json_agg(c13), json_agg(c14), json_agg(c15))) from l1) as s1,
  (select json_object_agg(code, name_zh) from town) as s2,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0), json_agg(c1), json_agg(c2))) from l2) as s3,
  (select json_build_array((select count(*) from inspection r))) as s4;
-- ["2026-11-23"]
