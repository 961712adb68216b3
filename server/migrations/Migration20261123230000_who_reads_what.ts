import { Migration } from '@mikro-orm/migrations';

/** Runs for every table that keeps personal values: what is sealed, and by what it is matched, is nobody's report. */
const everyPersonal = (each: string): string => `do $$ declare target text; begin
  for target in select distinct c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname like '%\\_cipher' and not a.attisdropped
  loop ${each} end loop; end $$`;

const leftOver = `outcome in ('REJECTED', 'PARKED', 'DUPLICATE', 'SUPERSEDED')`;

/**
 * Narrower rights: reports read masks, never what is sealed; an answer kept for its caller's key is for that caller
 * alone and does not stay for ever; a match remembers for which forms it was made. And the rows of a file that became
 * no record are found among a million others, those of a preview too.
 */
export class Migration20261123230000_who_reads_what extends Migration {
  override up(): void {
    // To be called by the migration that creates a table with personal values.
    this.addSql(`create function hub_hide_personal(target text) returns void
      language plpgsql set search_path = public, pg_temp as $$
      declare
        columns text;
      begin
        select string_agg(quote_ident(attname), ', ' order by attnum) into columns from pg_attribute
          where attrelid = target::regclass and attnum > 0 and not attisdropped and attname !~ '_(cipher|hash)$';
        execute format('revoke select on %I from hub_report', target);
        execute format('grant select (%s) on %I to hub_report', columns, target);
      end $$`);
    this.addSql(`revoke all on function hub_hide_personal(text) from public`);
    this.addSql(everyPersonal('perform hub_hide_personal(target);'));
    // A view asks for every column of its tables, so these were of no use to reports any more.
    this.addSql(
      everyPersonal(`if to_regclass(target || '_revision') is not null then
      execute format('revoke select on %I from hub_report', target || '_revision'); end if;`),
    );
    this.addSql(`drop policy signed_in on idempotency`);
    this.addSql(`create policy own on idempotency to hub_app
      using (actor = (select current_setting('hub.actor', true)))
      with check (actor = (select current_setting('hub.actor', true)))`);
    this.addSql(`create index idempotency_at on idempotency (at)`);
    // The keeper sees nobody's answers, and takes away only what is old.
    this.addSql(`create function hub_forget_answers(before timestamptz) returns bigint
      language sql security definer set search_path = public, pg_temp as
      $$ with gone as (delete from idempotency where at < before returning 1) select count(*) from gone $$`);
    this.addSql(`revoke all on function hub_forget_answers(timestamptz) from public`);
    this.addSql(`grant execute on function hub_forget_answers(timestamptz) to hub_app`);
    this.addSql(`alter table name_match add column forms text[] not null default '{}'`);
    this.addSql(`create index import_row_left_over on import_row (sheet_id, row_no) where ${leftOver}`);
    this.addSql(`alter table preview_page add column left_over int not null default 0`);
  }

  override down(): void {
    this.addSql(`alter table preview_page drop column left_over`);
    this.addSql(`drop index import_row_left_over`);
    this.addSql(`alter table name_match drop column forms`);
    this.addSql(`drop function hub_forget_answers(timestamptz)`);
    this.addSql(`drop index idempotency_at`);
    this.addSql(`drop policy own on idempotency`);
    this.addSql(`create policy signed_in on idempotency to hub_app
      using ((select hub_signed_in())) with check ((select hub_signed_in()))`);
    this.addSql(
      everyPersonal(`execute format('revoke select on %1$I from hub_report', target);
      execute format('grant select on %1$I to hub_report', target);
      if to_regclass(target || '_revision') is not null then
        execute format('grant select on %I to hub_report', target || '_revision'); end if;`),
    );
    this.addSql(`drop function hub_hide_personal(text)`);
  }
}
