with l1 as (select r.id, r.enterprise_id, (r.starts_on)::text as o0, r.contract_no as c0, r.worker_name_mask as c1, r.kind as c2, r.signed_on as c3, r.starts_on as c4, r.ends_on as c5, r.terminated_on as c6, case when r.terminated_on <= $1::date and r.terminated_on <= coalesce(r.ends_on, 'infinity') then 'TERMINATED'
  when r.ends_on < $1::date then 'EXPIRED'
  when r.starts_on > $1::date then 'UPCOMING' else 'IN_FORCE' end as c7, r.electronic as c8, case when not r.electronic then 'NOT_ELECTRONIC' else coalesce((
  select case when v.first_at >= ($1::date + 1)::timestamp at time zone 'Asia/Shanghai' then 'UNSIGNED' when v.last_at >= ($1::date + 1)::timestamp at time zone 'Asia/Shanghai' then 'ONE_PARTY' else v.code end
  from contract_verification v where v.contract_id = r.id), 'UNSIGNED') end as c9, r.position as c10 from contract r order by r.starts_on desc, r.id desc limit 21),
l2 as (select r.id, r.id as k, r.uscc as c0, r.name as c1, r.town as c2 from enterprise r where r.id in (select p.enterprise_id from l1 p))
select (select json_build_array(json_build_array(json_agg(id), json_agg(enterprise_id), json_agg(o0), json_agg(c0), json_agg(c1), json_agg(c2), json_agg(c3), json_agg(c4), json_agg(c5), json_agg(c6), json_agg(c7), json_agg(c8), json_agg(c9), json_agg(c10))) from l1) as s0,
  (select json_object_agg(code, name_zh) from town) as s1,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0), json_agg(c1), json_agg(c2))) from l2) as s2,
  (select json_build_array((select count(*) from contract r))) as s3;
-- ["2026-11-23"]
