create schema platform;
grant usage on schema platform to candour_app;

-- The one controller that this installation serves, as its settings say.
create table platform.controller (
  id smallint primary key default 1 check (id = 1),
  name text not null,
  secretary_of_state boolean not null,
  health_professional boolean not null default false,
  bank_holiday_division text not null
    check (bank_holiday_division in ('ENGLAND_AND_WALES', 'SCOTLAND', 'NORTHERN_IRELAND')),
  -- How long a requester has to object before the guard of their request ends.
  guard_notice_days integer not null default 14 check (guard_notice_days between 1 and 365),
  -- How long a case is kept once it is answered: as long as a claim about it can be brought.
  retention_years smallint not null default 6 check (retention_years between 1 and 100)
);
grant select, insert, update (name, secretary_of_state, health_professional, bank_holiday_division, guard_notice_days, retention_years)
  on platform.controller to candour_app;

-- Officers and committee staff: two kinds of account that never mix.
create table platform.account (
  account_id uuid primary key,
  kind text not null check (kind in ('OFFICER', 'COMMITTEE')),
  username text not null unique check (username = lower(username) and char_length(username) between 3 and 60),
  display_name text not null check (char_length(display_name) between 1 and 200),
  -- Where in the office: people are told it beside what its officers did.
  unit text not null default '' check (char_length(unit) <= 200),
  password text,
  totp_secret bytea,
  last_totp_step bigint not null default 0,
  enabled boolean not null default true,
  created_at timestamptz not null default clock_timestamp(),
  unique (account_id, kind),
  constraint both_or_neither check ((password is null) = (totp_secret is null)),
  constraint disabled_has_no_credentials check (enabled or password is null)
);
grant select, insert (account_id, kind, username, display_name, unit),
  update (password, totp_secret, last_totp_step, enabled) on platform.account to candour_app;

create table platform.account_role (
  account_id uuid not null,
  kind text not null default 'OFFICER' check (kind = 'OFFICER'),
  role text not null check (role in ('CASEWORKER', 'SENIOR', 'RELEASER', 'DISCLOSURES', 'ADMINISTRATOR')),
  primary key (account_id, role),
  foreign key (account_id, kind) references platform.account (account_id, kind)
);
call common.logged('platform.account', 'last_totp_step');
call common.logged('platform.account_role');
-- Who keeps the accounts never opens a file.
create function platform.administrators_open_no_files() returns trigger language plpgsql as $$
begin
  if (select count(*) > 1 and bool_or(role = 'ADMINISTRATOR') from platform.account_role
      where account_id = new.account_id) then
    raise exception using errcode = 'CD002', message = 'administrators-open-no-files';
  end if;
  return null;
end $$;
create constraint trigger administrators_open_no_files after insert on platform.account_role
  deferrable initially immediate for each row execute function platform.administrators_open_no_files();
grant select, insert, delete on platform.account_role to candour_app;

-- What other modules may know of accounts: who an officer is, and whether they hold an office today.
create view platform.officer as
  select account_id as officer_id, display_name as name, unit,
    array(select role from platform.account_role r where r.account_id = a.account_id order by role) as roles
  from platform.account a where kind = 'OFFICER';
grant select on platform.officer to candour_app;
create function platform.holds(officer uuid, variadic roles text[]) returns boolean language sql stable
  return exists (select from platform.account a join platform.account_role r using (account_id)
    where a.account_id = officer and a.enabled and r.role = any (roles));

-- A table in which the officer in that column, where there is one, holds one of these offices when the row comes, or the rule refuses
-- it; asked before anything else.
create function platform.holds_office() returns trigger language plpgsql as $$
begin
  if not platform.holds((to_jsonb(new) ->> tg_argv[0])::uuid, variadic tg_argv[2:]) then
    raise exception using errcode = 'CD016', message = tg_argv[1];
  end if;
  return new;
end $$;
create procedure platform.in_office(relation regclass, officer name, rule text, variadic offices text[]) language plpgsql as $$
begin
  execute format('create trigger a_by_office before insert on %s for each row when (new.%I is not null) '
    'execute function platform.holds_office(%s)', relation, officer, (select string_agg(quote_literal(argument), ', ' order by place)
      from unnest(array[officer, rule] || offices) with ordinality a (argument, place)));
end $$;

