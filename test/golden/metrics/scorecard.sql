with asked as not materialized (select $1::date[] as days),
rm_setting as materialized (select coalesce((select value #>> '{}' from setting_statement
    where key = 'denominator' order by change_id desc limit 1), 'EMPLOYERS') as denominator,
    coalesce((select value #>> '{}' from setting_statement
    where key = 'certificationTerm' order by change_id desc limit 1), '3')::int as certification_term_years),
rm_suspension as (select s.enterprise_id, range_agg(daterange(s.stated_on, s.until)) as spans
    from (select enterprise_id, stated_on, status,
            lead(stated_on) over (partition by enterprise_id order by stated_on) as until
          from enterprise_status) s
    where s.status = 'SUSPENDED'
    group by s.enterprise_id),
rm_active_employer as (with life as (
      select e.id as enterprise_id, s.spans, e.founded_on as starts, coalesce(e.closed_on, 'infinity') as ends
      from enterprise e
      cross join rm_setting k
      left join rm_suspension s on s.enterprise_id = e.id
      where e.founded_on < coalesce(e.closed_on, 'infinity')
        and (k.denominator = 'EMPLOYERS' or e.uscc like '91%'))
    select enterprise_id, starts, ends from life where spans is null
    union all
    select enterprise_id, lower(span), coalesce(upper(span), 'infinity')
    from life cross join lateral unnest(datemultirange(daterange(starts, ends)) - spans) as span
    where spans is not null),
rm_certification_term as (select c.id as certification_id, c.enterprise_id, c.filed_on, c.review_score, c.notice_from, c.certified_on,
      c.revoked_on, c.qualified, c.lacking,
      coalesce(c.valid_to, (c.certified_on + make_interval(years => k.certification_term_years))::date - 1) as valid_to
    from certification c cross join rm_setting k),
rm_certification_in_force as (select c.certification_id, c.enterprise_id, c.valid_to, greatest(a.starts, c.certified_on) as starts,
      least(a.ends, c.valid_to + 1, c.revoked_on) as ends
    from rm_active_employer a
    join rm_certification_term c on c.enterprise_id = a.enterprise_id
    where c.qualified and c.certified_on is not null),
rm_certified_employer as (select c.enterprise_id, lower(span) as starts, upper(span) as ends
    from (select enterprise_id, range_agg(daterange(starts, ends)) as spans from rm_certification_in_force
          where starts < ends group by enterprise_id) c
    cross join lateral unnest(c.spans) as span),
rm_filing as (select id as filing_id, enterprise_id, kind, workers, insured, filed_on as starts,
      coalesce(lead(filed_on) over (partition by enterprise_id order by filed_on), 'infinity') as ends
    from (select distinct on (enterprise_id, filed_on) id, enterprise_id, filed_on, kind, workers, insured
          from filing order by enterprise_id, filed_on, import_row_id desc, id desc) f),
rm_headcount as (select e.id as enterprise_id, '-infinity'::date as starts, coalesce(f.first, 'infinity') as ends,
      e.staff as persons
    from enterprise e
    left join (select enterprise_id, min(filed_on) as first from filing group by enterprise_id) f
      on f.enterprise_id = e.id
    union all
    select f.enterprise_id, f.starts, f.ends, case f.kind when 'CANCEL' then e.staff else f.workers end
    from rm_filing f join enterprise e on e.id = f.enterprise_id),
rm_employer_headcount as (select a.enterprise_id, greatest(a.starts, h.starts) as starts, least(a.ends, h.ends) as ends, h.persons
    from rm_active_employer a
    join rm_headcount h on h.enterprise_id = a.enterprise_id),
rm_signed_headcount as (select enterprise_id, asked.days[n] as starts, coalesce(asked.days[until], 'infinity') as ends, workers, persons
    from (select enterprise_id, n, lead(n) over steps as until, sum(workers) over steps as workers,
            sum(persons) over steps as persons
          from (select enterprise_id, n, sum(workers)::int8 as workers, sum(persons)::int8 as persons
                from (select enterprise_id, 1 + case sign when 1 then begun else over end as n, sign as workers, 0 as persons
                      from (select enterprise_id, over, greatest(begun, max(over) over (partition by enterprise_id, worker
                              order by begun, over rows between unbounded preceding and 1 preceding)) as begun
                            from (select c.enterprise_id, coalesce(c.id_number_hash, c.contract_key) as worker,
                                    width_bucket(c.starts_on - 1, asked.days) as begun, width_bucket(least(c.ends_on + 1, c.terminated_on, 'infinity') - 1, asked.days) as over
                                  from contract c cross join asked where c.starts_on <= asked.days[cardinality(asked.days)] and least(c.ends_on + 1, c.terminated_on, 'infinity') > asked.days[1]) span
                            where begun < over) worker cross join (values (1), (-1)) as signs(sign)
                      where begun < over
                      union all
                      select enterprise_id, 1 + width_bucket(case sign when 1 then starts else ends end - 1, asked.days), 0, sign * persons
                      from rm_employer_headcount cross join asked cross join (values (1), (-1)) as signs(sign)
                      where starts < ends) change
                group by enterprise_id, n) moved
          cross join asked where n <= cardinality(asked.days)
          window steps as (partition by enterprise_id order by n)) step cross join asked
    where workers > 0 and persons > 0),
