/** Revisions dated by moments become revisions numbered by changes: one change for each moment at which anything was learnt. */
export function toChanges(tables: readonly string[]): string[] {
  const moments = tables.map(
    table => `select known_from as at from ${table}_history union select known_to from ${table}_history`,
  );
  const changes = `insert into change (kind, known_at, actor, file_id)
    select 'IMPORT', m.at, coalesce(nullif(f.actor, ''), 'hub'), f.id
      from (${moments.join(' union ')} union select known_at from import_sheet where status = 'DONE') m
      left join lateral (select i.id, i.actor from import_sheet s join import_file i on i.id = s.file_id
        where s.known_at = m.at and s.status = 'DONE' order by s.id limit 1) f on true
      where m.at is not null order by m.at`;
  return [changes, ...tables.flatMap(numbered)];
}

const numbered = (table: string): string[] => [
  `alter table ${table} add column change_id bigint not null default 0`,
  `alter table ${table}_history add column ended_by bigint, add column change_id bigint not null default 0`,
  `update ${table} t set change_id = c.id from ${table}_history h join change c on c.known_at = h.known_from
    where h.id = t.id and h.known_to is null`,
  `delete from ${table}_history where known_to is null`,
  `update ${table}_history h set change_id = b.id, ended_by = e.id from change b, change e
    where b.known_at = h.known_from and e.known_at = h.known_to`,
  // Known to nobody: the same import that wrote it ended it.
  `delete from ${table}_history where change_id = ended_by`,
  `alter table ${table} alter column change_id set default hub_change()`,
  // The indexes on these columns go with them.
  `alter table ${table}_history drop column known_from, drop column known_to,
    alter column ended_by set not null, alter column change_id drop default`,
  `drop index if exists ${table}_history_row`,
];

/** The way back: each change gives its moment to what it wrote and ended. */
export function toMoments(tables: readonly string[]): string[] {
  return tables.flatMap(table => [
    `drop view ${table}_revision`,
    ...['insert', 'update', 'delete'].map(event => `drop trigger ${table}_history_${event} on ${table}`),
    `drop trigger ${table}_change on ${table}`,
    `alter table ${table}_history add column known_from timestamptz, add column known_to timestamptz,
      alter column ended_by drop not null`,
    `update ${table}_history h set known_from = b.known_at, known_to = e.known_at from change b, change e
      where b.id = h.change_id and e.id = h.ended_by`,
    openRevisions(table),
    `alter table ${table}_history drop column ended_by, drop column change_id, alter column known_from set not null`,
    `drop index if exists ${table}_history_row`,
    `alter table ${table} drop column change_id`,
    `drop index ${table}_import_row`,
    `create index ${table}_history_row on ${table}_history (id, known_from)`,
    `create index ${table}_history_open on ${table}_history (id) where known_to is null`,
    `grant insert, update on ${table} to hub_app`,
  ]);
}

/** Names the table's columns by the catalogue, for the history holds the present revision too from here on. */
const openRevisions = (table: string): string => `do $$
  declare
    columns text;
  begin
    select string_agg(quote_ident(attname), ', ' order by attnum) into columns from pg_attribute
      where attrelid = '${table}'::regclass and attnum > 0 and not attisdropped;
    execute format('insert into ${table}_history (known_from, %1$s) select coalesce(c.known_at, ''-infinity''), t.*
      from (select %1$s from ${table}) t left join change c on c.id = t.change_id', columns);
  end $$`;

/** keep_history as migration 040000 has it. */
export const oldHistoryFunction = `create function keep_history() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  known timestamptz := coalesce(nullif(current_setting('hub.known_at', true), '')::timestamptz, transaction_timestamp());
  columns text;
begin
  if tg_op <> 'INSERT' then
    execute format('update %1$I h set known_to = $1 from changed c where h.id = c.id and h.known_to is null',
      tg_table_name || '_history') using known;
  end if;
  if tg_op <> 'DELETE' then
    select string_agg(quote_ident(attname), ', ' order by attnum) into columns
      from pg_attribute where attrelid = tg_relid and attnum > 0 and not attisdropped;
    execute format('insert into %1$I (known_from, %2$s) select $1, %2$s from changed',
      tg_table_name || '_history', columns) using known;
  end if;
  return null;
end $$`;

/** settle_history as migration 080000 has it. */
export const oldSettleFunction = [
  `create function settle_history(started timestamptz, settled timestamptz) returns void
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
    end $$`,
  `revoke all on function settle_history(timestamptz, timestamptz) from public`,
  `grant execute on function settle_history(timestamptz, timestamptz) to hub_app`,
];
