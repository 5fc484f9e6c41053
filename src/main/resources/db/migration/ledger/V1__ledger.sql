create schema ledger;
grant usage on schema ledger to candour_app, candour_report;

-- Under which agreement data may be asked for; each version in force for its own days.
create table ledger.agreement (
  agreement_id text primary key check (agreement_id ~ '^[A-Z0-9_]+$'),
  name_en text not null,
  name_cy text not null,
  holder text not null,
  asker text not null
);
create extension if not exists btree_gist;
create table ledger.agreement_version (
  version_id uuid primary key,
  agreement_id text not null references ledger.agreement,
  version_name text not null,
  in_force daterange not null check (not isempty(in_force)),
  reasons text[] not null,
  data_items text[] not null,
  shown_at_once boolean not null,
  unique (version_id, agreement_id),
  exclude using gist (agreement_id with =, in_force with &&)
);
grant select on ledger.agreement, ledger.agreement_version to candour_app;
call common.shipped('ledger.agreement');
call common.shipped('ledger.agreement_version');
insert into ledger.agreement values
  ('HO_NHSD_MOU_2017', 'Home Office, Department of Health and NHS Digital memorandum of understanding',
   'Memorandwm cyd-ddealltwriaeth y Swyddfa Gartref, yr Adran Iechyd ac NHS Digital', 'NHS Digital', 'HOME_OFFICE');
insert into ledger.agreement_version values
  ('01940000-0000-7000-8000-000000000001', 'HO_NHSD_MOU_2017', '2017', '[2017-01-01,2018-05-09)',
   '{BREACHED_REPORTING,ABSCONDED,ESCAPED_DETENTION,OVERSTAYED,VULNERABLE_PERSON}',
   '{NAME,NAME_CHANGE,DOB,GENDER,LAST_ADDRESS,NHS_REGISTRATION_DATE,PRIMARY_CARE_AREA_CODE,GP_CONTACT,FACT_OF_DEATH}', true),
  ('01940000-0000-7000-8000-000000000002', 'HO_NHSD_MOU_2017', '2018 (narrowed)', '[2018-05-09,2018-11-09)',
   '{DEPORTATION_SERIOUS_OFFENCE_12M,PUBLIC_SECURITY_RISK,MISSING_PERSON_WELFARE}',
   '{NAME,NAME_CHANGE,DOB,GENDER,LAST_ADDRESS,NHS_REGISTRATION_DATE,PRIMARY_CARE_AREA_CODE,GP_CONTACT,FACT_OF_DEATH}', false);

create table ledger.batch (
  batch_id uuid primary key,
  file_name text not null check (char_length(file_name) between 1 and 200),
  sha256 bytea not null unique check (octet_length(sha256) = 32),
  row_count integer not null check (row_count > 0),
  flagged_count integer not null check (flagged_count between 0 and row_count),
  root bytea not null check (octet_length(root) = 32),
  -- Of its rows as they are stored: worked out by the database, and in the log with the batch.
  rows_digest bytea not null check (octet_length(rows_digest) = 32),
  imported_by uuid not null references platform.account (account_id),
  recorded_at timestamptz not null default clock_timestamp()
);
-- Nobody asked about is in it; the policies are for the name of whoever brought it in.
call common.acts('ledger.batch', 'imported_by');
call platform.in_office('ledger.batch', 'imported_by', 'disclosures-only', 'DISCLOSURES');

