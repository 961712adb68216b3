with rm_setting as (select coalesce((select value #>> '{}' from setting_statement
    where key = 'denominator' order by change_id desc limit 1), 'EMPLOYERS') as denominator,
    coalesce((select value #>> '{}' from setting_statement
    where key = 'certificationTerm' order by change_id desc limit 1), '3')::int as certification_term_years)
      select denominator as rule, (select coalesce(json_agg(json_build_array(split_part(key, '/', 2), split_part(key, '/', 3), value) order by key), '[]')
      from (select distinct on (key) key, value from setting_statement where key like 'targets/%'
        order by key, change_id desc) newest where value <> 'null') as targets from rm_setting;
