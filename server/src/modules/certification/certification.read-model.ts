import { defineReadModel } from '../../metrics/define-read-model.ts';
import { certificationStages } from './certification.codes.ts';
import { lastValidDay } from './certification.rules.ts';

/** Every application with its last day of validity: as given, else the term of the setting less one day. */
export const certificationTerm = defineReadModel({
  name: 'rm_certification_term',
  about: { zh: '认定申报及其有效期', en: 'Applications with their validity' },
  thing: 'CERTIFICATION',
  sql: `select c.id as certification_id, c.enterprise_id, c.filed_on, c.review_score, c.notice_from, c.certified_on,
      c.revoked_on, c.qualified, c.lacking,
      ${lastValidDay('c', 'k.certification_term_years')} as valid_to
    from certification c cross join rm_setting k`,
});

/** Days on which a certification that met all the conditions is in force at an active employer. */
export const certificationInForce = defineReadModel({
  name: 'rm_certification_in_force',
  about: { zh: '有效的认定', en: 'Certifications in force' },
  thing: 'CERTIFICATION',
  sql: `select c.certification_id, c.enterprise_id, c.valid_to, greatest(a.starts, c.certified_on) as starts,
      least(a.ends, c.valid_to + 1, c.revoked_on) as ends
    from rm_active_employer a
    join rm_certification_term c on c.enterprise_id = a.enterprise_id
    where c.qualified and c.certified_on is not null`,
});

/** Days on which an active employer is certified; several certifications are united, so that it counts once. */
export const certifiedEmployer = defineReadModel({
  name: 'rm_certified_employer',
  about: { zh: '已认定的在营用人单位', en: 'Certified active employers' },
  sql: `select c.enterprise_id, lower(span) as starts, upper(span) as ends
    from (select enterprise_id, range_agg(daterange(starts, ends)) as spans from rm_certification_in_force
          where starts < ends group by enterprise_id) c
    cross join lateral unnest(c.spans) as span`,
});

/** The last 91 days of each certification in force: those on which it is due to end within 90 days. */
export const certificationExpiring = defineReadModel({
  name: 'rm_certification_expiring',
  about: { zh: '九十日内到期的认定', en: 'Certifications that end within 90 days' },
  thing: 'CERTIFICATION',
  sql: `select certification_id, enterprise_id, greatest(starts, valid_to - 90) as starts, ends
    from rm_certification_in_force`,
});

/**
 * The stage of each active employer, day by day. Its newest application holds from its filing until the next; inside
 * it the stage of the highest rank that has begun is the one that counts. A stage without a date begins with the filing.
 */
export const certificationStage = defineReadModel({
  name: 'rm_certification_stage',
  about: { zh: '在营用人单位的认定阶段', en: 'Stage of certification of active employers' },
  codes: { STAGE: certificationStages },
  sql: `select a.enterprise_id, s.certification_id, s.stage, s.lacking, greatest(a.starts, s.starts) as starts, least(a.ends, s.ends) as ends
    from rm_active_employer a
    join (select enterprise_id, certification_id, stage, lacking, greatest(starts, filed_on) as starts, least(beaten, next) as ends
          from (select c.enterprise_id, c.certification_id, c.filed_on, c.next, c.lacking,
                  case rank when 1 then 'REVOKED' when 2 then 'EXPIRED'
                    when 3 then case when c.qualified then 'CERTIFIED' else 'CLAIMED' end
                    when 4 then 'NOTICE' else case when c.review_score is not null then 'SCORED' else 'FILED' end
                  end as stage,
                  case rank when 1 then c.revoked_on when 2 then c.expired_on when 3 then c.certified_on
                    when 4 then c.notice_from else c.filed_on end as starts,
                  case rank when 1 then null when 2 then c.revoked_on
                    when 3 then least(c.revoked_on, c.expired_on)
                    when 4 then least(c.revoked_on, c.expired_on, c.certified_on)
                    else least(c.revoked_on, c.expired_on, c.certified_on, c.notice_from) end as beaten
                from (select t.*, lead(filed_on) over (partition by enterprise_id order by filed_on) as next,
                        case when certified_on is not null then valid_to + 1 end as expired_on
                      from rm_certification_term t) c
                cross join (values (1), (2), (3), (4), (5)) as ranks(rank)) ranked
          where starts is not null
          union all
          select e.id, null, 'NONE', null, '-infinity', min(c.filed_on)
          from enterprise e left join certification c on c.enterprise_id = e.id
          group by e.id) s
      on s.enterprise_id = a.enterprise_id`,
});

/** The stage of each active employer with what its newest application shows, from which follows what it still lacks. */
export const certificationCandidate = defineReadModel({
  name: 'rm_certification_candidate',
  about: {
    zh: '在营用人单位的认定阶段及其最近一次申报',
    en: 'Stage of active employers with their newest application',
  },
  sql: `select s.enterprise_id, s.certification_id, s.stage, s.lacking, s.starts, s.ends, c.self_participants,
      coalesce(c.union_representatives, 0) + coalesce(c.worker_representatives, 0) as representatives,
      c.internal_notice_on, c.notice_from, c.notice_to, c.notice_channels, c.objections, c.certified_on, c.revoked_on,
      ${lastValidDay('c', 'k.certification_term_years')} as valid_to
    from rm_certification_stage s cross join rm_setting k left join certification c on c.id = s.certification_id`,
});
