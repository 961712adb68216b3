const definer = `security definer set search_path = public, pg_temp`;

/** What stands in the text, to search by: generated, so that a column never says other than what was hashed. */
const word = (name: string): string =>
  `${name} text collate "C" generated always as (entry::jsonb ->> '${name}') stored`;

/** Entries, seals, what waits for a seal, and notes of what was purged. `hub_app` adds entries and changes nothing. */
export const auditTables = [
  `create function hub_audit_subjects(entry text) returns text[] language sql immutable strict parallel safe as
    $$ select array(select jsonb_array_elements_text(entry::jsonb -> 'subjects')) where entry::jsonb ? 'subjects' $$`,
  `create table audit_entry (
    seq bigint generated always as identity primary key, entry text not null, mac text not null,
    at timestamptz not null generated always as (to_timestamp((entry::jsonb ->> 'at')::bigint / 1000.0)) stored,
    ${['actor', 'name', 'act', 'object', 'outcome', 'session'].map(word).join(', ')},
    subjects text[] collate "C" generated always as (hub_audit_subjects(entry)) stored,
    check (actor is not null and act is not null and outcome is not null))`,
  // The hub's own mark on what it wrote, looked at when it is sealed: each text is its own, none is entered twice.
  `create unique index audit_entry_mac on audit_entry (mac)`,
  `create index audit_entry_at on audit_entry (at)`,
  `create index audit_entry_actor on audit_entry (actor, seq)`,
  `create index audit_entry_name on audit_entry (name, seq)`,
  `create index audit_entry_act on audit_entry (act, seq)`,
  `create index audit_entry_object on audit_entry (object, seq) where object is not null`,
  `create index audit_entry_session on audit_entry (session, seq) where session is not null`,
  `create index audit_entry_outcome on audit_entry (outcome, seq) where outcome <> 'DONE'`,
  `create index audit_entry_subjects on audit_entry using gin (subjects) where subjects is not null`,
  // Which entries no seal covers yet: rows commit in any order, so neither a number nor a moment could tell.
  `create table audit_pending (seq bigint primary key)`,
  // The head is what is hashed and signed; content is number and digest of each entry, null once purged.
  `create table audit_seal (
    id bigint generated always as ((head::jsonb ->> 'id')::bigint) stored primary key,
    head text not null, content bytea, signature bytea not null,
    sealed_at timestamptz not null
      generated always as (to_timestamp((head::jsonb ->> 'at')::bigint / 1000.0)) stored)`,
  // Digests do not compress; trying costs more than it saves.
  `alter table audit_seal alter column content set storage external`,
  `create table audit_purge (
    id bigint generated always as identity primary key, note text not null, signature bytea not null)`,
  // Waiting entries come and go by the thousand: what they leave behind is cleared away early.
  `alter table audit_pending set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000)`,

  `create function hub_audit_reader() returns boolean language sql stable parallel safe as
    $$ select coalesce(current_setting('hub.audit', true) = 'read', false) $$`,
  ...['audit_entry', 'audit_pending', 'audit_seal', 'audit_purge'].flatMap(table => [
    `revoke select on ${table} from hub_report`,
    `alter table ${table} enable row level security`,
    `create policy reader on ${table} for select to hub_app using ((select hub_audit_reader()))`,
  ]),
  `grant insert (entry, mac) on audit_entry to hub_app`,
  `create policy append on audit_entry for insert to hub_app with check (true)`,
];