-- One-time codes with which an account holder chooses a password; stored as keyed hashes.
create table platform.enrolment (
  code_hash bytea primary key check (octet_length(code_hash) = 32),
  account_id uuid not null references platform.account,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default clock_timestamp()
);
create unique index one_code on platform.enrolment (account_id) where used_at is null;
grant select, insert (code_hash, account_id, expires_at), update (used_at) on platform.enrolment to candour_app;
-- Only an account that is enabled gets one. Of giving a code and disabling at once, one waits for the other; a code ends with its account.
create function platform.enabled_gets_codes() returns trigger language plpgsql as $$
begin
  perform from platform.account a where a.account_id = new.account_id and a.enabled for no key update;
  if not found then
    raise exception using errcode = 'CD006', message = 'account-is-disabled';
  end if;
  return new;
end $$;
create trigger enabled before insert on platform.enrolment for each row execute function platform.enabled_gets_codes();
create function platform.disabled_has_no_codes() returns trigger language plpgsql as $$
begin
  update platform.enrolment set used_at = clock_timestamp() where account_id = new.account_id and used_at is null;
  return null;
end $$;
create trigger no_codes after update of enabled on platform.account
  for each row when (not new.enabled) execute function platform.disabled_has_no_codes();

-- Accounts are kept by administrators, and never one's own, but for a new code. The portal itself makes the first.
create function platform.kept_by_administrators() returns trigger language plpgsql as $$
declare
  role constant text := common.acting_role();
begin
  if role is distinct from 'SYSTEM' then
    if tg_table_name <> 'enrolment' and coalesce(new.account_id, old.account_id) = common.acting_id() then
      raise exception using errcode = 'CD006', message = 'not-ones-own-account';
    elsif role is distinct from 'OFFICER' or not platform.holds(common.acting_id(), 'ADMINISTRATOR') then
      raise exception using errcode = 'CD006', message = 'administrators-only';
    end if;
  end if;
  return null;
end $$;
create trigger kept after insert or update of enabled on platform.account
  for each row execute function platform.kept_by_administrators();
create trigger kept after insert or delete on platform.account_role
  for each row execute function platform.kept_by_administrators();
create trigger kept after insert on platform.enrolment
  for each row execute function platform.kept_by_administrators();

-- A password and an authenticator are chosen by whoever has the one-time code; others can only take them away.
create function platform.chosen_by_its_holder() returns trigger language plpgsql as $$
begin
  if common.acting_role() is distinct from 'SYSTEM' and new.password is not null then
    raise exception using errcode = 'CD006', message = 'credentials-are-their-holders';
  end if;
  return new;
end $$;
create trigger chosen before update of password, totp_secret on platform.account
  for each row execute function platform.chosen_by_its_holder();

-- How often something guessable was tried in an hour; the bucket is a keyed hash, never an address.
create table platform.throttle (
  bucket bytea not null,
  hour timestamptz not null,
  tries integer not null,
  primary key (bucket, hour)
);
create index throttle_hour on platform.throttle (hour);
grant select, insert, update, delete on platform.throttle to candour_app;

-- One key a case, wrapped by the key outside the database: destroying it erases what it seals. The row stays, so that the case never
-- gets another.
create table platform.case_key (
  case_id uuid primary key,
  wrapped bytea,
  destroyed_at timestamptz,
  constraint there_or_destroyed check ((wrapped is null) = (destroyed_at is not null)),
  created_at timestamptz not null default clock_timestamp()
);
grant select, insert (case_id, wrapped) on platform.case_key to candour_app;
call common.personal('platform.case_key');
create policy wrapped_key on platform.case_key for select to candour_app using ((select common.acting_role()) is not null);
create policy first_seal on platform.case_key for insert to candour_app
  with check ((select common.acting_role()) is not null);
-- The key of a case, or the fresh one where it has none yet.
create function platform.key_of(asked uuid, fresh bytea) returns bytea language plpgsql as $$
declare
  found_key bytea;
begin
  select wrapped into found_key from platform.case_key where case_id = asked;
  if not found then
    insert into platform.case_key (case_id, wrapped) values (asked, fresh) on conflict do nothing returning wrapped into found_key;
    if not found then
      select wrapped into found_key from platform.case_key where case_id = asked;
    end if;
  end if;
  return found_key;
