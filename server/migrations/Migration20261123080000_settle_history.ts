import { Migration } from '@mikro-orm/migrations';

/**
 * What an import says is known from the moment it is committed, not from the moment it began: otherwise a question
 * about a moment in between would be answered differently before and after. The function moves only revisions that
 * the calling transaction itself has written, so the application still cannot touch the history behind it.
 */
export class Migration20261123080000_settle_history extends Migration {
  override up(): void {
    this.addSql(`create function settle_history(started timestamptz, settled timestamptz) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        history text;
      begin
        for history in select relname from pg_class
          where relkind = 'r' and relnamespace = 'public'::regnamespace and relname like '%\\_history'
        loop
          execute format('update %I set known_from = case when known_from = $1 then $2 else known_from end,
              known_to = case when known_to = $1 then $2 else known_to end
            where xmin = pg_current_xact_id()::xid and (known_from = $1 or known_to = $1)', history)
            using started, settled;
        end loop;
      end $$`);
    this.addSql(`revoke all on function settle_history(timestamptz, timestamptz) from public`);
    this.addSql(`grant execute on function settle_history(timestamptz, timestamptz) to hub_app`);
  }

  override down(): void {
    this.addSql(`drop function settle_history(timestamptz, timestamptz)`);
  }
}
