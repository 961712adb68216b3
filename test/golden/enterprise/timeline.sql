with l1 as (select r.id from enterprise r where r.uscc = $1::text),
timeline_entry as not materialized (select enterprise.id * 64 + 0 as id, id as enterprise_id, founded_on as day,
      'FOUNDED'::text as kind, 0 as place, array[(registration)::text]::text[] as params, null::text as node, import_row_id, change_id
    from enterprise where founded_on is not null and (true)
union all
select enterprise.id * 64 + 1 as id, id as enterprise_id, closed_on as day,
      'CLOSED'::text as kind, 1 as place, array[]::text[] as params, null::text as node, import_row_id, change_id
    from enterprise where closed_on is not null and (true)
union all
select enterprise_status.id * 64 + 2 as id, enterprise_id as enterprise_id, stated_on as day,
      'STATUS'::text as kind, 2 as place, array[(status)::text]::text[] as params, null::text as node, import_row_id, change_id
    from enterprise_status where stated_on is not null and (status is distinct from coalesce((select b.status from enterprise_status b
        where b.enterprise_id = enterprise_status.enterprise_id and b.stated_on < enterprise_status.stated_on
        order by b.stated_on desc limit 1), 'ACTIVE'))
union all
select former_name.id * 64 + 3 as id, enterprise_id as enterprise_id, (select coalesce(s.stated_on, (s.known_at at time zone 'Asia/Shanghai')::date) from import_row i
        join import_sheet s on s.id = i.sheet_id where i.id = former_name.import_row_id) as day,
      'RENAMED'::text as kind, 3 as place, array[(name)::text]::text[] as params, null::text as node, import_row_id, change_id
    from former_name where (select coalesce(s.stated_on, (s.known_at at time zone 'Asia/Shanghai')::date) from import_row i
        join import_sheet s on s.id = i.sheet_id where i.id = former_name.import_row_id) is not null and (true)
union all
select union_organisation.id * 64 + 4 as id, enterprise_id as enterprise_id, founded_on as day,
      'UNION_FOUNDED'::text as kind, 4 as place, array[(name)::text]::text[] as params, 'Union:' || union_organisation.id as node, import_row_id, change_id
    from union_organisation where founded_on is not null and (form <> 'NONE')
union all
select union_organisation.id * 64 + 5 as id, enterprise_id as enterprise_id, dissolved_on as day,
      'UNION_DISSOLVED'::text as kind, 5 as place, array[]::text[] as params, 'Union:' || union_organisation.id as node, import_row_id, change_id
    from union_organisation where dissolved_on is not null and (true)
union all
select union_organisation.id * 64 + 6 as id, enterprise_id as enterprise_id, collective_from as day,
      'AGREEMENT_BEGINS'::text as kind, 6 as place, array[(collective_to)::text]::text[] as params, 'Union:' || union_organisation.id as node, import_row_id, change_id
    from union_organisation where collective_from is not null and (true)
union all
select union_organisation.id * 64 + 7 as id, enterprise_id as enterprise_id, collective_to as day,
      'AGREEMENT_ENDS'::text as kind, 7 as place, array[]::text[] as params, 'Union:' || union_organisation.id as node, import_row_id, change_id
    from union_organisation where collective_to is not null and (true)
union all
select union_organisation.id * 64 + 8 as id, enterprise_id as enterprise_id, wage_from as day,
      'AGREEMENT_BEGINS'::text as kind, 8 as place, array[(wage_to)::text]::text[] as params, 'Union:' || union_organisation.id as node, import_row_id, change_id
    from union_organisation where wage_from is not null and (true)
union all
select union_organisation.id * 64 + 9 as id, enterprise_id as enterprise_id, wage_to as day,
      'AGREEMENT_ENDS'::text as kind, 9 as place, array[]::text[] as params, 'Union:' || union_organisation.id as node, import_row_id, change_id
    from union_organisation where wage_to is not null and (true)
union all
select union_organisation.id * 64 + 10 as id, enterprise_id as enterprise_id, women_to as day,
      'AGREEMENT_ENDS'::text as kind, 10 as place, array[]::text[] as params, 'Union:' || union_organisation.id as node, import_row_id, change_id
    from union_organisation where women_to is not null and (true)
union all
select (enterprise_id * 100000 + (extract(year from date_trunc('month', signed_on)::date) * 12 + extract(month from date_trunc('month', signed_on)::date))::int)
        * 64 + 11 as id, enterprise_id as enterprise_id, max(signed_on) as day, 'CONTRACTS_SIGNED'::text as kind, 11 as place,
        array[count(*)::text] as params, null::text as node, max(import_row_id) as import_row_id, max(change_id) as change_id
      from contract where signed_on is not null and (true) group by enterprise_id, date_trunc('month', signed_on)::date
union all
select (enterprise_id * 100000 + (extract(year from date_trunc('month', terminated_on)::date) * 12 + extract(month from date_trunc('month', terminated_on)::date))::int)
        * 64 + 12 as id, enterprise_id as enterprise_id, max(terminated_on) as day, 'CONTRACTS_ENDED'::text as kind, 12 as place,
        array[count(*)::text] as params, null::text as node, max(import_row_id) as import_row_id, max(change_id) as change_id
      from contract where terminated_on is not null and (true) group by enterprise_id, date_trunc('month', terminated_on)::date
union all
select (enterprise_id * 100000 + (extract(year from date_trunc('month', (signed_at at time zone 'Asia/Shanghai')::date)::date) * 12 + extract(month from date_trunc('month', (signed_at at time zone 'Asia/Shanghai')::date)::date))::int)
        * 64 + 13 as id, enterprise_id as enterprise_id, max((signed_at at time zone 'Asia/Shanghai')::date) as day, 'SIGNINGS'::text as kind, 13 as place,
        array[count(*)::text] as params, null::text as node, max(import_row_id) as import_row_id, max(change_id) as change_id
      from signing where (signed_at at time zone 'Asia/Shanghai')::date is not null and (true) group by enterprise_id, date_trunc('month', (signed_at at time zone 'Asia/Shanghai')::date)::date
union all
select filing.id * 64 + 14 as id, enterprise_id as enterprise_id, filed_on as day,
      'FILING'::text as kind, 14 as place, array[(kind)::text, (workers)::text, (contracted)::text, (insured)::text]::text[] as params, 'Filing:' || filing.id as node, import_row_id, change_id
    from filing where filed_on is not null and (true)
union all
select certification.id * 64 + 15 as id, enterprise_id as enterprise_id, filed_on as day,
      'CERTIFICATION_FILED'::text as kind, 15 as place, array[(self_score)::text]::text[] as params, 'Certification:' || certification.id as node, import_row_id, change_id
    from certification where filed_on is not null and (true)
union all
select certification.id * 64 + 16 as id, enterprise_id as enterprise_id, internal_notice_on as day,
      'CERTIFICATION_INTERNAL_NOTICE'::text as kind, 16 as place, array[]::text[] as params, 'Certification:' || certification.id as node, import_row_id, change_id
    from certification where internal_notice_on is not null and (true)
union all
select certification.id * 64 + 17 as id, enterprise_id as enterprise_id, notice_from as day,
      'CERTIFICATION_NOTICE'::text as kind, 17 as place, array[(notice_to)::text, (review_score)::text]::text[] as params, 'Certification:' || certification.id as node, import_row_id, change_id
    from certification where notice_from is not null and (true)
union all
select certification.id * 64 + 18 as id, enterprise_id as enterprise_id, certified_on as day,
      'CERTIFIED'::text as kind, 18 as place, array[(grade)::text, (certificate_no)::text]::text[] as params, 'Certification:' || certification.id as node, import_row_id, change_id
    from certification where certified_on is not null and (qualified)
union all
select certification.id * 64 + 19 as id, enterprise_id as enterprise_id, certified_on as day,
      'CERTIFICATION_CLAIMED'::text as kind, 19 as place, array[]::text[] as params, 'Certification:' || certification.id as node, import_row_id, change_id
    from certification where certified_on is not null and (not qualified)
union all
select certification.id * 64 + 20 as id, enterprise_id as enterprise_id, coalesce(certification.valid_to, (certification.certified_on + make_interval(years => (coalesce((select value #>> '{}' from setting_statement
    where key = 'certificationTerm' order by change_id desc limit 1), '3'))::int))::date - 1) as day,
      'CERTIFICATION_ENDS'::text as kind, 20 as place, array[]::text[] as params, 'Certification:' || certification.id as node, import_row_id, change_id
    from certification where coalesce(certification.valid_to, (certification.certified_on + make_interval(years => (coalesce((select value #>> '{}' from setting_statement
    where key = 'certificationTerm' order by change_id desc limit 1), '3'))::int))::date - 1) is not null and (qualified and revoked_on is null)
union all
select certification.id * 64 + 21 as id, enterprise_id as enterprise_id, revoked_on as day,
      'CERTIFICATION_REVOKED'::text as kind, 21 as place, array[(revocation_reason)::text]::text[] as params, 'Certification:' || certification.id as node, import_row_id, change_id
    from certification where revoked_on is not null and (true)
union all
select inspection.id * 64 + 22 as id, enterprise_id as enterprise_id, checked_on as day,
      'INSPECTION'::text as kind, 22 as place, array[(source)::text, (case_no)::text, (subject_text)::text, (grade)::text]::text[] as params, 'Inspection:' || inspection.id as node, import_row_id, change_id
    from inspection where checked_on is not null and (true)
union all
select inspection.id * 64 + 23 as id, enterprise_id as enterprise_id, filed_on as day,
      'INSPECTION_FILED'::text as kind, 23 as place, array[(case_no)::text]::text[] as params, 'Inspection:' || inspection.id as node, import_row_id, change_id
    from inspection where filed_on is not null and (true)
union all
select inspection.id * 64 + 24 as id, enterprise_id as enterprise_id, correction_ordered_on as day,
      'CORRECTION_ORDERED'::text as kind, 24 as place, array[(correction_due_on)::text, (case_no)::text]::text[] as params, 'Inspection:' || inspection.id as node, import_row_id, change_id
    from inspection where correction_ordered_on is not null and (true)
union all
select inspection.id * 64 + 25 as id, enterprise_id as enterprise_id, correction_due_on as day,
      'CORRECTION_DUE'::text as kind, 25 as place, array[(case_no)::text]::text[] as params, 'Inspection:' || inspection.id as node, import_row_id, change_id
    from inspection where correction_due_on is not null and (correction_ordered_on is null)
union all
select inspection.id * 64 + 26 as id, enterprise_id as enterprise_id, corrected_on as day,
      'CORRECTED'::text as kind, 26 as place, array[(case_no)::text]::text[] as params, 'Inspection:' || inspection.id as node, import_row_id, change_id
    from inspection where corrected_on is not null and (true)
union all
select inspection.id * 64 + 27 as id, enterprise_id as enterprise_id, summons_on as day,
      'SUMMONED'::text as kind, 27 as place, array[(case_no)::text]::text[] as params, 'Inspection:' || inspection.id as node, import_row_id, change_id
    from inspection where summons_on is not null and (true)
union all
select inspection.id * 64 + 28 as id, enterprise_id as enterprise_id, closed_on as day,
      'INSPECTION_CLOSED'::text as kind, 28 as place, array[(case_no)::text]::text[] as params, 'Inspection:' || inspection.id as node, import_row_id, change_id
    from inspection where closed_on is not null and (true)
union all
select dispute.id * 64 + 29 as id, enterprise_id as enterprise_id, filed_on as day,
      'DISPUTE_FILED'::text as kind, 29 as place, array[(case_no)::text, (cause_text)::text, (applicants)::text]::text[] as params, 'Dispute:' || dispute.id as node, import_row_id, change_id
    from dispute where filed_on is not null and (true)
union all
select dispute.id * 64 + 30 as id, enterprise_id as enterprise_id, accepted_on as day,
      'DISPUTE_ACCEPTED'::text as kind, 30 as place, array[(case_no)::text]::text[] as params, 'Dispute:' || dispute.id as node, import_row_id, change_id
    from dispute where accepted_on is not null and (true)
union all
select dispute.id * 64 + 31 as id, enterprise_id as enterprise_id, closed_on as day,
      'DISPUTE_CLOSED'::text as kind, 31 as place, array[(case_no)::text, (outcome)::text]::text[] as params, 'Dispute:' || dispute.id as node, import_row_id, change_id
    from dispute where closed_on is not null and (true)
union all
select dispute.id * 64 + 32 as id, enterprise_id as enterprise_id, confirmed_on as day,
      'DISPUTE_CONFIRMED'::text as kind, 32 as place, array[(case_no)::text]::text[] as params, 'Dispute:' || dispute.id as node, import_row_id, change_id
    from dispute where confirmed_on is not null and (true)
union all
select dispute.id * 64 + 33 as id, enterprise_id as enterprise_id, archived_on as day,
      'DISPUTE_ARCHIVED'::text as kind, 33 as place, array[(case_no)::text]::text[] as params, 'Dispute:' || dispute.id as node, import_row_id, change_id
    from dispute where archived_on is not null and (true)
union all
select dispute.id * 64 + 34 as id, enterprise_id as enterprise_id, referred_on as day,
      'REFERRED'::text as kind, 34 as place, array[(case_no)::text]::text[] as params, 'Dispute:' || dispute.id as node, import_row_id, change_id
    from dispute where referred_on is not null and (true)
union all
select dispute.id * 64 + 35 as id, enterprise_id as enterprise_id, reemployed_on as day,
      'REEMPLOYED'::text as kind, 35 as place, array[(case_no)::text]::text[] as params, 'Dispute:' || dispute.id as node, import_row_id, change_id
    from dispute where reemployed_on is not null and (true)),