end $$;
create policy erasure on platform.case_key for update to current_user using ((select common.at_work()));
create function platform.destroyed_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.wrapped is not null and new.wrapped is null
      and (new.case_id, new.created_at) = (old.case_id, old.created_at) then
    return new;
  end if;
  raise exception using errcode = 'CD001', message = 'evidence-is-append-only', table = tg_table_name;
end $$;
create trigger destroyed_once before update or delete on platform.case_key
  for each row execute function platform.destroyed_once();
create trigger evidence_whole before truncate on platform.case_key
  for each statement execute function common.refuse_change();

-- What is erased with a case: where its rows are ($1 the case, $2 the person whom it is about, $3 who asked), and which of their
-- columns are emptied; null where the rows themselves go.
create table platform.of_case (
  relation text primary key,
  position integer not null generated always as identity,
  belongs text not null,
  emptied text[],
  -- Whether what the log says of these rows is sealed with the case; else its entries are about no case, and outlive it.
  said_of_case boolean not null
);
call common.shipped('platform.of_case');

-- What stands where words were: long enough for every column that asks for words, in both languages.
create function platform.emptied_words() returns text language sql immutable parallel safe
  return '[erased with its case · dilëwyd gyda’i achos]';

-- Evidence changes by an erasure only: in the transaction that destroyed the key, or for a file by platform.destroy; in the columns that
-- are emptied, to nothing.
create function platform.changes_by_erasure() returns trigger language plpgsql set bytea_output = 'hex' as $$
declare
  may_empty text[];
  erased boolean := exists (select from platform.case_key k where k.case_id::text = current_setting('candour.erasing', true)
    and k.destroyed_at >= transaction_timestamp());
begin
  if tg_relid in ('platform.document'::regclass, 'platform.document_part'::regclass) then
    erased := erased or old.document_id::text = current_setting('candour.destroying', true);
  end if;
  select o.emptied into may_empty from platform.of_case o where o.relation = tg_table_schema || '.' || tg_table_name;
  if erased then
    if tg_op = 'DELETE' and may_empty is null then
      return old;
    elsif tg_op = 'UPDATE' and to_jsonb(new) - may_empty = to_jsonb(old) - may_empty
        and not exists (select from jsonb_each_text(to_jsonb(new)) c where c.key = any (may_empty)
          and c.value not in ('', '[0]', '[]', platform.emptied_words(), jsonb_build_array(platform.emptied_words())::text) and c.value !~ '^\\x(00)*$') then
      return new;
    end if;
  end if;
  raise exception using errcode = 'CD001', message = 'evidence-is-append-only', table = tg_table_name;
end $$;

-- Nothing is added to a case whose key was destroyed.
create function platform.refuse_erased() returns trigger language plpgsql as $$
begin
  if exists (select from platform.case_key k where k.case_id = new.case_id and k.wrapped is null) then
    raise exception using errcode = 'CD060', message = 'case-is-erased';
  end if;
  return new;
end $$;

create procedure platform.goes_with_case(relation regclass, belongs text, emptied text[], said_of_case boolean) language plpgsql as $$
begin
  insert into platform.of_case (relation, belongs, emptied, said_of_case)
    select n.nspname || '.' || c.relname, $2, $3, $4 from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = $1;
  if exists (select from pg_trigger where tgrelid = $1 and tgname = 'evidence_rows') then
    execute format('create or replace trigger evidence_rows before update or delete on %s '
      'for each row execute function platform.changes_by_erasure()', $1);
  end if;
  execute format('create policy erasure on %s for %s to %I using ((select common.at_work()))', $1,
    case when $3 is null then 'delete' else 'update' end, current_user);
  if $2 = 'case_id = $1' then
    execute format('create trigger erased before insert on %s for each row execute function platform.refuse_erased()', $1);
  end if;
end $$;
-- Rows that lose these columns: words become platform.emptied_words(), what else may be null becomes so.
create procedure platform.emptied_with_case(relation regclass, belongs text, variadic emptied text[]) language plpgsql as $$
begin
  call platform.goes_with_case($1, $2, $3, true);
end $$;
create procedure platform.deleted_with_case(relation regclass, belongs text, said_of_case boolean default true) language plpgsql as $$
begin
  call platform.goes_with_case($1, $2, null, $3);
end $$;

-- Rows that stay as they are when their case is erased: nothing of the person is in them.
create procedure platform.stays_with_case(relation regclass, belongs text) language sql
begin atomic
  insert into platform.of_case (relation, belongs, emptied, said_of_case) values (relation::text, belongs, '{}', true);
