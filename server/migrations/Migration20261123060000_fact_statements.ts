import { Migration } from '@mikro-orm/migrations';

/**
 * The newest day of report under which each fact was stated. A file of an earlier day that arrives later does not
 * take back what a newer one said, so the order in which files come makes no difference to what they say.
 */
export class Migration20261123060000_fact_statements extends Migration {
  override up(): void {
    this.addSql(`create table fact_statement (
      fact_table text not null, fact_id bigint not null, stated_on date not null,
      primary key (fact_table, fact_id))`);
    this.addSql(`grant insert, update, delete on fact_statement to hub_app`);
    this.addSql(`alter table fact_statement enable row level security`);
    this.addSql(`create policy signed_in on fact_statement to hub_app
      using ((select hub_signed_in())) with check ((select hub_signed_in()))`);
    this.addSql(`create policy report on fact_statement for select to hub_report using (true)`);
  }

  override down(): void {
    this.addSql(`drop table fact_statement`);
  }
}
