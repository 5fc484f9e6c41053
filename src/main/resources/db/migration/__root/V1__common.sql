-- What every module's schema builds on: who is acting, evidence that only grows, and forced row-level security.
-- Each module owns one schema of its own name. `common` holds functions only, never a table.

create schema common;
grant usage on schema common to candour_app, candour_report, candour_sequencer;
revoke all on schema public from public;

-- Who acts in this transaction, set once by the transaction manager. Unset reads as null: every policy then denies.
create function common.acting_role() returns text language sql stable parallel safe
  return nullif(current_setting('candour.role', true), '');
create function common.acting_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('candour.id', true), '')::uuid;
create function common.acting_key() returns uuid language sql stable parallel safe
  return nullif(current_setting('candour.key', true), '')::uuid;
-- Officers and the portal's own jobs work with every case; nobody else does.
create function common.at_work() returns boolean language sql stable parallel safe
  return coalesce(nullif(current_setting('candour.role', true), '') in ('OFFICER', 'SYSTEM'), false);

create function common.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'CD001', message = 'evidence-is-append-only', table = tg_table_name;
end $$;

-- A table of evidence: rows are added, never changed or removed, and the database alone says when.
create procedure common.evidence(evidence regclass) language plpgsql as $$
declare
  columns text;
begin
  select string_agg(quote_ident(attname), ', ') into columns from pg_attribute
    where attrelid = evidence and attnum > 0 and not attisdropped and attname <> 'recorded_at';
  execute format('revoke all on %s from candour_app', evidence);
  execute format('grant select, insert (%s) on %s to candour_app', columns, evidence);
  execute format('create trigger evidence_rows before update or delete on %s '
    'for each row execute function common.refuse_change()', evidence);
  execute format('create trigger evidence_whole before truncate on %s '
    'for each statement execute function common.refuse_change()', evidence);
end $$;

-- A table with a person in it: row-level security that binds its owner too. The owner may read, for the views of facts.
create procedure common.personal(personal regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', personal);
  execute format('alter table %s force row level security', personal);
  execute format('create policy facts on %s for select to %I using (true)', personal, current_user);
  execute format('create policy at_work on %s to candour_app '
    'using ((select common.at_work())) with check ((select common.at_work()))', personal);
end $$;
