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
-- As whom a requester is on record: the person themselves, or who asks for them.
create function common.acting_asker() returns uuid language sql stable parallel safe
  return nullif(current_setting('candour.asker', true), '')::uuid;
-- Officers and the portal's own jobs work with every case; nobody else does.
create function common.at_work() returns boolean language sql stable parallel safe
  return coalesce(nullif(current_setting('candour.role', true), '') in ('OFFICER', 'SYSTEM'), false);

-- The law's day, in London, as the clock of the portal has it; a session that was not told takes the database's.
create function common.today() returns date language sql stable
  return coalesce(nullif(current_setting('candour.today', true), '')::date, (now() at time zone 'Europe/London')::date);

create function common.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'CD001', message = 'evidence-is-append-only', table = tg_table_name;
end $$;

-- A table to which rows are added, and in which none is ever changed or removed.
create procedure common.append_only(relation regclass) language plpgsql as $$
begin
  execute format('create trigger evidence_rows before update or delete on %s '
    'for each row execute function common.refuse_change()', relation);
  execute format('create trigger evidence_whole before truncate on %s '
    'for each statement execute function common.refuse_change()', relation);
end $$;

-- A table of evidence: append-only, and the database alone says when.
create procedure common.evidence(evidence regclass) language plpgsql as $$
declare
  columns text;
begin
  select string_agg(quote_ident(attname), ', ') into columns from pg_attribute
    where attrelid = evidence and attnum > 0 and not attisdropped and attname <> 'recorded_at';
  execute format('revoke all on %s from candour_app', evidence);
  execute format('grant select, insert (%s) on %s to candour_app', columns, evidence);
  call common.append_only(evidence);
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

-- What requesters read of the one request that they have opened.
create procedure common.read_by_requester(relation regclass) language plpgsql as $$
begin
  execute format('create policy own on %s for select to candour_app '
    'using ((select common.acting_role()) = ''REQUESTER'' and case_id = (select common.acting_key()))', relation);
end $$;

-- What they say there themselves as well, in no officer's name.
create procedure common.said_by_requester(relation regclass) language plpgsql as $$
begin
  execute format('create policy own on %s to candour_app '
    'using ((select common.acting_role()) = ''REQUESTER'' and case_id = (select common.acting_key())) '
    'with check ((select common.acting_role()) = ''REQUESTER'' and case_id = (select common.acting_key()) and officer_id is null)', relation);
end $$;

-- A table in which that column says which officer did it: an officer writes nobody's name but their own, and nobody but the portal writes an
-- officer's. Null is nobody's.
create procedure common.in_own_name(relation regclass, officer name) language plpgsql as $$
begin
  execute format('create policy in_own_name on %s as restrictive for insert to candour_app '
    'with check (%I is null or (select common.acting_role()) = ''SYSTEM'' or (select common.acting_role()) = ''OFFICER'' and %I = (select common.acting_id()))',
    relation, officer, officer);
end $$;

-- A table whose rows stand in the log: what a transaction adds to it, changes or removes there is handed to the entry of the next fact, as
-- one digest a row. Columns named after the table may change without a fact, which then costs no digest: no other trigger of such a table
-- changes a row before it is updated. Later columns come last and are nullable, since nulls at the end are not in the digest; the triggers are
-- then made again. No column is ever taken out.
create procedure common.logged(logged regclass, variadic apart text[] default '{}') language plpgsql as $$
declare
  arguments constant text := concat_ws(', ', quote_literal(logged::text),
    (select quote_literal(jsonb_object_agg(name, null::text)) from unnest(apart) as name));
  -- Not a condition that compares each column: every statement on the table would copy it first, a tenth of what it costs to open a request.
  -- Generated columns count as updated whenever another trigger may have changed what they are made of.
  watched constant text := (select 'of ' || string_agg(quote_ident(attname), ', ') from pg_attribute
    where attrelid = logged and attnum > 0 and not attisdropped and attgenerated = '' and attname <> all (apart)
      and cardinality(apart) > 0);
begin
  execute format('create trigger log_row after insert on %s for each row execute function common.log_row(%s)', logged, arguments);
  execute format('create trigger log_changed_row after update %s on %s for each row execute function common.log_row(%s)',
    watched, logged, arguments);
  execute format('create trigger log_removed_row after delete on %s for each row execute function common.log_row(%s)', logged, arguments);
end $$;

-- Such tables, each with nulls for the columns that stand apart, if any do.
create view common.logged_table as
  select tgrelid as relation, nullif(split_part(encode(tgargs, 'escape'), '\000', 2), '')::jsonb as apart from pg_trigger where tgname = 'log_row';
grant select on common.logged_table to candour_app;

-- A table of what is done, with a person in it: evidence whose rows stand in the log, in the own name of the officer in that column.
create procedure common.acts(acts regclass, officer name default null) language plpgsql as $$
begin
  call common.evidence(acts);
  call common.personal(acts);
  call common.logged(acts);
  if officer is not null then
    call common.in_own_name(acts, officer);
  end if;
