create schema casework;
grant usage on schema casework to candour_app, candour_report;

-- A subject access request. How it came, when and what for is never changed; how far it is may be.
create table casework.request (
  case_id uuid primary key,
  number text not null unique check (number ~ '^SAR-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$'),
  subject_id uuid not null references identity.data_subject,
  requester_id uuid not null references identity.requester,
  subject_name text not null,
  purpose text not null check (purpose in ('PROVE_STATUS', 'APPLICATION', 'LEGAL', 'CHECK', 'OTHER', 'NOT_SAID')),
  -- Derived from the purpose when the request comes in; see the Windrush guard.
  kind text not null check (kind in ('GENERAL', 'GUARDED')),
  -- Derived from whoever asks: a request about the dead is not under UK GDPR, has no statutory clock and is due on no date.
  regime text not null check (regime in ('UK_GDPR', 'DECEASED')),
  -- How much is asked for: to name documents is to name up to five, to ask for files is to say which.
  extent text not null check (extent in ('SUMMARY', 'NAMED_DOCUMENTS', 'FILES', 'DISCLOSURES')),
  documents text[] not null default '{}'
    check (array_position(documents, '') is null and array_position(documents, null) is null
      and char_length(array_to_string(documents, '')) <= 1500),
  wants text[] not null default '{}'
    check (wants <@ array['EVERYTHING', 'LANDING_CARD', 'PORT_FILE', 'ENTRY_CLEARANCE', 'ENTRY_AND_EXIT', 'PAPER_FILE', 'DIGITAL_FILE',
      'NATIONALITY', 'APPEAL', 'WORKER_REGISTRATION', 'BIOMETRIC', 'CORRESPONDENCE', 'ASYLUM', 'ASYLUM_SUPPORT', 'DETENTION',
      'HEALTH_IN_DETENTION', 'REPORTING_AND_BAIL', 'ENFORCEMENT']),
  wants_words text not null default '' check (char_length(wants_words) <= 20000),
  period_from text not null default '' check (char_length(period_from) <= 200),
  period_to text not null default '' check (char_length(period_to) <= 200),
  -- Why it cannot wait, if they said so. Whether it is urgent now follows from this and from what officers have recorded since.
  urgency text check (urgency in ('COURT_OR_APPEAL', 'DETENTION', 'REMOVAL', 'OTHER')),
  urgency_when text not null default '' check (char_length(urgency_when) <= 200),
  urgency_words text not null default '' check (char_length(urgency_words) <= 4000),
  urgent boolean not null,
  calm boolean not null generated always as (not urgent) stored,
  language text not null check (language in ('en', 'cy')),
  channel text not null check (channel in ('ONLINE', 'PAPER', 'PHONE', 'EMAIL', 'IN_PERSON')),
  received_at timestamptz not null,
  received_on date not null,
  -- By which version of the declaration, at that moment and in that language, they said that it is true and theirs to ask.
  declared text constraint declared_by_whoever_asks check (declared is null or declared ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and channel = 'ONLINE'),
  -- By whom it was put on record, where it came in another way than through the portal; when, and when somebody saw what it was.
  entered_by uuid references platform.account (account_id),
  entered_on date,
  recognised_on date,
  rule_version text not null check (rule_version in ('SAR_TIME_V1', 'SAR_TIME_V2')),
  -- Grows with everything that changes what may be answered; a pack knows the version it was made from.
  version bigint not null default 0,
  stage text not null default 'RECEIVED'
    check (stage in ('RECEIVED', 'TAKEN_ON', 'SEARCHING', 'REVIEW', 'APPROVAL', 'ANSWERED')),
  allocated_to uuid references platform.account (account_id),
  -- One that was accepted, of this person, on the occasion of this case.
  identity_verification uuid,
  identity_accepted boolean not null generated always as (true) stored,
  -- The applicable time period's end; null while the clock is stopped, when the list sorts by the last one.
  due_on date,
  listed_due_on date not null,
  answered_on date,
  outcome text check (outcome in ('DISCLOSED', 'DISCLOSED_IN_PART', 'NOTHING_HELD', 'WHOLLY_WITHHELD', 'WITHDRAWN', 'JOINED')),
  -- Since when an answered case is open again; its first answer and its clock stay as they were.
  reopened_on date,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (case_id, kind),
  unique (case_id, subject_id),
  check (case extent when 'NAMED_DOCUMENTS' then cardinality(documents) between 1 and 5 else cardinality(documents) = 0 end),
  check (case extent when 'FILES' then cardinality(wants) between 1 and 17 else cardinality(wants) = 0 end),
  constraint everything_alone check (not 'EVERYTHING' = any (wants) or cardinality(wants) = 1),
  check (urgency is not null or urgency_when || urgency_words = ''),
  check (extent in ('NAMED_DOCUMENTS', 'FILES') or period_from || period_to = ''),
  foreign key (identity_verification, case_id, subject_id, identity_accepted)
    references identity.verification (verification_id, occasion_id, subject_id, accepted),
  check (due_on = listed_due_on),
  check (regime <> 'DECEASED' or due_on is null),
  check (listed_due_on > received_on),
  constraint answered_after_receipt check (answered_on >= received_on),
  check (received_on = (received_at at time zone 'Europe/London')::date),
  constraint entered_by_an_officer
    check ((channel = 'ONLINE') = (entered_by is null) and num_nulls(entered_by, entered_on, recognised_on) in (0, 3)),
  constraint recognised_in_between check (received_on <= recognised_on and recognised_on <= entered_on),
  check ((stage = 'ANSWERED') = (answered_on is not null)),
  check ((stage = 'ANSWERED') = (outcome is not null)),
  constraint reopened_after_answer check (reopened_on is null or answered_on is not null)
);
-- What is urgent comes first.
create index request_open on casework.request (calm, listed_due_on, case_id)
  where stage <> 'ANSWERED' or reopened_on is not null;
create index request_open_mine on casework.request (allocated_to, calm, listed_due_on, case_id)
  where stage <> 'ANSWERED' or reopened_on is not null;
create index request_answered on casework.request (answered_on desc, case_id) where stage = 'ANSWERED';
create index request_subject on casework.request (subject_id);
create index request_requester on casework.request (requester_id);

grant select, insert (case_id, number, subject_id, requester_id, subject_name, purpose, extent, documents, wants, wants_words,
    period_from, period_to, urgency, urgency_when, urgency_words, language, channel, received_at, received_on, declared, entered_by, entered_on,
    recognised_on, rule_version, due_on, listed_due_on),
  update (version, stage, allocated_to, identity_verification, answered_on, outcome)
  on casework.request to candour_app;
call common.personal('casework.request');
call common.logged('casework.request', 'version', 'stage', 'allocated_to', 'identity_verification', 'due_on',
  'listed_due_on', 'answered_on', 'outcome', 'urgent', 'calm');
call platform.emptied_with_case('casework.request', 'case_id = $1', 'subject_name', 'documents', 'wants_words', 'period_from', 'period_to',
  'urgency_when', 'urgency_words');
create policy newcomer on casework.request for insert to candour_app
  with check ((select common.acting_role()) = 'VISITOR');
-- What an officer puts on record says so, and nobody else's does.
create policy in_own_name on casework.request as restrictive for insert to candour_app
  with check (case (select common.acting_role()) when 'OFFICER' then entered_by = (select common.acting_id()) else entered_by is null end);
call platform.in_office('casework.request', 'entered_by', 'caseworkers-only', 'CASEWORKER', 'SENIOR');
call common.read_by_requester('casework.request');

create function casework.classify() returns trigger language plpgsql as $$
begin
  new.urgent := new.urgency is not null;
  new.kind := case new.purpose when 'PROVE_STATUS' then 'GUARDED' else 'GENERAL' end;
  new.regime := case identity.capacity_of(new.requester_id) when 'EXECUTOR' then 'DECEASED' else 'UK_GDPR' end;
  if new.regime = 'DECEASED' then
    new.due_on := null;
  end if;
  return new;
end $$;
create trigger classify before insert on casework.request for each row execute function casework.classify();

create function casework.keep_request() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'CD001', message = 'evidence-is-append-only', table = 'request';
end $$;
create trigger legal_hold before delete on casework.request for each row execute function casework.keep_request();
create trigger legal_hold_whole before truncate on casework.request for each statement execute function casework.keep_request();

-- How far a case is only grows; what is confirmed stays so, and what is answered stays as it was answered. Caseworkers work on it.
create function casework.keep_course() returns trigger language plpgsql as $$
declare
  stages constant text[] := '{RECEIVED,TAKEN_ON,SEARCHING,REVIEW,APPROVAL,ANSWERED}';
begin
  if old.stage = 'ANSWERED' and ((new.stage, new.answered_on, new.outcome)
      is distinct from (old.stage, old.answered_on, old.outcome)
      or new.version <> old.version and old.reopened_on is null and new.reopened_on is null) then
    raise exception using errcode = 'CD004', message = 'case-is-answered';
  elsif old.outcome is null and (new.outcome = 'WITHDRAWN' and not exists (
      select from casework.wish w where w.case_id = new.case_id and w.wanted = 'WITHDRAWAL')
      or new.outcome = 'JOINED' and not exists (select from casework.joined j where j.case_id = new.case_id)) then
    raise exception using errcode = 'CD070', message = 'withdrawn-by-their-word';
  elsif array_position(stages, new.stage) < array_position(stages, old.stage) or new.version < old.version then
    raise exception using errcode = 'CD006', message = 'case-moves-forward';
  elsif new.identity_verification is distinct from old.identity_verification and old.identity_verification is not null then
    raise exception using errcode = 'CD007', message = 'identity-is-confirmed';
  elsif new.allocated_to is distinct from old.allocated_to and not platform.holds(new.allocated_to, 'CASEWORKER') then
    raise exception using errcode = 'CD016', message = 'not-a-caseworker';
  end if;
  return new;
end $$;
create trigger course before update on casework.request for each row execute function casework.keep_course();

-- Takes the case's row for writing, which holds at every isolation level where a lock would not, and moves its version on.
create function casework.touch(changed uuid) returns bigint language plpgsql as $$
declare
  touched casework.request;
