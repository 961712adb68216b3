import { defineReadModel } from '../../metrics/define-read-model.ts';

/** Every application with its last day of validity: as given, else the term of the setting less one day. */
export const certificationTerm = defineReadModel({
  name: 'rm_certification_term',
  about: { zh: '认定申报及其有效期', en: 'Applications with their validity' },
  sql: `select c.id as certification_id, c.enterprise_id, c.filed_on, c.review_score, c.notice_from, c.certified_on,
      c.revoked_on, c.qualified,
      coalesce(c.valid_to,
        (c.certified_on + make_interval(years => k.certification_term_years))::date - 1) as valid_to
    from certification c cross join rm_setting k`,
});

/** Days on which a certification that met all the conditions is in force at an active employer. */
export const certificationInForce = defineReadModel({
  name: 'rm_certification_in_force',
  about: { zh: '有效的认定', en: 'Certifications in force' },
  sql: `select c.certification_id, c.enterprise_id, c.valid_to, a.during * c.during as during
    from rm_active_employer a
    join (select certification_id, enterprise_id, valid_to,
            daterange(certified_on, greatest(certified_on, least(valid_to + 1, revoked_on))) as during
          from rm_certification_term
          where qualified and certified_on is not null) c
      on c.enterprise_id = a.enterprise_id and c.during && a.during`,
});

/** Days on which an active employer is certified; several certifications are united, so that it counts once. */
export const certifiedEmployer = defineReadModel({
  name: 'rm_certified_employer',
  about: { zh: '已认定的在营用人单位', en: 'Certified active employers' },
  sql: `select c.enterprise_id, span as during
    from (select enterprise_id, range_agg(during) as spans from rm_certification_in_force group by enterprise_id) c
    cross join lateral unnest(c.spans) as span`,
});

/** The last 91 days of each certification in force: those on which it is due to end within 90 days. */
export const certificationExpiring = defineReadModel({
  name: 'rm_certification_expiring',
  about: { zh: '九十日内到期的认定', en: 'Certifications that end within 90 days' },
  sql: `select certification_id, enterprise_id, during * daterange(valid_to - 90, null) as during
    from rm_certification_in_force
    where during && daterange(valid_to - 90, null)`,
});

/**
 * The stage of each active employer, day by day. Its newest application holds from its filing until the next; inside
 * it the stage of the highest rank that has begun is the one that counts. A stage without a date begins with the filing.
 */
export const certificationStage = defineReadModel({
  name: 'rm_certification_stage',
  about: { zh: '在营用人单位的认定阶段', en: 'Stage of certification of active employers' },
  sql: `select a.enterprise_id, s.stage, a.during * s.during as during
    from rm_active_employer a
    join (select c.enterprise_id, v.stage,
            daterange(greatest(v.starts, c.filed_on),
                      greatest(v.starts, c.filed_on, coalesce(least(v.beaten, c.next), 'infinity'))) as during
          from (select t.*, lead(filed_on) over (partition by enterprise_id order by filed_on) as next,
                  case when certified_on is not null then valid_to + 1 end as expired_on
                from rm_certification_term t) c
          cross join lateral (values
            ('REVOKED', c.revoked_on, null::date),
            ('EXPIRED', c.expired_on, c.revoked_on),
            (case when c.qualified then 'CERTIFIED' else 'CLAIMED' end, c.certified_on,
              least(c.revoked_on, c.expired_on)),
            ('NOTICE', c.notice_from, least(c.revoked_on, c.expired_on, c.certified_on)),
            (case when c.review_score is not null then 'SCORED' else 'FILED' end, c.filed_on,
              least(c.revoked_on, c.expired_on, c.certified_on, c.notice_from))
          ) as v(stage, starts, beaten)
          where v.starts is not null
          union all
          select e.id, 'NONE', daterange(null, min(c.filed_on))
          from enterprise e left join certification c on c.enterprise_id = e.id
          group by e.id) s
      on s.enterprise_id = a.enterprise_id and s.during && a.during`,
});
