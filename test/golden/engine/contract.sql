with l1 as (select r.id, r.platform_contract_key, r.contract_no as c0, case when r.terminated_on <= $2::date and r.terminated_on <= coalesce(r.ends_on, 'infinity') then 'TERMINATED'
  when r.ends_on < $2::date then 'EXPIRED'
  when r.starts_on > $2::date then 'UPCOMING' else 'IN_FORCE' end as c1, case when not r.electronic then 'NOT_ELECTRONIC' else coalesce((
  select case when v.first_at >= ($2::date + 1)::timestamp at time zone 'Asia/Shanghai' then 'UNSIGNED' when v.last_at >= ($2::date + 1)::timestamp at time zone 'Asia/Shanghai' then 'ONE_PARTY' else v.code end
  from contract_verification v where v.contract_id = r.id), 'UNSIGNED') end as c2, r.updated_at as c3 from contract r where r.id = $1::bigint),
l2 as (select c.* from l1 p cross join lateral (select r.id, r.platform_contract_key as k, r.platform_contract_key, r.party as c0, r.digest as c1 from signing r where r.platform_contract_key = p.platform_contract_key order by r.signed_at desc, r.id desc limit 200) c),
l3 as (select r.id, r.platform_contract_key as k, r.contract_no as c0 from contract r where r.platform_contract_key in (select p.platform_contract_key from l2 p)),
l4 as (select h.id, h.change_id, h.import_row_id, v.field, v.value,
    row_number() over (partition by h.id, v.field order by h.change_id desc) as age, first_value(v.value) over (partition by h.id, v.field order by h.change_id desc) as present
  from l1 p join contract_revision h on h.id = p.id
    cross join lateral (values ('contractNo', h.contract_no::text), ('workerName', h.worker_name_hash::text), ('idNumber', h.id_number_hash::text), ('kind', h.kind::text), ('signedOn', h.signed_on::text), ('startsOn', h.starts_on::text), ('endsOn', h.ends_on::text), ('terminatedOn', h.terminated_on::text), ('statedStatus', h.stated_status::text), ('electronic', h.electronic::text), ('platform', h.platform::text), ('platformContractNo', h.platform_contract_no::text), ('digest', h.digest::text), ('position', h.position::text), ('wage', h.wage::text)) v(field, value)),
l5 as (select n.*,
    min(n.age) filter (where n.value is distinct from n.present) over (partition by n.id, n.field) as broken
  from l4 n where n.present is not null),
l6 as (select distinct on (n.id, n.field) n.*
  from l5 n where n.age < coalesce(n.broken, 2147483647) order by n.id, n.field, n.age desc)
select (select json_build_array(json_build_array(json_agg(id), json_agg(platform_contract_key), json_agg(c0), json_agg(c1), json_agg(c2), json_agg(c3))) from l1) as s0,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(platform_contract_key), json_agg(c0), json_agg(c1))) from l2) as s1,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0))) from l3) as s2,
  (select json_agg(json_build_array(n.id, n.field, f.file_name, s.sheet, i.row_no, f.id,
      coalesce(nullif(c.known_at, '-infinity'), f.received_at)))
    from l6 n join import_row i on i.id = n.import_row_id
      join import_sheet s on s.id = i.sheet_id join import_file f on f.id = s.file_id left join change c on c.id = n.change_id) as s3;
-- ["2","2026-11-23"]