begin
  update casework.request set version = version + 1 where case_id = changed returning * into touched;
  if not found then
    raise exception using errcode = 'CD003', message = 'no-such-case';
  elsif touched.stage = 'ANSWERED' and touched.reopened_on is null then
    raise exception using errcode = 'CD004', message = 'case-is-answered';
  end if;
  return touched.version;
end $$;
-- The same without a change of what may be answered. It runs with the owner's rights, under the policy below: a requester
-- who answers a question moves their own clock, though they may write nothing in the row themselves.
create policy moved_by_functions on casework.request for update to current_user
  using ((select common.at_work())
    or (select common.acting_role()) = 'REQUESTER' and case_id = (select common.acting_key()));
create function casework.hold(held uuid) returns casework.request language plpgsql
    security definer set search_path = casework, pg_temp as $$
declare
  taken casework.request;
begin
  update casework.request set version = version where case_id = held returning * into taken;
  if not found then
    raise exception using errcode = 'CD003', message = 'no-such-case';
  end if;
  return taken;
end $$;
revoke execute on function casework.hold from public;
grant execute on function casework.hold to candour_app;
create function casework.touch_case() returns trigger language plpgsql as $$
begin
  perform casework.touch(new.case_id);
  return new;
end $$;

-- The person whom a request of somebody else is about, who follows it themselves: on record in their own name, with a way of their own.
create table casework.party (
  case_id uuid primary key references casework.request,
  subject_id uuid not null,
  requester_id uuid not null,
  capacity text not null default 'SELF' check (capacity = 'SELF'),
  joined_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  foreign key (case_id, subject_id) references casework.request (case_id, subject_id),
  foreign key (requester_id, subject_id, capacity) references identity.requester (requester_id, subject_id, capacity)
);
create index party_requester on casework.party (requester_id);
call common.acts('casework.party');
call common.read_by_requester('casework.party');

-- Whether whoever asked, or the person themselves, may act on a request; and whether they may be given its answer: the person once an officer
-- has found to be true what was said of them, since it was the representative who said how they are reached.
create function casework.may_act(asked uuid, day date, asker uuid default common.acting_asker()) returns boolean language sql stable
    security definer set search_path = casework, pg_temp as $$
  select exists (select from casework.party p where p.case_id = asked and p.requester_id = asker)
    or exists (select from casework.request r where r.case_id = asked and r.requester_id = coalesce(asker, r.requester_id)
      and identity.may_act(r.requester_id, day))
$$;
create function casework.may_receive(asked uuid, at timestamptz) returns boolean language sql stable
    security definer set search_path = casework, pg_temp as $$
  select exists (select from casework.party p join casework.request r using (case_id)
      where p.case_id = asked and p.requester_id = common.acting_asker() and identity.is_accepted(r.requester_id))
    or exists (select from casework.request r where r.case_id = asked and r.requester_id = coalesce(common.acting_asker(), r.requester_id)
      and identity.may_receive(r.requester_id, at))
$$;
-- To whom the answer goes, and the code that opens it: whoever asked, but where they may only follow, or may act no longer, the person
-- themselves. Null where an officer has to hand it to that person.
create function casework.recipient(asked uuid) returns uuid language sql stable
    security definer set search_path = casework, pg_temp as $$
  select case when identity.only_follows(r.requester_id) then p.requester_id
    when identity.is_over(r.requester_id, common.today()) then coalesce(p.requester_id, r.requester_id)
    else r.requester_id end
  from casework.request r
    left join casework.party p on p.case_id = r.case_id and identity.is_accepted(r.requester_id)
  where r.case_id = asked
$$;
-- Whether they are still the one, and what was said of whoever asks for another stands accepted today.
create function casework.may_be_given(asked uuid, recipient uuid) returns boolean language sql stable
    security definer set search_path = casework, pg_temp as $$
  select recipient is not distinct from casework.recipient(asked) and identity.stands_accepted(recipient, common.today())
$$;
-- Whether they may not be given it, and nothing changes that any more.
create function casework.may_never_be_given(asked uuid, recipient uuid) returns boolean language sql stable
    security definer set search_path = casework, pg_temp as $$
  select not may_be_given(asked, recipient) and exists (
    select from casework.request r where r.case_id = asked and identity.is_over(r.requester_id, common.today()))
$$;
revoke execute on function casework.may_act, casework.may_receive, casework.recipient, casework.may_be_given, casework.may_never_be_given from public;
grant execute on function casework.may_act, casework.may_receive, casework.recipient, casework.may_be_given, casework.may_never_be_given to candour_app;

-- Each time somebody looks at a request on behalf of somebody else.
create table casework.view_for (
  view_id uuid primary key,
  case_id uuid not null references casework.request,
  requester_id uuid not null references identity.requester,
  opened_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp()
);
create index view_for_case on casework.view_for (case_id, opened_at desc, view_id desc);
call common.evidence('casework.view_for');
call common.personal('casework.view_for');
call common.logged('casework.view_for');
call platform.outlives_case('casework.view_for');
call common.read_by_requester('casework.view_for');
create policy own_view on casework.view_for for insert to candour_app
  with check ((select common.acting_role()) = 'REQUESTER' and case_id = (select common.acting_key())
    and requester_id = (select common.acting_asker()));

-- Why an answered case is open again: something that its answer kept back may no longer be. The row reopens the case; where it
-- is open again already, no second row is kept.
create table casework.reopening (
  reopening_id uuid primary key,
  case_id uuid not null references casework.request,
  because text not null check (because in ('DETERMINATION_ENDED', 'GUARDED', 'COMPLAINT_UPHELD')),
  reopened_on date not null,
  recorded_at timestamptz not null default clock_timestamp()
);
create index reopening_case on casework.reopening (case_id, recorded_at);
call common.acts('casework.reopening');
create policy own on casework.reopening to candour_app
  using ((select common.acting_role()) = 'REQUESTER' and case_id = (select common.acting_key()))
  with check ((select common.acting_role()) = 'REQUESTER' and case_id = (select common.acting_key()) and because = 'GUARDED');
create function casework.reopen() returns trigger language plpgsql
    security definer set search_path = casework, pg_temp as $$
declare
  held casework.request := casework.hold(new.case_id);
begin
  if held.stage <> 'ANSWERED' then
    raise exception using errcode = 'CD009', message = 'not-answered';
  elsif held.reopened_on is not null or held.outcome in ('WITHDRAWN', 'JOINED') then
    return null;
  elsif new.reopened_on < held.answered_on then
    raise exception using errcode = 'CD009', message = 'reopened-after-answer';
  end if;
  update casework.request set reopened_on = new.reopened_on, version = version + 1 where case_id = new.case_id;
  return new;
end $$;
revoke execute on function casework.reopen from public;
create trigger reopen before insert on casework.reopening for each row execute function casework.reopen();

-- What it was opened again for has been answered as well: it rests until it is opened once more.
create function casework.answer_again(answered uuid) returns void language plpgsql
    security definer set search_path = casework, pg_temp as $$
begin
  update casework.request set reopened_on = null where case_id = answered and reopened_on is not null;
  if not found then
    raise exception using errcode = 'CD009', message = 'not-reopened';
  end if;
end $$;
revoke execute on function casework.answer_again from public;
grant execute on function casework.answer_again to candour_app;

-- What officers learn later: that it has become urgent, for what cause, or is so no longer. The same said twice is one row.
create table casework.urgency_change (
  change_id uuid primary key,
  case_id uuid not null references casework.request,
  -- Null where it is urgent no longer.
  urgency text check (urgency in ('COURT_OR_APPEAL', 'DETENTION', 'REMOVAL', 'OTHER')),
  urgency_when text not null default '' check (char_length(urgency_when) <= 200),
  reason text not null check (char_length(btrim(reason)) >= 10 and char_length(reason) <= 4000),
  officer_id uuid not null references platform.account (account_id),
  changed_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  check (urgency is not null or urgency_when = '')
);
create index urgency_change_case on casework.urgency_change (case_id, recorded_at);
call common.acts('casework.urgency_change', 'officer_id');
call platform.in_office('casework.urgency_change', 'officer_id', 'caseworkers-only', 'CASEWORKER', 'SENIOR');
call platform.emptied_with_case('casework.urgency_change', 'case_id = $1', 'urgency_when', 'reason');
create function casework.change_urgency() returns trigger language plpgsql
    security definer set search_path = casework, pg_temp as $$
declare
  held constant casework.request := casework.hold(new.case_id);
  last casework.urgency_change;
begin
  select * into last from casework.urgency_change c where c.case_id = new.case_id order by c.recorded_at desc, c.change_id desc limit 1;
  if (last.urgency, last.urgency_when, last.reason) is not distinct from (new.urgency, new.urgency_when, new.reason) then
    return null;
  elsif held.stage = 'ANSWERED' and held.reopened_on is null then
    raise exception using errcode = 'CD004', message = 'case-is-answered';
  elsif new.urgency is null and not held.urgent then
    raise exception using errcode = 'CD009', message = 'not-urgent';
  end if;
  update casework.request set urgent = new.urgency is not null where case_id = new.case_id;
  return new;
end $$;
revoke execute on function casework.change_urgency from public;
create trigger change before insert on casework.urgency_change for each row execute function casework.change_urgency();

