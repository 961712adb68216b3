with l1 as (select r.id, r.uscc as c0 from enterprise r order by r.staff desc, r.id desc limit 2),
l2 as (select c.* from l1 p cross join lateral (select r.id, r.enterprise_id as k, r.enterprise_id, r.case_no as c0 from dispute r where r.enterprise_id = p.id order by r.filed_on, r.id limit 1) c),
l3 as (select r.id, r.id as k from enterprise r where r.id in (select p.enterprise_id from l2 p)),
l4 as (select c.* from l3 p cross join lateral (select r.id, r.enterprise_id as k, r.case_no as c0 from dispute r where r.enterprise_id = p.id order by r.filed_on desc, r.id desc limit 1) c),
l5 as (select c.* from l1 p cross join lateral (select r.id, r.enterprise_id as k, (r.filed_on)::text as o0, r.filed_on as c0 from dispute r where r.enterprise_id = p.id and r.channel is distinct from $1::text order by r.filed_on desc, r.id desc limit 3) c)
select (select json_build_array(json_build_array(json_agg(id), json_agg(c0))) from l1) as s0,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(enterprise_id), json_agg(c0))) from l2) as s1,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k))) from l3) as s2,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0))) from l4) as s3,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(o0), json_agg(c0))) from l5) as s4,
  (select json_build_array(json_build_array(json_agg(p.id), json_agg((select count(*) from dispute r where r.enterprise_id = p.id and r.channel is distinct from $1::text)))) from l1 p) as s5,
  (select json_build_array((select count(*) from enterprise r))) as s6;
-- ["UNION"]
