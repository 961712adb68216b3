select coalesce(max(id), 0) as change from change where known_at <= $1;
-- ["2026-03-05T16:00:00.000Z"]

with contract as not materialized (select h.* from contract_revision h
  where h.change_id <= $4::bigint and h.ended_by > $4::bigint),
signing as not materialized (select h.* from signing_revision h
  where h.change_id <= $4::bigint and h.ended_by > $4::bigint),
l1 as (select page.* from (with walked as materialized (
      select r.id, r.platform_contract_key, r.contract_no as c0, case when r.terminated_on <= $1::date and r.terminated_on <= coalesce(r.ends_on, 'infinity') then 'TERMINATED'
  when r.ends_on < $1::date then 'EXPIRED'
  when r.starts_on > $1::date then 'UPCOMING' else 'IN_FORCE' end as c1, case when not r.electronic then 'NOT_ELECTRONIC' else (
  select case when count(*) = 0 then 'UNSIGNED' when count(*) = 1 then 'ONE_PARTY'
    when min(s.digest) = max(s.digest) and min(s.digest) = coalesce(r.digest, min(s.digest)) then 'VERIFIED'
    else 'DIGESTS_DIFFER' end
  from signing s where s.platform_contract_key = r.platform_contract_key
    and s.signed_at < ($1::date + 1)::timestamp at time zone 'Asia/Shanghai') end as c2 from (select * from contract r order by r.starts_on desc, r.id desc limit 2000) r where case when r.terminated_on <= $1::date and r.terminated_on <= coalesce(r.ends_on, 'infinity') then 'TERMINATED'
  when r.ends_on < $1::date then 'EXPIRED'
  when r.starts_on > $1::date then 'UPCOMING' else 'IN_FORCE' end = $2::text and case when not r.electronic then 'NOT_ELECTRONIC' else (
  select case when count(*) = 0 then 'UNSIGNED' when count(*) = 1 then 'ONE_PARTY'
    when min(s.digest) = max(s.digest) and min(s.digest) = coalesce(r.digest, min(s.digest)) then 'VERIFIED'
    else 'DIGESTS_DIFFER' end
  from signing s where s.platform_contract_key = r.platform_contract_key
    and s.signed_at < ($1::date + 1)::timestamp at time zone 'Asia/Shanghai') end = $3::text order by r.starts_on desc, r.id desc limit 5)
    select * from walked where (select count(*) from walked) >= 5
    union all (select r.id, r.platform_contract_key, r.contract_no as c0, case when r.terminated_on <= $1::date and r.terminated_on <= coalesce(r.ends_on, 'infinity') then 'TERMINATED'
  when r.ends_on < $1::date then 'EXPIRED'
  when r.starts_on > $1::date then 'UPCOMING' else 'IN_FORCE' end as c1, case when not r.electronic then 'NOT_ELECTRONIC' else (
  select case when count(*) = 0 then 'UNSIGNED' when count(*) = 1 then 'ONE_PARTY'
    when min(s.digest) = max(s.digest) and min(s.digest) = coalesce(r.digest, min(s.digest)) then 'VERIFIED'
    else 'DIGESTS_DIFFER' end
  from signing s where s.platform_contract_key = r.platform_contract_key
    and s.signed_at < ($1::date + 1)::timestamp at time zone 'Asia/Shanghai') end as c2 from contract r where r.id in (
      select place.id from (select r.id, r.starts_on as key0, r.id as key1 from contract r where case when r.terminated_on <= $1::date and r.terminated_on <= coalesce(r.ends_on, 'infinity') then 'TERMINATED'
  when r.ends_on < $1::date then 'EXPIRED'
  when r.starts_on > $1::date then 'UPCOMING' else 'IN_FORCE' end = $2::text and case when not r.electronic then 'NOT_ELECTRONIC' else (
  select case when count(*) = 0 then 'UNSIGNED' when count(*) = 1 then 'ONE_PARTY'
    when min(s.digest) = max(s.digest) and min(s.digest) = coalesce(r.digest, min(s.digest)) then 'VERIFIED'
    else 'DIGESTS_DIFFER' end
  from signing s where s.platform_contract_key = r.platform_contract_key
    and s.signed_at < ($1::date + 1)::timestamp at time zone 'Asia/Shanghai') end = $3::text offset 0) place
      where (select count(*) from walked) < 5 order by place.key0 desc, place.key1 desc limit 5) order by r.starts_on desc, r.id desc limit 5)) page),
l2 as (select c.* from l1 p cross join lateral (select r.id, r.platform_contract_key as k, r.party as c0 from signing r where r.platform_contract_key = p.platform_contract_key order by r.signed_at desc, r.id desc limit 200) c)
select (select json_build_array(json_build_array(json_agg(id), json_agg(platform_contract_key), json_agg(c0), json_agg(c1), json_agg(c2))) from l1) as s0,
  (select json_build_array(json_build_array(json_agg(id), json_agg(k), json_agg(c0))) from l2) as s1,
  (select json_build_array((select count(*) from contract r where case when r.terminated_on <= $1::date and r.terminated_on <= coalesce(r.ends_on, 'infinity') then 'TERMINATED'
  when r.ends_on < $1::date then 'EXPIRED'
  when r.starts_on > $1::date then 'UPCOMING' else 'IN_FORCE' end = $2::text and case when not r.electronic then 'NOT_ELECTRONIC' else (
  select case when count(*) = 0 then 'UNSIGNED' when count(*) = 1 then 'ONE_PARTY'
    when min(s.digest) = max(s.digest) and min(s.digest) = coalesce(r.digest, min(s.digest)) then 'VERIFIED'
    else 'DIGESTS_DIFFER' end
  from signing s where s.platform_contract_key = r.platform_contract_key
    and s.signed_at < ($1::date + 1)::timestamp at time zone 'Asia/Shanghai') end = $3::text))) as s2;
-- ["2026-03-06","IN_FORCE","VERIFIED",3]
