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
  guard_notice_days integer not null default 14 check (guard_notice_days between 1 and 365)
);
grant select, insert, update (name, secretary_of_state, health_professional, bank_holiday_division, guard_notice_days)
  on platform.controller to candour_app;

-- Officers and committee staff: two kinds of account that never mix.
create table platform.account (
  account_id uuid primary key,
  kind text not null check (kind in ('OFFICER', 'COMMITTEE')),
  username text not null unique check (username = lower(username) and char_length(username) between 3 and 60),
  display_name text not null check (char_length(display_name) between 1 and 200),
  password text,
  totp_secret bytea,
  last_totp_step bigint not null default 0,
  enabled boolean not null default true,
  created_at timestamptz not null default clock_timestamp(),
  unique (account_id, kind),
  constraint both_or_neither check ((password is null) = (totp_secret is null)),
  constraint disabled_has_no_credentials check (enabled or password is null)
);
grant select, insert (account_id, kind, username, display_name),
  update (password, totp_secret, last_totp_step, enabled) on platform.account to candour_app;

create table platform.account_role (
  account_id uuid not null,
  kind text not null default 'OFFICER' check (kind = 'OFFICER'),
  role text not null check (role in ('CASEWORKER', 'SENIOR', 'RELEASER', 'DISCLOSURES', 'ADMINISTRATOR')),
  primary key (account_id, role),
  foreign key (account_id, kind) references platform.account (account_id, kind)
);
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
  select account_id as officer_id, display_name as name from platform.account where kind = 'OFFICER';
grant select on platform.officer to candour_app;
create function platform.holds(officer uuid, variadic roles text[]) returns boolean language sql stable
  return exists (select from platform.account a join platform.account_role r using (account_id)
    where a.account_id = officer and a.enabled and r.role = any (roles));

-- One-time codes with which an account holder chooses a password; stored as keyed hashes.
create table platform.enrolment (
  code_hash bytea primary key check (octet_length(code_hash) = 32),
  account_id uuid not null references platform.account,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default clock_timestamp()
);
grant select, insert (code_hash, account_id, expires_at), update (used_at) on platform.enrolment to candour_app;

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

-- How often something guessable was tried in an hour; the bucket is a keyed hash, never an address.
create table platform.throttle (
  bucket bytea not null,
  hour timestamptz not null,
  tries integer not null,
  primary key (bucket, hour)
);
create index throttle_hour on platform.throttle (hour);
grant select, insert, update, delete on platform.throttle to candour_app;

-- One key a case, wrapped by the key outside the database: destroying the row erases what it seals.
create table platform.case_key (
  case_id uuid primary key,
  wrapped bytea not null,
  created_at timestamptz not null default clock_timestamp()
);
grant select, insert (case_id, wrapped), delete on platform.case_key to candour_app;
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
    insert into platform.case_key (case_id, wrapped) values (asked, fresh) on conflict do nothing;
    select wrapped into found_key from platform.case_key where case_id = asked;
  end if;
  return found_key;
end $$;

-- Every file, sealed under its case's key and tied to the case.
create table platform.document (
  document_id uuid primary key,
  case_id uuid not null,
  purpose text not null check (purpose in ('RECORD', 'PREPARED', 'PACK')),
  media_type text not null,
  file_name text not null check (char_length(file_name) between 1 and 200),
  length bigint not null check (length > 0),
  sha256 bytea not null check (octet_length(sha256) = 32),
  recorded_at timestamptz not null default clock_timestamp(),
  unique (document_id, case_id)
);
create index document_case on platform.document (case_id);
call common.evidence('platform.document');
call common.personal('platform.document');
create policy own_pack on platform.document for select to candour_app
  using ((select common.acting_role()) = 'REQUESTER' and purpose = 'PACK' and case_id = (select common.acting_key()));

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
create policy own_pack on platform.document_part for select to candour_app
  using ((select common.acting_role()) = 'REQUESTER' and case_id = (select common.acting_key())
    and exists (select from platform.document d where d.document_id = document_part.document_id and d.purpose = 'PACK'));

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
