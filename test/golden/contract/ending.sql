with l1 as (select r.id, r.enterprise_id, r.contract_no as c0, r.position as c1, r.ends_on as c2, (r.ends_on - $1::date) as c3 from contract r order by r.ends_on nulls last, r.id limit 20),
l2 as (select r.id, r.id as k, r.uscc as c0, r.name as c1, r.town as c2 from enterprise r where r.id in (select p.enterprise_id from l1 p))
select (select json_build_array(json_build_array(json_agg(id), json_agg(enterprise_id), json_agg(c0), json_agg(c1), json_agg(c2), json_agg(c3))) from l1) as s0,
  (select json_object_agg(code, name_zh) from town) as s1,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0), json_agg(c1), json_agg(c2))) from l2) as s2,
  (select json_build_array((select count(*) from contract r))) as s3;
-- ["2026-11-23"]
