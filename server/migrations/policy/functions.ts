const reading = `language sql stable parallel safe`;

/** What row-level security asks of the scope: which kinds of record exist, and so the rows of which forms. */
export const kindFunctions = [
  // Unset means none: the scope fails closed.
  `create function hub_kinds() returns text[] ${reading} as
    $$ select string_to_array(coalesce(current_setting('hub.kinds', true), ''), ',') $$`,
  `create function hub_all_kinds() returns boolean ${reading} as
    $$ select coalesce(current_setting('hub.kinds', true) = '*', false) $$`,
  `create function hub_kind(kind text) returns boolean ${reading} as
    $$ select hub_all_kinds() or kind = any (hub_kinds()) $$`,
  // The letters of the forms whose records exist.
  `create function hub_forms() returns text[] ${reading} as
    $$ select array(select f.letter from (values ('E', 'Enterprise'), ('U', 'Union'), ('C', 'Contract'), ('F', 'Filing'),
        ('S', 'Signing'), ('D', 'Dispute'), ('A', 'Certification'), ('I', 'Inspection')) as f(letter, kind)
      where hub_kind(f.kind)) $$`,
  `create function hub_any_form() returns boolean ${reading} as $$ select cardinality(hub_forms()) > 0 $$`,
  `create function hub_every_form() returns boolean ${reading} as $$ select cardinality(hub_forms()) = 8 $$`,
  // Accounts are read at the door itself, and by those who keep them.
  `create function hub_accounts() returns boolean ${reading} as
    $$ select hub_kind('Account') or coalesce(current_setting('hub.door', true) = 'access', false) $$`,
  // Who sees cases alone sees the employers these speak of. The owner's eyes: the policy of a case asks for employers.
  `create function hub_case_employers() returns setof bigint language sql stable parallel safe
    security definer set search_path = public, pg_temp as
    $$ select enterprise_id from dispute where hub_kind('Dispute')
        and (hub_all_channels() or channel = any (hub_channels())) $$`,
  // To be called by the migration that creates a table: closed to all but its policies, its owner included.
  `create function hub_close(target text) returns void language plpgsql set search_path = public, pg_temp as $$
    begin
      execute format('alter table %I enable row level security', target);
      execute format('alter table %I force row level security', target);
      execute format('create policy owner on %I to hub_owner using (true) with check (true)', target);
    end $$`,
  // To be called by the migration that creates a fact table: rows and history of a kind, by the employer's town.
  `create function hub_secure_fact(fact text, kind text, more_rule text default 'true') returns void
    language plpgsql set search_path = public, pg_temp as $$
    declare
      target text;
      rule text;
    begin
      perform hub_grant_fact(fact);
      foreach target in array array[fact, fact || '_history'] loop
        perform hub_close(target);
        rule := case target when fact then 'enterprise_id in (select id from enterprise)'
          else format('exists (select from %I present where present.id = %I.id)', fact, target) end;
        execute format('create policy scope on %I to hub_app using
          ((select hub_kind(%L)) and ((select hub_all_towns()) or %s) and (%s))', target, kind, rule, more_rule);
        execute format('create policy report on %I for select to hub_report using (true)', target);
      end loop;
    end $$`,
  `revoke all on function hub_close(text), hub_secure_fact(text, text, text) from public`,
];

/** The way back, in the order of what leans on what. */
export const dropKindFunctions = [
  'hub_secure_fact(text, text, text)', 'hub_close(text)', 'hub_case_employers()', 'hub_accounts()',
  'hub_every_form()', 'hub_any_form()', 'hub_forms()', 'hub_kind(text)', 'hub_all_kinds()', 'hub_kinds()',
].map(name => `drop function ${name}`); // prettier-ignore
