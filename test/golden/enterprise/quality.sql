with l1 as (select r.id from enterprise r where r.uscc = $1::text),
quality_issue_open as not materialized (select * from quality_issue where kind = 'SIGNING_MISSING'
union all
select * from quality_issue where kind = 'SIGNED_BY_ONE_PARTY'
union all
select * from quality_issue where kind = 'SIGNED_DIGESTS_DIFFER'
union all
select * from quality_issue where kind = 'DIGEST_DIFFERS_FROM_LIBRARY'
union all
select * from quality_issue where kind = 'SIGNING_WITHOUT_CONTRACT'
union all
select * from quality_issue where kind = 'SIGNING_OF_OTHER_EMPLOYER'
union all
select * from quality_issue where kind = 'PAPER_CONTRACT_SIGNED'
union all
select * from quality_issue where kind = 'CONTRACTS_DIFFER_FROM_FILING'
union all
select * from quality_issue where kind = 'CONTRACTS_ABOVE_HEADCOUNT'
union all
select * from quality_issue where kind = 'CONTRACTS_ABOVE_ROSTER'
union all
select * from quality_issue where kind = 'FILING_ABOVE_HEADCOUNT'
union all
select * from quality_issue where kind = 'FILING_DIFFERS_FROM_ROSTER'
union all
select * from quality_issue where kind = 'MEMBERS_ABOVE_FILING'
union all
select * from quality_issue where kind = 'MEMBERS_ABOVE_HEADCOUNT'
union all
select * from quality_issue where kind = 'CERTIFICATION_CLAIMED'),
l2 as (select c.* from l1 p cross join lateral (select r.id, r.enterprise_id as k, r.kind as c0, r.kind as c1, r.kind as c2, coalesce(r.left_form, '') as c3, r.kind as c4, to_json(r.params) as c5, true as c6, case when true then (select json_build_array(f.file_name, s.sheet, i.row_no, f.id) from import_row i
    join import_sheet s on s.id = i.sheet_id join import_file f on f.id = s.file_id where i.id = r.import_row_id) end as c7, coalesce(r.right_form, '') as c8, r.kind as c9, to_json(r.params) as c10, (r.right_id is null or exists (select from signing s where s.id = r.right_id)) as c11, case when (r.right_id is null or exists (select from signing s where s.id = r.right_id)) then (select json_build_array(f.file_name, s.sheet, i.row_no, f.id) from import_row i
    join import_sheet s on s.id = i.sheet_id join import_file f on f.id = s.file_id where i.id = r.right_row) end as c12 from quality_issue_open r where r.enterprise_id = p.id order by r.id limit 8) c)
select (select json_build_array(json_build_array(json_agg(id))) from l1) as s0,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0), json_agg(c1), json_agg(c2), json_agg(c3), json_agg(c4), json_agg(c5), json_agg(c6), json_agg(c7), json_agg(c8), json_agg(c9), json_agg(c10), json_agg(c11), json_agg(c12))) from l2) as s1,
  (select json_build_array(json_build_array(json_agg(p.id), json_agg((select count(*) from quality_issue_open r where r.enterprise_id = p.id)))) from l1 p) as s2;
-- ["91450200000000001G"]
