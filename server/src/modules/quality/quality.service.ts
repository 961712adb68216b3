import { createHash } from 'node:crypto';
import type { Query } from '../../kernel/database.ts';
import type { Check } from './define-check.ts';
import { qualityKinds } from './quality.codes.ts';

/** What is known of a check from the last time it ran. */
interface Ran {
  readonly digest: string;
  /** Whether both libraries held something then. */
  readonly armed: boolean;
}

/**
 * Keeps the list of disagreements true: after every change the checks that read what it touched run again for the
 * employers it touched, in the transaction of the change, so that no figure and no issue is ever of another moment.
 */
export class QualityService {
  readonly #checks: readonly Check[];

  constructor(checks: readonly Check[]) {
    this.#checks = checks;
  }

  /** To be called inside the transaction of every change, after its facts are written. */
  async reconcile(query: Query, changeId: number): Promise<void> {
    const rows = await query<{ fact: string; enterprise: number }>(
      'select fact, enterprise from hub_touched($1)',
      [changeId],
    );
    const touched = new Map<string, number[]>();
    for (const { fact, enterprise } of rows) {
      const list = touched.get(fact);
      if (list) list.push(enterprise);
      else touched.set(fact, [enterprise]);
    }
    for (const check of this.#checks) await this.#run(query, check, touched);
  }

  async #run(query: Query, check: Check, touched: ReadonlyMap<string, readonly number[]>): Promise<void> {
    const employers = new Set(check.reads.flatMap(table => touched.get(table) ?? []));
    const digest = createHash('sha256')
      .update(check.sql + (check.also ?? ''))
      .digest('hex');
    const [ran] = await query<Ran>('select digest, armed from quality_check where kind = $1', [check.kind]);
    if (!employers.size && ran?.digest === digest) return;
    const held = check.needs.map(table => `exists (select from ${table})`);
    const [state] = await query<{ armed: boolean }>(`select ${held.join(' and ')} as armed`);
    const armed = state?.armed ?? false;
    // A library that has just got its first rows, or a check that is new, concerns every employer.
    const all = ran?.digest !== digest || ran.armed !== armed;
    if (armed || ran?.armed) await query(statementOf(check, armed, all), all ? [] : [[...employers]]);
    if (!all) return;
    await query(
      `insert into quality_check (kind, digest, armed) values ($1, $2, $3)
       on conflict (kind) do update set digest = excluded.digest, armed = excluded.armed`,
      [check.kind, digest, armed],
    );
  }
}

/** One statement: what is found now, what of it is new or reads otherwise, and what is settled. */
function statementOf({ kind, also, sql }: Check, armed: boolean, all: boolean): string {
  const { left, right } = qualityKinds[kind];
  const own = all ? 'select id from enterprise' : 'select unnest($1::bigint[]) as id';
  const further =
    also && !all ? `, touched as (select id from own union ${also.replaceAll('touched', 'own')})` : '';
  const same = `q.kind = '${kind}' and q.left_id = f.left_id and coalesce(q.right_id, 0) = coalesce(f.right_id, 0)`;
  return `with own as materialized (${own})${further || ', touched as (select id from own)'},
    found as materialized (select * from (${sql}) found where ${armed}),
    settled as (delete from quality_issue q using touched t where q.kind = '${kind}' and q.enterprise_id = t.id
      and not exists (select from found f where ${same})),
    changed as (update quality_issue q
      set enterprise_id = f.enterprise_id, params = f.params, import_row_id = f.left_row, right_row = f.right_row
      from found f where ${same} and (q.enterprise_id, q.params, q.import_row_id, q.right_row)
        is distinct from (f.enterprise_id, f.params, f.left_row, f.right_row))
    insert into quality_issue (enterprise_id, kind, left_form, right_form, left_id, right_id, params, import_row_id, right_row)
    select f.enterprise_id, '${kind}', '${left}', ${right ? `'${right}'` : 'null'}, f.left_id, f.right_id, f.params,
      f.left_row, f.right_row
    from found f where not exists (select from quality_issue q where ${same})`;
}