/** What hub_app may do beside adding entries: seal what waits, and purge what is old enough. */
export const auditFunctions = [
  // An entry that is gone although it waits comes without its text, and is sealed as missing.
  `create function hub_audit_pending(most int) returns table (seq bigint, entry text, mac text)
    language sql ${definer} as
    $$ select p.seq, e.entry, e.mac from audit_pending p left join audit_entry e on e.seq = p.seq order by p.seq limit most $$`,
  `create function hub_audit_seal(head text, content bytea, signature bytea, seqs bigint[]) returns void
    language plpgsql ${definer} as $$
    declare
      taken bigint;
    begin
      delete from audit_pending p where p.seq = any(seqs);
      get diagnostics taken = row_count;
      if taken <> cardinality(seqs) then
        raise exception 'an entry was sealed by somebody else' using errcode = '40001';
      end if;
      insert into audit_seal (head, content, signature)
        values (hub_audit_seal.head, hub_audit_seal.content, hub_audit_seal.signature);
    end $$`,
  `create function hub_audit_head() returns table (head text, signature bytea) language sql ${definer} as
    $$ select s.head, s.signature from audit_seal s order by s.id desc limit 1 $$`,
  `create function hub_audit_waits() returns boolean language sql stable ${definer} as
    $$ select exists (select from audit_pending) $$`,
  // The number given out last: after a deletion it stays, after the restoration of an older copy it does not.
  `create function hub_audit_last_seq() returns bigint language sql ${definer} as
    $$ select case when is_called then last_value else 0 end from audit_entry_seq_seq $$`,
  // An index of arrays is of no use below a row-level policy, so who looked at whom is found here.
  `create function hub_audit_about(subject text) returns setof bigint language sql stable ${definer} as
    $$ select seq from audit_entry where subjects @> array[subject] and hub_audit_reader() $$`,
  // Whole seals, the oldest first, none with an entry younger than 183 days, whatever the caller says. The last purged
  // seal stays with its hash and without its content: the next one is chained to it.
  `create function hub_audit_purge(through bigint, note text, signature bytea) returns bigint
    language plpgsql ${definer} as $$
    declare
      old bigint[];
      gone bigint;
    begin
      perform set_config('hub.audit_purge', 'on', true);
      select array_agg(('x' || encode(substring(s.content from n * 40 + 1 for 8), 'hex'))::bit(64)::bigint) into old
        from audit_seal s cross join lateral generate_series(0, length(s.content) / 40 - 1) n where s.id <= through;
      if exists (select from audit_seal s where s.id <= through and s.sealed_at > now() - interval '183 days')
        or exists (select from audit_entry e where e.seq = any(old) and e.at > now() - interval '183 days')
      then
        raise exception 'audit entries are kept for 183 days at least' using errcode = '42501';
      end if;
      delete from audit_entry e where e.seq = any(old);
      get diagnostics gone = row_count;
      delete from audit_seal s where s.id < through;
      update audit_seal s set content = null where s.id = through;
      insert into audit_purge (note, signature) values (hub_audit_purge.note, hub_audit_purge.signature);
      perform set_config('hub.audit_purge', '', true);
      return gone;
    end $$`,
  `create function audit_wait() returns trigger language plpgsql ${definer} as $$
    begin
      insert into audit_pending select seq from added;
      return null;
    end $$`,
  `create function audit_keep() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'TRUNCATE' and coalesce(current_setting('hub.audit_purge', true), '') = 'on' then return null; end if;
      raise exception 'the audit trail is never changed' using errcode = '42501';
    end $$`,
];

/** Every entry waits for its seal; nobody changes or removes one by mistake, not even the owner. */
export const auditTriggers = [
  `create trigger audit_entry_wait after insert on audit_entry referencing new table as added
    for each statement execute function audit_wait()`,
  ...['audit_entry', 'audit_seal', 'audit_purge'].map(
    table => `create trigger ${table}_keep after update or delete or truncate on ${table}
      for each statement execute function audit_keep()`,
  ),
];

/** The way back. */
export const dropAudit = [
  ...['audit_purge', 'audit_seal', 'audit_pending', 'audit_entry'].map(table => `drop table ${table}`),
  ...[
    'audit_keep()', 'audit_wait()', 'hub_audit_purge(bigint, text, bytea)', 'hub_audit_about(text)',
    'hub_audit_last_seq()', 'hub_audit_waits()', 'hub_audit_head()',
    'hub_audit_seal(text, bytea, bytea, bigint[])', 'hub_audit_pending(int)', 'hub_audit_reader()',
    'hub_audit_subjects(text)',
  ].map(name => `drop function ${name}`),
]; // prettier-ignore