rm_filed_employer as (select a.enterprise_id, f.starts as filed_on, f.workers, f.insured,
      greatest(a.starts, f.starts) as starts, least(a.ends, f.ends) as ends
    from rm_active_employer a
    join rm_filing f on f.enterprise_id = a.enterprise_id
    where f.kind <> 'CANCEL'),
rm_current_filing as (select enterprise_id, filed_on, starts, least(ends, filed_on + 366) as ends from rm_filed_employer),
rm_union_employer as (select a.enterprise_id, greatest(a.starts, u.founded_on) as starts,
      least(a.ends, u.dissolved_on) as ends, u.form, u.members, u.congress, u.disclosure
    from rm_active_employer a
    join union_organisation u on u.enterprise_id = a.enterprise_id
    where u.form <> 'NONE' and u.founded_on is not null),
rm_union_headcount as (select u.enterprise_id, greatest(u.starts, h.starts) as starts, least(u.ends, h.ends) as ends,
      u.form, u.members, h.persons
    from rm_union_employer u
    join rm_headcount h on h.enterprise_id = u.enterprise_id),
rm_union_agreement as (select u.enterprise_id, g.kind, g.last, greatest(u.starts, g.starts) as starts, least(u.ends, g.last + 1) as ends
    from rm_union_employer u
    join (select enterprise_id, 'COLLECTIVE' as kind, collective_from as starts, collective_to as last
          from union_organisation where collective_from is not null
          union all
          select enterprise_id, 'WAGE', wage_from, wage_to
          from union_organisation where wage_from is not null) g
      on g.enterprise_id = u.enterprise_id),
rm_dispute_case as (select id as dispute_id, enterprise_id, cause, channel, outcome, filed_on, accepted_on, closed_on, archived_on,
      applicants, amount, confirmed, performance, job_lost, reemployed_on, case when closed_on - filed_on <= 5 then 'DAYS_0_5' when closed_on - filed_on <= 10 then 'DAYS_6_10' when closed_on - filed_on <= 15 then 'DAYS_11_15' when closed_on - filed_on <= 30 then 'DAYS_16_30' when closed_on - filed_on is not null then 'DAYS_OVER_30' end as duration,
      case when outcome = 'SETTLED' then case when confirmed then 'CONFIRMED' when not confirmed then 'UNCONFIRMED' end else 'NO_SETTLEMENT' end as confirmation,
      case when outcome = 'SETTLED' then performance else 'NO_SETTLEMENT' end as performed
    from dispute),
