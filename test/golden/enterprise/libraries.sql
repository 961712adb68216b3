with l1 as (select r.id from enterprise r where r.uscc = $1::text),
l2 as (select c.* from l1 p cross join lateral (select r.id, r.enterprise_id as k, r.contract_no as c0, r.worker_name_mask as c1, r.kind as c2, r.signed_on as c3, r.starts_on as c4, r.ends_on as c5, case when r.terminated_on <= $2::date and r.terminated_on <= coalesce(r.ends_on, 'infinity') then 'TERMINATED'
  when r.ends_on < $2::date then 'EXPIRED'
  when r.starts_on > $2::date then 'UPCOMING' else 'IN_FORCE' end as c6, case when not r.electronic then 'NOT_ELECTRONIC' else coalesce((
  select case when v.first_at >= ($2::date + 1)::timestamp at time zone 'Asia/Shanghai' then 'UNSIGNED' when v.last_at >= ($2::date + 1)::timestamp at time zone 'Asia/Shanghai' then 'ONE_PARTY' else v.code end
  from contract_verification v where v.contract_id = r.id), 'UNSIGNED') end as c7 from contract r where r.enterprise_id = p.id order by r.starts_on desc, r.id desc limit 8) c),
l3 as (select c.* from l1 p cross join lateral (select r.id, r.enterprise_id as k from contract r where r.enterprise_id = p.id and case when r.terminated_on <= $2::date and r.terminated_on <= coalesce(r.ends_on, 'infinity') then 'TERMINATED'
  when r.ends_on < $2::date then 'EXPIRED'
  when r.starts_on > $2::date then 'UPCOMING' else 'IN_FORCE' end = $3::text and r.enterprise_id in (select x1.id from enterprise x1 where x1.status = $4::text) order by r.starts_on desc, r.id desc limit 1) c),
l4 as (select c.* from l1 p cross join lateral (select r.id, r.enterprise_id as k from contract r where r.enterprise_id = p.id and case when r.terminated_on <= $2::date and r.terminated_on <= coalesce(r.ends_on, 'infinity') then 'TERMINATED'
  when r.ends_on < $2::date then 'EXPIRED'
  when r.starts_on > $2::date then 'UPCOMING' else 'IN_FORCE' end = $5::text and (r.electronic) and r.enterprise_id in (select x2.id from enterprise x2 where x2.status = $6::text) order by r.starts_on desc, r.id desc limit 1) c),
l5 as (select c.* from l1 p cross join lateral (select r.id, r.enterprise_id as k from contract r where r.enterprise_id = p.id and case when r.terminated_on <= $2::date and r.terminated_on <= coalesce(r.ends_on, 'infinity') then 'TERMINATED'
  when r.ends_on < $2::date then 'EXPIRED'
  when r.starts_on > $2::date then 'UPCOMING' else 'IN_FORCE' end = $7::text and (r.id in (select v.contract_id from contract_verification v where v.code = 'VERIFIED' and v.last_at < ($2::date + 1)::timestamp at time zone 'Asia/Shanghai')) and r.enterprise_id in (select x3.id from enterprise x3 where x3.status = $8::text) order by r.starts_on desc, r.id desc limit 1) c),
l6 as (select c.* from l1 p cross join lateral (select r.id, r.enterprise_id as k, r.filed_on as c0, r.kind as c1, r.workers as c2, r.contracted as c3, r.insured as c4, r.dispatched as c5, r.part_time as c6, r.migrant as c7, r.rules_filed as c8, r.special_hours as c9, r.lowest_wage::text as c10, r.filing_no as c11 from filing r where r.enterprise_id = p.id and (r.kind <> 'CANCEL' and r.filed_on <= $2::date and not exists (select from filing n
  where n.enterprise_id = r.enterprise_id and n.filed_on <= $2::date
    and (n.filed_on, n.import_row_id, n.id) > (r.filed_on, r.import_row_id, r.id))) order by r.filed_on desc, r.id desc limit 1) c),
l7 as (select h.id, h.change_id, h.import_row_id, v.field, v.value,
    row_number() over (partition by h.id, v.field order by h.change_id desc) as age, first_value(v.value) over (partition by h.id, v.field order by h.change_id desc) as present
  from l6 p join filing_revision h on h.id = p.id
    cross join lateral (values ('filedOn', h.filed_on::text), ('kind', h.kind::text), ('workers', h.workers::text), ('contracted', h.contracted::text), ('insured', h.insured::text), ('dispatched', h.dispatched::text), ('partTime', h.part_time::text), ('migrant', h.migrant::text), ('rulesFiled', h.rules_filed::text), ('specialHours', h.special_hours::text), ('lowestWage', h.lowest_wage::text), ('filingNo', h.filing_no::text)) v(field, value)),
l8 as (select n.*,
    min(n.age) filter (where n.value is distinct from n.present) over (partition by n.id, n.field) as broken
  from l7 n where n.present is not null),
