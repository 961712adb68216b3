with l1 as (select r.id, r.filed_on as c0, case when r.filed_on > $3::date then 'NONE'
  when r.revoked_on <= $3::date then 'REVOKED'
  when r.certified_on is not null and coalesce(r.valid_to, (r.certified_on + make_interval(years => (coalesce((select value #>> '{}' from setting_statement
    where key = 'certificationTerm' order by change_id desc limit 1), '3'))::int))::date - 1) < $3::date then 'EXPIRED'
  when r.certified_on <= $3::date then case when r.qualified then 'CERTIFIED' else 'CLAIMED' end
  when r.notice_from <= $3::date then 'NOTICE'
  when r.review_score is not null then 'SCORED' else 'FILED' end as c1, case when r.filed_on > $4::date then 'NONE'
  when r.revoked_on <= $4::date then 'REVOKED'
  when r.certified_on is not null and coalesce(r.valid_to, (r.certified_on + make_interval(years => (coalesce((select value #>> '{}' from setting_statement
    where key = 'certificationTerm' order by change_id desc limit 1), '3'))::int))::date - 1) < $4::date then 'EXPIRED'
  when r.certified_on <= $4::date then case when r.qualified then 'CERTIFIED' else 'CLAIMED' end
  when r.notice_from <= $4::date then 'NOTICE'
  when r.review_score is not null then 'SCORED' else 'FILED' end as c2, case when r.filed_on > $5::date then 'NONE'
  when r.revoked_on <= $5::date then 'REVOKED'
  when r.certified_on is not null and coalesce(r.valid_to, (r.certified_on + make_interval(years => (coalesce((select value #>> '{}' from setting_statement
    where key = 'certificationTerm' order by change_id desc limit 1), '3'))::int))::date - 1) < $5::date then 'EXPIRED'
  when r.certified_on <= $5::date then case when r.qualified then 'CERTIFIED' else 'CLAIMED' end
  when r.notice_from <= $5::date then 'NOTICE'
  when r.review_score is not null then 'SCORED' else 'FILED' end as c3, case when r.filed_on > $1::date then 'NONE'
  when r.revoked_on <= $1::date then 'REVOKED'
  when r.certified_on is not null and coalesce(r.valid_to, (r.certified_on + make_interval(years => (coalesce((select value #>> '{}' from setting_statement
    where key = 'certificationTerm' order by change_id desc limit 1), '3'))::int))::date - 1) < $1::date then 'EXPIRED'
  when r.certified_on <= $1::date then case when r.qualified then 'CERTIFIED' else 'CLAIMED' end
  when r.notice_from <= $1::date then 'NOTICE'
  when r.review_score is not null then 'SCORED' else 'FILED' end as c4, coalesce(r.valid_to, (r.certified_on + make_interval(years => (coalesce((select value #>> '{}' from setting_statement
    where key = 'certificationTerm' order by change_id desc limit 1), '3'))::int))::date - 1) as c5 from certification r where case when r.filed_on > $1::date then 'NONE'
  when r.revoked_on <= $1::date then 'REVOKED'
  when r.certified_on is not null and coalesce(r.valid_to, (r.certified_on + make_interval(years => (coalesce((select value #>> '{}' from setting_statement
    where key = 'certificationTerm' order by change_id desc limit 1), '3'))::int))::date - 1) < $1::date then 'EXPIRED'
  when r.certified_on <= $1::date then case when r.qualified then 'CERTIFIED' else 'CLAIMED' end
  when r.notice_from <= $1::date then 'NOTICE'
  when r.review_score is not null then 'SCORED' else 'FILED' end = any ($2::text[]) order by coalesce(r.valid_to, (r.certified_on + make_interval(years => (coalesce((select value #>> '{}' from setting_statement
    where key = 'certificationTerm' order by change_id desc limit 1), '3'))::int))::date - 1) nulls last, r.id limit 20)
select (select json_build_array(json_build_array(json_agg(id), json_agg(c0), json_agg(c1), json_agg(c2), json_agg(c3), json_agg(c4), json_agg(c5))) from l1) as s0;
-- ["2026-11-23",["CERTIFIED","EXPIRED","CLAIMED"],"2020-01-01","2023-04-15","2024-01-01"]