-- What moved the relevant time, stopped the clock or extended the period (UK GDPR Art 12A).
create table casework.clock_event (
  event_id uuid primary key,
  case_id uuid not null references casework.request,
  kind text not null check (kind in ('IDENTITY_DOUBTED', 'IDENTITY_INFORMATION_RECEIVED', 'FEE_FOUND', 'FEE_PAID',
    'CLARIFICATION_ASKED', 'CLARIFICATION_ANSWERED', 'EXTENDED')),
  on_date date not null,
  -- What the requester was told or asked, or answered; and why the office doubts or needs to know.
  words text not null default '' check (char_length(words) <= 20000),
  reason text not null default '' check (char_length(reason) <= 4000),
  ground text check (ground in ('COMPLEXITY', 'NUMBER_OF_REQUESTS')),
  notice_by date,
  recorded_by uuid references platform.account (account_id),
  recorded_at timestamptz not null default clock_timestamp(),
  -- A doubt, a request to clarify and an extension are nothing without the words that were sent.
  constraint words_needed
    check (kind not in ('IDENTITY_DOUBTED', 'CLARIFICATION_ASKED', 'EXTENDED') or char_length(btrim(words)) >= 10),
  constraint reason_needed
    check (kind not in ('IDENTITY_DOUBTED', 'CLARIFICATION_ASKED') or char_length(btrim(reason)) >= 10),
  -- What the office does, an officer does; a requester may answer for themselves.
  constraint officer_needed
    check (kind in ('CLARIFICATION_ANSWERED', 'IDENTITY_INFORMATION_RECEIVED') or recorded_by is not null),
  check ((kind = 'EXTENDED') = (ground is not null)),
  check ((kind = 'EXTENDED') = (notice_by is not null)),
  constraint notice_too_late check (kind <> 'EXTENDED' or on_date <= notice_by)
);
create index clock_event_case on casework.clock_event (case_id, recorded_at);
create unique index one_extension on casework.clock_event (case_id) where kind = 'EXTENDED';
call common.acts('casework.clock_event', 'recorded_by');
call platform.in_office('casework.clock_event', 'recorded_by', 'caseworkers-only', 'CASEWORKER', 'SENIOR');
call platform.emptied_with_case('casework.clock_event', 'case_id = $1', 'words', 'reason');
call common.read_by_requester('casework.clock_event');
create policy own_answer on casework.clock_event for insert to candour_app
  with check ((select common.acting_role()) = 'REQUESTER' and case_id = (select common.acting_key())
    and kind in ('CLARIFICATION_ANSWERED', 'IDENTITY_INFORMATION_RECEIVED') and recorded_by is null);
-- No clock moves once the case is answered, nor before its request came; for each cause it stops and starts again in turn.
create function casework.on_open_clock() returns trigger language plpgsql as $$
declare
  held casework.request := casework.hold(new.case_id);
  starts constant jsonb := '{"IDENTITY_INFORMATION_RECEIVED": "IDENTITY_DOUBTED", "FEE_PAID": "FEE_FOUND",
    "CLARIFICATION_ANSWERED": "CLARIFICATION_ASKED"}';
  stop constant text := coalesce(starts ->> new.kind, new.kind);
  stopped constant boolean := coalesce((select e.kind = stop from casework.clock_event e
    where e.case_id = new.case_id and stop in (e.kind, starts ->> e.kind) order by e.recorded_at desc, e.event_id desc limit 1), false);
begin
  if held.stage = 'ANSWERED' then
    raise exception using errcode = 'CD004', message = 'case-is-answered';
  elsif held.regime = 'DECEASED' then
    raise exception using errcode = 'CD009', message = 'no-statutory-clock';
  elsif new.on_date < held.received_on then
    raise exception using errcode = 'CD008', message = 'before-receipt';
  elsif new.kind <> stop and not stopped then
    raise exception using errcode = 'CD063', message = 'not-stopped';
  elsif new.kind = stop and stopped and new.kind <> 'EXTENDED' then
    raise exception using errcode = 'CD064', message = 'already-stopped';
  end if;
  return new;
end $$;
create trigger open_clock before insert on casework.clock_event for each row execute function casework.on_open_clock();

-- Stores the dates that follow from the events. No role of the application may write them by hand, and they move only in
-- a transaction that has added an event.
create function casework.keep_due(kept uuid, due date, listed date) returns void language plpgsql
    security definer set search_path = casework, pg_temp as $$
begin
  if not exists (select from casework.clock_event
      where case_id = kept and recorded_at >= transaction_timestamp()) then
    raise exception using errcode = 'CD005', message = 'due-date-follows-an-event';
  end if;
  update casework.request set due_on = due, listed_due_on = listed where case_id = kept and stage <> 'ANSWERED';
  if not found then
    raise exception using errcode = 'CD004', message = 'case-is-answered';
  end if;
end $$;
revoke execute on function casework.keep_due from public;
grant execute on function casework.keep_due to candour_app;

-- The record systems of the controller, and what was destroyed in them.
create table casework.record_system (
  system_id text primary key check (system_id ~ '^[A-Z_]+$'),
  name_en text not null,
  name_cy text not null,
  holds_en text not null,
  holds_cy text not null,
  searched boolean not null default true
);
grant select on casework.record_system to candour_app;
call common.shipped('casework.record_system');
create table casework.destroyed_class (
  class_id text primary key check (class_id ~ '^[A-Z_]+$'),
  system_id text not null references casework.record_system,
  name_en text not null,
  name_cy text not null,
  destroyed_en text not null,
  destroyed_cy text not null,
  authority_en text not null,
  authority_cy text not null,
  unique (class_id, system_id)
);
grant select on casework.destroyed_class to candour_app;
call common.shipped('casework.destroyed_class');
insert into casework.record_system (system_id, name_en, name_cy, holds_en, holds_cy) values
  ('CASE_DATABASE', 'Immigration case database', 'Cronfa ddata achosion mewnfudo',
   'Applications, decisions, notes and letters since 2000', 'Ceisiadau, penderfyniadau, nodiadau a llythyrau ers 2000'),
  ('PAPER_FILES', 'Paper file store', 'Storfa ffeiliau papur',
   'Paper case files, landing cards and port files', 'Ffeiliau achos papur, cardiau glanio a ffeiliau porthladd'),
  ('DETENTION_RECORDS', 'Detention and reporting records', 'Cofnodion cadw ac adrodd',
   'Detention, bail and reporting', 'Cadw, mechnïaeth ac adrodd');
insert into casework.destroyed_class values
  ('LANDING_CARDS', 'PAPER_FILES', 'Landing cards and registration slips', 'Cardiau glanio a slipiau cofrestru',
   'about October 2010', 'tua mis Hydref 2010', 'UK Border Agency, on the closure of the Croydon file store',
   'Asiantaeth Ffiniau''r DU, pan gaewyd y storfa ffeiliau yn Croydon');

-- A certificate for each search: what was looked for, where, by whom, and what came of it.
create table casework.search (
  search_id uuid primary key,
  case_id uuid not null references casework.request,
  system_id text not null references casework.record_system,
  terms text not null check (char_length(terms) between 2 and 4000),
  period_from text not null default '' check (char_length(period_from) <= 200),
  period_to text not null default '' check (char_length(period_to) <= 200),
  result text not null check (result in ('FOUND', 'NO_INFORMATION_HELD', 'NEVER_HELD', 'DESTROYED_UNDER_POLICY')),
  found integer not null default 0 check (found between 0 and 100000),
  destroyed_class text,
  notes text not null default '' check (char_length(notes) <= 4000),
  searched_by uuid not null references platform.account (account_id),
  searched_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (search_id, case_id),
  unique (search_id, system_id),
  check ((result = 'FOUND') = (found > 0)),
  check ((result = 'DESTROYED_UNDER_POLICY') = (destroyed_class is not null)),
  foreign key (destroyed_class, system_id) references casework.destroyed_class (class_id, system_id)
);
create index search_case on casework.search (case_id, recorded_at);
call common.acts('casework.search', 'searched_by');
call platform.in_office('casework.search', 'searched_by', 'caseworkers-only', 'CASEWORKER', 'SENIOR');
call platform.emptied_with_case('casework.search', 'case_id = $1', 'terms', 'period_from', 'period_to', 'notes');
create trigger touch before insert on casework.search for each row execute function casework.touch_case();

-- Letters both ways between the requester and the office.
create table casework.message (
  message_id uuid primary key,
  case_id uuid not null references casework.request,
  from_requester boolean not null,
  officer_id uuid references platform.account (account_id),
  words text not null check (char_length(words) between 1 and 20000),
  sent_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (message_id, case_id, from_requester),
  check (from_requester = (officer_id is null))
);
create index message_case on casework.message (case_id, recorded_at);
call common.acts('casework.message', 'officer_id');
call platform.in_office('casework.message', 'officer_id', 'caseworkers-only', 'CASEWORKER', 'SENIOR');
call platform.emptied_with_case('casework.message', 'case_id = $1', 'words');
create function casework.hold_case() returns trigger language plpgsql as $$
begin
  perform casework.hold(new.case_id);
  return new;
end $$;
create trigger a_hold before insert on casework.message for each row execute function casework.hold_case();
call common.read_by_requester('casework.message');
create policy own_words on casework.message for insert to candour_app
  with check ((select common.acting_role()) = 'REQUESTER' and case_id = (select common.acting_key()) and from_requester);

-- Each time an officer opened the case or anything in it: as what, and of which unit. The row is there before the page is.
create table casework.visit (
  visit_id uuid primary key,
  case_id uuid not null references casework.request,
  officer_id uuid not null references platform.account (account_id),
  roles text[] not null,
  unit text not null,
  opened_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp()
);
create index visit_case on casework.visit (case_id, opened_at desc, visit_id desc);
create index visit_officer on casework.visit (case_id, officer_id, opened_at desc);
call common.evidence('casework.visit');
call common.personal('casework.visit');
call common.logged('casework.visit');
call platform.outlives_case('casework.visit');
call common.in_own_name('casework.visit', 'officer_id');
call platform.in_office('casework.visit', 'officer_id', 'administrators-open-no-files', 'CASEWORKER', 'SENIOR', 'RELEASER', 'DISCLOSURES');
-- The person is told everything of it but who: so they read through this function only.
create function casework.openings(opened uuid, before uuid, most integer)
    returns table (visit_id uuid, roles text[], unit text, opened_at timestamptz) language sql stable
    security definer set search_path = casework, pg_temp as $$
  select v.visit_id, v.roles, v.unit, v.opened_at from casework.visit v
  where v.case_id = opened
    and ((select common.at_work()) or (select common.acting_role()) = 'REQUESTER' and opened = (select common.acting_key()))
    and (before is null or (v.opened_at, v.visit_id) < (select b.opened_at, b.visit_id from casework.visit b where b.visit_id = before and b.case_id = opened))
  order by v.opened_at desc, v.visit_id desc limit most
