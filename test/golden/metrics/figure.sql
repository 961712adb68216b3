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
rm_union_employer as (select a.enterprise_id, greatest(a.starts, u.founded_on) as starts,
      least(a.ends, u.dissolved_on) as ends, u.form, u.members, u.congress, u.disclosure
    from rm_active_employer a
    join union_organisation u on u.enterprise_id = a.enterprise_id
    where u.form <> 'NONE' and u.founded_on is not null),
cell as (select 0 as question, 0 as term, summed.* from (select case sign when 1 then begun else over end as bucket, d1, d2, sum(sign * amount)::int8 as amount, sum(sign * count)::int8 as count
    from (select width_bucket(x.starts - 1, $1::date[]) as begun, width_bucket(coalesce(x.ends, 'infinity') - 1, $1::date[]) as over, '' as d1, '' as d2, coalesce(sum((1) * 1), 0)::int8 as amount, count(*) as count
    from rm_union_employer x 
      where x.starts <= $3::date and coalesce(x.ends, 'infinity') > $2::date and (true) and (true)
    group by 1, 2, 3, 4 offset 0) span cross join (values (1), (-1)) as v(sign)
    where begun < over and case sign when 1 then begun else over end < 3
    group by 1, 2, 3) summed
union all
select 0 as question, 1 as term, summed.* from (select case sign when 1 then begun else over end as bucket, d1, d2, sum(sign * amount)::int8 as amount, sum(sign * count)::int8 as count
    from (select width_bucket(x.starts - 1, $1::date[]) as begun, width_bucket(coalesce(x.ends, 'infinity') - 1, $1::date[]) as over, '' as d1, '' as d2, coalesce(sum((1) * 1), 0)::int8 as amount, count(*) as count
    from rm_active_employer x 
      where x.starts <= $3::date and coalesce(x.ends, 'infinity') > $2::date and (true) and (true)
    group by 1, 2, 3, 4 offset 0) span cross join (values (1), (-1)) as v(sign)
    where begun < over and case sign when 1 then begun else over end < 3
    group by 1, 2, 3) summed
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
