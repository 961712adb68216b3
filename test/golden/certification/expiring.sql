with l1 as (select r.id, r.enterprise_id, r.certified_on as c0, coalesce(r.valid_to, (r.certified_on + make_interval(years => (coalesce((select value #>> '{}' from setting_statement
    where key = 'certificationTerm' order by change_id desc limit 1), '3'))::int))::date - 1) as c1 from certification r order by coalesce(r.valid_to, (r.certified_on + make_interval(years => (coalesce((select value #>> '{}' from setting_statement
    where key = 'certificationTerm' order by change_id desc limit 1), '3'))::int))::date - 1) nulls last, r.id limit 20),
l2 as (select r.id, r.id as k, r.uscc as c0, r.name as c1, r.town as c2 from enterprise r where r.id in (select p.enterprise_id from l1 p))
select (select json_build_array(json_build_array(json_agg(id), json_agg(enterprise_id), json_agg(c0), json_agg(c1))) from l1) as s0,
  (select json_object_agg(code, name_zh) from town) as s1,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0), json_agg(c1), json_agg(c2))) from l2) as s2,
  (select json_build_array((select count(*) from certification r))) as s3;
-- []