$$;
create function casework.times_opened(opened uuid) returns bigint language sql stable
    security definer set search_path = casework, pg_temp as $$
  select count(*) from casework.visit v where v.case_id = opened
    and ((select common.at_work()) or (select common.acting_role()) = 'REQUESTER' and opened = (select common.acting_key()))
$$;
revoke execute on function casework.openings, casework.times_opened from public;
grant execute on function casework.openings, casework.times_opened to candour_app;

-- That an officer wrote down what came from the requester in another way: by post, by phone or in person.
create table casework.message_recorded (
  message_id uuid primary key,
  case_id uuid not null,
  from_requester boolean not null generated always as (true) stored,
  officer_id uuid not null references platform.account (account_id),
  recorded_at timestamptz not null default clock_timestamp(),
  foreign key (message_id, case_id, from_requester) references casework.message (message_id, case_id, from_requester)
);
create index message_recorded_case on casework.message_recorded (case_id);
call common.acts('casework.message_recorded', 'officer_id');
call platform.in_office('casework.message_recorded', 'officer_id', 'caseworkers-only', 'CASEWORKER', 'SENIOR');
call platform.deleted_with_case('casework.message_recorded', 'case_id = $1');
call common.read_by_requester('casework.message_recorded');

-- The files that go with a letter: the requester's with theirs, the office's with its own.
create table casework.attachment (
  document_id uuid primary key,
  message_id uuid not null,
  case_id uuid not null,
  from_requester boolean not null,
  purpose text not null generated always as (case when from_requester then 'FROM_PUBLIC' else 'TO_PUBLIC' end) stored,
  position smallint not null constraint too_many_files check (position between 1 and 10),
  recorded_at timestamptz not null default clock_timestamp(),
  unique (message_id, position),
  foreign key (message_id, case_id, from_requester) references casework.message (message_id, case_id, from_requester),
  foreign key (document_id, case_id, purpose) references platform.document (document_id, case_id, purpose)
);
call common.acts('casework.attachment');
call platform.deleted_with_case('casework.attachment', 'case_id = $1');
create trigger a_hold before insert on casework.attachment for each row execute function casework.hold_case();
call common.read_by_requester('casework.attachment');
create policy own_files on casework.attachment for insert to candour_app
  with check ((select common.acting_role()) = 'REQUESTER' and case_id = (select common.acting_key()) and from_requester);

-- Files that show who somebody is: they come with the request or until that is accepted, and are part of no answer.
create table casework.evidence_file (
  document_id uuid primary key,
  case_id uuid not null references casework.request,
  purpose text not null generated always as ('EVIDENCE') stored,
  position smallint not null constraint too_many_files check (position between 1 and 10),
  sent_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (case_id, position),
  foreign key (document_id, case_id, purpose) references platform.document (document_id, case_id, purpose)
);
call common.acts('casework.evidence_file');
call platform.deleted_with_case('casework.evidence_file', 'case_id = $1');
create policy newcomer on casework.evidence_file for insert to candour_app
  with check ((select common.acting_role()) = 'VISITOR');
call common.read_by_requester('casework.evidence_file');
create policy own_files on casework.evidence_file for insert to candour_app
  with check ((select common.acting_role()) = 'REQUESTER' and case_id = (select common.acting_key()));
create function casework.take_evidence() returns trigger language plpgsql security definer set search_path = casework, pg_temp as $$
declare
  held casework.request;
begin
  if common.acting_role() = 'VISITOR' then
    if not exists (select from request r where r.case_id = new.case_id and r.recorded_at >= transaction_timestamp()) then
      raise exception using errcode = 'CD003', message = 'no-such-case';
    end if;
    return new;
  end if;
  held := casework.hold(new.case_id);
  if held.identity_verification is not null or held.stage = 'ANSWERED' and held.reopened_on is null then
    raise exception using errcode = 'CD080', message = 'evidence-not-needed';
  end if;
  return new;
end $$;
revoke execute on function casework.take_evidence from public;
create trigger a_hold before insert on casework.evidence_file for each row execute function casework.take_evidence();

-- From when they are needed no more: thirty days after it was accepted who the person is, or the case was over without that.
create function casework.evidence_goes_on(asked uuid) returns date language sql stable as $$
  select coalesce((v.recorded_at at time zone 'Europe/London')::date, case when r.reopened_on is null then r.answered_on end) + 30
  from casework.request r left join identity.verification v on v.verification_id = r.identity_verification
  where r.case_id = asked
$$;
-- The row is the destruction; what keeps a case keeps its files too (response).
create table casework.evidence_destroyed (
  document_id uuid primary key,
  case_id uuid not null references casework.request,
  purpose text not null generated always as ('EVIDENCE') stored,
  destroyed_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  foreign key (document_id, case_id, purpose) references platform.document (document_id, case_id, purpose)
);
create index evidence_destroyed_case on casework.evidence_destroyed (case_id);
call common.acts('casework.evidence_destroyed');
call common.read_by_requester('casework.evidence_destroyed');
create function casework.guard_evidence() returns trigger language plpgsql as $$
begin
  if common.acting_role() is distinct from 'SYSTEM' or (new.destroyed_on >= casework.evidence_goes_on(new.case_id)) is not true then
    raise exception using errcode = 'CD081', message = 'evidence-still-needed';
  end if;
  return new;
end $$;
create function casework.destroy_evidence() returns trigger language plpgsql security definer set search_path = casework, pg_temp as $$
begin
  call platform.destroy(new.document_id);
  return null;
end $$;
revoke execute on function casework.destroy_evidence from public;
create trigger a_hold before insert on casework.evidence_destroyed for each row execute function casework.hold_case();
create trigger needed before insert on casework.evidence_destroyed for each row execute function casework.guard_evidence();
create trigger destroy after insert on casework.evidence_destroyed for each row execute function casework.destroy_evidence();

-- An officer adds files to what they wrote, and scans to what they wrote down; to nothing that a requester sent.
create policy own_hand on casework.attachment as restrictive for insert to candour_app
  with check ((select common.acting_role()) <> 'OFFICER' or exists (
    select from casework.message m left join casework.message_recorded d using (message_id)
    where m.message_id = attachment.message_id and (select common.acting_id()) in (m.officer_id, d.officer_id)));

-- When a letter was first read: the office's by the requester, the requester's by an officer who works on cases.
create table casework.message_read (
  message_id uuid primary key,
  case_id uuid not null,
  from_requester boolean not null,
  officer_id uuid references platform.account (account_id),
  read_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  check (from_requester = (officer_id is not null)),
  foreign key (message_id, case_id, from_requester) references casework.message (message_id, case_id, from_requester)
);
create index message_read_case on casework.message_read (case_id);
call common.acts('casework.message_read', 'officer_id');
call platform.in_office('casework.message_read', 'officer_id', 'caseworkers-only', 'CASEWORKER', 'SENIOR');
call platform.deleted_with_case('casework.message_read', 'case_id = $1');
call common.read_by_requester('casework.message_read');
create policy own_reading on casework.message_read for insert to candour_app
  with check ((select common.acting_role()) = 'REQUESTER' and case_id = (select common.acting_key()) and not from_requester);
-- Whatever the other side wrote, and nobody has read yet, is read today; by nobody else than the requester where no officer is named.
create function casework.read_messages(opened uuid, reader uuid, today date) returns bigint language sql as $$
  with read as (
  insert into casework.message_read (message_id, case_id, from_requester, officer_id, read_on)
  select m.message_id, m.case_id, m.from_requester, reader, today from casework.message m
  where m.case_id = opened and m.from_requester = (reader is not null)
    and not exists (select from casework.message_read r where r.message_id = m.message_id)
    and not exists (select from platform.case_key k where k.case_id = opened and k.wrapped is null)
  on conflict do nothing returning message_id)
  select count(*) from read
$$;

-- The guard. A request becomes guarded at once, by one row; it ceases to be so by several, of two officers, a notice and time. The kind
-- follows from these rows and from the purpose first given, and is written by their triggers alone.
create function casework.works_now(held uuid) returns casework.request language plpgsql as $$
declare
  taken casework.request := casework.hold(held);
begin
  if taken.stage = 'ANSWERED' and taken.reopened_on is null then
    raise exception using errcode = 'CD004', message = 'case-is-answered';
  end if;
  return taken;
end $$;

-- The purpose is, or is after all, to prove one's status or history: said by the requester, or found by an officer, who says why.
create table casework.protection (
  protection_id uuid primary key,
  case_id uuid not null references casework.request,
  words text not null default '' check (char_length(words) <= 20000),
  -- Null where the requester said so themselves.
  officer_id uuid references platform.account (account_id),
  protected_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint reason_needed check (officer_id is null or char_length(btrim(words)) >= 10)
);
create index protection_case on casework.protection (case_id, recorded_at);
call common.acts('casework.protection', 'officer_id');
call platform.in_office('casework.protection', 'officer_id', 'caseworkers-only', 'CASEWORKER', 'SENIOR');
call platform.emptied_with_case('casework.protection', 'case_id = $1', 'words');
call common.said_by_requester('casework.protection');

-- That a request is not made for that, and its guard is to end: proposed by one senior officer, in words that the requester reads.
create table casework.reclassification (
  reclassification_id uuid primary key,
  case_id uuid not null references casework.request,
  purpose text not null constraint purpose_without_guard check (purpose in ('APPLICATION', 'LEGAL', 'CHECK', 'OTHER', 'NOT_SAID')),
  reason text not null check (char_length(btrim(reason)) >= 40 and char_length(reason) <= 20000),
  -- The last one that the requester objected to, and what is said to the objection; set by the database.
  answers uuid references casework.reclassification,
  answer text check (char_length(btrim(answer)) >= 40 and char_length(answer) <= 20000),
  proposed_by uuid not null references platform.account (account_id),
  proposed_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (reclassification_id, case_id),
  unique (reclassification_id, case_id, proposed_by),
  constraint objection_answered check ((answers is null) = (answer is null))
);
create index reclassification_case on casework.reclassification (case_id, recorded_at);
call common.acts('casework.reclassification', 'proposed_by');
call platform.in_office('casework.reclassification', 'proposed_by', 'senior-officer-only', 'SENIOR');
call platform.emptied_with_case('casework.reclassification', 'case_id = $1', 'reason', 'answer');

