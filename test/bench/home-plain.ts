import type { Day } from '../../server/src/kernel/days.ts';
import type { PageRequest } from './home-questions.ts';
import { monthsUpTo } from './home-peers.ts';

/** Active employers with their headcount and union on the days of `d`, as one would write it by hand. */
const active = `active as (
    select d.day, e.id, e.industry, e.staff from d join enterprise e on e.founded_on <= d.day and (e.closed_on is null or e.closed_on > d.day)
    where not exists (select from (select status from enterprise_status s where s.enterprise_id = e.id and s.stated_on <= d.day
      order by s.stated_on desc limit 1) s where s.status = 'SUSPENDED')),
  head as (
    select a.*, coalesce(f.workers, a.staff) as persons, f.filed_on
    from active a left join lateral (select workers, filed_on from filing f where f.enterprise_id = a.id and f.filed_on <= a.day
      order by filed_on desc limit 1) f on true),
  organised as (
    select h.*, u.members, u.collective_from <= h.day and (u.collective_to is null or u.collective_to >= h.day) as agreed
    from head h join union_organisation u on u.enterprise_id = h.id
    where u.form <> 'NONE' and u.founded_on <= h.day and (u.dissolved_on is null or u.dissolved_on > h.day)),
  certified as (
    select a.day, count(distinct a.id) as n from active a join certification c on c.enterprise_id = a.id
    where c.qualified and c.certified_on <= a.day and coalesce(c.valid_to, (c.certified_on + interval '3 years')::date - 1) >= a.day
      and (c.revoked_on is null or c.revoked_on > a.day) group by a.day)`;

/** Hand-written statements by the name of their request; $1 holds the last days of months or the day. */
export const plainStatements: Readonly<Record<string, string>> = {
  scorecard: `with d as (select unnest($1::date[]) as day), ${active},
    signed as (
      select sum(least(w.workers, h.persons)) as n from head h join (
        select c.enterprise_id, count(distinct c.id_number_hash) as workers from contract c, d
        where c.starts_on <= d.day and (c.ends_on is null or c.ends_on >= d.day) and (c.terminated_on is null or c.terminated_on > d.day)
        group by c.enterprise_id) w on w.enterprise_id = h.id)
    select json_build_object('certified', (select coalesce(sum(n), 0) from certified), 'employers', (select count(*) from active),
      'signed', (select n from signed), 'persons', (select sum(persons) from head),
      'filed', (select count(*) from head where filed_on >= day - 365), 'unionised', (select count(*) from organised),
      'members', (select sum(least(members, persons)) from organised), 'agreed', (select count(*) from organised where agreed),
      'major', (select count(*) from dispute, d where filed_on between date_trunc('year', d.day) and d.day and applicants >= 30))::text as answer`,
  path: `with d as (select unnest($1::date[]) as day), ${active}
    select json_agg(json_build_array(d.day, coalesce(c.n, 0), (select count(*) from active a where a.day = d.day)) order by d.day)::text as answer
    from d left join certified c on c.day = d.day`,
  flow: `with d as (select unnest($1::date[]) as day), m as (select date_trunc('month', day)::date as first, day as last from d)
    select json_agg(json_build_array(m.last,
      (select count(*) from dispute where filed_on between m.first and m.last),
      (select count(*) from dispute where closed_on between m.first and m.last),
      (select count(*) from dispute where closed_on between m.first and m.last and outcome = 'SETTLED')) order by m.last)::text as answer from m`,
  coverage: `with d as (select unnest($1::date[]) as day), ${active}
    select json_agg(json_build_array(industry, n, (select count(*) from organised o where o.industry = a.industry)) order by industry)::text as answer
    from (select industry, count(*) as n from active group by industry) a`,
  overdue: `with d as (select unnest($1::date[]) as day)
    select json_build_object('overdue', (select count(*) from dispute, d where filed_on < day - 15 and (closed_on is null or closed_on > day)))::text as answer`,
};

/** The same requests as a page would send them to such a server. */
export function plainRequests(at: Day): PageRequest[] {
  const months = monthsUpTo(at).map(({ last }) => last);
  return Object.keys(plainStatements).map(name => ({
    name,
    body: JSON.stringify({ name, days: name === 'path' || name === 'flow' ? months : [at] }),
  }));
}
