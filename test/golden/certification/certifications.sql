with l1 as (select r.id, r.enterprise_id, (r.filed_on)::text as o0, r.filed_on as c0, r.certified_on as c1, coalesce(r.valid_to, (r.certified_on + make_interval(years => (coalesce((select value #>> '{}' from setting_statement
    where key = 'certificationTerm' order by change_id desc limit 1), '3'))::int))::date - 1) as c2, r.grade as c3, r.review_score::text as c4, r.qualified as c5, to_json(r.lacking) as c6, case when r.filed_on > $1::date then 'NONE'
  when r.revoked_on <= $1::date then 'REVOKED'
  when r.certified_on is not null and coalesce(r.valid_to, (r.certified_on + make_interval(years => (coalesce((select value #>> '{}' from setting_statement
    where key = 'certificationTerm' order by change_id desc limit 1), '3'))::int))::date - 1) < $1::date then 'EXPIRED'
  when r.certified_on <= $1::date then case when r.qualified then 'CERTIFIED' else 'CLAIMED' end
  when r.notice_from <= $1::date then 'NOTICE'
  when r.review_score is not null then 'SCORED' else 'FILED' end as c7 from certification r order by r.filed_on desc, r.id desc limit 21),
l2 as (select r.id, r.id as k, r.uscc as c0, r.name as c1, r.town as c2 from enterprise r where r.id in (select p.enterprise_id from l1 p))
select (select json_build_array(json_build_array(json_agg(id), json_agg(enterprise_id), json_agg(o0), json_agg(c0), json_agg(c1), json_agg(c2), json_agg(c3), json_agg(c4), json_agg(c5), json_agg(c6), json_agg(c7))) from l1) as s0,
  (select json_object_agg(code, name_zh) from town) as s1,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0), json_agg(c1), json_agg(c2))) from l2) as s2,
  (select json_build_array((select count(*) from certification r))) as s3;
-- ["2026-11-23"]