create table casework.reclassification_ruling (
  reclassification_id uuid primary key,
  case_id uuid not null,
  ruling text not null check (ruling in ('APPROVED', 'RETURNED')),
  reason text not null check (char_length(btrim(reason)) >= 10 and char_length(reason) <= 20000),
  proposed_by uuid not null,
  decided_by uuid not null references platform.account (account_id),
  decided_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (reclassification_id, case_id, ruling),
  constraint four_eyes check (decided_by <> proposed_by),
  foreign key (reclassification_id, case_id, proposed_by)
    references casework.reclassification (reclassification_id, case_id, proposed_by)
);
call common.acts('casework.reclassification_ruling', 'decided_by');
call platform.in_office('casework.reclassification_ruling', 'decided_by', 'senior-officer-only', 'SENIOR');
call platform.emptied_with_case('casework.reclassification_ruling', 'case_id = $1', 'reason');

-- What the requester is told, in writing and on the status page, before anything takes effect; the message is the mail or the letter.
create table casework.reclassification_notice (
  reclassification_id uuid primary key,
  case_id uuid not null,
  ruling text not null default 'APPROVED' check (ruling = 'APPROVED'),
  message_id uuid not null unique,
  sent_on date not null,
  not_before date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (reclassification_id, case_id),
  foreign key (reclassification_id, case_id, ruling)
    references casework.reclassification_ruling (reclassification_id, case_id, ruling)
);
call common.acts('casework.reclassification_notice');

-- The requester objects, in whatever words or none; an officer records what comes by letter or phone. It ends the matter.
create table casework.reclassification_objection (
  reclassification_id uuid primary key,
  case_id uuid not null,
  words text not null default '' check (char_length(words) <= 20000),
  officer_id uuid references platform.account (account_id),
  objected_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  foreign key (reclassification_id, case_id) references casework.reclassification_notice (reclassification_id, case_id)
);
call common.acts('casework.reclassification_objection', 'officer_id');
call platform.in_office('casework.reclassification_objection', 'officer_id', 'caseworkers-only', 'CASEWORKER', 'SENIOR');
call platform.emptied_with_case('casework.reclassification_objection', 'case_id = $1', 'words');

create table casework.reclassification_effect (
  reclassification_id uuid primary key,
  case_id uuid not null,
  effective_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  foreign key (reclassification_id, case_id) references casework.reclassification_notice (reclassification_id, case_id)
);
call common.acts('casework.reclassification_effect');

-- The requester reads what they were given notice of, and objects.
call common.read_by_requester('casework.reclassification_notice');
create policy own on casework.reclassification for select to candour_app
  using ((select common.acting_role()) = 'REQUESTER' and case_id = (select common.acting_key())
    and exists (select from casework.reclassification_notice n where n.reclassification_id = reclassification.reclassification_id));
call common.said_by_requester('casework.reclassification_objection');
call common.read_by_requester('casework.reclassification_effect');

-- Whether a reclassification may still come to something.
create function casework.is_pending(asked uuid) returns boolean language sql stable
  return not exists (select from casework.reclassification_ruling r where r.reclassification_id = asked and r.ruling = 'RETURNED')
    and not exists (select from casework.reclassification_objection o where o.reclassification_id = asked)
    and not exists (select from casework.reclassification_effect e where e.reclassification_id = asked);

-- What the requester does, the requester does; what is recorded for them, an officer records.
create function casework.by_requester_or_officer(officer uuid) returns void language plpgsql as $$
begin
  if officer is null and common.acting_role() is distinct from 'REQUESTER' then
    raise exception using errcode = 'CD023', message = 'officer-needed';
  end if;
end $$;

-- Nobody acts for somebody on a day on which they may not.
create function casework.still_may_act(asked uuid, day date) returns void language plpgsql as $$
begin
  if common.acting_role() = 'REQUESTER' and not coalesce(casework.may_act(asked, day), false) then
    raise exception using errcode = 'CD009', message = 'authority-is-over';
  end if;
end $$;

-- Each step takes the case's row first; of two at once, one comes first.
create function casework.guard_step() returns trigger language plpgsql
    security definer set search_path = casework, pg_temp as $$
declare
  held constant casework.request := casework.works_now(new.case_id);
  objected uuid;
  days integer;
begin
  case tg_table_name
    when 'protection' then
      perform casework.by_requester_or_officer(new.officer_id);
      perform casework.touch(new.case_id);
      if held.kind = 'GUARDED' then
        raise exception using errcode = 'CD022', message = 'already-guarded';
      end if;
    when 'reclassification' then
      if held.kind <> 'GUARDED' then
        raise exception using errcode = 'CD022', message = 'not-guarded';
      elsif exists (select from casework.reclassification r
          where r.case_id = new.case_id and casework.is_pending(r.reclassification_id)) then
        raise exception using errcode = 'CD022', message = 'reclassification-open';
      end if;
      select o.reclassification_id into objected from casework.reclassification_objection o
        where o.case_id = new.case_id order by o.recorded_at desc limit 1;
      new.answers := objected;
      if objected is not null and new.answer is null then
        raise exception using errcode = 'CD022', message = 'objection-unanswered';
      end if;
    when 'reclassification_ruling' then
      if held.kind <> 'GUARDED' then
        raise exception using errcode = 'CD022', message = 'not-guarded';
      end if;
    when 'reclassification_notice' then
      if not new.not_before >= new.sent_on + (select guard_notice_days from platform.controller)
          or notifications.went_out(new.message_id) is not null then
        raise exception using errcode = 'CD022', message = 'notice-period';
      end if;
    when 'reclassification_objection' then
      perform casework.by_requester_or_officer(new.officer_id);
      if exists (select from casework.reclassification_effect e where e.reclassification_id = new.reclassification_id) then
        raise exception using errcode = 'CD022', message = 'already-reclassified';
      end if;
    when 'reclassification_effect' then
      perform casework.touch(new.case_id);
      select guard_notice_days into days from platform.controller;
      if common.acting_role() is distinct from 'SYSTEM' then
        raise exception using errcode = 'CD022', message = 'takes-effect-by-itself';
      elsif held.kind <> 'GUARDED' then
        raise exception using errcode = 'CD022', message = 'not-guarded';
      elsif exists (select from casework.reclassification_objection o where o.reclassification_id = new.reclassification_id) then
        raise exception using errcode = 'CD022', message = 'objected';
      elsif not exists (select from casework.reclassification_notice n where n.reclassification_id = new.reclassification_id
          and n.not_before <= new.effective_on and notifications.went_out(n.message_id) + days <= new.effective_on) then
        raise exception using errcode = 'CD022', message = 'notice-period';
      end if;
  end case;
  return new;
end $$;
revoke execute on function casework.guard_step from public;
create trigger step before insert on casework.protection for each row execute function casework.guard_step();
create trigger step before insert on casework.reclassification for each row execute function casework.guard_step();
create trigger step before insert on casework.reclassification_ruling for each row execute function casework.guard_step();
create trigger step before insert on casework.reclassification_notice for each row execute function casework.guard_step();
create trigger step before insert on casework.reclassification_objection for each row execute function casework.guard_step();
create trigger step before insert on casework.reclassification_effect for each row execute function casework.guard_step();

-- Approval and notice are one: nobody decides over the requester's head.
create function casework.approved_is_noticed() returns trigger language plpgsql as $$
begin
  if new.ruling = 'APPROVED' and not exists (
      select from casework.reclassification_notice n where n.reclassification_id = new.reclassification_id) then
    raise exception using errcode = 'CD022', message = 'approved-is-noticed';
  end if;
  return null;
end $$;
create constraint trigger approved_is_noticed after insert on casework.reclassification_ruling
  deferrable initially deferred for each row execute function casework.approved_is_noticed();

-- What nobody has decided on, kept by the triggers below: whoever may decide finds it here however much there ever was.
create table casework.open_reclassification (
  reclassification_id uuid primary key,
  case_id uuid not null references casework.request,
  proposed_by uuid not null references platform.account (account_id)
);
create index open_reclassification_case on casework.open_reclassification (case_id);
grant select on casework.open_reclassification to candour_app;
call common.personal('casework.open_reclassification');
create policy kept_by_triggers on casework.open_reclassification to current_user using (true) with check (true);
create function casework.keep_open_reclassification() returns trigger language plpgsql
    security definer set search_path = casework, pg_temp as $$
begin
  case tg_table_name
    when 'reclassification' then
      insert into casework.open_reclassification values (new.reclassification_id, new.case_id, new.proposed_by);
    when 'reclassification_ruling' then
      delete from casework.open_reclassification where reclassification_id = new.reclassification_id;
    when 'request' then
      delete from casework.open_reclassification where case_id = new.case_id;
  end case;
  return null;
end $$;
revoke execute on function casework.keep_open_reclassification from public;
create trigger keep_open after insert on casework.reclassification
  for each row execute function casework.keep_open_reclassification();
create trigger keep_open after insert on casework.reclassification_ruling
  for each row execute function casework.keep_open_reclassification();
create trigger keep_open after update of outcome on casework.request
  for each row when (new.outcome in ('WITHDRAWN', 'JOINED')) execute function casework.keep_open_reclassification();

-- What the portal's job ends today.
create function casework.ripe(today date) returns table (case_id uuid, reclassification_id uuid) language sql stable as $$
  select n.case_id, n.reclassification_id from casework.reclassification_notice n join casework.request r on r.case_id = n.case_id
    where r.kind = 'GUARDED' and (r.stage <> 'ANSWERED' or r.reopened_on is not null) and casework.is_pending(n.reclassification_id)
      and n.not_before <= today
      and notifications.went_out(n.message_id) + (select guard_notice_days from platform.controller) <= today
    order by n.recorded_at, n.reclassification_id
$$;

-- The only writer of the kind after receipt. While a determination stands on a general request, its foreign key refuses this.
create function casework.turn_kind() returns trigger language plpgsql
    security definer set search_path = casework, pg_temp as $$
begin
  update casework.request set kind = tg_argv[0] where case_id = new.case_id;
  return null;
