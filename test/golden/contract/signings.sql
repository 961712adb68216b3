with l1 as (select r.id, r.platform_contract_key, r.enterprise_id, (r.signed_at)::text as o0, r.platform_contract_no as c0, r.contract_no as c1, r.party as c2, r.signed_at as c3, r.certificate_no as c4 from signing r order by r.signed_at desc, r.id desc limit 21),
l2 as (select r.id, r.platform_contract_key as k, r.contract_no as c0, case when not r.electronic then 'NOT_ELECTRONIC' else coalesce((
  select case when v.first_at >= ($1::date + 1)::timestamp at time zone 'Asia/Shanghai' then 'UNSIGNED' when v.last_at >= ($1::date + 1)::timestamp at time zone 'Asia/Shanghai' then 'ONE_PARTY' else v.code end
  from contract_verification v where v.contract_id = r.id), 'UNSIGNED') end as c1 from contract r where r.platform_contract_key in (select p.platform_contract_key from l1 p)),
l3 as (select r.id, r.id as k, r.uscc as c0, r.name as c1, r.town as c2 from enterprise r where r.id in (select p.enterprise_id from l1 p))
select (select json_build_array(json_build_array(json_agg(id), json_agg(platform_contract_key), json_agg(enterprise_id), json_agg(o0), json_agg(c0), json_agg(c1), json_agg(c2), json_agg(c3), json_agg(c4))) from l1) as s0,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0), json_agg(c1))) from l2) as s1,
  (select json_object_agg(code, name_zh) from town) as s2,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0), json_agg(c1), json_agg(c2))) from l3) as s3,
  (select json_build_array((select count(*) from signing r))) as s4;
-- ["2026-11-23"]
