import { Migration } from '@mikro-orm/migrations';

/**
 * Failed sign-ins are counted by account and address for known and unknown names alike, so that a lock tells nobody
 * which names exist: they leave `person` for a table of keyed hashes. Towns of grants are checked by the access
 * service, which knows no fact table.
 */
export class Migration20261123041000_sign_in_guard extends Migration {
  override up(): void {
    this.addSql(`create table sign_in_guard (
      key text primary key, failures int not null default 0,
      counted_from timestamptz not null, locked_until timestamptz)`);
    this.addSql(`revoke select on sign_in_guard from hub_report`);
    this.addSql(`grant insert, update, delete on sign_in_guard to hub_app`);
    this.addSql(`alter table person drop column failed_sign_ins, drop column locked_until`);
    this.addSql(`alter table role_assignment drop constraint role_assignment_town_fkey`);
    this.addSql(`alter table access_token drop constraint access_token_town_fkey`);
  }

  override down(): void {
    this.addSql(
      `alter table access_token add constraint access_token_town_fkey foreign key (town) references town`,
    );
    this.addSql(
      `alter table role_assignment add constraint role_assignment_town_fkey foreign key (town) references town`,
    );
    this.addSql(`alter table person add column failed_sign_ins int not null default 0,
      add column locked_until timestamptz`);
    this.addSql(`drop table sign_in_guard`);
  }
}