end $$;
revoke execute on function casework.turn_kind from public;
create trigger turn_kind after insert on casework.protection for each row execute function casework.turn_kind('GUARDED');
create trigger turn_kind after insert on casework.reclassification_effect
  for each row execute function casework.turn_kind('GENERAL');

-- It alternates, so it can be counted; what does not add up is refused, whoever writes it.
create function casework.keep_kind() returns trigger language plpgsql as $$
begin
  if (new.kind = 'GUARDED')::integer <> (new.purpose = 'PROVE_STATUS')::integer
      + (select count(*) from casework.protection p where p.case_id = new.case_id)
      - (select count(*) from casework.reclassification_effect e where e.case_id = new.case_id) then
    raise exception using errcode = 'CD022', message = 'kind-follows-its-rows';
  end if;
  return new;
end $$;
create trigger kind before update of kind, purpose on casework.request for each row execute function casework.keep_kind();

-- What the requester wants otherwise than they asked at first: more, less, in another form, or nothing any longer.
create table casework.wish (
  wish_id uuid primary key,
  case_id uuid not null references casework.request,
  wanted text not null
    check (wanted in ('MORE', 'NARROWER', 'LARGE_PRINT', 'AUDIO', 'BRAILLE', 'OTHER_LANGUAGE', 'CALL', 'WITHDRAWAL')),
  words text not null default '' check (char_length(words) <= 20000),
  -- Null where the requester said so themselves; else how and when it came is in the words.
  officer_id uuid references platform.account (account_id),
  wished_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint words_needed check (wanted not in ('MORE', 'NARROWER') or char_length(btrim(words)) >= 1),
  constraint reason_needed check (officer_id is null or char_length(btrim(words)) >= 10)
);
create index wish_case on casework.wish (case_id, recorded_at);
create unique index withdrawn_once on casework.wish (case_id) where wanted = 'WITHDRAWAL';
call common.acts('casework.wish', 'officer_id');
call platform.in_office('casework.wish', 'officer_id', 'caseworkers-only', 'CASEWORKER', 'SENIOR');
call platform.emptied_with_case('casework.wish', 'case_id = $1', 'words');
call common.said_by_requester('casework.wish');
-- More or less changes what may be answered, so that no pack made before can leave; what is answered is not withdrawn.
create function casework.take_wish() returns trigger language plpgsql
    security definer set search_path = casework, pg_temp as $$
declare
  held constant casework.request := casework.hold(new.case_id);
begin
  -- The portal adds what a request asked for to the one that it is joined to.
  if common.acting_role() is distinct from 'SYSTEM' then
    perform casework.by_requester_or_officer(new.officer_id);
    perform casework.still_may_act(new.case_id, new.wished_on);
  end if;
  -- Whoever asks for somebody ends their request only once an officer has accepted that they may.
  if new.wanted = 'WITHDRAWAL' and new.officer_id is null and common.acting_asker() = held.requester_id
      and identity.capacity_of(held.requester_id) <> 'SELF' and not identity.is_accepted(held.requester_id) then
    raise exception using errcode = 'CD009', message = 'withdrawn-once-accepted';
  end if;
  if new.wanted in ('MORE', 'NARROWER') then
    perform casework.touch(new.case_id);
  elsif new.wanted = 'WITHDRAWAL' and held.stage = 'ANSWERED' then
    raise exception using errcode = 'CD004', message = 'case-is-answered';
  end if;
  return new;
end $$;
revoke execute on function casework.take_wish from public;
create trigger take before insert on casework.wish for each row execute function casework.take_wish();
-- The withdrawal is the end: in the same statement the case is closed, and by no other way is it closed as withdrawn.
create function casework.withdraw() returns trigger language plpgsql
    security definer set search_path = casework, pg_temp as $$
begin
  update casework.request set stage = 'ANSWERED', outcome = 'WITHDRAWN', answered_on = new.wished_on, version = version + 1
    where case_id = new.case_id;
  return null;
end $$;
revoke execute on function casework.withdraw from public;
create trigger withdraw after insert on casework.wish
  for each row when (new.wanted = 'WITHDRAWAL') execute function casework.withdraw();

-- Redress. A complaint to the controller (DPA 2018 s.164A): by the requester on line, or in another way and recorded by an officer.
create table casework.complaint (
  complaint_id uuid primary key,
  case_id uuid not null references casework.request,
  -- Of its case, from 1; counted by the database.
  complaint_no integer not null default 1 check (complaint_no > 0),
  about text[] not null check (cardinality(about) between 1 and 6
    and about <@ array['LATE', 'MISSING', 'WITHHELD', 'WRONG', 'TREATMENT', 'OTHER']),
  words text not null default '' check (char_length(words) <= 20000),
  channel text not null check (channel in ('ONLINE', 'PAPER', 'PHONE', 'EMAIL', 'IN_PERSON')),
  received_on date not null,
  -- Thirty days from the day after receipt, and on to a working day; before 19 June 2026 there was no such duty (SI 2026/82).
  acknowledge_by date,
  officer_id uuid references platform.account (account_id),
  recorded_at timestamptz not null default clock_timestamp(),
  unique (complaint_id, case_id),
  unique (case_id, complaint_no),
  constraint entered_by_whom check ((channel = 'ONLINE') = (officer_id is null)),
  constraint acknowledged_within_thirty_days
    check (coalesce(acknowledge_by between received_on + 30 and received_on + 40, false) = (received_on >= '2026-06-19'))
);
call common.acts('casework.complaint', 'officer_id');
call platform.in_office('casework.complaint', 'officer_id', 'caseworkers-only', 'CASEWORKER', 'SENIOR');
call platform.emptied_with_case('casework.complaint', 'case_id = $1', 'words');
call common.said_by_requester('casework.complaint');

-- What the person is told of it meanwhile. The first is the acknowledgement, by the portal itself where mail or post can bring it.
create table casework.complaint_notice (
  notice_id uuid primary key,
  complaint_id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('ACKNOWLEDGED', 'PROGRESS')),
  words text not null check (char_length(btrim(words)) >= 10 and char_length(words) <= 20000),
  -- The mail or the letter; null where it was said by phone or in person.
  message_id uuid,
  officer_id uuid references platform.account (account_id),
  on_date date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint officer_needed check (officer_id is not null or kind = 'ACKNOWLEDGED' and message_id is not null),
  foreign key (complaint_id, case_id) references casework.complaint (complaint_id, case_id)
);
create unique index one_acknowledgement on casework.complaint_notice (complaint_id) where kind = 'ACKNOWLEDGED';
create index complaint_notice_case on casework.complaint_notice (case_id, recorded_at);
call common.acts('casework.complaint_notice', 'officer_id');
call platform.in_office('casework.complaint_notice', 'officer_id', 'caseworkers-only', 'CASEWORKER', 'SENIOR');
call platform.emptied_with_case('casework.complaint_notice', 'case_id = $1', 'words');
call common.said_by_requester('casework.complaint_notice');

create table casework.complaint_outcome (
  complaint_id uuid primary key,
  case_id uuid not null,
  outcome text not null check (outcome in ('UPHELD', 'UPHELD_IN_PART', 'NOT_UPHELD')),
  -- As the person reads them.
  reasons text not null check (char_length(btrim(reasons)) >= 40 and char_length(reasons) <= 20000),
  message_id uuid,
  decided_by uuid not null references platform.account (account_id),
  decided_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  foreign key (complaint_id, case_id) references casework.complaint (complaint_id, case_id)
);
create index complaint_outcome_case on casework.complaint_outcome (case_id);
call common.acts('casework.complaint_outcome', 'decided_by');
call platform.in_office('casework.complaint_outcome', 'decided_by', 'senior-officer-only', 'SENIOR');
call platform.emptied_with_case('casework.complaint_outcome', 'case_id = $1', 'reasons');
call common.read_by_requester('casework.complaint_outcome');

-- A request to put something right, or to say that it is not about the person (UK GDPR Art 16); no exemption is offered from it.
create table casework.correction (
  correction_id uuid primary key,
  case_id uuid not null references casework.request,
  -- The entry of the disclosure ledger; null where it is something in the records.
  disclosure_id uuid,
  not_about_me boolean not null,
  wrong text not null check (char_length(btrim(wrong)) >= 1 and char_length(wrong) <= 20000),
  should_be text not null default '' check (char_length(should_be) <= 20000),
  channel text not null check (channel in ('ONLINE', 'PAPER', 'PHONE', 'EMAIL', 'IN_PERSON')),
  received_on date not null,
  answer_by date not null,
  officer_id uuid references platform.account (account_id),
  recorded_at timestamptz not null default clock_timestamp(),
  unique (correction_id, case_id),
  constraint entered_by_whom check ((channel = 'ONLINE') = (officer_id is null)),
  constraint answered_within_a_month check (answer_by between received_on + 28 and received_on + 45)
);
create index correction_case on casework.correction (case_id, recorded_at);
call common.acts('casework.correction', 'officer_id');
call platform.in_office('casework.correction', 'officer_id', 'caseworkers-only', 'CASEWORKER', 'SENIOR');
call platform.emptied_with_case('casework.correction', 'case_id = $1', 'wrong', 'should_be');
call common.said_by_requester('casework.correction');

create table casework.correction_ruling (
  correction_id uuid primary key,
  case_id uuid not null,
  ruling text not null check (ruling in ('CORRECTED', 'DISPUTED', 'REFUSED')),
  -- As the person reads them.
  reasons text not null check (char_length(btrim(reasons)) >= 40 and char_length(reasons) <= 20000),
  message_id uuid,
  decided_by uuid not null references platform.account (account_id),
  decided_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  foreign key (correction_id, case_id) references casework.correction (correction_id, case_id)
);
create index correction_ruling_case on casework.correction_ruling (case_id);
call common.acts('casework.correction_ruling', 'decided_by');
call platform.in_office('casework.correction_ruling', 'decided_by', 'caseworkers-only', 'CASEWORKER', 'SENIOR');
call platform.emptied_with_case('casework.correction_ruling', 'case_id = $1', 'reasons');
call common.read_by_requester('casework.correction_ruling');

