with l1 as (select r.id, (select i.grade from inspection i
  where i.enterprise_id = r.id and i.grade is not null and i.checked_on <= $2::date
  order by i.checked_on desc, i.import_row_id desc, i.id desc limit 1) as c0 from enterprise r where r.uscc = $1::text),
l2 as (select c.* from l1 p cross join lateral (select r.id, r.enterprise_id as k, r.case_no as c0, r.source as c1, r.checked_on as c2, r.subject as c3, r.correction_due_on as c4, coalesce((r.correction_due_on < $2::date and (r.corrected_on is null or r.corrected_on > $2::date)), false) as c5, r.corrected_on as c6, r.closed_on as c7, r.grade as c8, (coalesce(r.filed, false) or r.filed_on is not null or r.correction_ordered_on is not null) as c9 from inspection r where r.enterprise_id = p.id order by r.checked_on desc, r.id desc limit 8) c)
select (select json_build_array(json_build_array(json_agg(id), json_agg(c0))) from l1) as s0,
  (select json_object_agg(code, name_zh) from inspection_subject) as s1,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0), json_agg(c1), json_agg(c2), json_agg(c3), json_agg(c4), json_agg(c5), json_agg(c6), json_agg(c7), json_agg(c8), json_agg(c9))) from l2) as s2,
  (select json_build_array(json_build_array(json_agg(p.id), json_agg((select count(*) from inspection r where r.enterprise_id = p.id)))) from l1 p) as s3;
-- ["91450200000000001G","2026-11-23"]