end $$;

-- One spelling a row, column by column, if who calls has set the time zone and the form of dates and bytes. A value that ends in a comma or
-- a bracket stands in quotation marks, so only nulls go from the end. Declared immutable it would not be inlined, and cost three times that.
create function common.row_digest(content anyelement, apart jsonb) returns text language sql stable parallel safe as $$
  select encode(sha256(rtrim(convert_to(jsonb_populate_record(content, apart)::text, 'UTF8'), ',)')), 'hex')
$$;

-- Lines that no trigger wrote.
create function common.to_log(lines text) returns void language sql
  return set_config('candour.pages', concat_ws(',', nullif(current_setting('candour.pages', true), ''), nullif(lines, '')), true);

-- The first row since an entry sets how rows are spelled until the transaction ends: a setting of the function's own would be made and undone
-- for each row. Lines are put aside in pages, so that a line is not copied for each that comes after it. Nothing but assignments: PostgreSQL
-- works those out without the start of a query, which cost more than the digest.
create function common.log_row() returns trigger language plpgsql as $$
declare
  rows text := nullif(current_setting('candour.rows', true), '');
  done text;
begin
  if rows is null then
    done := set_config('timezone', 'UTC', true);
    done := set_config('datestyle', 'ISO', true);
    done := set_config('bytea_output', 'hex', true);
  elsif octet_length(rows) > 16384 then
    done := common.to_log(rows);
    rows := null;
  end if;
  done := set_config('candour.rows', concat_ws(',', rows,
    case when tg_op <> 'INSERT' then concat('"-', tg_argv[0], ' ', common.row_digest(old, tg_argv[1]::jsonb), '"') end,
    case when tg_op <> 'DELETE' then concat('"+', tg_argv[0], ' ', common.row_digest(new, tg_argv[1]::jsonb), '"') end), true);
  return null;
end $$;

-- What this transaction has done to such rows since it last asked, as the elements of a JSON array: one a row, with + for a row that is there
-- now and - for one that is not (and = for one that an erasure leaves: platform.erase).
create function common.rows_to_log() returns text language plpgsql as $$
declare
  rows constant text := concat_ws(',', nullif(current_setting('candour.pages', true), ''), nullif(current_setting('candour.rows', true), ''));
  done text;
begin
  done := set_config('candour.pages', '', true);
  done := set_config('candour.rows', '', true);
  return rows;
end $$;

-- Every row of such a table as it is now, for whoever compares them with the log; without a word of what is in them.
create function common.logged_rows() returns table (relation text, row_key text, digest text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  set timezone = 'UTC' set datestyle = 'ISO' set bytea_output = 'hex' as $$
declare
  logged record;
begin
  for logged in
    select t.relation::regclass::text as name, t.apart,
      (select string_agg(format('r.%I', a.attname), ', ') from pg_index i join pg_attribute a
        on a.attrelid = i.indrelid and a.attnum = any (i.indkey) where i.indrelid = t.relation and i.indisprimary) as key
    from common.logged_table t order by 1
  loop
    return query execute format('select %L, concat_ws('' '', %s), common.row_digest(r, %L) from %s r',
      logged.name, logged.key, logged.apart, logged.name);
  end loop;
end $$;
revoke all on function common.logged_rows() from public;
grant execute on function common.logged_rows() to candour_app;

-- A table whose rows come with the portal, by migrations alone: what the portal goes by, and nobody writes.
create procedure common.shipped(shipped regclass) language plpgsql as $$
begin
  execute format('comment on table %s is %L', shipped, 'shipped with the portal');
end $$;

-- One digest of all rows of each such table, for whoever compares it with what was shipped: whatever the order in which they are stored, and
-- whatever the locale and the settings of the database. Of a number that the database gave out its place alone counts, since a migration that
-- failed once leaves a gap.
create function common.shipped_tables() returns table (relation text, digest text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  set timezone = 'UTC' set datestyle = 'ISO' set bytea_output = 'hex' as $$
declare
  shipped record;
begin
  for shipped in
    select d.objoid::regclass::text as name,
      (select string_agg(format('%1$L, row_number() over (order by r.%1$I)', a.attname), ', ') from pg_attribute a
        where a.attrelid = d.objoid and a.attidentity <> '') as places
    from pg_description d where d.classoid = 'pg_class'::regclass and d.objsubid = 0 and d.description = 'shipped with the portal'
  loop
    return query execute format($query$
      select %L, encode(sha256(convert_to(coalesce(string_agg(digest, ',' order by digest collate "C"), ''), 'UTF8')), 'hex')
      from (select common.row_digest(r, jsonb_build_object(%s)) as digest from %s r) as digests
      $query$, shipped.name, shipped.places, shipped.name);
  end loop;
end $$;
revoke all on function common.shipped_tables() from public;
grant execute on function common.shipped_tables() to candour_app;