-- Two further months for a correction, once: it is complex, or they asked for many, and they are told with the reasons before the first
-- month has ended (UK GDPR Art 12A, and Art 12(3) before it).
create table casework.correction_extension (
  correction_id uuid primary key,
  case_id uuid not null,
  ground text not null check (ground in ('COMPLEXITY', 'NUMBER_OF_REQUESTS')),
  -- As the person reads them.
  reasons text not null check (char_length(btrim(reasons)) >= 10 and char_length(reasons) <= 20000),
  message_id uuid,
  notice_on date not null,
  answer_by date not null,
  officer_id uuid not null references platform.account (account_id),
  recorded_at timestamptz not null default clock_timestamp(),
  foreign key (correction_id, case_id) references casework.correction (correction_id, case_id)
);
create index correction_extension_case on casework.correction_extension (case_id);
call common.acts('casework.correction_extension', 'officer_id');
call platform.in_office('casework.correction_extension', 'officer_id', 'caseworkers-only', 'CASEWORKER', 'SENIOR');
call platform.emptied_with_case('casework.correction_extension', 'case_id = $1', 'reasons');
call common.read_by_requester('casework.correction_extension');

-- Whom data went to that have been put right, an entry of the ledger each (UK GDPR Art 19), found when that was ruled or later.
create table casework.recipient (
  recipient_id uuid primary key,
  correction_id uuid not null,
  case_id uuid not null,
  entry_id uuid not null,
  -- Who asked, in the ledger's word, and when it went out.
  body text not null check (body ~ '^[A-Z_]+$'),
  disclosed_on date not null,
  listed_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (correction_id, entry_id),
  unique (recipient_id, case_id),
  foreign key (correction_id, case_id) references casework.correction (correction_id, case_id)
);
create index recipient_case on casework.recipient (case_id);
call common.acts('casework.recipient');
call common.read_by_requester('casework.recipient');

-- That they were told of it, and how; or why that is impossible or takes an effort out of proportion.
create table casework.recipient_notice (
  recipient_id uuid primary key,
  case_id uuid not null,
  notice text not null check (notice in ('TOLD', 'IMPOSSIBLE', 'DISPROPORTIONATE')),
  words text not null check (char_length(words) <= 4000),
  officer_id uuid not null references platform.account (account_id),
  on_date date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint told_how_or_why_not check (char_length(btrim(words)) >= case notice when 'TOLD' then 10 else 40 end),
  foreign key (recipient_id, case_id) references casework.recipient (recipient_id, case_id)
);
create index recipient_notice_case on casework.recipient_notice (case_id);
call common.acts('casework.recipient_notice', 'officer_id');
call platform.in_office('casework.recipient_notice', 'officer_id', 'caseworkers-only', 'CASEWORKER', 'SENIOR');
call platform.emptied_with_case('casework.recipient_notice', 'case_id = $1', 'words');
call common.read_by_requester('casework.recipient_notice');

-- What of this waits for the office, in the order of the list: complaints that nobody has acknowledged first, then by age. Kept by triggers.
create table casework.open_redress (
  redress_id uuid primary key,
  case_id uuid not null references casework.request,
  kind text not null check (kind in ('COMPLAINT', 'CORRECTION', 'RECIPIENT')),
  acknowledged boolean not null,
  received_on date not null
);
create index open_redress_listed on casework.open_redress (kind, acknowledged, received_on, redress_id);
create index open_redress_case on casework.open_redress (case_id);
grant select on casework.open_redress to candour_app;
call common.personal('casework.open_redress');
create policy kept_by_triggers on casework.open_redress to current_user using (true) with check (true);

create function casework.undecided_complaint(asked uuid) returns void language plpgsql as $$
begin
  if exists (select from casework.complaint_outcome o where o.complaint_id = asked) then
    raise exception using errcode = 'CD027', message = 'complaint-is-decided';
  end if;
end $$;

create function casework.undecided_correction(asked uuid) returns void language plpgsql as $$
begin
  if exists (select from casework.correction_ruling r where r.correction_id = asked) then
    raise exception using errcode = 'CD027', message = 'correction-is-decided';
  end if;
end $$;

-- Once, before the first month has ended, and for three months in all: the same day of the month, and on to a working day.
create function casework.extends_in_time(extension casework.correction_extension) returns void language plpgsql as $$
declare
  asked constant casework.correction := (select c from casework.correction c where c.correction_id = extension.correction_id);
  third constant date := asked.received_on + interval '3 months';
begin
  if exists (select from casework.correction_extension e where e.correction_id = extension.correction_id) then
    raise exception using errcode = 'CD065', message = 'correction-is-extended';
  elsif extension.notice_on <> common.today() or extension.notice_on not between asked.received_on and asked.answer_by then
    raise exception using errcode = 'CD066', message = 'notice-too-late';
  elsif extension.answer_by not between third and third + 14 then
    raise exception using errcode = 'CD067', message = 'two-further-months-only';
  end if;
end $$;

-- Who complains or asks, does so for themselves; what is recorded for them, an officer records. Each step takes the case's row first.
create function casework.redress_step() returns trigger language plpgsql
    security definer set search_path = casework, pg_temp as $$
declare
  held constant casework.request := casework.hold(new.case_id);
begin
  if tg_table_name in ('complaint', 'correction') then
    perform casework.by_requester_or_officer(new.officer_id);
    perform casework.still_may_act(new.case_id, new.received_on);
    if new.received_on < held.received_on then
      raise exception using errcode = 'CD008', message = 'before-receipt';
    end if;
  end if;
  case tg_table_name
    when 'complaint' then
      new.complaint_no := 1 + (select count(*) from casework.complaint c where c.case_id = new.case_id);
    when 'complaint_notice' then
      perform casework.undecided_complaint(new.complaint_id);
    when 'complaint_outcome' then
      perform casework.undecided_complaint(new.complaint_id);
      if held.allocated_to = new.decided_by
          or exists (select from casework.search s where s.case_id = new.case_id and s.searched_by = new.decided_by)
          or exists (select from casework.clock_event e where e.case_id = new.case_id and e.recorded_by = new.decided_by) then
        raise exception using errcode = 'CD026', message = 'complaint-about-own-work';
      end if;
    when 'correction_ruling' then
      perform casework.undecided_correction(new.correction_id);
    when 'correction_extension' then
      perform casework.undecided_correction(new.correction_id);
      perform casework.extends_in_time(new);
    when 'recipient' then
      if not exists (select from casework.correction_ruling r where r.correction_id = new.correction_id and r.ruling = 'CORRECTED') then
        raise exception using errcode = 'CD027', message = 'nothing-was-corrected';
      elsif not exists (select from ledger.disclosure d join casework.correction k on k.correction_id = new.correction_id
          where (d.disclosure_id, d.asked_by, d.disclosed_on) = (new.entry_id, new.body, new.disclosed_on)
            and d.disclosure_id = coalesce(k.disclosure_id, d.disclosure_id)) then
        raise exception using errcode = 'CD027', message = 'recipient-was-not-given-it';
      end if;
    when 'recipient_notice' then
      if exists (select from casework.recipient_notice n where n.recipient_id = new.recipient_id) then
        raise exception using errcode = 'CD027', message = 'recipient-is-settled';
      end if;
    else
      null;
  end case;
  return new;
end $$;
revoke execute on function casework.redress_step from public;
create trigger step before insert on casework.complaint for each row execute function casework.redress_step();
create trigger step before insert on casework.complaint_notice for each row execute function casework.redress_step();
create trigger step before insert on casework.complaint_outcome for each row execute function casework.redress_step();
create trigger step before insert on casework.correction for each row execute function casework.redress_step();
create trigger step before insert on casework.correction_ruling for each row execute function casework.redress_step();
create trigger step before insert on casework.correction_extension for each row execute function casework.redress_step();
create trigger step before insert on casework.recipient for each row execute function casework.redress_step();
create trigger step before insert on casework.recipient_notice for each row execute function casework.redress_step();

create function casework.keep_open_redress() returns trigger language plpgsql
    security definer set search_path = casework, pg_temp as $$
begin
  case tg_table_name
    when 'complaint' then
      insert into casework.open_redress values (new.complaint_id, new.case_id, 'COMPLAINT', false, new.received_on);
    when 'correction' then
      insert into casework.open_redress values (new.correction_id, new.case_id, 'CORRECTION', true, new.received_on);
    when 'complaint_notice' then
      update casework.open_redress set acknowledged = true where redress_id = new.complaint_id and not acknowledged;
    when 'complaint_outcome' then
      delete from casework.open_redress where redress_id = new.complaint_id;
    when 'correction_ruling' then
      delete from casework.open_redress where redress_id = new.correction_id;
    when 'recipient' then
      insert into casework.open_redress values (new.recipient_id, new.case_id, 'RECIPIENT', true, new.listed_on);
    when 'recipient_notice' then
      delete from casework.open_redress where redress_id = new.recipient_id;
  end case;
  return null;
end $$;
revoke execute on function casework.keep_open_redress from public;
create trigger keep_open after insert on casework.complaint for each row execute function casework.keep_open_redress();
create trigger keep_open after insert on casework.complaint_notice for each row execute function casework.keep_open_redress();
create trigger keep_open after insert on casework.complaint_outcome for each row execute function casework.keep_open_redress();
create trigger keep_open after insert on casework.correction for each row execute function casework.keep_open_redress();
create trigger keep_open after insert on casework.correction_ruling for each row execute function casework.keep_open_redress();
create trigger keep_open after insert on casework.recipient for each row execute function casework.keep_open_redress();
create trigger keep_open after insert on casework.recipient_notice for each row execute function casework.keep_open_redress();

-- What somebody told the portal, or it found, that an officer has to look at: until one has, it stands above everything else that waits.
create table casework.alert (
  alert_id uuid primary key,
  case_id uuid not null references casework.request,
  kind text not null check (kind in ('OBJECTION', 'CONTACT_CHANGE', 'NOT_ME', 'CODE_CALLED_OFF')),
  raised_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (alert_id, case_id)
);
create index alert_case on casework.alert (case_id);
call common.acts('casework.alert');
create policy own on casework.alert for insert to candour_app
  with check ((select common.acting_role()) = 'REQUESTER' and case_id = (select common.acting_key()));
