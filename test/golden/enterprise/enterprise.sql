with l1 as (select r.id, r.uscc as c0, r.name as c1, (select json_agg(f.name order by f.id) from former_name f where f.enterprise_id = r.id) as c2, r.town as c3, r.industry as c4, r.industry_division as c5, r.size as c6, r.registration as c7, r.legal_representative_mask as c8, r.contact_mask as c9, r.phone_mask as c10, r.staff as c11, r.founded_on as c12, r.status as c13, r.closed_on as c14, r.address as c15, r.updated_at as c16 from enterprise r where r.uscc = $1::text),
l2 as (select r.id, r.enterprise_id as k, r.form as c0, r.name as c1, r.founded_on as c2, r.dissolved_on as c3, r.members as c4, r.chair_mask as c5, r.collective_from as c6, r.collective_to as c7, r.wage_from as c8, r.wage_to as c9, r.women_to as c10, r.congress as c11, r.disclosure as c12 from union_organisation r where r.enterprise_id in (select p.id from l1 p)),
l3 as (select h.id, h.change_id, h.import_row_id, v.field, v.value,
    row_number() over (partition by h.id, v.field order by h.change_id desc) as age, first_value(v.value) over (partition by h.id, v.field order by h.change_id desc) as present
  from l2 p join union_organisation_revision h on h.id = p.id
    cross join lateral (values ('form', h.form::text), ('name', h.name::text), ('foundedOn', h.founded_on::text), ('dissolvedOn', h.dissolved_on::text), ('members', h.members::text), ('chair', h.chair_hash::text), ('agreements', nullif(concat_ws('|', h.collective_from::text, h.collective_to::text, h.wage_from::text, h.wage_to::text, h.women_to::text), '')), ('congress', h.congress::text), ('disclosure', h.disclosure::text)) v(field, value)),
l4 as (select n.*,
    min(n.age) filter (where n.value is distinct from n.present) over (partition by n.id, n.field) as broken
  from l3 n where n.present is not null),
l5 as (select distinct on (n.id, n.field) n.*
  from l4 n where n.age < coalesce(n.broken, 2147483647) order by n.id, n.field, n.age desc),
l6 as (select c.* from l1 p cross join lateral (select r.id, r.enterprise_id as k, r.filed_on as c0, r.self_score::text as c1, r.self_participants as c2, r.union_representatives as c3, r.worker_representatives as c4, r.internal_notice_on as c5, r.review_score::text as c6, r.notice_from as c7, r.notice_to as c8, r.notice_channels as c9, r.objections as c10, r.certified_on as c11, r.grade as c12, r.certificate_no as c13, coalesce(r.valid_to, (r.certified_on + make_interval(years => (coalesce((select value #>> '{}' from setting_statement
    where key = 'certificationTerm' order by change_id desc limit 1), '3'))::int))::date - 1) as c14, r.revoked_on as c15, r.revocation_reason as c16, r.qualified as c17, to_json(r.lacking) as c18, case when r.filed_on > $2::date then 'NONE'
  when r.revoked_on <= $2::date then 'REVOKED'
  when r.certified_on is not null and coalesce(r.valid_to, (r.certified_on + make_interval(years => (coalesce((select value #>> '{}' from setting_statement
    where key = 'certificationTerm' order by change_id desc limit 1), '3'))::int))::date - 1) < $2::date then 'EXPIRED'
  when r.certified_on <= $2::date then case when r.qualified then 'CERTIFIED' else 'CLAIMED' end
  when r.notice_from <= $2::date then 'NOTICE'
  when r.review_score is not null then 'SCORED' else 'FILED' end as c19 from certification r where r.enterprise_id = p.id order by r.filed_on desc, r.id desc limit 1) c),
l7 as (select h.id, h.change_id, h.import_row_id, v.field, v.value,
    row_number() over (partition by h.id, v.field order by h.change_id desc) as age, first_value(v.value) over (partition by h.id, v.field order by h.change_id desc) as present
  from l6 p join certification_revision h on h.id = p.id
    cross join lateral (values ('filedOn', h.filed_on::text), ('selfScore', h.self_score::text), ('selfParticipants', h.self_participants::text), ('unionRepresentatives', h.union_representatives::text), ('workerRepresentatives', h.worker_representatives::text), ('internalNoticeOn', h.internal_notice_on::text), ('reviewScore', h.review_score::text), ('noticeFrom', h.notice_from::text), ('noticeTo', h.notice_to::text), ('noticeChannels', h.notice_channels::text), ('objections', h.objections::text), ('certifiedOn', h.certified_on::text), ('grade', h.grade::text), ('certificateNo', h.certificate_no::text), ('validTo', h.valid_to::text), ('revokedOn', h.revoked_on::text), ('revocationReason', h.revocation_reason::text), ('statedStatus', h.stated_status::text), ('qualified', h.qualified::text)) v(field, value)),
l8 as (select n.*,
    min(n.age) filter (where n.value is distinct from n.present) over (partition by n.id, n.field) as broken
  from l7 n where n.present is not null),
