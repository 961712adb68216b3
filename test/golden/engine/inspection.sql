with l1 as (select r.id, r.case_no as c0, r.summons_on as c1, coalesce((r.correction_due_on < $2::date and (r.corrected_on is null or r.corrected_on > $2::date)), false) as c2 from inspection r where r.case_key = $1::text)
select (select json_build_array(json_build_array(json_agg(id), json_agg(c0), json_agg(c1), json_agg(c2))) from l1) as s0;
-- ["虚监(2026)2号","2026-11-23"]