l2 as (select c.* from l1 p cross join lateral (select r.id, r.enterprise_id as k, (r.day)::text as o0, r.day as c0, r.kind as c1, r.place as c2, r.params as c3, r.node as c4, (select f.file_name from import_row i join import_sheet s on s.id = i.sheet_id
      join import_file f on f.id = s.file_id where i.id = r.import_row_id) as c5, (select s.sheet from import_row i join import_sheet s on s.id = i.sheet_id
      join import_file f on f.id = s.file_id where i.id = r.import_row_id) as c6, (select i.row_no from import_row i join import_sheet s on s.id = i.sheet_id
      join import_file f on f.id = s.file_id where i.id = r.import_row_id) as c7, (select f.id from import_row i join import_sheet s on s.id = i.sheet_id
      join import_file f on f.id = s.file_id where i.id = r.import_row_id) as c8, (select nullif(c.known_at, '-infinity') from change c where c.id = r.change_id) as c9 from timeline_entry r where r.enterprise_id = p.id order by r.day desc, r.id desc limit 31) c)
select (select json_build_array(json_build_array(json_agg(id))) from l1) as s0,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(o0), json_agg(c0), json_agg(c1), json_agg(c2), json_agg(c3), json_agg(c4), json_agg(c5), json_agg(c6), json_agg(c7), json_agg(c8), json_agg(c9))) from l2) as s1,
  (select json_build_array(json_build_array(json_agg(p.id), json_agg((select count(*) from timeline_entry r where r.enterprise_id = p.id)))) from l1 p) as s2;
-- ["91450200000000001G"]
