import { Migration } from '@mikro-orm/migrations';

/**
 * How the platform's signatures bear each contract out, kept beside the facts so that a list can be filtered by it: one
 * row for every electronic contract with a signature. Triggers keep it with every statement that writes contracts or
 * signatures, whoever's hand that is. It has no history: a question about the past asks the facts of then. And the
 * orders in which contracts are listed, each in an index.
 */
export class Migration20261123210000_verification extends Migration {
  override up(): void {
    this.addSql(`create table contract_verification (
      contract_id bigint primary key, code text not null, first_at timestamptz not null, last_at timestamptz not null)`);
    this.addSql(`alter table contract_verification enable row level security`);
    this.addSql(
      `create policy signed_in on contract_verification to hub_app using ((select hub_signed_in()))`,
    );
    this.addSql(`revoke select on contract_verification from hub_report`);
    this.addSql(keepVerification);
    for (const table of ['contract', 'signing']) {
      const on = {
        insert: 'new table as changed',
        update: 'old table as was new table as changed',
        delete: 'old table as was',
      };
      for (const [event, referencing] of Object.entries(on)) {
        this.addSql(`create trigger ${table}_verification_${event} after ${event} on ${table}
          referencing ${referencing} for each statement execute function keep_verification()`);
      }
      this.addSql(`create trigger ${table}_verification_truncate after truncate on ${table}
        for each statement execute function keep_verification()`);
    }
    this.addSql(`insert into contract_verification ${verifiedContracts('true')}`);
    this.addSql(`create index contract_verification_code on contract_verification (code, last_at)`);
    this.addSql(`create index contract_signed on contract (signed_on desc, id desc)`);
    this.addSql(`create index contract_ended on contract (ends_on desc nulls last, id desc)`);
  }

  override down(): void {
    this.addSql(`drop index contract_ended`);
    this.addSql(`drop index contract_signed`);
    for (const table of ['contract', 'signing']) {
      for (const event of ['insert', 'update', 'delete', 'truncate'])
        this.addSql(`drop trigger ${table}_verification_${event} on ${table}`);
    }
    this.addSql(`drop function keep_verification()`);
    this.addSql(`drop table contract_verification`);
  }
}

/** The contracts that meet a condition and have a signature, with what their signatures come to. */
function verifiedContracts(condition: string): string {
  return `select c.id, case when count(*) = 1 then 'ONE_PARTY'
      when min(s.digest) = max(s.digest) and min(s.digest) = coalesce(c.digest, min(s.digest)) then 'VERIFIED'
      else 'DIGESTS_DIFFER' end, min(s.signed_at), max(s.signed_at)
    from contract c join signing s on s.platform_contract_key = c.platform_contract_key
    where c.electronic and ${condition} group by c.id`;
}

/**
 * Works out anew the contracts that a statement touched: those it wrote, or those under the numbers whose signatures it
 * wrote. Each time planned for what there is now: a plan kept from the first rows would be dear for a million.
 */
const keepVerification = `create function keep_verification() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
  declare
    touched text;
  begin
    if tg_op = 'TRUNCATE' then
      delete from contract_verification;
      return null;
    end if;
    if tg_table_name = 'contract' then
      touched := case tg_op when 'INSERT' then 'select id from changed where electronic and platform_contract_key is not null'
        when 'DELETE' then 'select id from was'
        else 'select n.id from changed n join was o on o.id = n.id where (n.electronic, n.platform_contract_key, n.digest)
          is distinct from (o.electronic, o.platform_contract_key, o.digest)' end;
    else
      touched := 'select id from contract where platform_contract_key in ('
        || case tg_op when 'INSERT' then 'select platform_contract_key from changed'
          when 'DELETE' then 'select platform_contract_key from was'
          else 'select platform_contract_key from changed union select platform_contract_key from was' end || ')';
    end if;
    if tg_op <> 'INSERT' or tg_table_name <> 'contract' then
      execute 'delete from contract_verification where contract_id in (' || touched || ')';
    end if;
    if tg_op <> 'DELETE' or tg_table_name <> 'contract' then
      execute format($sql$insert into contract_verification (contract_id, code, first_at, last_at) ${verifiedContracts('c.id in (%s)')}
        on conflict (contract_id) do update set code = excluded.code, first_at = excluded.first_at, last_at = excluded.last_at$sql$, touched);
    end if;
    return null;
  end $$`;
