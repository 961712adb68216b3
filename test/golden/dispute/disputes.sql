with l1 as (select r.id, r.enterprise_id, (r.filed_on)::text as o0, r.case_no as c0, r.filed_on as c1, r.applicants as c2, r.cause as c3, r.amount::text as c4, r.channel as c5, r.accepted_on as c6, r.closed_on as c7, r.outcome as c8, (r.filed_on <= $1::date and (r.closed_on is null or r.closed_on > $1::date)) as c9, ((r.filed_on <= $1::date and (r.closed_on is null or r.closed_on > $1::date)) and $1::date - r.filed_on > 15) as c10, greatest(0, case when (r.filed_on <= $1::date and (r.closed_on is null or r.closed_on > $1::date)) then $1::date else coalesce(least(r.closed_on, $1::date), $1::date) end - r.filed_on) as c11, r.respondent_name as c12 from dispute r order by r.filed_on desc, r.id desc limit 21),
l2 as (select r.id, r.id as k, r.uscc as c0, r.name as c1, r.town as c2 from enterprise r where r.id in (select p.enterprise_id from l1 p))
select (select json_object_agg(code, name_zh) from dispute_cause) as s0,
  (select json_build_array(json_build_array(json_agg(id), json_agg(enterprise_id), json_agg(o0), json_agg(c0), json_agg(c1), json_agg(c2), json_agg(c3), json_agg(c4), json_agg(c5), json_agg(c6), json_agg(c7), json_agg(c8), json_agg(c9), json_agg(c10), json_agg(c11), json_agg(c12))) from l1) as s1,
  (select json_object_agg(code, name_zh) from town) as s2,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0), json_agg(c1), json_agg(c2))) from l2) as s3,
  (select json_build_array((select count(*) from dispute r))) as s4;
-- ["2026-11-23"]