-- One ask about one person, whatever came of it: refusals and blanks included.
create table ledger.disclosure (
  disclosure_id uuid primary key,
  -- The batch follows its rows: its root is known when the last of them has been read.
  batch_id uuid not null references ledger.batch deferrable initially deferred,
  row_no integer not null check (row_no >= 1),
  agreement_id text references ledger.agreement,
  version_id uuid,
  out_of_agreement boolean not null,
  asked_by text not null check (asked_by in ('POLICE', 'NCA', 'HOME_OFFICE', 'COURT_ORDER', 'CCRC', 'NHSCFA', 'HM_CORONER',
    'WELSH_BLOOD', 'JERSEY_CYTOLOGY', 'CHARITY_LETTER', 'DFE', 'LOCAL_AUTHORITY', 'DWP', 'HMRC', 'DVLA', 'EMBASSY', 'CONTRACTOR')),
  asked_of text not null check (char_length(asked_of) between 1 and 200),
  requester_role text not null default '' check (char_length(requester_role) <= 200),
  reason_code text not null check (reason_code ~ '^[A-Z0-9_]{2,60}$'),
  last_resort boolean not null,
  last_resort_exception text check (last_resort_exception in ('RISK_TO_PUBLIC', 'WELFARE_CONCERN')),
  outcome text not null check (outcome in ('REJECTED', 'APPROVED_TRACE', 'APPROVED_NO_TRACE', 'WITHDRAWN')),
  trace_detail text check (trace_detail in ('ADDRESS_SAME', 'ADDRESS_DIFFERENT', 'DECEASED')),
  rejection_reason text check (rejection_reason in ('PROCEDURE_NOT_FOLLOWED', 'NOT_COUNTERSIGNED', 'NOT_IN_PUBLIC_INTEREST',
    'MORE_INFORMATION_NEEDED', 'BELOW_THRESHOLD', 'NO_LEGAL_BASIS', 'OUT_OF_SCOPE_DATA')),
  data_items text[] not null default '{}' check (data_items <@ '{NAME,NAME_CHANGE,DOB,GENDER,LAST_ADDRESS,NHS_REGISTRATION_DATE,PRIMARY_CARE_AREA_CODE,GP_CONTACT,FACT_OF_DEATH,ADDRESS,SCHOOL}'::text[]),
  requested_on date not null,
  disclosed_on date,
  person_name text not null check (char_length(person_name) between 1 and 300),
  person_born text not null default '' check (char_length(person_born) <= 60),
  name_key text not null check (char_length(name_key) between 1 and 300),
  recorded_at timestamptz not null default clock_timestamp(),
  unique (batch_id, row_no),
  constraint items_iff_traced check ((cardinality(data_items) > 0) = (outcome = 'APPROVED_TRACE')),
  constraint disclosed_iff_traced check ((disclosed_on is not null) = (outcome = 'APPROVED_TRACE')),
  constraint trace_iff_traced check (trace_detail is null or outcome = 'APPROVED_TRACE'),
  constraint reason_iff_rejected check ((rejection_reason is not null) = (outcome = 'REJECTED')),
  constraint exception_instead_of_last_resort check (not last_resort or last_resort_exception is null),
  constraint exception_or_last_resort check (last_resort or last_resort_exception is not null or out_of_agreement),
  constraint dates_in_order check (disclosed_on >= requested_on),
  constraint version_unless_outside check (out_of_agreement or version_id is not null),
  constraint version_of_its_agreement check (version_id is null or agreement_id is not null),
  foreign key (version_id, agreement_id) references ledger.agreement_version (version_id, agreement_id)
);
create index disclosure_name on ledger.disclosure (name_key);
create index disclosure_flagged on ledger.disclosure (batch_id, row_no) where out_of_agreement;
call common.evidence('ledger.disclosure');
call common.personal('ledger.disclosure');
-- One digest for all rows of a batch, in their order: there may be a million, too many for a line each in the log.
create function ledger.rows_digest(asked uuid) returns bytea language sql stable
    set timezone = 'UTC' set datestyle = 'ISO' set bytea_output = 'hex' as $$
  select sha256(convert_to(coalesce(string_agg(common.row_digest(d, null), '' order by d.row_no), ''), 'UTF8'))
  from ledger.disclosure d where d.batch_id = asked
$$;
create function ledger.digest_rows() returns trigger language plpgsql as $$
begin
  new.rows_digest := ledger.rows_digest(new.batch_id);
  return new;
end $$;
create trigger digest_rows before insert on ledger.batch for each row execute function ledger.digest_rows();
-- The batches whose rows are not as they were taken in, and those of which there are only rows.
create function ledger.changed_batches() returns setof uuid language sql stable as $$
  select b.batch_id from ledger.batch b where b.rows_digest <> ledger.rows_digest(b.batch_id)
  union
  select d.batch_id from ledger.disclosure d where not exists (select from ledger.batch b where b.batch_id = d.batch_id)
  order by 1
$$;

