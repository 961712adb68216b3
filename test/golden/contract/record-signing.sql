with l1 as (select r.id, r.enterprise_id, r.platform_contract_no as c0, r.contract_no as c1, r.party as c2, r.signed_at as c3, r.certificate_no as c4, r.timestamp_no as c5, r.digest as c6, r.version as c7, r.updated_at as c8 from signing r where r.id = any ($1::bigint[])),
l2 as (select r.id, r.id as k, r.uscc as c0, r.name as c1 from enterprise r where r.id in (select p.enterprise_id from l1 p)),
l3 as (select h.id, h.change_id, h.import_row_id, v.field, v.value,
    row_number() over (partition by h.id, v.field order by h.change_id desc) as age, first_value(v.value) over (partition by h.id, v.field order by h.change_id desc) as present
  from l1 p join signing_revision h on h.id = p.id
    cross join lateral (values ('platformContractNo', h.platform_contract_no::text), ('contractNo', h.contract_no::text), ('party', h.party::text), ('signedAt', h.signed_at::text), ('certificateNo', h.certificate_no::text), ('timestampNo', h.timestamp_no::text), ('digest', h.digest::text)) v(field, value)),
l4 as (select n.*,
    min(n.age) filter (where n.value is distinct from n.present) over (partition by n.id, n.field) as broken
  from l3 n where n.present is not null),
l5 as (select distinct on (n.id, n.field) n.*
  from l4 n where n.age < coalesce(n.broken, 2147483647) order by n.id, n.field, n.age desc)
select (select json_build_array(json_build_array(json_agg(id), json_agg(enterprise_id), json_agg(c0), json_agg(c1), json_agg(c2), json_agg(c3), json_agg(c4), json_agg(c5), json_agg(c6), json_agg(c7), json_agg(c8))) from l1) as s0,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0), json_agg(c1))) from l2) as s1,
  (select json_agg(json_build_array(n.id, n.field, f.file_name, s.sheet, i.row_no, f.id,
      coalesce(nullif(c.known_at, '-infinity'), f.received_at)))
    from l5 n join import_row i on i.id = n.import_row_id
      join import_sheet s on s.id = i.sheet_id join import_file f on f.id = s.file_id left join change c on c.id = n.change_id) as s2;
-- [[2]]
