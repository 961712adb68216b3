with l1 as (select r.id, r.enterprise_id, r.platform_contract_key, (r.ends_on)::text as o0, r.contract_no as c0, r.worker_name_mask as c1, r.id_number_mask as c2, r.kind as c3, r.signed_on as c4, r.starts_on as c5, r.ends_on as c6, r.terminated_on as c7, r.stated_status as c8, case when r.terminated_on <= $1::date and r.terminated_on <= coalesce(r.ends_on, 'infinity') then 'TERMINATED'
  when r.ends_on < $1::date then 'EXPIRED'
  when r.starts_on > $1::date then 'UPCOMING' else 'IN_FORCE' end as c9, r.electronic as c10, r.platform as c11, r.platform_contract_no as c12, r.digest as c13, r.position as c14, r.wage::text as c15, case when not r.electronic then 'NOT_ELECTRONIC' else coalesce((
  select case when v.first_at >= ($1::date + 1)::timestamp at time zone 'Asia/Shanghai' then 'UNSIGNED' when v.last_at >= ($1::date + 1)::timestamp at time zone 'Asia/Shanghai' then 'ONE_PARTY' else v.code end
  from contract_verification v where v.contract_id = r.id), 'UNSIGNED') end as c16 from contract r order by r.ends_on nulls last, r.id limit 11),
l2 as (select r.id, r.id as k, r.name as c0 from enterprise r where r.id in (select p.enterprise_id from l1 p)),
l3 as (select c.* from l1 p cross join lateral (select r.id, r.platform_contract_key as k, r.party as c0, r.signed_at as c1 from signing r where r.platform_contract_key = p.platform_contract_key order by r.signed_at desc, r.id desc limit 200) c)
select (select json_build_array(json_build_array(json_agg(id), json_agg(enterprise_id), json_agg(platform_contract_key), json_agg(o0), json_agg(c0), json_agg(c1), json_agg(c2), json_agg(c3), json_agg(c4), json_agg(c5), json_agg(c6), json_agg(c7), json_agg(c8), json_agg(c9), json_agg(c10), json_agg(c11), json_agg(c12), json_agg(c13), json_agg(c14), json_agg(c15), json_agg(c16))) from l1) as s0,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0))) from l2) as s1,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0), json_agg(c1))) from l3) as s2,
  (select json_build_array((select count(*) from contract r))) as s3;
-- ["2026-11-23"]
