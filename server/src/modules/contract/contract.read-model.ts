import { defineReadModel } from '../../metrics/define-read-model.ts';
import { contractHolds, contractOver, workerOf } from './contract.rules.ts';

const over = contractOver('c');

/** In force on a day between the first and the last of those asked for. */
const heldOnce = `c.starts_on <= asked.days[cardinality(asked.days)] and ${over} > asked.days[1]`;

const inForce = `select c.id as contract_id, c.enterprise_id, c.electronic, c.ends_on,
    greatest(a.starts, c.starts_on) as starts, least(a.ends, ${over}) as ends
  from rm_active_employer a
  join contract c on c.enterprise_id = a.enterprise_id`;

/** Days on which a contract is in force at an active employer. */
export const contractInForce = defineReadModel({
  name: 'rm_contract_in_force',
  about: { zh: '在营用人单位的有效劳动合同', en: 'Contracts in force at active employers' },
  thing: 'CONTRACT',
  sql: inForce,
  onDays: `${inForce} cross join asked where ${heldOnce}`,
});

/** The last 31 days of each: those on which it is due to end within 30 days. */
export const contractExpiring = defineReadModel({
  name: 'rm_contract_expiring',
  about: { zh: '三十日内到期的劳动合同', en: 'Contracts that end within 30 days' },
  thing: 'CONTRACT',
  sql: `select contract_id, enterprise_id, greatest(starts, ends_on - 30) as starts, ends
    from rm_contract_in_force where ends_on is not null`,
});

/** Signatures of a contract, by party: their days and digests; the platform's number joins them to it. */
export const contractSignature = defineReadModel({
  name: 'rm_contract_signature',
  about: { zh: '电子合同的双方签署', en: 'Both signatures of an electronic contract' },
  thing: 'CONTRACT',
  sql: `select c.id as contract_id, c.enterprise_id, (a.signed_at at time zone 'Asia/Shanghai')::date as employer_on,
      (b.signed_at at time zone 'Asia/Shanghai')::date as worker_on,
      lower(a.digest) = lower(b.digest) and (c.digest is null or lower(c.digest) = lower(a.digest)) as same_digest
    from contract c
    left join signing a on a.platform_contract_key = c.platform_contract_key and a.party = 'EMPLOYER'
    left join signing b on b.platform_contract_key = c.platform_contract_key and b.party = 'WORKER'
    where c.electronic`,
});

const verified = `select c.id as contract_id, c.enterprise_id, greatest(a.starts, c.starts_on, s.signed_on) as starts,
    least(a.ends, ${over}) as ends
  from rm_active_employer a
  join contract c on c.enterprise_id = a.enterprise_id and c.electronic
  join (select platform_contract_key, (max(signed_at) at time zone 'Asia/Shanghai')::date as signed_on, min(lower(digest)) as digest
        from signing group by platform_contract_key
        having count(*) = 2 and min(lower(digest)) = max(lower(digest))) s
    on s.platform_contract_key = c.platform_contract_key and (c.digest is null or lower(c.digest) = s.digest)`;

/**
 * Days on which an electronic contract in force is verified: from the day of the later of both signatures, which are of
 * one document, the library's where it has its digest. Both are one row of the platform's number before they are joined.
 */
export const contractVerified = defineReadModel({
  name: 'rm_contract_verified',
  about: { zh: '已核验的电子合同', en: 'Verified electronic contracts' },
  thing: 'CONTRACT',
  sql: verified,
  onDays: `${verified} cross join asked where ${heldOnce}`,
});

/**
 * Days on which a worker has a contract with an employer. Of several contracts that overlap each later one counts from
 * where those before it end, so that the worker is there once on every day.
 */
export const contractWorker = defineReadModel({
  name: 'rm_contract_worker',
  about: { zh: '有劳动合同的职工', en: 'Workers with a contract' },
  sql: `select enterprise_id, greatest(starts, max(ends) over (partition by enterprise_id, worker
        order by starts, ends, id rows between unbounded preceding and 1 preceding)) as starts, ends
    from (select c.id, c.enterprise_id, ${workerOf('c')} as worker,
            c.starts_on as starts, ${over} as ends from contract c) span
    where starts < ends`,
});

/** How many of the days asked for come before a day: the place of the first that does not. */
const bucket = (day: string): string => `width_bucket(${day} - 1, asked.days)`;

/**
 * Active employers with the number of their workers who have a contract, and their headcount. Both change on many
 * days; running sums over the changes of both cost one pass, a join of their spans would cost their product. Changes of
 * one day are summed together, and all of them but the last end on the day itself, which is never.
 */
export const signedHeadcount = defineReadModel({
  name: 'rm_signed_headcount',
  about: { zh: '有劳动合同的职工数与用工人数', en: 'Workers with a contract, and headcount' },
  sql: `select enterprise_id, day as starts, until as ends, workers, persons
    from (select enterprise_id, day, coalesce(lead(day) over steps, 'infinity') as until,
            sum(workers) over steps as workers, sum(persons) over steps as persons
          from (select enterprise_id, case sign when 1 then starts else ends end as day, sign as workers, 0 as persons
                from rm_contract_worker cross join (values (1), (-1)) as signs(sign)
                where starts < ends
                union all
                select enterprise_id, case sign when 1 then starts else ends end, 0, sign * persons
                from rm_employer_headcount cross join (values (1), (-1)) as signs(sign)
                where starts < ends) change
          where day < 'infinity'
          window steps as (partition by enterprise_id order by day)) step
    where day < until and workers > 0 and persons > 0`,
  onDays: `select enterprise_id, asked.days[n] as starts, coalesce(asked.days[until], 'infinity') as ends, workers, persons
    from (select enterprise_id, n, lead(n) over steps as until, sum(workers) over steps as workers,
            sum(persons) over steps as persons
          from (select enterprise_id, n, sum(workers)::int8 as workers, sum(persons)::int8 as persons
                from (select enterprise_id, 1 + case sign when 1 then begun else over end as n, sign as workers, 0 as persons
                      from (select enterprise_id, over, greatest(begun, max(over) over (partition by enterprise_id, worker
                              order by begun, over rows between unbounded preceding and 1 preceding)) as begun
                            from (select c.enterprise_id, ${workerOf('c')} as worker,
                                    ${bucket('c.starts_on')} as begun, ${bucket(over)} as over
                                  from contract c cross join asked where ${heldOnce}) span
                            where begun < over) worker cross join (values (1), (-1)) as signs(sign)
                      where begun < over
                      union all
                      select enterprise_id, 1 + ${bucket('case sign when 1 then starts else ends end')}, 0, sign * persons
                      from rm_employer_headcount cross join asked cross join (values (1), (-1)) as signs(sign)
                      where starts < ends) change
                group by enterprise_id, n) moved
          cross join asked where n <= cardinality(asked.days)
          window steps as (partition by enterprise_id order by n)) step cross join asked
    where workers > 0 and persons > 0`,
  onDay: `select h.enterprise_id, h.starts, h.ends, s.workers, h.persons
    from (select c.enterprise_id, count(distinct ${workerOf('c')}) as workers
          from contract c cross join q
          where ${contractHolds('c', 'q.last')}
          group by c.enterprise_id) s
    join rm_employer_headcount h on h.enterprise_id = s.enterprise_id
    cross join q
    where h.persons > 0 and h.starts <= q.last and h.ends > q.last`,
});