l9 as (select distinct on (n.id, n.field) n.*
  from l8 n where n.age < coalesce(n.broken, 2147483647) order by n.id, n.field, n.age desc),
l10 as (select c.* from l1 p cross join lateral (select r.id, r.enterprise_id as k, r.case_no as c0, r.filed_on as c1, r.applicants as c2, r.cause as c3, r.amount::text as c4, r.channel as c5, r.closed_on as c6, r.outcome as c7, (r.filed_on <= $2::date and (r.closed_on is null or r.closed_on > $2::date)) as c8, ((r.filed_on <= $2::date and (r.closed_on is null or r.closed_on > $2::date)) and $2::date - r.filed_on > 15) as c9, greatest(0, case when (r.filed_on <= $2::date and (r.closed_on is null or r.closed_on > $2::date)) then $2::date else coalesce(least(r.closed_on, $2::date), $2::date) end - r.filed_on) as c10 from dispute r where r.enterprise_id = p.id order by r.filed_on desc, r.id desc limit 10) c),
l11 as (select h.id, h.change_id, h.import_row_id, v.field, v.value,
    row_number() over (partition by h.id, v.field order by h.change_id desc) as age, first_value(v.value) over (partition by h.id, v.field order by h.change_id desc) as present
  from l1 p join enterprise_revision h on h.id = p.id
    cross join lateral (values ('uscc', h.uscc::text), ('name', h.name::text), ('town', h.town::text), ('industry', h.industry::text), ('industryDivision', h.industry_division::text), ('size', h.size::text), ('registration', h.registration::text), ('legalRepresentative', h.legal_representative_hash::text), ('contact', h.contact_hash::text), ('phone', h.phone_hash::text), ('staff', h.staff::text), ('foundedOn', h.founded_on::text), ('status', h.status::text), ('closedOn', h.closed_on::text), ('address', h.address::text)) v(field, value)),
l12 as (select n.*,
    min(n.age) filter (where n.value is distinct from n.present) over (partition by n.id, n.field) as broken
  from l11 n where n.present is not null),
l13 as (select distinct on (n.id, n.field) n.*
  from l12 n where n.age < coalesce(n.broken, 2147483647) order by n.id, n.field, n.age desc)
select (select json_object_agg(code, name_zh) from town) as s0,
  (select json_object_agg(code, name_zh) from industry) as s1,
  (select json_build_array(json_build_array(json_agg(id), json_agg(c0), json_agg(c1), json_agg(c2), json_agg(c3), json_agg(c4), json_agg(c5), json_agg(c6), json_agg(c7), json_agg(c8), json_agg(c9), json_agg(c10), json_agg(c11), json_agg(c12), json_agg(c13), json_agg(c14), json_agg(c15), json_agg(c16))) from l1) as s2,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0), json_agg(c1), json_agg(c2), json_agg(c3), json_agg(c4), json_agg(c5), json_agg(c6), json_agg(c7), json_agg(c8), json_agg(c9), json_agg(c10), json_agg(c11), json_agg(c12))) from l2) as s3,
  (select json_agg(json_build_array(n.id, n.field, f.file_name, s.sheet, i.row_no, f.id,
      coalesce(nullif(c.known_at, '-infinity'), f.received_at)))
    from l5 n join import_row i on i.id = n.import_row_id
      join import_sheet s on s.id = i.sheet_id join import_file f on f.id = s.file_id left join change c on c.id = n.change_id) as s4,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0), json_agg(c1), json_agg(c2), json_agg(c3), json_agg(c4), json_agg(c5), json_agg(c6), json_agg(c7), json_agg(c8), json_agg(c9), json_agg(c10), json_agg(c11), json_agg(c12), json_agg(c13), json_agg(c14), json_agg(c15), json_agg(c16), json_agg(c17), json_agg(c18), json_agg(c19))) from l6) as s5,
  (select json_agg(json_build_array(n.id, n.field, f.file_name, s.sheet, i.row_no, f.id,
      coalesce(nullif(c.known_at, '-infinity'), f.received_at)))
    from l9 n join import_row i on i.id = n.import_row_id
      join import_sheet s on s.id = i.sheet_id join import_file f on f.id = s.file_id left join change c on c.id = n.change_id) as s6,
  (select json_object_agg(code, name_zh) from dispute_cause) as s7,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0), json_agg(c1), json_agg(c2), json_agg(c3), json_agg(c4), json_agg(c5), json_agg(c6), json_agg(c7), json_agg(c8), json_agg(c9), json_agg(c10))) from l10) as s8,
  (select json_build_array(json_build_array(json_agg(p.id), json_agg((select count(*) from dispute r where r.enterprise_id = p.id)))) from l1 p) as s9,
  (select json_agg(json_build_array(n.id, n.field, f.file_name, s.sheet, i.row_no, f.id,
      coalesce(nullif(c.known_at, '-infinity'), f.received_at)))
    from l13 n join import_row i on i.id = n.import_row_id
      join import_sheet s on s.id = i.sheet_id join import_file f on f.id = s.file_id left join change c on c.id = n.change_id) as s10;
-- ["91450200000000001G","2026-11-23"]
