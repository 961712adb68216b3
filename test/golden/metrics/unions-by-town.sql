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
    from (select width_bucket(x.starts - 1, $1::date[]) as begun, width_bucket(coalesce(x.ends, 'infinity') - 1, $1::date[]) as over, coalesce(nullif(e.town, ''), 'UNKNOWN') as d1, '' as d2, coalesce(sum((1) * 1), 0)::int8 as amount, count(*) as count
    from rm_union_employer x join enterprise e on e.id = x.enterprise_id
      where x.starts <= $3::date and coalesce(x.ends, 'infinity') > $2::date and (true) and (true)
    group by 1, 2, 3, 4 offset 0) span cross join (values (1), (-1)) as v(sign)
    where begun < over and case sign when 1 then begun else over end < 3
    group by 1, 2, 3) summed
union all
select 0 as question, 1 as term, summed.* from (select case sign when 1 then begun else over end as bucket, d1, d2, sum(sign * amount)::int8 as amount, sum(sign * count)::int8 as count
    from (select width_bucket(x.starts - 1, $1::date[]) as begun, width_bucket(coalesce(x.ends, 'infinity') - 1, $1::date[]) as over, coalesce(nullif(e.town, ''), 'UNKNOWN') as d1, '' as d2, coalesce(sum((1) * 1), 0)::int8 as amount, count(*) as count
    from rm_active_employer x join enterprise e on e.id = x.enterprise_id
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
    (select json_agg(json_build_array(dimension, code, name_zh, name_en) order by dimension, position)
    from (select 'TOWN' as dimension, code, name_zh, name_en, position from town) as code) as codes,
    (select denominator from rm_setting) as rule, (select coalesce(json_agg(json_build_array(split_part(key, '/', 2), split_part(key, '/', 3), value) order by key), '[]')
      from (select distinct on (key) key, value from setting_statement where key like 'targets/%'
        order by key, change_id desc) newest where value <> 'null') as targets;

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
rm_union_headcount as (select u.enterprise_id, greatest(u.starts, h.starts) as starts, least(u.ends, h.ends) as ends,
      u.form, u.members, h.persons
    from rm_union_employer u
    join rm_headcount h on h.enterprise_id = u.enterprise_id),
rm_employer_headcount as (select a.enterprise_id, greatest(a.starts, h.starts) as starts, least(a.ends, h.ends) as ends, h.persons
    from rm_active_employer a
    join rm_headcount h on h.enterprise_id = a.enterprise_id),
cell as (select 0 as question, 0 as term, summed.* from (select case sign when 1 then begun else over end as bucket, d1, d2, sum(sign * amount)::int8 as amount, sum(sign * count)::int8 as count
    from (select width_bucket(x.starts - 1, $1::date[]) as begun, width_bucket(coalesce(x.ends, 'infinity') - 1, $1::date[]) as over, coalesce(nullif(e.town, ''), 'UNKNOWN') as d1, '' as d2, coalesce(sum((1) * 1), 0)::int8 as amount, count(*) as count
    from rm_union_headcount x join enterprise e on e.id = x.enterprise_id
      where x.starts <= $3::date and coalesce(x.ends, 'infinity') > $2::date and (x.form = 'OWN' and x.persons >= 25) and (true)
    group by 1, 2, 3, 4 offset 0) span cross join (values (1), (-1)) as v(sign)
    where begun < over and case sign when 1 then begun else over end < 3
    group by 1, 2, 3) summed
union all
select 0 as question, 1 as term, summed.* from (select case sign when 1 then begun else over end as bucket, d1, d2, sum(sign * amount)::int8 as amount, sum(sign * count)::int8 as count
    from (select width_bucket(x.starts - 1, $1::date[]) as begun, width_bucket(coalesce(x.ends, 'infinity') - 1, $1::date[]) as over, coalesce(nullif(e.town, ''), 'UNKNOWN') as d1, '' as d2, coalesce(sum((1) * 1), 0)::int8 as amount, count(*) as count
    from rm_employer_headcount x join enterprise e on e.id = x.enterprise_id
      where x.starts <= $3::date and coalesce(x.ends, 'infinity') > $2::date and (x.persons >= 25) and (true)
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
    (select json_agg(json_build_array(dimension, code, name_zh, name_en) order by dimension, position)
    from (select 'TOWN' as dimension, code, name_zh, name_en, position from town) as code) as codes,
    (select denominator from rm_setting) as rule, (select coalesce(json_agg(json_build_array(split_part(key, '/', 2), split_part(key, '/', 3), value) order by key), '[]')
      from (select distinct on (key) key, value from setting_statement where key like 'targets/%'
        order by key, change_id desc) newest where value <> 'null') as targets;

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
rm_union_headcount as (select u.enterprise_id, greatest(u.starts, h.starts) as starts, least(u.ends, h.ends) as ends,
      u.form, u.members, h.persons
    from rm_union_employer u
    join rm_headcount h on h.enterprise_id = u.enterprise_id),
rm_employer_headcount as (select a.enterprise_id, greatest(a.starts, h.starts) as starts, least(a.ends, h.ends) as ends, h.persons
    from rm_active_employer a
    join rm_headcount h on h.enterprise_id = a.enterprise_id),
cell as (select 0 as question, 0 as term, summed.* from (select case sign when 1 then begun else over end as bucket, d1, d2, sum(sign * amount)::int8 as amount, sum(sign * count)::int8 as count
    from (select width_bucket(x.starts - 1, $1::date[]) as begun, width_bucket(coalesce(x.ends, 'infinity') - 1, $1::date[]) as over, coalesce(nullif(e.town, ''), 'UNKNOWN') as d1, '' as d2, coalesce(sum((least(x.members, x.persons)) * 1), 0)::int8 as amount, count(*) as count
    from rm_union_headcount x join enterprise e on e.id = x.enterprise_id
      where x.starts <= $3::date and coalesce(x.ends, 'infinity') > $2::date and (true) and (true)
    group by 1, 2, 3, 4 offset 0) span cross join (values (1), (-1)) as v(sign)
    where begun < over and case sign when 1 then begun else over end < 3
    group by 1, 2, 3) summed
union all
select 0 as question, 1 as term, summed.* from (select case sign when 1 then begun else over end as bucket, d1, d2, sum(sign * amount)::int8 as amount, sum(sign * count)::int8 as count
    from (select width_bucket(x.starts - 1, $1::date[]) as begun, width_bucket(coalesce(x.ends, 'infinity') - 1, $1::date[]) as over, coalesce(nullif(e.town, ''), 'UNKNOWN') as d1, '' as d2, coalesce(sum((x.persons) * 1), 0)::int8 as amount, count(*) as count
    from rm_employer_headcount x join enterprise e on e.id = x.enterprise_id
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
    (select json_agg(json_build_array(dimension, code, name_zh, name_en) order by dimension, position)
    from (select 'TOWN' as dimension, code, name_zh, name_en, position from town) as code) as codes,
    (select denominator from rm_setting) as rule, (select coalesce(json_agg(json_build_array(split_part(key, '/', 2), split_part(key, '/', 3), value) order by key), '[]')
      from (select distinct on (key) key, value from setting_statement where key like 'targets/%'
        order by key, change_id desc) newest where value <> 'null') as targets;

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
rm_union_agreement as (select u.enterprise_id, g.kind, g.last, greatest(u.starts, g.starts) as starts, least(u.ends, g.last + 1) as ends
    from rm_union_employer u
    join (select enterprise_id, 'COLLECTIVE' as kind, collective_from as starts, collective_to as last
          from union_organisation where collective_from is not null
          union all
          select enterprise_id, 'WAGE', wage_from, wage_to
          from union_organisation where wage_from is not null) g
      on g.enterprise_id = u.enterprise_id),
cell as (select 0 as question, 0 as term, summed.* from (select case sign when 1 then begun else over end as bucket, d1, d2, sum(sign * amount)::int8 as amount, sum(sign * count)::int8 as count
    from (select width_bucket(x.starts - 1, $1::date[]) as begun, width_bucket(coalesce(x.ends, 'infinity') - 1, $1::date[]) as over, coalesce(nullif(e.town, ''), 'UNKNOWN') as d1, '' as d2, coalesce(sum((1) * 1), 0)::int8 as amount, count(*) as count
    from rm_union_agreement x join enterprise e on e.id = x.enterprise_id
      where x.starts <= $3::date and coalesce(x.ends, 'infinity') > $2::date and (x.kind = 'COLLECTIVE') and (true)
    group by 1, 2, 3, 4 offset 0) span cross join (values (1), (-1)) as v(sign)
    where begun < over and case sign when 1 then begun else over end < 3
    group by 1, 2, 3) summed
union all
select 0 as question, 1 as term, summed.* from (select case sign when 1 then begun else over end as bucket, d1, d2, sum(sign * amount)::int8 as amount, sum(sign * count)::int8 as count
    from (select width_bucket(x.starts - 1, $1::date[]) as begun, width_bucket(coalesce(x.ends, 'infinity') - 1, $1::date[]) as over, coalesce(nullif(e.town, ''), 'UNKNOWN') as d1, '' as d2, coalesce(sum((1) * 1), 0)::int8 as amount, count(*) as count
    from rm_union_employer x join enterprise e on e.id = x.enterprise_id
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
    (select json_agg(json_build_array(dimension, code, name_zh, name_en) order by dimension, position)
    from (select 'TOWN' as dimension, code, name_zh, name_en, position from town) as code) as codes,
    (select denominator from rm_setting) as rule, (select coalesce(json_agg(json_build_array(split_part(key, '/', 2), split_part(key, '/', 3), value) order by key), '[]')
      from (select distinct on (key) key, value from setting_statement where key like 'targets/%'
        order by key, change_id desc) newest where value <> 'null') as targets;

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
rm_union_agreement as (select u.enterprise_id, g.kind, g.last, greatest(u.starts, g.starts) as starts, least(u.ends, g.last + 1) as ends
    from rm_union_employer u
    join (select enterprise_id, 'COLLECTIVE' as kind, collective_from as starts, collective_to as last
          from union_organisation where collective_from is not null
          union all
          select enterprise_id, 'WAGE', wage_from, wage_to
          from union_organisation where wage_from is not null) g
      on g.enterprise_id = u.enterprise_id),
cell as (select 0 as question, 0 as term, summed.* from (select case sign when 1 then begun else over end as bucket, d1, d2, sum(sign * amount)::int8 as amount, sum(sign * count)::int8 as count
    from (select width_bucket(x.starts - 1, $1::date[]) as begun, width_bucket(coalesce(x.ends, 'infinity') - 1, $1::date[]) as over, coalesce(nullif(e.town, ''), 'UNKNOWN') as d1, '' as d2, coalesce(sum((1) * 1), 0)::int8 as amount, count(*) as count
    from rm_union_agreement x join enterprise e on e.id = x.enterprise_id
      where x.starts <= $3::date and coalesce(x.ends, 'infinity') > $2::date and (x.kind = 'WAGE') and (true)
    group by 1, 2, 3, 4 offset 0) span cross join (values (1), (-1)) as v(sign)
    where begun < over and case sign when 1 then begun else over end < 3
    group by 1, 2, 3) summed
union all
select 0 as question, 1 as term, summed.* from (select case sign when 1 then begun else over end as bucket, d1, d2, sum(sign * amount)::int8 as amount, sum(sign * count)::int8 as count
    from (select width_bucket(x.starts - 1, $1::date[]) as begun, width_bucket(coalesce(x.ends, 'infinity') - 1, $1::date[]) as over, coalesce(nullif(e.town, ''), 'UNKNOWN') as d1, '' as d2, coalesce(sum((1) * 1), 0)::int8 as amount, count(*) as count
    from rm_union_employer x join enterprise e on e.id = x.enterprise_id
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
    (select json_agg(json_build_array(dimension, code, name_zh, name_en) order by dimension, position)
    from (select 'TOWN' as dimension, code, name_zh, name_en, position from town) as code) as codes,
    (select denominator from rm_setting) as rule, (select coalesce(json_agg(json_build_array(split_part(key, '/', 2), split_part(key, '/', 3), value) order by key), '[]')
      from (select distinct on (key) key, value from setting_statement where key like 'targets/%'
        order by key, change_id desc) newest where value <> 'null') as targets;

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
    from (select width_bucket(x.starts - 1, $1::date[]) as begun, width_bucket(coalesce(x.ends, 'infinity') - 1, $1::date[]) as over, coalesce(nullif(e.town, ''), 'UNKNOWN') as d1, '' as d2, coalesce(sum((1) * 1), 0)::int8 as amount, count(*) as count
    from rm_union_employer x join enterprise e on e.id = x.enterprise_id
      where x.starts <= $3::date and coalesce(x.ends, 'infinity') > $2::date and (x.congress) and (true)
    group by 1, 2, 3, 4 offset 0) span cross join (values (1), (-1)) as v(sign)
    where begun < over and case sign when 1 then begun else over end < 3
    group by 1, 2, 3) summed
union all
select 0 as question, 1 as term, summed.* from (select case sign when 1 then begun else over end as bucket, d1, d2, sum(sign * amount)::int8 as amount, sum(sign * count)::int8 as count
    from (select width_bucket(x.starts - 1, $1::date[]) as begun, width_bucket(coalesce(x.ends, 'infinity') - 1, $1::date[]) as over, coalesce(nullif(e.town, ''), 'UNKNOWN') as d1, '' as d2, coalesce(sum((1) * 1), 0)::int8 as amount, count(*) as count
    from rm_union_employer x join enterprise e on e.id = x.enterprise_id
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
    (select json_agg(json_build_array(dimension, code, name_zh, name_en) order by dimension, position)
    from (select 'TOWN' as dimension, code, name_zh, name_en, position from town) as code) as codes,
    (select denominator from rm_setting) as rule, (select coalesce(json_agg(json_build_array(split_part(key, '/', 2), split_part(key, '/', 3), value) order by key), '[]')
      from (select distinct on (key) key, value from setting_statement where key like 'targets/%'
        order by key, change_id desc) newest where value <> 'null') as targets;

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
    from (select width_bucket(x.starts - 1, $1::date[]) as begun, width_bucket(coalesce(x.ends, 'infinity') - 1, $1::date[]) as over, coalesce(nullif(e.town, ''), 'UNKNOWN') as d1, '' as d2, coalesce(sum((1) * 1), 0)::int8 as amount, count(*) as count
    from rm_union_employer x join enterprise e on e.id = x.enterprise_id
      where x.starts <= $3::date and coalesce(x.ends, 'infinity') > $2::date and (x.disclosure) and (true)
    group by 1, 2, 3, 4 offset 0) span cross join (values (1), (-1)) as v(sign)
    where begun < over and case sign when 1 then begun else over end < 3
    group by 1, 2, 3) summed
union all
select 0 as question, 1 as term, summed.* from (select case sign when 1 then begun else over end as bucket, d1, d2, sum(sign * amount)::int8 as amount, sum(sign * count)::int8 as count
    from (select width_bucket(x.starts - 1, $1::date[]) as begun, width_bucket(coalesce(x.ends, 'infinity') - 1, $1::date[]) as over, coalesce(nullif(e.town, ''), 'UNKNOWN') as d1, '' as d2, coalesce(sum((1) * 1), 0)::int8 as amount, count(*) as count
    from rm_union_employer x join enterprise e on e.id = x.enterprise_id
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
    (select json_agg(json_build_array(dimension, code, name_zh, name_en) order by dimension, position)
    from (select 'TOWN' as dimension, code, name_zh, name_en, position from town) as code) as codes,
    (select denominator from rm_setting) as rule, (select coalesce(json_agg(json_build_array(split_part(key, '/', 2), split_part(key, '/', 3), value) order by key), '[]')
      from (select distinct on (key) key, value from setting_statement where key like 'targets/%'
        order by key, change_id desc) newest where value <> 'null') as targets;
