import type { MetricDefinition, Term } from './define-metric.ts';

/** What is asked of each row of a term beside its days and its amount. */
export interface RowChoice {
  /** SQL by column name, over `x` (the row) and `e` (its employer). */
  readonly columns: Readonly<Record<string, string>>;
  /** Where the employer's row stands, if it is needed. */
  readonly employer: string | undefined;
  readonly where: string;
}

/** Amounts are whole numbers: money in fen. */
export const scaleOf = (metric: MetricDefinition): 1 | 100 => (metric.unit === 'YUAN' ? 100 : 1);

/**
 * The changes of a term as SQL: day, amount (with its sign), sign (1 where a row comes in, −1 where it goes) and the
 * columns asked for. A row that lasts changes on its first day and on the day after its last.
 */
export function changesOf(term: Term, scale: number, { columns, employer, where }: RowChoice): string {
  const asked = Object.entries(columns).map(([name, sql]) => `${sql} as ${name}`);
  const names = Object.keys(columns).map(name => `t.${name}`);
  // A VALUES list per row would be compiled anew for each; two constant signs joined to the rows are not.
  const [day, signs] = term.day
    ? ['t.day', '(select 1 as sign) v']
    : [`case v.sign when 1 then t.starts else t.ends end`, '(values (1), (-1)) as v(sign)'];
  const days = term.day ? `x.${term.day} as day` : 'x.starts, x.ends';
  const amount = `coalesce((${term.amount ?? '1'}) * ${scale}, 0)::int8 as amount`;
  const filled = term.day ? `x.${term.day} is not null` : `x.starts < coalesce(x.ends, 'infinity')`;
  return `select ${[`${day} as day`, 'v.sign', 'v.sign * t.amount as amount', ...names].join(', ')}
    from (select ${[days, amount, ...asked].join(', ')}
        from ${term.from} x ${employer ? `join ${employer} e on e.id = x.enterprise_id` : ''}
        where ${filled} and (${term.where ?? 'true'}) and ${where}) t
      cross join ${signs}`;
}