-- That an entry is about a person we know, and how sure we are. One person may be known more than once, by requests made
-- at different times; with certainty an entry is about one of them only. The entries of the log that hold the digests of such rows stay when
-- the rows go with a case: what blinds them goes then too, and nobody can guess any more what they were made of.
create table ledger.match (
  disclosure_id uuid not null references ledger.disclosure,
  subject_id uuid not null references identity.data_subject,
  certainty text not null check (certainty in ('CERTAIN', 'PROBABLE')),
  basis text not null check (basis in ('FULL_NAME_AND_BIRTH', 'FULL_NAME_AND_BIRTH_UNSETTLED', 'FULL_NAME_AND_PART_OF_BIRTH',
    'FULL_NAME', 'OTHER_NAME_AND_BIRTH', 'OTHER_NAME_AND_PART_OF_BIRTH', 'OTHER_NAME')),
  matched_by uuid references platform.account (account_id),
  blinding uuid not null default gen_random_uuid(),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (disclosure_id, subject_id),
  constraint certain_by_rule check ((certainty = 'CERTAIN') = (basis = 'FULL_NAME_AND_BIRTH')),
  constraint probable_by_officer check (certainty = 'CERTAIN' or matched_by is not null)
);
create unique index match_certain on ledger.match (disclosure_id) where certainty = 'CERTAIN';
create index match_subject on ledger.match (subject_id);
call common.acts('ledger.match', 'matched_by');
call platform.in_office('ledger.match', 'matched_by', 'disclosures-only', 'DISCLOSURES', 'SENIOR');
call platform.deleted_with_case('ledger.match', 'subject_id = $2', said_of_case => false);

create function ledger.match_by_name() returns trigger language plpgsql as $$
begin
  if new.certainty = 'CERTAIN' and not exists (select from ledger.disclosure d
      join identity.data_subject s on s.name_key = d.name_key and s.name_key <> ''
      where d.disclosure_id = new.disclosure_id and s.subject_id = new.subject_id) then
    raise exception using errcode = 'CD031', message = 'not-a-candidate';
  end if;
  return new;
end $$;
create trigger by_name before insert on ledger.match for each row execute function ledger.match_by_name();

-- What the person sees: matched with certainty under a version that says "shown at once", or cleared by an officer.
create table ledger.shown (
  disclosure_id uuid not null,
  subject_id uuid not null,
  requested_on date not null,
  at_once boolean not null,
  cleared_by uuid references platform.account (account_id),
  reason text check (char_length(reason) between 10 and 4000),
  blinding uuid not null default gen_random_uuid(),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (disclosure_id, subject_id),
  foreign key (disclosure_id, subject_id) references ledger.match (disclosure_id, subject_id),
  constraint at_once_or_cleared check (at_once <> (cleared_by is not null and reason is not null))
);
create index shown_subject on ledger.shown (subject_id, requested_on desc, disclosure_id);
call common.acts('ledger.shown', 'cleared_by');
call platform.in_office('ledger.shown', 'cleared_by', 'disclosures-only', 'DISCLOSURES', 'SENIOR');
call platform.deleted_with_case('ledger.shown', 'subject_id = $2', said_of_case => false);
create policy own on ledger.shown for select to candour_app
  using ((select common.acting_role()) = 'REQUESTER' and subject_id = (select common.acting_id()));
create policy own on ledger.disclosure for select to candour_app
  using ((select common.acting_role()) = 'REQUESTER' and exists (select from ledger.shown s
    where s.disclosure_id = disclosure.disclosure_id and s.subject_id = (select common.acting_id())));
create function ledger.shown_by_rule() returns trigger language plpgsql as $$
begin
  if new.at_once and not exists (select from ledger.match m
      join ledger.disclosure d using (disclosure_id) join ledger.agreement_version v using (version_id)
      where m.disclosure_id = new.disclosure_id and m.subject_id = new.subject_id and m.certainty = 'CERTAIN' and v.shown_at_once and not d.out_of_agreement) then
    raise exception using errcode = 'CD030', message = 'not-shown-at-once';
  end if;
  return new;
end $$;
create trigger by_rule before insert on ledger.shown for each row execute function ledger.shown_by_rule();

create view ledger.facts as
  select date_trunc('month', requested_on)::date as month, asked_by, outcome, trace_detail, rejection_reason, out_of_agreement
  from ledger.disclosure;
grant select on ledger.facts to candour_report;
