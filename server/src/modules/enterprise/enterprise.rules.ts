/**
 * Whether an employer counts under the denominator setting: every employer, or enterprises alone, whose credit codes
 * begin with 91 (registered by the market regulator, as a company).
 */
export const countsAsEmployer = (enterprise: string, rule: string): string =>
  `(${rule} = 'EMPLOYERS' or ${enterprise}.uscc like '91%')`;

/**
 * Whether it is active at the end of a day (the rule of the read model rm_active_employer, asked of one row): founded, not
 * closed, and the newest roster by then did not call it suspended.
 */
export const activeOn = (enterprise: string, day: string, rule: string): string =>
  `${enterprise}.founded_on <= ${day} and (${enterprise}.closed_on is null or ${enterprise}.closed_on > ${day})
    and ${countsAsEmployer(enterprise, rule)}
    and coalesce((select s.status from enterprise_status s where s.enterprise_id = ${enterprise}.id and s.stated_on <= ${day}
      order by s.stated_on desc limit 1), '') <> 'SUSPENDED'`;

/** Whether the employer a row speaks of is active at the end of the day that its list is narrowed to. */
export const employerActive = `$.enterprise_id in (select a.id from enterprise a where ${activeOn('a', '{day}', '{denominator}')})`;

/** The tables that say so. */
export const activityTables = ['enterprise', 'enterprise_status'] as const;
