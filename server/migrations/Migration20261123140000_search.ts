import { Migration } from '@mikro-orm/migrations';

/** How names sound, for searching by pinyin and initials; and case numbers by any part of them. */
export class Migration20261123140000_search extends Migration {
  override up(): void {
    this.addSql(
      `create table name_sound (name_key text primary key, sound text not null, initials text not null)`,
    );
    this.addSql(`grant insert on name_sound to hub_app`);
    this.addSql(`alter table name_sound enable row level security`);
    this.addSql(`create policy signed_in on name_sound to hub_app
      using ((select hub_signed_in())) with check ((select hub_signed_in()))`);
    this.addSql(`revoke select on name_sound from hub_report`);
    this.addSql(`create extension if not exists pg_trgm`);
    this.addSql(`create index dispute_case_part on dispute using gin (case_key gin_trgm_ops)`);
  }

  override down(): void {
    this.addSql(`drop index dispute_case_part`);
    this.addSql(`drop table name_sound`);
  }
}
