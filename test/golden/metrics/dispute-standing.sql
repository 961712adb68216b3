with asked as not materialized (select $1::date[] as days),
rm_setting as materialized (select coalesce((select value #>> '{}' from setting_statement
    where key = 'denominator' order by change_id desc limit 1), 'EMPLOYERS') as denominator,
    coalesce((select value #>> '{}' from setting_statement
    where key = 'certificationTerm' order by change_id desc limit 1), '3')::int as certification_term_years),
rm_dispute_case as (select id as dispute_id, enterprise_id, cause, channel, outcome, filed_on, accepted_on, closed_on, archived_on,
      applicants, amount, confirmed, performance, job_lost, reemployed_on, case when closed_on - filed_on <= 5 then 'DAYS_0_5' when closed_on - filed_on <= 10 then 'DAYS_6_10' when closed_on - filed_on <= 15 then 'DAYS_11_15' when closed_on - filed_on <= 30 then 'DAYS_16_30' when closed_on - filed_on is not null then 'DAYS_OVER_30' end as duration,
      case when outcome = 'SETTLED' then case when confirmed then 'CONFIRMED' when not confirmed then 'UNCONFIRMED' end else 'NO_SETTLEMENT' end as confirmation,
      case when outcome = 'SETTLED' then performance else 'NO_SETTLEMENT' end as performed
    from dispute),
cell as (select 0 as question, 0 as term, summed.* from (select width_bucket(x.filed_on - 1, $1::date[]) as bucket, coalesce(nullif(x.cause, ''), 'UNKNOWN') as d1, '' as d2, coalesce(sum((1) * 1), 0)::int8 as amount, count(*) as count
      from rm_dispute_case x 
      where x.filed_on <= $3::date and (true) and (true) group by 1, 2, 3) summed
union all
select 0 as question, 0 as term, 0 as bucket, '' as d1, '' as d2, 0::int8 as amount, 0::int8 as count where $3::date = any ($1::date[]) and $2::date is null and false)
    select true as fresh, (select coalesce(json_agg(distinct s.form), '[]') from import_sheet s join import_file f on f.id = s.file_id
      where s.status = 'DONE' and not f.dry_run and s.form = any ($4::text[])
        and f.withdrawn_change is null) as delivered,
    (select coalesce(json_agg(json_build_array(question, term, bucket, d1, d2, amount, count)), '[]')
      from cell where amount <> 0 or count <> 0) as cells,
    (select json_agg(json_build_array(dimension, code, name_zh, name_en) order by dimension, position)
    from (select 'CAUSE' as dimension, code, name_zh, name_en, position from dispute_cause) as code) as codes,
    (select denominator from rm_setting) as rule, (select coalesce(json_agg(json_build_array(split_part(key, '/', 2), split_part(key, '/', 3), value) order by key), '[]')
      from (select distinct on (key) key, value from setting_statement where key like 'targets/%'
        order by key, change_id desc) newest where value <> 'null') as targets;

with asked as not materialized (select $1::date[] as days),
rm_setting as materialized (select coalesce((select value #>> '{}' from setting_statement
    where key = 'denominator' order by change_id desc limit 1), 'EMPLOYERS') as denominator,
    coalesce((select value #>> '{}' from setting_statement
    where key = 'certificationTerm' order by change_id desc limit 1), '3')::int as certification_term_years),
rm_dispute_case as (select id as dispute_id, enterprise_id, cause, channel, outcome, filed_on, accepted_on, closed_on, archived_on,
      applicants, amount, confirmed, performance, job_lost, reemployed_on, case when closed_on - filed_on <= 5 then 'DAYS_0_5' when closed_on - filed_on <= 10 then 'DAYS_6_10' when closed_on - filed_on <= 15 then 'DAYS_11_15' when closed_on - filed_on <= 30 then 'DAYS_16_30' when closed_on - filed_on is not null then 'DAYS_OVER_30' end as duration,
      case when outcome = 'SETTLED' then case when confirmed then 'CONFIRMED' when not confirmed then 'UNCONFIRMED' end else 'NO_SETTLEMENT' end as confirmation,
      case when outcome = 'SETTLED' then performance else 'NO_SETTLEMENT' end as performed
    from dispute),
cell as (select 0 as question, 0 as term, summed.* from (select width_bucket(x.closed_on - 1, $1::date[]) as bucket, '' as d1, '' as d2, coalesce(sum((1) * 1), 0)::int8 as amount, count(*) as count
      from rm_dispute_case x 
      where x.closed_on <= $3::date and (x.outcome = 'SETTLED') and (true) group by 1, 2, 3) summed
union all
select 0 as question, 1 as term, summed.* from (select width_bucket(x.closed_on - 1, $1::date[]) as bucket, '' as d1, '' as d2, coalesce(sum((1) * 1), 0)::int8 as amount, count(*) as count
      from rm_dispute_case x 
      where x.closed_on <= $3::date and (x.outcome in ('SETTLED', 'FAILED')) and (true) group by 1, 2, 3) summed
union all
select 0 as question, 0 as term, 0 as bucket, '' as d1, '' as d2, 0::int8 as amount, 0::int8 as count where $3::date = any ($1::date[]) and $2::date is null and false)
    select true as fresh, (select coalesce(json_agg(distinct s.form), '[]') from import_sheet s join import_file f on f.id = s.file_id
      where s.status = 'DONE' and not f.dry_run and s.form = any ($4::text[])
        and f.withdrawn_change is null) as delivered,
    (select coalesce(json_agg(json_build_array(question, term, bucket, d1, d2, amount, count)), '[]')
      from cell where amount <> 0 or count <> 0) as cells,
    '[]'::json as codes,
    (select denominator from rm_setting) as rule, (select coalesce(json_agg(json_build_array(split_part(key, '/', 2), split_part(key, '/', 3), value) order by key), '[]')
      from (select distinct on (key) key, value from setting_statement where key like 'targets/%'
        order by key, change_id desc) newest where value <> 'null') as targets;
