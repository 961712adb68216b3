with rm_setting as materialized (select coalesce((select value #>> '{}' from setting where name = 'denominator' order by id desc limit 1), 'EMPLOYERS') as denominator,
    coalesce((select value #>> '{}' from setting where name = 'certificationTermYears' order by id desc limit 1)::int, 3) as certification_term_years),
rm_dispute_case as (select id as dispute_id, enterprise_id, cause, channel, outcome, filed_on, accepted_on, closed_on, archived_on,
      applicants, amount, confirmed, performance, job_lost, reemployed_on
    from dispute),
cell as (select 0 as question, 0 as term, width_bucket(day - 1, $1::date[]) as bucket,
          d1, d2, coalesce(sum(amount), 0)::int8 as amount, sum(sign)::int8 as count
        from (select t.day as day, v.sign, v.sign * t.amount as amount, t.d1, t.d2
    from (select x.filed_on as day, coalesce((1) * 1, 0)::int8 as amount, '' as d1, '' as d2
        from rm_dispute_case x 
        where x.filed_on is not null and (true) and (true)) t
      cross join (select 1 as sign) v) change
        where day <= $2::date
        group by 3, 4, 5
union all
select 0 as question, 0 as term, 0 as bucket, '' as d1, '' as d2, 0::int8 as amount, 0::int8 as count where $2::date = any ($1::date[]) and false)
    select true as fresh, (select coalesce(json_agg(distinct s.form), '[]') from import_sheet s join import_file f on f.id = s.file_id
      where s.status = 'DONE' and not f.dry_run and s.form = any ($3::text[])
        and f.withdrawn_change is null) as delivered,
    (select coalesce(json_agg(json_build_array(question, term, bucket, d1, d2, amount, count)), '[]')
      from cell where amount <> 0 or count <> 0) as cells,
    '[]'::json as codes,
    (select coalesce(json_agg(json_build_array(metric, day, (value * 1000000)::int8) order by day), '[]') from target
      where scope = 'DISTRICT' and metric = any ($4::text[])) as targets;

with rm_setting as materialized (select coalesce((select value #>> '{}' from setting where name = 'denominator' order by id desc limit 1), 'EMPLOYERS') as denominator,
    coalesce((select value #>> '{}' from setting where name = 'certificationTermYears' order by id desc limit 1)::int, 3) as certification_term_years),
rm_dispute_case as (select id as dispute_id, enterprise_id, cause, channel, outcome, filed_on, accepted_on, closed_on, archived_on,
      applicants, amount, confirmed, performance, job_lost, reemployed_on
    from dispute),
cell as (select 0 as question, 0 as term, width_bucket(day - 1, $1::date[]) as bucket,
          d1, d2, coalesce(sum(amount), 0)::int8 as amount, sum(sign)::int8 as count
        from (select t.day as day, v.sign, v.sign * t.amount as amount, t.d1, t.d2
    from (select x.filed_on as day, coalesce((1) * 1, 0)::int8 as amount, '' as d1, '' as d2
        from rm_dispute_case x 
        where x.filed_on is not null and (true) and (true)) t
      cross join (select 1 as sign) v) change
        where day <= $2::date
        group by 3, 4, 5
union all
select 0 as question, 0 as term, 0 as bucket, '' as d1, '' as d2, 0::int8 as amount, 0::int8 as count where $2::date = any ($1::date[]) and false)
    select true as fresh, (select coalesce(json_agg(distinct s.form), '[]') from import_sheet s join import_file f on f.id = s.file_id
      where s.status = 'DONE' and not f.dry_run and s.form = any ($3::text[])
        and f.withdrawn_change is null) as delivered,
    (select coalesce(json_agg(json_build_array(question, term, bucket, d1, d2, amount, count)), '[]')
      from cell where amount <> 0 or count <> 0) as cells,
    '[]'::json as codes,
    (select coalesce(json_agg(json_build_array(metric, day, (value * 1000000)::int8) order by day), '[]') from target
      where scope = 'DISTRICT' and metric = any ($4::text[])) as targets;

with rm_setting as materialized (select coalesce((select value #>> '{}' from setting where name = 'denominator' order by id desc limit 1), 'EMPLOYERS') as denominator,
    coalesce((select value #>> '{}' from setting where name = 'certificationTermYears' order by id desc limit 1)::int, 3) as certification_term_years),
rm_dispute_case as (select id as dispute_id, enterprise_id, cause, channel, outcome, filed_on, accepted_on, closed_on, archived_on,
      applicants, amount, confirmed, performance, job_lost, reemployed_on
    from dispute),
cell as (select 0 as question, 0 as term, width_bucket(day - 1, $1::date[]) as bucket,
          d1, d2, coalesce(sum(amount), 0)::int8 as amount, sum(sign)::int8 as count
        from (select t.day as day, v.sign, v.sign * t.amount as amount, t.d1, t.d2
    from (select x.closed_on as day, coalesce((1) * 1, 0)::int8 as amount, '' as d1, '' as d2
        from rm_dispute_case x 
        where x.closed_on is not null and (true) and (true)) t
      cross join (select 1 as sign) v) change
        where day <= $2::date
        group by 3, 4, 5
union all
select 0 as question, 0 as term, 0 as bucket, '' as d1, '' as d2, 0::int8 as amount, 0::int8 as count where $2::date = any ($1::date[]) and false)
    select true as fresh, (select coalesce(json_agg(distinct s.form), '[]') from import_sheet s join import_file f on f.id = s.file_id
      where s.status = 'DONE' and not f.dry_run and s.form = any ($3::text[])
        and f.withdrawn_change is null) as delivered,
    (select coalesce(json_agg(json_build_array(question, term, bucket, d1, d2, amount, count)), '[]')
      from cell where amount <> 0 or count <> 0) as cells,
    '[]'::json as codes,
    (select coalesce(json_agg(json_build_array(metric, day, (value * 1000000)::int8) order by day), '[]') from target
      where scope = 'DISTRICT' and metric = any ($4::text[])) as targets;

with rm_setting as materialized (select coalesce((select value #>> '{}' from setting where name = 'denominator' order by id desc limit 1), 'EMPLOYERS') as denominator,
    coalesce((select value #>> '{}' from setting where name = 'certificationTermYears' order by id desc limit 1)::int, 3) as certification_term_years),
rm_dispute_case as (select id as dispute_id, enterprise_id, cause, channel, outcome, filed_on, accepted_on, closed_on, archived_on,
      applicants, amount, confirmed, performance, job_lost, reemployed_on
    from dispute),
cell as (select 0 as question, 0 as term, width_bucket(day - 1, $1::date[]) as bucket,
          d1, d2, coalesce(sum(amount), 0)::int8 as amount, sum(sign)::int8 as count
        from (select t.day as day, v.sign, v.sign * t.amount as amount, t.d1, t.d2
    from (select x.closed_on as day, coalesce((1) * 1, 0)::int8 as amount, '' as d1, '' as d2
        from rm_dispute_case x 
        where x.closed_on is not null and (x.outcome = 'SETTLED') and (true)) t
      cross join (select 1 as sign) v) change
        where day <= $2::date
        group by 3, 4, 5
union all
select 0 as question, 1 as term, width_bucket(day - 1, $1::date[]) as bucket,
          d1, d2, coalesce(sum(amount), 0)::int8 as amount, sum(sign)::int8 as count
        from (select t.day as day, v.sign, v.sign * t.amount as amount, t.d1, t.d2
    from (select x.closed_on as day, coalesce((1) * 1, 0)::int8 as amount, '' as d1, '' as d2
        from rm_dispute_case x 
        where x.closed_on is not null and (x.outcome in ('SETTLED', 'FAILED')) and (true)) t
      cross join (select 1 as sign) v) change
        where day <= $2::date
        group by 3, 4, 5
union all
select 0 as question, 0 as term, 0 as bucket, '' as d1, '' as d2, 0::int8 as amount, 0::int8 as count where $2::date = any ($1::date[]) and false)
    select true as fresh, (select coalesce(json_agg(distinct s.form), '[]') from import_sheet s join import_file f on f.id = s.file_id
      where s.status = 'DONE' and not f.dry_run and s.form = any ($3::text[])
        and f.withdrawn_change is null) as delivered,
    (select coalesce(json_agg(json_build_array(question, term, bucket, d1, d2, amount, count)), '[]')
      from cell where amount <> 0 or count <> 0) as cells,
    '[]'::json as codes,
    (select coalesce(json_agg(json_build_array(metric, day, (value * 1000000)::int8) order by day), '[]') from target
      where scope = 'DISTRICT' and metric = any ($4::text[])) as targets;
