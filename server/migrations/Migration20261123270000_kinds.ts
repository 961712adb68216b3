import { Migration } from '@mikro-orm/migrations';
import { changeFunctions } from './changes/functions.ts';
import { dropKindFunctions, kindFunctions } from './policy/functions.ts';
import { accountTables, rules, type Rule } from './policy/rules.ts';

/** Runs for every table that meets the condition. */
const everyTable = (condition: string, each: readonly string[]): string => `do $$ declare target text; begin
  for target in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and ${condition}
  loop ${each.map(sql => `execute format('${sql}', target);`).join('\n')} end loop; end $$`;

/** Those under row-level security: their owner too gets by a policy, or not at all. */
const closed = 'relrowsecurity';
const ofAccounts = `relname = any (array['${accountTables.join("', '")}'])`;

/**
 * Row-level security knows the kinds of record: what a role's actions do not include has no rows, whatever a resolver
 * asks for; what was imported goes by its form, stored sums exist for figures alone, and accounts for those who keep them.
 */
export class Migration20261123270000_kinds extends Migration {
  override up(): void {
    this.addSql(`drop function hub_secure_fact(text, text)`);
    for (const sql of kindFunctions) this.addSql(sql);
    for (const rule of rules) this.#alter(rule, rule.now);
    this.addSql(
      everyTable(ofAccounts, [
        'alter table %I enable row level security',
        'create policy accounts on %I to hub_app using ((select hub_accounts())) with check ((select hub_accounts()))',
      ]),
    );
    // The hub's own marks; that of its secret is read by the owner alone.
    this.addSql(`alter table setting enable row level security`);
    this.addSql(`create policy marks on setting to hub_app
      using ((select hub_all_kinds()) and name <> 'secretMark')`);
    this.addSql(
      everyTable(closed, [
        'alter table %I force row level security',
        'create policy owner on %I to hub_owner using (true) with check (true)',
      ]),
    );
  }

  override down(): void {
    this.addSql(
      everyTable(closed, ['drop policy owner on %I', 'alter table %I no force row level security']),
    );
    this.addSql(`drop policy marks on setting`);
    this.addSql(`alter table setting disable row level security`);
    this.addSql(
      everyTable(ofAccounts, ['drop policy accounts on %I', 'alter table %I disable row level security']),
    );
    for (const rule of rules) this.#alter(rule, rule.before);
    for (const sql of dropKindFunctions) this.addSql(sql);
    const secured = changeFunctions.find(sql => sql.startsWith('create function hub_secure_fact'));
    if (secured) this.addSql(secured);
    this.addSql(`revoke all on function hub_secure_fact(text, text) from public`);
  }

  #alter({ table, policy }: Rule, rule: string): void {
    // A policy that had a check of its own keeps one with the same words.
    const check = policy === 'signed_in' || table === 'metric_term' ? ` with check (${rule})` : '';
    this.addSql(`alter policy ${policy} on ${table} using (${rule})${check}`);
  }
}
