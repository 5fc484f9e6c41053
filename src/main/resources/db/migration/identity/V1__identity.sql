create schema identity;
grant usage on schema identity to candour_app;

-- The person whose records are asked for, as they describe themselves.
create table identity.data_subject (
  subject_id uuid primary key,
  full_name text not null check (char_length(full_name) between 1 and 300),
  name_key text not null default '' check (char_length(name_key) <= 300),
  other_names text not null default '' check (char_length(other_names) <= 2000),
  birth_year smallint check (birth_year between 1850 and 2200),
  birth_month smallint check (birth_month between 1 and 12),
  birth_day smallint check (birth_day between 1 and 31),
  birth_approximate boolean not null default false,
  birth_words text not null default '' check (char_length(birth_words) <= 200),
  recorded_at timestamptz not null default clock_timestamp(),
  check (birth_day is null or birth_month is not null),
  check (birth_month is null or birth_year is not null),
  check (birth_year is null or birth_words = '')
);
create index data_subject_name on identity.data_subject (name_key);
call common.evidence('identity.data_subject');
call common.personal('identity.data_subject');
call platform.emptied_with_case('identity.data_subject', 'subject_id = $2', 'full_name', 'name_key', 'other_names', 'birth_year',
  'birth_month', 'birth_day', 'birth_words');
create policy newcomer on identity.data_subject for insert to candour_app
  with check ((select common.acting_role()) = 'VISITOR');
create policy own on identity.data_subject for select to candour_app
  using ((select common.acting_role()) = 'REQUESTER' and subject_id = (select common.acting_id()));

-- Who asks, and how they can be reached.
create table identity.requester (
  requester_id uuid primary key,
  subject_id uuid not null references identity.data_subject,
  capacity text not null default 'SELF' check (capacity in ('SELF')),
  email text check (char_length(email) between 3 and 254 and email = lower(email)),
  phone text check (char_length(phone) <= 60),
  postal_address text check (char_length(postal_address) <= 1000),
  language text not null check (language in ('en', 'cy')),
  identity_routes text[] not null default '{}',
  identity_words text not null default '' check (char_length(identity_words) <= 4000),
  recorded_at timestamptz not null default clock_timestamp(),
  check (email is not null or phone is not null or postal_address is not null)
);
create index requester_subject on identity.requester (subject_id);
create index requester_email on identity.requester (email);
call common.evidence('identity.requester');
call common.personal('identity.requester');
call platform.emptied_with_case('identity.requester', 'requester_id = $3', 'email', 'phone', 'postal_address', 'identity_words');
create policy newcomer on identity.requester for insert to candour_app
  with check ((select common.acting_role()) = 'VISITOR');
create policy own on identity.requester for select to candour_app
  using ((select common.acting_role()) = 'REQUESTER' and subject_id = (select common.acting_id()));

-- By what officers find who asked: the words of every name of the person, former ones too, and the postcode. A search goes
-- through the function, which gives out identifiers alone: the operator may look at rows before a policy does, so that under
-- row-level security no index would serve it.
create table identity.directory (
  requester_id uuid primary key references identity.requester,
  words tsvector not null
);
create index directory_words on identity.directory using gin (words) with (fastupdate = off);
call common.evidence('identity.directory');
call common.personal('identity.directory');
call platform.deleted_with_case('identity.directory', 'requester_id = $3');
create policy newcomer on identity.directory for insert to candour_app
  with check ((select common.acting_role()) = 'VISITOR');
create function identity.found(sought tsquery, most integer) returns setof uuid language sql stable
    security definer set search_path = identity, pg_temp set enable_seqscan = off as $$
  select requester_id from identity.directory where (select common.at_work()) and words @@ sought limit most
$$;
revoke execute on function identity.found from public;
grant execute on function identity.found to candour_app;

-- Each look at whether a person is who they say, on one occasion.
create table identity.verification (
  verification_id uuid primary key,
  subject_id uuid not null references identity.data_subject,
  occasion_id uuid not null,
  method text not null check (method in ('PHOTO_DOCUMENT', 'KNOWN_TO_THE_OFFICE', 'TWO_OF_A_LIST', 'VOUCHED_FOR', 'IN_PERSON')),
  evidence text not null check (char_length(evidence) between 3 and 4000),
  reason text not null check (char_length(reason) between 10 and 4000),
  accepted boolean not null,
  officer_id uuid not null references platform.account (account_id),
  recorded_at timestamptz not null default clock_timestamp(),
  unique (verification_id, occasion_id, subject_id, accepted)
);
create index verification_subject on identity.verification (subject_id);
create index verification_occasion on identity.verification (occasion_id, recorded_at);
create index verification_accepted on identity.verification (recorded_at) where accepted;
call common.acts('identity.verification', 'officer_id');
call platform.in_office('identity.verification', 'officer_id', 'caseworkers-only', 'CASEWORKER', 'SENIOR');
call platform.emptied_with_case('identity.verification', 'occasion_id = $1', 'evidence', 'reason');
