/** Settings that figures and lists are counted by, each with the hub's own value for as long as nobody has said another. */
export const settingDefaults = { denominator: 'EMPLOYERS', certificationTerm: '3' } as const;
export type CountingSetting = keyof typeof settingDefaults;

/** A condition on statements of settings: those made by a change, in SQL; all of them where none is named. */
export const saidBy = (change: string | undefined): string =>
  change === undefined ? '' : ` and change_id <= ${change}`;

/** SQL for the value of a setting as text: the newest statement, or the newest of those made by a change. */
export const settingInForce = (key: CountingSetting, change?: string): string =>
  `coalesce((select value #>> '{}' from setting_statement
    where key = '${key}'${saidBy(change)} order by change_id desc limit 1), '${settingDefaults[key]}')`;
