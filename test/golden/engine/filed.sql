with l1 as (select r.id, r.name as c0, (select i.grade from inspection i
  where i.enterprise_id = r.id and i.grade is not null and i.checked_on <= $1::date
  order by i.checked_on desc, i.import_row_id desc, i.id desc limit 1) as c1 from enterprise r order by r.id limit 10),
l2 as (select c.* from l1 p cross join lateral (select r.id, r.enterprise_id as k, r.kind as c0, r.filed_on as c1, r.workers as c2 from filing r where r.enterprise_id = p.id and (r.kind <> 'CANCEL' and r.filed_on <= $1::date and not exists (select from filing n
  where n.enterprise_id = r.enterprise_id and n.filed_on <= $1::date
    and (n.filed_on, n.import_row_id, n.id) > (r.filed_on, r.import_row_id, r.id))) order by r.filed_on desc, r.id desc limit 1) c),
l3 as (select c.* from l1 p cross join lateral (select r.id, r.enterprise_id as k, r.kind as c0, r.filed_on as c1, (r.kind <> 'CANCEL' and r.filed_on <= $1::date and not exists (select from filing n
  where n.enterprise_id = r.enterprise_id and n.filed_on <= $1::date
    and (n.filed_on, n.import_row_id, n.id) > (r.filed_on, r.import_row_id, r.id))) as c2, r.workers as c3, r.contracted as c4, r.insured as c5, r.dispatched as c6, r.part_time as c7, r.migrant as c8, r.rules_filed as c9, r.special_hours as c10, r.lowest_wage::text as c11, r.filing_no as c12 from filing r where r.enterprise_id = p.id order by r.filed_on desc, r.id desc limit 5) c),
l4 as (select c.* from l1 p cross join lateral (select r.id, r.enterprise_id as k, r.contract_no as c0 from contract r where r.enterprise_id = p.id and case when r.terminated_on <= $1::date and r.terminated_on <= coalesce(r.ends_on, 'infinity') then 'TERMINATED'
  when r.ends_on < $1::date then 'EXPIRED'
  when r.starts_on > $1::date then 'UPCOMING' else 'IN_FORCE' end = $2::text and not (r.id in (select v.contract_id from contract_verification v where v.code = 'VERIFIED' and v.last_at < ($1::date + 1)::timestamp at time zone 'Asia/Shanghai')) order by r.starts_on desc, r.id desc limit 1) c),
l5 as (select c.* from l1 p cross join lateral (select r.id, r.enterprise_id as k, r.platform_contract_no as c0, r.signed_at as c1 from signing r where r.enterprise_id = p.id order by r.signed_at desc, r.id desc limit 1) c),
l6 as (select c.* from l1 p cross join lateral (select r.id, r.enterprise_id as k, r.case_no as c0 from inspection r where r.enterprise_id = p.id order by r.checked_on desc, r.id desc limit 1) c)
select (select json_build_array(json_build_array(json_agg(id), json_agg(c0), json_agg(c1))) from l1) as s0,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0), json_agg(c1), json_agg(c2))) from l2) as s1,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0), json_agg(c1), json_agg(c2), json_agg(c3), json_agg(c4), json_agg(c5), json_agg(c6), json_agg(c7), json_agg(c8), json_agg(c9), json_agg(c10), json_agg(c11), json_agg(c12))) from l3) as s2,
  (select json_build_array(json_build_array(json_agg(p.id), json_agg((select count(*) from filing r where r.enterprise_id = p.id)))) from l1 p) as s3,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0))) from l4) as s4,
  (select json_build_array(json_build_array(json_agg(p.id), json_agg((select count(*) from contract r where r.enterprise_id = p.id and case when r.terminated_on <= $1::date and r.terminated_on <= coalesce(r.ends_on, 'infinity') then 'TERMINATED'
  when r.ends_on < $1::date then 'EXPIRED'
  when r.starts_on > $1::date then 'UPCOMING' else 'IN_FORCE' end = $2::text and not (r.id in (select v.contract_id from contract_verification v where v.code = 'VERIFIED' and v.last_at < ($1::date + 1)::timestamp at time zone 'Asia/Shanghai')))))) from l1 p) as s5,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0), json_agg(c1))) from l5) as s6,
  (select json_build_array(json_build_array(json_agg(p.id), json_agg((select count(*) from signing r where r.enterprise_id = p.id)))) from l1 p) as s7,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0))) from l6) as s8,
  (select json_build_array(json_build_array(json_agg(p.id), json_agg((select count(*) from inspection r where r.enterprise_id = p.id)))) from l1 p) as s9;
-- ["2026-11-23","IN_FORCE"]
