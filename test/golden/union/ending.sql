with l1 as (select r.id, r.enterprise_id, r.name as c0, r.form as c1, r.collective_to as c2, (r.collective_to - $1::date) as c3 from union_organisation r order by r.collective_to nulls last, r.id limit 20),
l2 as (select r.id, r.id as k, r.uscc as c0, r.name as c1, r.town as c2 from enterprise r where r.id in (select p.enterprise_id from l1 p))
select (select json_build_array(json_build_array(json_agg(id), json_agg(enterprise_id), json_agg(c0), json_agg(c1), json_agg(c2), json_agg(c3))) from l1) as s0,
  (select json_object_agg(code, name_zh) from town) as s1,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0), json_agg(c1), json_agg(c2))) from l2) as s2,
  (select json_build_array((select count(*) from union_organisation r))) as s3;
-- ["2026-11-23"]

with l1 as (select r.id, r.enterprise_id, r.name as c0, r.form as c1, r.wage_to as c2, (r.wage_to - $1::date) as c3 from union_organisation r order by r.wage_to nulls last, r.id limit 20),
l2 as (select r.id, r.id as k, r.uscc as c0, r.name as c1, r.town as c2 from enterprise r where r.id in (select p.enterprise_id from l1 p))
select (select json_build_array(json_build_array(json_agg(id), json_agg(enterprise_id), json_agg(c0), json_agg(c1), json_agg(c2), json_agg(c3))) from l1) as s0,
  (select json_object_agg(code, name_zh) from town) as s1,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0), json_agg(c1), json_agg(c2))) from l2) as s2,
  (select json_build_array((select count(*) from union_organisation r))) as s3;
-- ["2026-11-23"]
