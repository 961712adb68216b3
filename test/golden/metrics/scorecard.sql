with rm_setting as materialized (select coalesce((select value #>> '{}' from setting where name = 'denominator' order by id desc limit 1), 'EMPLOYERS') as denominator,
    coalesce((select value #>> '{}' from setting where name = 'certificationTermYears' order by id desc limit 1)::int, 3) as certification_term_years),
rm_suspension as (select s.enterprise_id, range_agg(daterange(s.stated_on, s.until)) as spans
    from (select enterprise_id, stated_on, status,
            lead(stated_on) over (partition by enterprise_id order by stated_on) as until
          from enterprise_status) s
    where s.status = 'SUSPENDED'
    group by s.enterprise_id),
rm_active_employer as (with life as (
      select e.id as enterprise_id, s.spans,
        daterange(e.founded_on, case when e.closed_on is not null then greatest(e.closed_on, e.founded_on) end) as during
      from enterprise e
      cross join rm_setting k
      left join rm_suspension s on s.enterprise_id = e.id
      where k.denominator = 'EMPLOYERS' or e.uscc like '91%')
    select enterprise_id, during from life where spans is null
    union all
    select enterprise_id, span from life cross join lateral unnest(datemultirange(during) - spans) as span
      where spans is not null),
rm_certification_term as (select c.id as certification_id, c.enterprise_id, c.filed_on, c.review_score, c.notice_from, c.certified_on,
      c.revoked_on, c.qualified,
      coalesce(c.valid_to,
        (c.certified_on + make_interval(years => k.certification_term_years))::date - 1) as valid_to
    from certification c cross join rm_setting k),
rm_certification_in_force as (select c.certification_id, c.enterprise_id, c.valid_to, a.during * c.during as during
    from rm_active_employer a
    join (select certification_id, enterprise_id, valid_to,
            daterange(certified_on, greatest(certified_on, least(valid_to + 1, revoked_on))) as during
          from rm_certification_term
          where qualified and certified_on is not null) c
      on c.enterprise_id = a.enterprise_id and c.during && a.during),
rm_certified_employer as (select c.enterprise_id, span as during
    from (select enterprise_id, range_agg(during) as spans from rm_certification_in_force group by enterprise_id) c
    cross join lateral unnest(c.spans) as span),
rm_union_employer as (select a.enterprise_id, a.during * u.during as during, u.form, u.members, u.congress, u.disclosure
    from rm_active_employer a
    join (select enterprise_id, form, members, congress, disclosure,
            daterange(founded_on, case when dissolved_on is not null then greatest(dissolved_on, founded_on) end) as during
          from union_organisation
          where form <> 'NONE' and founded_on is not null) u
      on u.enterprise_id = a.enterprise_id and u.during && a.during),
rm_headcount as (select id as enterprise_id, daterange(null, null) as during, staff as persons from enterprise),
rm_union_headcount as (select u.enterprise_id, u.during * h.during as during, u.form, u.members, h.persons
    from rm_union_employer u
    join rm_headcount h on h.enterprise_id = u.enterprise_id and h.during && u.during),
rm_employer_headcount as (select a.enterprise_id, a.during * h.during as during, h.persons
    from rm_active_employer a
    join rm_headcount h on h.enterprise_id = a.enterprise_id and h.during && a.during),
rm_union_agreement as (select u.enterprise_id, g.kind, u.during * g.during as during
    from rm_union_employer u
    join (select o.enterprise_id, v.kind,
            daterange(v.starts, case when v.ends is not null then greatest(v.ends + 1, v.starts) end) as during
          from union_organisation o
          cross join lateral (values ('COLLECTIVE', o.collective_from, o.collective_to),
                                     ('WAGE', o.wage_from, o.wage_to)) as v(kind, starts, ends)
          where v.starts is not null) g
      on g.enterprise_id = u.enterprise_id and g.during && u.during),
rm_dispute_case as (select id as dispute_id, enterprise_id, cause, channel, outcome, filed_on, accepted_on, closed_on, archived_on,
      applicants, amount, confirmed, performance, job_lost, reemployed_on
    from dispute),
cell as (select 0 as question, 0 as term, width_bucket(v.day - 1, $1::date[]) as bucket,
          d1, d2, coalesce(sum(v.sign * t.amount), 0)::int8 as amount, sum(v.sign)::int8 as count
        from (select x.during, ((1) * 1)::int8 as amount,
            '' as d1, '' as d2
          from rm_certified_employer x 
          where not isempty(x.during)
            and (true) and (true)) t
        cross join lateral (values (coalesce(lower(t.during), '-infinity'), 1), (upper(t.during), -1)) as v(day, sign)
        where v.day <= $2::date
        group by 3, 4, 5
union all
select 0 as question, 1 as term, width_bucket(v.day - 1, $1::date[]) as bucket,
          d1, d2, coalesce(sum(v.sign * t.amount), 0)::int8 as amount, sum(v.sign)::int8 as count
        from (select x.during, ((1) * 1)::int8 as amount,
            '' as d1, '' as d2
          from rm_active_employer x 
          where not isempty(x.during)
            and (true) and (true)) t
        cross join lateral (values (coalesce(lower(t.during), '-infinity'), 1), (upper(t.during), -1)) as v(day, sign)
        where v.day <= $2::date
        group by 3, 4, 5
union all
select 1 as question, 0 as term, width_bucket(v.day - 1, $1::date[]) as bucket,
          d1, d2, coalesce(sum(v.sign * t.amount), 0)::int8 as amount, sum(v.sign)::int8 as count
        from (select x.during, ((1) * 1)::int8 as amount,
            '' as d1, '' as d2
          from rm_union_employer x 
          where not isempty(x.during)
            and (true) and (true)) t
        cross join lateral (values (coalesce(lower(t.during), '-infinity'), 1), (upper(t.during), -1)) as v(day, sign)
        where v.day <= $2::date
        group by 3, 4, 5
union all
select 1 as question, 1 as term, width_bucket(v.day - 1, $1::date[]) as bucket,
          d1, d2, coalesce(sum(v.sign * t.amount), 0)::int8 as amount, sum(v.sign)::int8 as count
        from (select x.during, ((1) * 1)::int8 as amount,
            '' as d1, '' as d2
          from rm_active_employer x 
          where not isempty(x.during)
            and (true) and (true)) t
        cross join lateral (values (coalesce(lower(t.during), '-infinity'), 1), (upper(t.during), -1)) as v(day, sign)
        where v.day <= $2::date
        group by 3, 4, 5
union all
select 2 as question, 0 as term, width_bucket(v.day - 1, $1::date[]) as bucket,
          d1, d2, coalesce(sum(v.sign * t.amount), 0)::int8 as amount, sum(v.sign)::int8 as count
        from (select x.during, ((least(x.members, x.persons)) * 1)::int8 as amount,
            '' as d1, '' as d2
          from rm_union_headcount x 
          where not isempty(x.during)
            and (true) and (true)) t
        cross join lateral (values (coalesce(lower(t.during), '-infinity'), 1), (upper(t.during), -1)) as v(day, sign)
        where v.day <= $2::date
        group by 3, 4, 5
union all
select 2 as question, 1 as term, width_bucket(v.day - 1, $1::date[]) as bucket,
          d1, d2, coalesce(sum(v.sign * t.amount), 0)::int8 as amount, sum(v.sign)::int8 as count
        from (select x.during, ((x.persons) * 1)::int8 as amount,
            '' as d1, '' as d2
          from rm_employer_headcount x 
          where not isempty(x.during)
            and (true) and (true)) t
        cross join lateral (values (coalesce(lower(t.during), '-infinity'), 1), (upper(t.during), -1)) as v(day, sign)
        where v.day <= $2::date
        group by 3, 4, 5
union all
select 3 as question, 0 as term, width_bucket(v.day - 1, $1::date[]) as bucket,
          d1, d2, coalesce(sum(v.sign * t.amount), 0)::int8 as amount, sum(v.sign)::int8 as count
        from (select x.during, ((1) * 1)::int8 as amount,
            '' as d1, '' as d2
          from rm_union_agreement x 
          where not isempty(x.during)
            and (x.kind = 'COLLECTIVE') and (true)) t
        cross join lateral (values (coalesce(lower(t.during), '-infinity'), 1), (upper(t.during), -1)) as v(day, sign)
        where v.day <= $2::date
        group by 3, 4, 5
union all
select 3 as question, 1 as term, width_bucket(v.day - 1, $1::date[]) as bucket,
          d1, d2, coalesce(sum(v.sign * t.amount), 0)::int8 as amount, sum(v.sign)::int8 as count
        from (select x.during, ((1) * 1)::int8 as amount,
            '' as d1, '' as d2
          from rm_union_employer x 
          where not isempty(x.during)
            and (true) and (true)) t
        cross join lateral (values (coalesce(lower(t.during), '-infinity'), 1), (upper(t.during), -1)) as v(day, sign)
        where v.day <= $2::date
        group by 3, 4, 5
union all
select 4 as question, 0 as term, width_bucket(v.day - 1, $1::date[]) as bucket,
          d1, d2, coalesce(sum(v.sign * t.amount), 0)::int8 as amount, sum(v.sign)::int8 as count
        from (select x.filed_on as day, ((1) * 1)::int8 as amount,
            '' as d1, '' as d2
          from rm_dispute_case x 
          where x.filed_on is not null
            and (x.applicants >= 30) and (true)) t
        cross join lateral (values (t.day, 1)) as v(day, sign)
        where v.day <= $2::date
        group by 3, 4, 5)
    select
      (select coalesce(json_agg(distinct s.form), '[]') from import_sheet s join import_file f on f.id = s.file_id
        where s.status = 'DONE' and not f.dry_run and s.form = any ($3::text[])
          ) as delivered,
      (select coalesce(json_agg(json_build_array(question, term, bucket, d1, d2, amount, count)), '[]')
        from cell where amount <> 0 or count <> 0) as cells,
      '[]'::json as codes,
      (select coalesce(json_agg(json_build_array(metric, day, (value * 1000000)::int8) order by day), '[]') from target
        where scope = 'DISTRICT' and metric = any ($4::text[])) as targets;