create table casework.alert_seen (
  alert_id uuid primary key,
  case_id uuid not null,
  officer_id uuid not null references platform.account (account_id),
  seen_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  foreign key (alert_id, case_id) references casework.alert (alert_id, case_id)
);
create index alert_seen_case on casework.alert_seen (case_id);
call common.acts('casework.alert_seen', 'officer_id');
call platform.in_office('casework.alert_seen', 'officer_id', 'caseworkers-only', 'CASEWORKER', 'SENIOR');
-- Those that nobody has looked at, kept by the triggers below: the list is an index scan however many there ever were.
create table casework.open_alert (
  alert_id uuid primary key,
  case_id uuid not null references casework.request,
  kind text not null check (kind in ('OBJECTION', 'CONTACT_CHANGE', 'NOT_ME', 'CODE_CALLED_OFF')),
  raised_on date not null,
  -- When it was told again before anybody had looked.
  again_on date
);
create unique index open_alert_once on casework.open_alert (case_id, kind);
create index open_alert_listed on casework.open_alert (raised_on, alert_id);
grant select on casework.open_alert to candour_app;
call common.personal('casework.open_alert');
create policy kept_by_triggers on casework.open_alert to current_user using (true) with check (true);
create function casework.keep_open_alert() returns trigger language plpgsql
    security definer set search_path = casework, pg_temp as $$
begin
  if tg_table_name = 'alert' then
    -- It stays one line of the list; whoever has looked at what was told first has not looked at this.
    insert into casework.open_alert values (new.alert_id, new.case_id, new.kind, new.raised_on)
      on conflict (case_id, kind) do update set alert_id = excluded.alert_id, again_on = excluded.raised_on;
  else
    delete from casework.open_alert where alert_id = new.alert_id;
  end if;
  return null;
end $$;
revoke execute on function casework.keep_open_alert from public;
create trigger a_hold before insert on casework.alert for each row execute function casework.hold_case();
create trigger keep_open after insert on casework.alert for each row execute function casework.keep_open_alert();
create trigger keep_open after insert on casework.alert_seen for each row execute function casework.keep_open_alert();

-- Other open requests that may be the same: each for oneself, in the same name, with the same date of birth, and to be reached by the same e-mail.
create function casework.may_be_same(asked uuid)
    returns table (case_id uuid, number text, received_on date, newer boolean) language sql stable
    security definer set search_path = casework, pg_temp as $$
  select o.case_id, o.number, o.received_on, (o.received_at, o.case_id) > (r.received_at, r.case_id)
  from casework.request r
    join identity.requester rq on rq.requester_id = r.requester_id
    join identity.data_subject rs on rs.subject_id = r.subject_id
    join identity.contact rc on rc.requester_id = r.requester_id
    join lateral identity.reached_at(rc.email) same_mail on true
    join identity.requester oq on oq.requester_id = same_mail
    join identity.data_subject os on os.subject_id = oq.subject_id and os.name_key = rs.name_key and os.name_key <> ''
      and (os.birth_year, os.birth_month, os.birth_day, os.birth_approximate, os.birth_words)
        is not distinct from (rs.birth_year, rs.birth_month, rs.birth_day, rs.birth_approximate, rs.birth_words)
      and (rs.birth_year is not null or rs.birth_words <> '')
    join casework.request o on o.requester_id = oq.requester_id and o.case_id <> r.case_id
  where r.case_id = asked and r.stage <> 'ANSWERED' and o.stage <> 'ANSWERED' and rq.capacity = 'SELF' and oq.capacity = 'SELF'
    and (common.at_work() or common.acting_role() = 'REQUESTER' and asked = common.acting_key())
  order by o.received_at, o.case_id
$$;
revoke execute on function casework.may_be_same from public;
grant execute on function casework.may_be_same to candour_app;

-- The other requests of whoever is certainly the same and is reached in the very same ways.
create function casework.reached_alike(asker uuid)
    returns table (requester_id uuid, case_id uuid, number text, received_on date) language sql stable
    security definer set search_path = casework, pg_temp as $$
  select alike.id, r.case_id, r.number, r.received_on
  from identity.reached_alike(asker) alike (id) cross join lateral (
    select * from casework.request asked where asked.requester_id = alike.id
    union all select followed.* from casework.party p join casework.request followed using (case_id) where p.requester_id = alike.id) r
  order by r.received_at, r.case_id
$$;
revoke execute on function casework.reached_alike from public;
grant execute on function casework.reached_alike to candour_app;

-- Two requests become one, by the word of whoever has opened one of them, or by an officer who says why: never by themselves. The newer
-- ends, and what it asked for is added to the older, whose time runs as it did.
create table casework.joined (
  case_id uuid primary key references casework.request,
  into_id uuid not null references casework.request,
  reason text not null default '' check (char_length(reason) <= 4000),
  -- Null where the requester said so themselves.
  officer_id uuid references platform.account (account_id),
  joined_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint reason_needed check (officer_id is null or char_length(btrim(reason)) >= 10)
);
create index joined_into on casework.joined (into_id);
call common.acts('casework.joined', 'officer_id');
call platform.in_office('casework.joined', 'officer_id', 'caseworkers-only', 'CASEWORKER', 'SENIOR');
call platform.emptied_with_case('casework.joined', 'case_id = $1', 'reason');
create policy own on casework.joined for select to candour_app
  using ((select common.acting_role()) = 'REQUESTER' and (select common.acting_key()) in (case_id, into_id));
-- The rows are taken in one order, so that two at once cannot wait for each other.
create function casework.take_joined() returns trigger language plpgsql
    security definer set search_path = casework, pg_temp as $$
begin
  perform casework.hold(least(new.case_id, new.into_id));
  perform casework.hold(greatest(new.case_id, new.into_id));
  if new.officer_id is null and common.acting_role() is distinct from 'SYSTEM' then
    raise exception using errcode = 'CD023', message = 'officer-needed';
  elsif not exists (select from casework.may_be_same(new.case_id) s where s.case_id = new.into_id and not s.newer) then
    raise exception using errcode = 'CD071', message = 'not-the-same-request';
  -- What is asked for to prove one's status or history is guarded wherever it is added.
  elsif exists (select from casework.request n, casework.request o where n.case_id = new.case_id and o.case_id = new.into_id
      and n.kind = 'GUARDED' and o.kind <> 'GUARDED') then
    raise exception using errcode = 'CD071', message = 'joining-keeps-the-guard';
  end if;
  return new;
end $$;
revoke execute on function casework.take_joined from public;
create trigger take before insert on casework.joined for each row execute function casework.take_joined();
create function casework.join_requests() returns trigger language plpgsql
    security definer set search_path = casework, pg_temp as $$
begin
  update casework.request set stage = 'ANSWERED', outcome = 'JOINED', answered_on = new.joined_on, version = version + 1
    where case_id = new.case_id;
  update casework.request into_it set urgent = true from casework.request it
    where it.case_id = new.case_id and it.urgent and into_it.case_id = new.into_id;
  return null;
end $$;
revoke execute on function casework.join_requests from public;
create trigger joins after insert on casework.joined for each row execute function casework.join_requests();

-- Facts without persons, for oversight. What was withdrawn or joined was closed, and not answered.
create view casework.facts as
  select 'REQUEST' as fact, date_trunc('month', received_on)::date as month, date_trunc('month', answered_on)::date as answered_month,
    kind, channel, language, outcome, stage = 'ANSWERED' and outcome not in ('WITHDRAWN', 'JOINED') as answered,
    case when outcome not in ('WITHDRAWN', 'JOINED') then answered_on <= listed_due_on end as on_time, null as state
  from casework.request
  union all
  select 'ENTERED', date_trunc('month', received_on)::date, null, null, channel, null, null, null, null,
    case when recognised_on = received_on then 'SAME_DAY' when recognised_on <= received_on + 7 then 'WITHIN_A_WEEK' else 'LATER' end
  from casework.request where entered_by is not null
  union all
  select 'RECLASSIFICATION', date_trunc('month', c.proposed_on)::date, null, null, null, null, null, null, null,
    case when e.reclassification_id is not null then 'EFFECTIVE' when o.reclassification_id is not null then 'OBJECTED'
      when r.ruling = 'RETURNED' then 'RETURNED' else 'PENDING' end
  from casework.reclassification c
    left join casework.reclassification_ruling r using (reclassification_id)
    left join casework.reclassification_objection o using (reclassification_id)
    left join casework.reclassification_effect e using (reclassification_id)
  union all
  select 'PROTECTION', date_trunc('month', protected_on)::date, null, null, null, null, null, null, null,
    case when officer_id is null then 'REQUESTER' else 'OFFICER' end
  from casework.protection
  union all
  select 'COMPLAINT', date_trunc('month', c.received_on)::date, date_trunc('month', o.decided_on)::date,
    case when c.acknowledge_by is null then 'NO_DUTY' when n.on_date <= c.acknowledge_by then 'IN_TIME'
      when n.on_date is null and c.acknowledge_by >= common.today() then 'WAITING' else 'LATE' end,
    c.channel, null, null,
    o.complaint_id is not null, n.on_date <= c.acknowledge_by, coalesce(o.outcome, 'OPEN')
  from casework.complaint c left join casework.complaint_outcome o using (complaint_id)
    left join casework.complaint_notice n on n.complaint_id = c.complaint_id and n.kind = 'ACKNOWLEDGED'
  union all
  select 'CORRECTION', date_trunc('month', c.received_on)::date, date_trunc('month', r.decided_on)::date, null, c.channel, null, null,
    r.correction_id is not null, r.decided_on <= coalesce(e.answer_by, c.answer_by), coalesce(r.ruling, 'OPEN')
  from casework.correction c left join casework.correction_ruling r using (correction_id)
    left join casework.correction_extension e using (correction_id)
  union all
  select 'RECIPIENT', date_trunc('month', p.listed_on)::date, null, null, null, null, null, n.recipient_id is not null, null,
    coalesce(n.notice, 'OPEN')
  from casework.recipient p left join casework.recipient_notice n using (recipient_id);
grant select on casework.facts to candour_report;