cell as (select 0 as question, 0 as term, summed.* from (select case sign when 1 then begun else over end as bucket, d1, d2, sum(sign * amount)::int8 as amount, sum(sign * count)::int8 as count
    from (select width_bucket(x.starts - 1, $1::date[]) as begun, width_bucket(coalesce(x.ends, 'infinity') - 1, $1::date[]) as over, '' as d1, '' as d2, coalesce(sum((1) * 1), 0)::int8 as amount, count(*) as count
    from rm_certified_employer x 
      where x.starts <= $3::date and coalesce(x.ends, 'infinity') > $2::date and (true) and (true)
    group by 1, 2, 3, 4 offset 0) span cross join (values (1), (-1)) as v(sign)
    where begun < over and case sign when 1 then begun else over end < 4
    group by 1, 2, 3) summed
union all
select 0 as question, 1 as term, summed.* from (select case sign when 1 then begun else over end as bucket, d1, d2, sum(sign * amount)::int8 as amount, sum(sign * count)::int8 as count
    from (select width_bucket(x.starts - 1, $1::date[]) as begun, width_bucket(coalesce(x.ends, 'infinity') - 1, $1::date[]) as over, '' as d1, '' as d2, coalesce(sum((1) * 1), 0)::int8 as amount, count(*) as count
    from rm_active_employer x 
      where x.starts <= $3::date and coalesce(x.ends, 'infinity') > $2::date and (true) and (true)
    group by 1, 2, 3, 4 offset 0) span cross join (values (1), (-1)) as v(sign)
    where begun < over and case sign when 1 then begun else over end < 4
    group by 1, 2, 3) summed
union all
select 1 as question, 0 as term, summed.* from (select case sign when 1 then begun else over end as bucket, d1, d2, sum(sign * amount)::int8 as amount, sum(sign * count)::int8 as count
    from (select width_bucket(x.starts - 1, $1::date[]) as begun, width_bucket(coalesce(x.ends, 'infinity') - 1, $1::date[]) as over, '' as d1, '' as d2, coalesce(sum((least(x.workers, x.persons)) * 1), 0)::int8 as amount, count(*) as count
    from rm_signed_headcount x 
      where x.starts <= $3::date and coalesce(x.ends, 'infinity') > $2::date and (true) and (true)
    group by 1, 2, 3, 4 offset 0) span cross join (values (1), (-1)) as v(sign)
    where begun < over and case sign when 1 then begun else over end < 4
    group by 1, 2, 3) summed
union all
select 1 as question, 1 as term, summed.* from (select case sign when 1 then begun else over end as bucket, d1, d2, sum(sign * amount)::int8 as amount, sum(sign * count)::int8 as count
    from (select width_bucket(x.starts - 1, $1::date[]) as begun, width_bucket(coalesce(x.ends, 'infinity') - 1, $1::date[]) as over, '' as d1, '' as d2, coalesce(sum((x.persons) * 1), 0)::int8 as amount, count(*) as count
    from rm_employer_headcount x 
      where x.starts <= $3::date and coalesce(x.ends, 'infinity') > $2::date and (true) and (true)
    group by 1, 2, 3, 4 offset 0) span cross join (values (1), (-1)) as v(sign)
    where begun < over and case sign when 1 then begun else over end < 4
    group by 1, 2, 3) summed
union all
select 2 as question, 0 as term, summed.* from (select case sign when 1 then begun else over end as bucket, d1, d2, sum(sign * amount)::int8 as amount, sum(sign * count)::int8 as count
    from (select width_bucket(x.starts - 1, $1::date[]) as begun, width_bucket(coalesce(x.ends, 'infinity') - 1, $1::date[]) as over, '' as d1, '' as d2, coalesce(sum((1) * 1), 0)::int8 as amount, count(*) as count
    from rm_current_filing x 
      where x.starts <= $3::date and coalesce(x.ends, 'infinity') > $2::date and (true) and (true)
    group by 1, 2, 3, 4 offset 0) span cross join (values (1), (-1)) as v(sign)
    where begun < over and case sign when 1 then begun else over end < 4
    group by 1, 2, 3) summed
union all
select 2 as question, 1 as term, summed.* from (select case sign when 1 then begun else over end as bucket, d1, d2, sum(sign * amount)::int8 as amount, sum(sign * count)::int8 as count
    from (select width_bucket(x.starts - 1, $1::date[]) as begun, width_bucket(coalesce(x.ends, 'infinity') - 1, $1::date[]) as over, '' as d1, '' as d2, coalesce(sum((1) * 1), 0)::int8 as amount, count(*) as count
    from rm_active_employer x 
      where x.starts <= $3::date and coalesce(x.ends, 'infinity') > $2::date and (true) and (true)
    group by 1, 2, 3, 4 offset 0) span cross join (values (1), (-1)) as v(sign)
    where begun < over and case sign when 1 then begun else over end < 4
    group by 1, 2, 3) summed
union all
select 3 as question, 0 as term, summed.* from (select case sign when 1 then begun else over end as bucket, d1, d2, sum(sign * amount)::int8 as amount, sum(sign * count)::int8 as count
    from (select width_bucket(x.starts - 1, $1::date[]) as begun, width_bucket(coalesce(x.ends, 'infinity') - 1, $1::date[]) as over, '' as d1, '' as d2, coalesce(sum((1) * 1), 0)::int8 as amount, count(*) as count
    from rm_union_employer x 
      where x.starts <= $3::date and coalesce(x.ends, 'infinity') > $2::date and (true) and (true)
    group by 1, 2, 3, 4 offset 0) span cross join (values (1), (-1)) as v(sign)
    where begun < over and case sign when 1 then begun else over end < 4
    group by 1, 2, 3) summed
union all
select 3 as question, 1 as term, summed.* from (select case sign when 1 then begun else over end as bucket, d1, d2, sum(sign * amount)::int8 as amount, sum(sign * count)::int8 as count
    from (select width_bucket(x.starts - 1, $1::date[]) as begun, width_bucket(coalesce(x.ends, 'infinity') - 1, $1::date[]) as over, '' as d1, '' as d2, coalesce(sum((1) * 1), 0)::int8 as amount, count(*) as count
    from rm_active_employer x 
      where x.starts <= $3::date and coalesce(x.ends, 'infinity') > $2::date and (true) and (true)
    group by 1, 2, 3, 4 offset 0) span cross join (values (1), (-1)) as v(sign)
    where begun < over and case sign when 1 then begun else over end < 4
    group by 1, 2, 3) summed
union all
select 4 as question, 0 as term, summed.* from (select case sign when 1 then begun else over end as bucket, d1, d2, sum(sign * amount)::int8 as amount, sum(sign * count)::int8 as count
    from (select width_bucket(x.starts - 1, $1::date[]) as begun, width_bucket(coalesce(x.ends, 'infinity') - 1, $1::date[]) as over, '' as d1, '' as d2, coalesce(sum((least(x.members, x.persons)) * 1), 0)::int8 as amount, count(*) as count
    from rm_union_headcount x 
      where x.starts <= $3::date and coalesce(x.ends, 'infinity') > $2::date and (true) and (true)
    group by 1, 2, 3, 4 offset 0) span cross join (values (1), (-1)) as v(sign)
    where begun < over and case sign when 1 then begun else over end < 4
    group by 1, 2, 3) summed
union all
select 4 as question, 1 as term, summed.* from (select case sign when 1 then begun else over end as bucket, d1, d2, sum(sign * amount)::int8 as amount, sum(sign * count)::int8 as count
    from (select width_bucket(x.starts - 1, $1::date[]) as begun, width_bucket(coalesce(x.ends, 'infinity') - 1, $1::date[]) as over, '' as d1, '' as d2, coalesce(sum((x.persons) * 1), 0)::int8 as amount, count(*) as count
    from rm_employer_headcount x 
      where x.starts <= $3::date and coalesce(x.ends, 'infinity') > $2::date and (true) and (true)
    group by 1, 2, 3, 4 offset 0) span cross join (values (1), (-1)) as v(sign)
    where begun < over and case sign when 1 then begun else over end < 4
    group by 1, 2, 3) summed
union all
select 5 as question, 0 as term, summed.* from (select case sign when 1 then begun else over end as bucket, d1, d2, sum(sign * amount)::int8 as amount, sum(sign * count)::int8 as count
    from (select width_bucket(x.starts - 1, $1::date[]) as begun, width_bucket(coalesce(x.ends, 'infinity') - 1, $1::date[]) as over, '' as d1, '' as d2, coalesce(sum((1) * 1), 0)::int8 as amount, count(*) as count
    from rm_union_agreement x 
      where x.starts <= $3::date and coalesce(x.ends, 'infinity') > $2::date and (x.kind = 'COLLECTIVE') and (true)
    group by 1, 2, 3, 4 offset 0) span cross join (values (1), (-1)) as v(sign)
    where begun < over and case sign when 1 then begun else over end < 4
    group by 1, 2, 3) summed
union all
select 5 as question, 1 as term, summed.* from (select case sign when 1 then begun else over end as bucket, d1, d2, sum(sign * amount)::int8 as amount, sum(sign * count)::int8 as count
    from (select width_bucket(x.starts - 1, $1::date[]) as begun, width_bucket(coalesce(x.ends, 'infinity') - 1, $1::date[]) as over, '' as d1, '' as d2, coalesce(sum((1) * 1), 0)::int8 as amount, count(*) as count
    from rm_union_employer x 
      where x.starts <= $3::date and coalesce(x.ends, 'infinity') > $2::date and (true) and (true)
    group by 1, 2, 3, 4 offset 0) span cross join (values (1), (-1)) as v(sign)
    where begun < over and case sign when 1 then begun else over end < 4
    group by 1, 2, 3) summed
union all
select 6 as question, 0 as term, summed.* from (select width_bucket(x.filed_on - 1, $1::date[]) as bucket, '' as d1, '' as d2, coalesce(sum((1) * 1), 0)::int8 as amount, count(*) as count
      from rm_dispute_case x 
      where x.filed_on <= $3::date and (x.applicants >= 30) and (true) group by 1, 2, 3) summed
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