l9 as (select distinct on (n.id, n.field) n.*
  from l8 n where n.age < coalesce(n.broken, 2147483647) order by n.id, n.field, n.age desc),
l10 as (select c.* from l1 p cross join lateral (select r.id, r.enterprise_id as k, r.filed_on as c0, r.kind as c1, (r.kind <> 'CANCEL' and r.filed_on <= $2::date and not exists (select from filing n
  where n.enterprise_id = r.enterprise_id and n.filed_on <= $2::date
    and (n.filed_on, n.import_row_id, n.id) > (r.filed_on, r.import_row_id, r.id))) as c2, r.workers as c3, r.contracted as c4, r.insured as c5 from filing r where r.enterprise_id = p.id order by r.filed_on desc, r.id desc limit 8) c),
l11 as (select c.* from l1 p cross join lateral (select r.id, r.enterprise_id as k, r.platform_contract_no as c0, r.contract_no as c1, r.party as c2, r.signed_at as c3 from signing r where r.enterprise_id = p.id order by r.signed_at desc, r.id desc limit 8) c)
select (select json_build_array(json_build_array(json_agg(id))) from l1) as s0,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0), json_agg(c1), json_agg(c2), json_agg(c3), json_agg(c4), json_agg(c5), json_agg(c6), json_agg(c7))) from l2) as s1,
  (select json_build_array(json_build_array(json_agg(p.id), json_agg((select count(*) from contract r where r.enterprise_id = p.id)))) from l1 p) as s2,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k))) from l3) as s3,
  (select json_build_array(json_build_array(json_agg(p.id), json_agg((select count(*) from contract r where r.enterprise_id = p.id and case when r.terminated_on <= $2::date and r.terminated_on <= coalesce(r.ends_on, 'infinity') then 'TERMINATED'
  when r.ends_on < $2::date then 'EXPIRED'
  when r.starts_on > $2::date then 'UPCOMING' else 'IN_FORCE' end = $3::text and r.enterprise_id in (select x1.id from enterprise x1 where x1.status = $4::text))))) from l1 p) as s4,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k))) from l4) as s5,
  (select json_build_array(json_build_array(json_agg(p.id), json_agg((select count(*) from contract r where r.enterprise_id = p.id and case when r.terminated_on <= $2::date and r.terminated_on <= coalesce(r.ends_on, 'infinity') then 'TERMINATED'
  when r.ends_on < $2::date then 'EXPIRED'
  when r.starts_on > $2::date then 'UPCOMING' else 'IN_FORCE' end = $5::text and (r.electronic) and r.enterprise_id in (select x2.id from enterprise x2 where x2.status = $6::text))))) from l1 p) as s6,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k))) from l5) as s7,
  (select json_build_array(json_build_array(json_agg(p.id), json_agg((select count(*) from contract r where r.enterprise_id = p.id and case when r.terminated_on <= $2::date and r.terminated_on <= coalesce(r.ends_on, 'infinity') then 'TERMINATED'
  when r.ends_on < $2::date then 'EXPIRED'
  when r.starts_on > $2::date then 'UPCOMING' else 'IN_FORCE' end = $7::text and (r.id in (select v.contract_id from contract_verification v where v.code = 'VERIFIED' and v.last_at < ($2::date + 1)::timestamp at time zone 'Asia/Shanghai')) and r.enterprise_id in (select x3.id from enterprise x3 where x3.status = $8::text))))) from l1 p) as s8,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0), json_agg(c1), json_agg(c2), json_agg(c3), json_agg(c4), json_agg(c5), json_agg(c6), json_agg(c7), json_agg(c8), json_agg(c9), json_agg(c10), json_agg(c11))) from l6) as s9,
  (select json_agg(json_build_array(n.id, n.field, f.file_name, s.sheet, i.row_no, f.id,
      coalesce(nullif(c.known_at, '-infinity'), f.received_at)))
    from l9 n join import_row i on i.id = n.import_row_id
      join import_sheet s on s.id = i.sheet_id join import_file f on f.id = s.file_id left join change c on c.id = n.change_id) as s10,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0), json_agg(c1), json_agg(c2), json_agg(c3), json_agg(c4), json_agg(c5))) from l10) as s11,
  (select json_build_array(json_build_array(json_agg(p.id), json_agg((select count(*) from filing r where r.enterprise_id = p.id)))) from l1 p) as s12,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0), json_agg(c1), json_agg(c2), json_agg(c3))) from l11) as s13,
  (select json_build_array(json_build_array(json_agg(p.id), json_agg((select count(*) from signing r where r.enterprise_id = p.id)))) from l1 p) as s14;
-- ["91450200000000001G","2026-11-23","IN_FORCE","ACTIVE","IN_FORCE","ACTIVE","IN_FORCE","ACTIVE"]
