with l1 as (select r.id, r.uscc as c0, r.name as c1, r.town as c2, r.industry as c3, r.size as c4, r.registration as c5, r.staff as c6, r.founded_on as c7, r.status as c8 from enterprise r order by r.id limit 21),
l2 as (select r.id, r.enterprise_id as k, r.form as c0, r.members as c1 from union_organisation r where r.enterprise_id in (select p.id from l1 p)),
l3 as (select c.* from l1 p cross join lateral (select r.id, r.enterprise_id as k, case when r.filed_on > $1::date then 'NONE'
  when r.revoked_on <= $1::date then 'REVOKED'
  when r.certified_on is not null and coalesce(r.valid_to, (r.certified_on + make_interval(years => (coalesce((select value #>> '{}' from setting_statement
    where key = 'certificationTerm' order by change_id desc limit 1), '3'))::int))::date - 1) < $1::date then 'EXPIRED'
  when r.certified_on <= $1::date then case when r.qualified then 'CERTIFIED' else 'CLAIMED' end
  when r.notice_from <= $1::date then 'NOTICE'
  when r.review_score is not null then 'SCORED' else 'FILED' end as c0, r.certified_on as c1, coalesce(r.valid_to, (r.certified_on + make_interval(years => (coalesce((select value #>> '{}' from setting_statement
    where key = 'certificationTerm' order by change_id desc limit 1), '3'))::int))::date - 1) as c2 from certification r where r.enterprise_id = p.id order by r.filed_on desc, r.id desc limit 1) c)
select (select json_object_agg(code, name_zh) from town) as s0,
  (select json_object_agg(code, name_zh) from industry) as s1,
  (select json_build_array(json_build_array(json_agg(id), json_agg(c0), json_agg(c1), json_agg(c2), json_agg(c3), json_agg(c4), json_agg(c5), json_agg(c6), json_agg(c7), json_agg(c8))) from l1) as s2,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0), json_agg(c1))) from l2) as s3,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0), json_agg(c1), json_agg(c2))) from l3) as s4,
  (select json_build_array((select count(*) from enterprise r))) as s5;
-- ["2026-11-23"]
