import { Migration } from '@mikro-orm/migrations';

/**
 * An employer's past belongs to whoever may see the employer today, as the past of all that hangs on it does:
 * otherwise one that has moved between towns is cut in two, and its disputes of then stand without an employer.
 */
export class Migration20261123070000_history_scope extends Migration {
  override up(): void {
    this.addSql(`alter policy scope on enterprise_history
      using ((select hub_all_towns()) or id in (select id from enterprise))`);
  }

  override down(): void {
    this.addSql(`alter policy scope on enterprise_history
      using ((select hub_all_towns()) or town = any ((select hub_towns())::text[]))`);
  }
}
