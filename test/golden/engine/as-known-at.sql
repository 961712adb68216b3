select coalesce(max(id), 0) as change from change where known_at <= $1;
-- ["2026-01-30T16:00:00.000Z"]

with enterprise as not materialized (select h.* from enterprise_revision h
  where h.change_id <= $2::bigint and h.ended_by > $2::bigint),
former_name as not materialized (select h.* from former_name_revision h
  where h.change_id <= $2::bigint and h.ended_by > $2::bigint),
union_organisation as not materialized (select h.* from union_organisation_revision h
  where h.change_id <= $2::bigint and h.ended_by > $2::bigint),
certification as not materialized (select h.* from certification_revision h
  where h.change_id <= $2::bigint and h.ended_by > $2::bigint),
dispute as not materialized (select h.* from dispute_revision h
  where h.change_id <= $2::bigint and h.ended_by > $2::bigint),
l1 as (select r.id, r.uscc as c0, r.staff as c1, r.updated_at as c2, (select json_agg(f.name order by f.id) from former_name f where f.enterprise_id = r.id) as c3 from enterprise r order by r.id limit 20),
l2 as (select r.id, r.enterprise_id as k, r.members as c0 from union_organisation r where r.enterprise_id in (select p.id from l1 p)),
l3 as (select c.* from l1 p cross join lateral (select r.id, r.enterprise_id as k, case when r.filed_on > $1::date then 'NONE'
  when r.revoked_on <= $1::date then 'REVOKED'
  when r.certified_on is not null and coalesce(r.valid_to, (r.certified_on + make_interval(years => (coalesce((select value #>> '{}' from setting_statement
    where key = 'certificationTerm' and change_id <= $2::bigint order by change_id desc limit 1), '3'))::int))::date - 1) < $1::date then 'EXPIRED'
  when r.certified_on <= $1::date then case when r.qualified then 'CERTIFIED' else 'CLAIMED' end
  when r.notice_from <= $1::date then 'NOTICE'
  when r.review_score is not null then 'SCORED' else 'FILED' end as c0, coalesce(r.valid_to, (r.certified_on + make_interval(years => (coalesce((select value #>> '{}' from setting_statement
    where key = 'certificationTerm' and change_id <= $2::bigint order by change_id desc limit 1), '3'))::int))::date - 1) as c1 from certification r where r.enterprise_id = p.id order by r.filed_on desc, r.id desc limit 1) c),
l4 as (select c.* from l1 p cross join lateral (select r.id, r.enterprise_id as k, r.case_no as c0, r.closed_on as c1, (r.filed_on <= $1::date and (r.closed_on is null or r.closed_on > $1::date)) as c2, ((r.filed_on <= $1::date and (r.closed_on is null or r.closed_on > $1::date)) and $1::date - r.filed_on > 15) as c3, greatest(0, case when (r.filed_on <= $1::date and (r.closed_on is null or r.closed_on > $1::date)) then $1::date else coalesce(least(r.closed_on, $1::date), $1::date) end - r.filed_on) as c4 from dispute r where r.enterprise_id = p.id order by r.filed_on desc, r.id desc limit 20) c),
l5 as (select h.id, h.change_id, h.import_row_id, v.field, v.value,
    row_number() over (partition by h.id, v.field order by h.change_id desc) as age, first_value(v.value) over (partition by h.id, v.field order by h.change_id desc) as present
  from l1 p join enterprise_revision h on h.id = p.id
    cross join lateral (values ('uscc', h.uscc::text), ('name', h.name::text), ('town', h.town::text), ('industry', h.industry::text), ('industryDivision', h.industry_division::text), ('size', h.size::text), ('registration', h.registration::text), ('legalRepresentative', h.legal_representative_hash::text), ('contact', h.contact_hash::text), ('phone', h.phone_hash::text), ('staff', h.staff::text), ('foundedOn', h.founded_on::text), ('status', h.status::text), ('closedOn', h.closed_on::text), ('address', h.address::text)) v(field, value) where h.change_id <= $2::bigint),
l6 as (select n.*,
    min(n.age) filter (where n.value is distinct from n.present) over (partition by n.id, n.field) as broken
  from l5 n where n.present is not null),
l7 as (select distinct on (n.id, n.field) n.*
  from l6 n where n.age < coalesce(n.broken, 2147483647) order by n.id, n.field, n.age desc)
select (select json_build_array(json_build_array(json_agg(id), json_agg(c0), json_agg(c1), json_agg(c2), json_agg(c3))) from l1) as s0,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0))) from l2) as s1,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0), json_agg(c1))) from l3) as s2,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0), json_agg(c1), json_agg(c2), json_agg(c3), json_agg(c4))) from l4) as s3,
  (select json_build_array(json_build_array(json_agg(p.id), json_agg((select count(*) from dispute r where r.enterprise_id = p.id)))) from l1 p) as s4,
  (select json_agg(json_build_array(n.id, n.field, f.file_name, s.sheet, i.row_no, f.id,
      coalesce(nullif(c.known_at, '-infinity'), f.received_at)))
    from l7 n join import_row i on i.id = n.import_row_id
      join import_sheet s on s.id = i.sheet_id join import_file f on f.id = s.file_id left join change c on c.id = n.change_id) as s5,
  (select json_build_array((select count(*) from enterprise r))) as s6;
-- ["2026-01-31",1]