end;
-- Rows that stay as they are, with entries of the log that do as well: nothing of the person is in either.
create procedure platform.outlives_case(relation regclass) language sql
begin atomic
  insert into platform.of_case (relation, belongs, emptied, said_of_case) values (relation::text, 'false', '{}', false);
end;

create function platform.emptying(relation regclass, emptied text[]) returns text language sql stable
  return (select string_agg(format(case a.atttypid
        when 'text'::regtype then $$%1$I = case when %1$I = '' then '' when %1$I is not null then platform.emptied_words() end$$
        when 'bytea'::regtype then $$%1$I = decode(repeat('00', octet_length(%1$I)), 'hex')$$
        when 'bigint[]'::regtype then $$%1$I = '{0}'$$
        when 'text[]'::regtype then $$%1$I = case when cardinality(%1$I) = 0 then %1$I else array[platform.emptied_words()] end$$
        else '%1$I = null' end, a.attname), ', ')
    from pg_attribute a where a.attrelid = relation and a.attname = any (emptied));

-- Every row of a case that stands in the log with it, by its digest; see common.logged_rows.
create function platform.logged_of_case(asked uuid, person uuid, asker uuid) returns table (relation text, digest text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  set timezone = 'UTC' set datestyle = 'ISO' set bytea_output = 'hex' as $$
declare
  logged record;
begin
  for logged in
    select t.relation::regclass::text as name, t.apart, coalesce(o.belongs, 'case_id = $1') as belongs
    from common.logged_table t left join platform.of_case o on o.relation = t.relation::regclass::text
    where coalesce(o.said_of_case, exists (select from pg_attribute a where a.attrelid = t.relation and a.attname = 'case_id'))
  loop
    return query execute format('select %L, common.row_digest(r, %L) from %s r where %s',
      logged.name, logged.apart, logged.name, logged.belongs) using asked, person, asker;
  end loop;
end $$;
revoke all on function platform.logged_of_case from public;
grant execute on function platform.logged_of_case to candour_app;

-- Destroys the key of a case and empties its rows, for the module that has asked whether that may be. The log is handed every row
-- that stands in it, as it is from now on (=), since the entries that spoke of them before can no longer be opened; and nothing of what was in
-- them, since a digest of few words can be guessed at and this entry stays. It says which rows went where other entries, that stay too, speak of them:
-- each of those has a column by which its digest is blinded.
create procedure platform.erase(erased uuid, person uuid, asker uuid) language plpgsql as $$
declare
  each platform.of_case;
  rows text := '';
  changed text;
begin
  if common.rows_to_log() <> '' then
    raise exception 'an erasure comes first in its transaction: what it does then is all that its entry speaks of';
  end if;
  update platform.case_key set wrapped = null, destroyed_at = clock_timestamp() where case_id = erased and wrapped is not null;
  if not found then
    raise exception using errcode = 'CD060', message = 'case-is-erased';
  end if;
  perform set_config('candour.erasing', erased::text, true);
  for each in select * from platform.of_case o where o.emptied is null or cardinality(o.emptied) > 0 order by o.position desc loop
    execute case when each.emptied is null then format('delete from %s where %s', each.relation, each.belongs)
      else format('update %s set %s where %s', each.relation, platform.emptying(each.relation, each.emptied), each.belongs) end
      using erased, person, asker;
    changed := common.rows_to_log();
    if not each.said_of_case then
      rows := concat_ws(',', nullif(rows, ''), nullif(changed, ''));
    end if;
  end loop;
  perform set_config('candour.erasing', '', true);
  perform common.to_log(rows);
  perform common.to_log((select string_agg(format('"=%s %s"', l.relation, l.digest), ',')
    from platform.logged_of_case(erased, person, asker) l));
end $$;
revoke all on procedure platform.erase from public;

-- Every file, sealed under its case's key and tied to the case.
create table platform.document (
  document_id uuid primary key,
  case_id uuid not null,
  purpose text not null check (purpose in ('RECORD', 'PREPARED', 'PACK', 'FROM_PUBLIC', 'TO_PUBLIC', 'EVIDENCE')),
  media_type text not null,
  file_name text not null check (char_length(file_name) between 1 and 200),
  length bigint not null check (length > 0),
  sha256 bytea not null check (octet_length(sha256) = 32),
  recorded_at timestamptz not null default clock_timestamp(),
  unique (document_id, case_id),
  unique (document_id, case_id, purpose)
);
create index document_case on platform.document (case_id);
call common.acts('platform.document');
call platform.emptied_with_case('platform.document', 'case_id = $1', 'file_name', 'sha256');
create policy own on platform.document for select to candour_app
  using ((select common.acting_role()) = 'REQUESTER' and purpose in ('PACK', 'FROM_PUBLIC', 'TO_PUBLIC', 'EVIDENCE') and case_id = (select common.acting_key()));
-- What people send: with a request that is being made, or to the one request that they have opened.
create policy own_sent on platform.document for insert to candour_app
  with check ((select common.acting_role()) = 'REQUESTER' and purpose in ('FROM_PUBLIC', 'EVIDENCE') and case_id = (select common.acting_key()));
create policy newcomer on platform.document for insert to candour_app
  with check ((select common.acting_role()) = 'VISITOR' and purpose = 'EVIDENCE');

create table platform.document_part (
  document_id uuid not null,
  case_id uuid not null,
  part_no integer not null check (part_no >= 0),
  sealed bytea not null,
  primary key (document_id, part_no),
  foreign key (document_id, case_id) references platform.document (document_id, case_id)
);
call common.evidence('platform.document_part');
call common.personal('platform.document_part');
call platform.deleted_with_case('platform.document_part', 'case_id = $1');
-- What shows who somebody is goes one way: whoever sent it sees that it came, and cannot open it here again.
create policy own on platform.document_part for select to candour_app
  using ((select common.acting_role()) = 'REQUESTER' and case_id = (select common.acting_key())
    and exists (select from platform.document d where d.document_id = document_part.document_id and d.purpose in ('PACK', 'FROM_PUBLIC', 'TO_PUBLIC')));
create policy own_sent on platform.document_part for insert to candour_app
  with check ((select common.acting_role()) = 'REQUESTER' and case_id = (select common.acting_key())
    and exists (select from platform.document d where d.document_id = document_part.document_id and d.purpose in ('FROM_PUBLIC', 'EVIDENCE')));
create policy newcomer on platform.document_part for insert to candour_app
  with check ((select common.acting_role()) = 'VISITOR');

-- Destroys what is in a file of evidence, and what it was called, before its case is erased; for the module that says when that is due.
create procedure platform.destroy(gone uuid) language plpgsql as $$
begin
  perform set_config('candour.destroying', gone::text, true);
  update platform.document set file_name = platform.emptied_words(), sha256 = decode(repeat('00', 32), 'hex')
    where document_id = gone and purpose = 'EVIDENCE';
  if found then
    delete from platform.document_part where document_id = gone;
  end if;
  perform set_config('candour.destroying', '', true);
end $$;
revoke all on procedure platform.destroy from public;

-- Spring Session.
create table platform.spring_session (
  primary_id char(36) primary key,
  session_id char(36) not null unique,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);
create index spring_session_expiry on platform.spring_session (expiry_time);
create index spring_session_principal on platform.spring_session (principal_name);
create table platform.spring_session_attributes (
  session_primary_id char(36) not null references platform.spring_session on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);
grant select, insert, update, delete on platform.spring_session, platform.spring_session_attributes to candour_app;

-- Files of a form that arrived after its sender's time ran out: sealed, and gone after an hour. Nobody but the portal itself reads them, to
-- give them back to the form once the same person has signed in again in the same browser.
create table platform.kept_file (
  form_id uuid not null,
  position smallint not null check (position between 1 and 10),
  content bytea not null check (octet_length(content) <= 10600000),
  kept_at timestamptz not null,
  primary key (form_id, position)
);
create index kept_file_age on platform.kept_file (kept_at);
grant select, insert, update (kept_at), delete on platform.kept_file to candour_app;
alter table platform.kept_file enable row level security;
alter table platform.kept_file force row level security;
create policy of_the_portal on platform.kept_file to candour_app
  using ((select common.acting_role()) = 'SYSTEM') with check ((select common.acting_role()) = 'SYSTEM');

-- db-scheduler.
create table platform.scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  state text,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution on platform.scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on platform.scheduled_tasks (last_heartbeat);
grant select, insert, update, delete on platform.scheduled_tasks to candour_app;
