with l1 as (select r.id, r.enterprise_id, r.filed_on as c0, case when r.filed_on > $2::date then 'NONE'
  when r.revoked_on <= $2::date then 'REVOKED'
  when r.certified_on is not null and coalesce(r.valid_to, (r.certified_on + make_interval(years => (coalesce((select value #>> '{}' from setting_statement
    where key = 'certificationTerm' order by change_id desc limit 1), '3'))::int))::date - 1) < $2::date then 'EXPIRED'
  when r.certified_on <= $2::date then case when r.qualified then 'CERTIFIED' else 'CLAIMED' end
  when r.notice_from <= $2::date then 'NOTICE'
  when r.review_score is not null then 'SCORED' else 'FILED' end as c1, to_json(r.lacking) as c2, r.self_score::text as c3, r.self_participants as c4, r.union_representatives as c5, r.worker_representatives as c6, r.internal_notice_on as c7, r.review_score::text as c8, r.notice_from as c9, r.notice_to as c10, r.notice_channels as c11, r.objections as c12, r.certified_on as c13, r.grade as c14, r.certificate_no as c15, coalesce(r.valid_to, (r.certified_on + make_interval(years => (coalesce((select value #>> '{}' from setting_statement
    where key = 'certificationTerm' order by change_id desc limit 1), '3'))::int))::date - 1) as c16, r.revoked_on as c17, r.revocation_reason as c18, r.version as c19, r.updated_at as c20 from certification r where r.id = any ($1::bigint[])),
l2 as (select r.id, r.id as k, r.uscc as c0, r.name as c1 from enterprise r where r.id in (select p.enterprise_id from l1 p)),
l3 as (select h.id, h.change_id, h.import_row_id, v.field, v.value,
    row_number() over (partition by h.id, v.field order by h.change_id desc) as age, first_value(v.value) over (partition by h.id, v.field order by h.change_id desc) as present
  from l1 p join certification_revision h on h.id = p.id
    cross join lateral (values ('filedOn', h.filed_on::text), ('selfScore', h.self_score::text), ('selfParticipants', h.self_participants::text), ('unionRepresentatives', h.union_representatives::text), ('workerRepresentatives', h.worker_representatives::text), ('internalNoticeOn', h.internal_notice_on::text), ('reviewScore', h.review_score::text), ('noticeFrom', h.notice_from::text), ('noticeTo', h.notice_to::text), ('noticeChannels', h.notice_channels::text), ('objections', h.objections::text), ('certifiedOn', h.certified_on::text), ('grade', h.grade::text), ('certificateNo', h.certificate_no::text), ('validTo', h.valid_to::text), ('revokedOn', h.revoked_on::text), ('revocationReason', h.revocation_reason::text), ('statedStatus', h.stated_status::text), ('qualified', h.qualified::text)) v(field, value)),
l4 as (select n.*,
    min(n.age) filter (where n.value is distinct from n.present) over (partition by n.id, n.field) as broken
  from l3 n where n.present is not null),
l5 as (select distinct on (n.id, n.field) n.*
  from l4 n where n.age < coalesce(n.broken, 2147483647) order by n.id, n.field, n.age desc)
select (select json_build_array(json_build_array(json_agg(id), json_agg(enterprise_id), json_agg(c0), json_agg(c1), json_agg(c2), json_agg(c3), json_agg(c4), json_agg(c5), json_agg(c6), json_agg(c7), json_agg(c8), json_agg(c9), json_agg(c10), json_agg(c11), json_agg(c12), json_agg(c13), json_agg(c14), json_agg(c15), json_agg(c16), json_agg(c17), json_agg(c18), json_agg(c19), json_agg(c20))) from l1) as s0,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0), json_agg(c1))) from l2) as s1,
  (select json_agg(json_build_array(n.id, n.field, f.file_name, s.sheet, i.row_no, f.id,
      coalesce(nullif(c.known_at, '-infinity'), f.received_at)))
    from l5 n join import_row i on i.id = n.import_row_id
      join import_sheet s on s.id = i.sheet_id join import_file f on f.id = s.file_id left join change c on c.id = n.change_id) as s2;
-- [[2],"2026-11-23"]
