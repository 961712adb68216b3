with l1 as (select r.id, r.enterprise_id, r.contract_no as c0, r.worker_name_mask as c1, r.id_number_mask as c2, r.kind as c3, r.signed_on as c4, r.starts_on as c5, r.ends_on as c6, r.terminated_on as c7, case when r.terminated_on <= $2::date and r.terminated_on <= coalesce(r.ends_on, 'infinity') then 'TERMINATED'
  when r.ends_on < $2::date then 'EXPIRED'
  when r.starts_on > $2::date then 'UPCOMING' else 'IN_FORCE' end as c8, r.stated_status as c9, r.electronic as c10, r.platform as c11, r.platform_contract_no as c12, r.digest as c13, case when not r.electronic then 'NOT_ELECTRONIC' else coalesce((
  select case when v.first_at >= ($2::date + 1)::timestamp at time zone 'Asia/Shanghai' then 'UNSIGNED' when v.last_at >= ($2::date + 1)::timestamp at time zone 'Asia/Shanghai' then 'ONE_PARTY' else v.code end
  from contract_verification v where v.contract_id = r.id), 'UNSIGNED') end as c14, r.position as c15, r.wage::text as c16, r.version as c17, r.updated_at as c18 from contract r where r.id = any ($1::bigint[])),
l2 as (select r.id, r.id as k, r.uscc as c0, r.name as c1 from enterprise r where r.id in (select p.enterprise_id from l1 p)),
l3 as (select h.id, h.change_id, h.import_row_id, v.field, v.value,
    row_number() over (partition by h.id, v.field order by h.change_id desc) as age, first_value(v.value) over (partition by h.id, v.field order by h.change_id desc) as present
  from l1 p join contract_revision h on h.id = p.id
    cross join lateral (values ('contractNo', h.contract_no::text), ('workerName', h.worker_name_hash::text), ('idNumber', h.id_number_hash::text), ('kind', h.kind::text), ('signedOn', h.signed_on::text), ('startsOn', h.starts_on::text), ('endsOn', h.ends_on::text), ('terminatedOn', h.terminated_on::text), ('statedStatus', h.stated_status::text), ('electronic', h.electronic::text), ('platform', h.platform::text), ('platformContractNo', h.platform_contract_no::text), ('digest', h.digest::text), ('position', h.position::text), ('wage', h.wage::text)) v(field, value)),
l4 as (select n.*,
    min(n.age) filter (where n.value is distinct from n.present) over (partition by n.id, n.field) as broken
  from l3 n where n.present is not null),
l5 as (select distinct on (n.id, n.field) n.*
  from l4 n where n.age < coalesce(n.broken, 2147483647) order by n.id, n.field, n.age desc)
select (select json_build_array(json_build_array(json_agg(id), json_agg(enterprise_id), json_agg(c0), json_agg(c1), json_agg(c2), json_agg(c3), json_agg(c4), json_agg(c5), json_agg(c6), json_agg(c7), json_agg(c8), json_agg(c9), json_agg(c10), json_agg(c11), json_agg(c12), json_agg(c13), json_agg(c14), json_agg(c15), json_agg(c16), json_agg(c17), json_agg(c18))) from l1) as s0,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0), json_agg(c1))) from l2) as s1,
  (select json_agg(json_build_array(n.id, n.field, f.file_name, s.sheet, i.row_no, f.id,
      coalesce(nullif(c.known_at, '-infinity'), f.received_at)))
    from l5 n join import_row i on i.id = n.import_row_id
      join import_sheet s on s.id = i.sheet_id join import_file f on f.id = s.file_id left join change c on c.id = n.change_id) as s2;
-- [[1],"2026-11-23"]
