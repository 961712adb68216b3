with l1 as (select r.id, r.enterprise_id, r.case_no as c0, r.filed_on as c1, r.applicant_mask as c2, r.applicants as c3, r.migrant as c4, r.respondent_name as c5, r.cause as c6, r.cause_text as c7, r.amount::text as c8, r.channel as c9, r.accepted_on as c10, r.mediator as c11, r.closed_on as c12, r.outcome as c13, r.settlement_amount::text as c14, r.confirmed as c15, r.confirmed_on as c16, r.performance as c17, r.archived_on as c18, r.job_lost as c19, r.referred_on as c20, r.reemployed_on as c21, ((r.filed_on <= $2::date and (r.closed_on is null or r.closed_on > $2::date)) and $2::date - r.filed_on > 15) as c22, greatest(0, case when (r.filed_on <= $2::date and (r.closed_on is null or r.closed_on > $2::date)) then $2::date else coalesce(least(r.closed_on, $2::date), $2::date) end - r.filed_on) as c23, r.version as c24, r.updated_at as c25 from dispute r where r.id = any ($1::bigint[])),
l2 as (select r.id, r.id as k, r.uscc as c0, r.name as c1 from enterprise r where r.id in (select p.enterprise_id from l1 p)),
l3 as (select h.id, h.change_id, h.import_row_id, v.field, v.value,
    row_number() over (partition by h.id, v.field order by h.change_id desc) as age, first_value(v.value) over (partition by h.id, v.field order by h.change_id desc) as present
  from l1 p join dispute_revision h on h.id = p.id
    cross join lateral (values ('caseNo', h.case_no::text), ('filedOn', h.filed_on::text), ('applicant', h.applicant_hash::text), ('applicants', h.applicants::text), ('migrant', h.migrant::text), ('respondentName', h.respondent_name::text), ('cause', h.cause::text), ('causeText', h.cause_text::text), ('amount', h.amount::text), ('channel', h.channel::text), ('acceptedOn', h.accepted_on::text), ('mediator', h.mediator::text), ('closedOn', h.closed_on::text), ('outcome', h.outcome::text), ('settlementAmount', h.settlement_amount::text), ('confirmed', h.confirmed::text), ('confirmedOn', h.confirmed_on::text), ('performance', h.performance::text), ('archivedOn', h.archived_on::text), ('jobLost', h.job_lost::text), ('referredOn', h.referred_on::text), ('reemployedOn', h.reemployed_on::text)) v(field, value)),
l4 as (select n.*,
    min(n.age) filter (where n.value is distinct from n.present) over (partition by n.id, n.field) as broken
  from l3 n where n.present is not null),
l5 as (select distinct on (n.id, n.field) n.*
  from l4 n where n.age < coalesce(n.broken, 2147483647) order by n.id, n.field, n.age desc)
select (select json_object_agg(code, name_zh) from dispute_cause) as s0,
  (select json_build_array(json_build_array(json_agg(id), json_agg(enterprise_id), json_agg(c0), json_agg(c1), json_agg(c2), json_agg(c3), json_agg(c4), json_agg(c5), json_agg(c6), json_agg(c7), json_agg(c8), json_agg(c9), json_agg(c10), json_agg(c11), json_agg(c12), json_agg(c13), json_agg(c14), json_agg(c15), json_agg(c16), json_agg(c17), json_agg(c18), json_agg(c19), json_agg(c20), json_agg(c21), json_agg(c22), json_agg(c23), json_agg(c24), json_agg(c25))) from l1) as s1,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0), json_agg(c1))) from l2) as s2,
  (select json_agg(json_build_array(n.id, n.field, f.file_name, s.sheet, i.row_no, f.id,
      coalesce(nullif(c.known_at, '-infinity'), f.received_at)))
    from l5 n join import_row i on i.id = n.import_row_id
      join import_sheet s on s.id = i.sheet_id join import_file f on f.id = s.file_id left join change c on c.id = n.change_id) as s3;
-- [[1],"2026-11-23"]
