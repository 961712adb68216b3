with l1 as (select r.id, r.enterprise_id, (r.filed_on)::text as o0, r.filed_on as c0, r.kind as c1, (r.kind <> 'CANCEL' and r.filed_on <= $1::date and not exists (select from filing n
  where n.enterprise_id = r.enterprise_id and n.filed_on <= $1::date
    and (n.filed_on, n.import_row_id, n.id) > (r.filed_on, r.import_row_id, r.id))) as c2, r.workers as c3, r.contracted as c4, r.insured as c5, r.dispatched as c6, r.part_time as c7, r.migrant as c8, r.filing_no as c9 from filing r order by r.filed_on desc, r.id desc limit 21),
l2 as (select r.id, r.id as k, r.uscc as c0, r.name as c1, r.town as c2 from enterprise r where r.id in (select p.enterprise_id from l1 p))
select (select json_build_array(json_build_array(json_agg(id), json_agg(enterprise_id), json_agg(o0), json_agg(c0), json_agg(c1), json_agg(c2), json_agg(c3), json_agg(c4), json_agg(c5), json_agg(c6), json_agg(c7), json_agg(c8), json_agg(c9))) from l1) as s0,
  (select json_object_agg(code, name_zh) from town) as s1,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0), json_agg(c1), json_agg(c2))) from l2) as s2,
  (select json_build_array((select count(*) from filing r))) as s3;
-- ["2026-11-23"]
