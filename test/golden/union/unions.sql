with l1 as (select r.id, r.enterprise_id, r.form as c0, r.name as c1, r.founded_on as c2, r.dissolved_on as c3, r.members as c4, r.collective_to as c5, r.wage_to as c6, r.congress as c7, r.disclosure as c8 from union_organisation r order by r.id limit 21),
l2 as (select r.id, r.id as k, r.uscc as c0, r.name as c1, r.town as c2 from enterprise r where r.id in (select p.enterprise_id from l1 p))
select (select json_build_array(json_build_array(json_agg(id), json_agg(enterprise_id), json_agg(c0), json_agg(c1), json_agg(c2), json_agg(c3), json_agg(c4), json_agg(c5), json_agg(c6), json_agg(c7), json_agg(c8))) from l1) as s0,
  (select json_object_agg(code, name_zh) from town) as s1,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0), json_agg(c1), json_agg(c2))) from l2) as s2,
  (select json_build_array((select count(*) from union_organisation r))) as s3;
-- []
