import { Migration } from '@mikro-orm/migrations';

/**
 * What of a million contracts runs out in a year is read from the index of their last days alone: whose they are, when
 * they began and whether they were ended before stand in it.
 */
export class Migration20261123310000_running_out extends Migration {
  override up(): void {
    this.addSql(`drop index contract_ending`);
    this.addSql(
      `create index contract_ending on contract (ends_on, id) include (enterprise_id, starts_on, terminated_on)`,
    );
  }

  override down(): void {
    this.addSql(`drop index contract_ending`);
    this.addSql(`create index contract_ending on contract (ends_on, id)`);
  }
}
