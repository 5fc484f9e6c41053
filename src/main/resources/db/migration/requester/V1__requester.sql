create schema requester;
grant usage on schema requester to candour_app;

-- What a person has typed so far, sealed; kept 28 days, then erased.
create table requester.draft (
  draft_id uuid primary key,
  sealed bytea not null,
  case_id uuid references casework.request,
  -- The officer who enters it for somebody; null where people ask for themselves.
  entered_by uuid references platform.account (account_id),
  started_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null
);
create index draft_expiry on requester.draft (expires_at);
create index draft_entered on requester.draft (entered_by) where entered_by is not null;
grant select, insert (draft_id, sealed, entered_by, expires_at), update (sealed, case_id, expires_at), delete
  on requester.draft to candour_app;
call common.personal('requester.draft');
call platform.deleted_with_case('requester.draft', 'case_id = $1');
create policy own on requester.draft to candour_app
  using ((select common.acting_role()) = 'VISITOR' and draft_id = (select common.acting_key()))
  with check ((select common.acting_role()) = 'VISITOR' and draft_id = (select common.acting_key()));

call common.in_own_name('requester.draft', 'entered_by');
call platform.in_office('requester.draft', 'entered_by', 'caseworkers-only', 'CASEWORKER', 'SENIOR');
-- What an officer has begun to enter, that officer alone goes on with.
create policy entered on requester.draft as restrictive to candour_app
  using ((select common.acting_role()) <> 'OFFICER' or entered_by = (select common.acting_id()));

-- Ways back to a draft, for whoever has the link and the code: only hashes are kept, and as long as the draft is.
create table requester.draft_link (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  draft_id uuid not null references requester.draft on delete cascade,
  code_hash bytea not null check (octet_length(code_hash) = 32),
  tries smallint not null default 0 check (tries between 0 and 5),
  recorded_at timestamptz not null default clock_timestamp()
);
create index draft_link_draft on requester.draft_link (draft_id);
grant select, insert (token_hash, draft_id, code_hash), update (tries), delete on requester.draft_link to candour_app;
call common.personal('requester.draft_link');
create policy own on requester.draft_link to candour_app
  using ((select common.acting_role()) = 'VISITOR' and draft_id = (select common.acting_key()))
  with check ((select common.acting_role()) = 'VISITOR' and draft_id = (select common.acting_key()));

-- Files that show who somebody is, sealed like what was typed: they go with the draft, or on into the case.
create table requester.draft_file (
  file_id uuid primary key,
  draft_id uuid not null references requester.draft on delete cascade,
  position smallint not null constraint too_many_files check (position between 1 and 10),
  sealed bytea not null,
  content bytea not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (draft_id, position)
);
grant select, insert (file_id, draft_id, position, sealed, content), delete on requester.draft_file to candour_app;
call common.personal('requester.draft_file');
create policy own on requester.draft_file to candour_app
  using ((select common.acting_role()) = 'VISITOR' and draft_id = (select common.acting_key()))
  with check ((select common.acting_role()) = 'VISITOR' and draft_id = (select common.acting_key()));

-- Neither is an officer's to read: whoever enters something for somebody acts as its visitor once the draft is known to be theirs.
create policy no_officers on requester.draft_file as restrictive to candour_app using ((select common.acting_role()) <> 'OFFICER');
create policy no_officers on requester.draft_link as restrictive to candour_app using ((select common.acting_role()) <> 'OFFICER');

-- One-time links into a request: only the hash is kept, bound to the browser that asked, consumed once.
create table requester.link (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  case_id uuid not null,
  subject_id uuid not null,
  -- Who comes in by it: whoever asked, or the person themselves.
  requester_id uuid not null references identity.requester,
  -- Where it was mailed.
  email text not null check (char_length(email) between 3 and 254 and email = lower(email)),
  browser_hash bytea check (octet_length(browser_hash) = 32),
  code_hash bytea check (octet_length(code_hash) = 32),
  tries smallint not null default 0 check (tries between 0 and 5),
  issued_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > issued_at),
  used_at timestamptz,
  recorded_at timestamptz not null default clock_timestamp(),
  foreign key (case_id, subject_id) references casework.request (case_id, subject_id)
);
create index link_expiry on requester.link (expires_at);
grant select, insert (token_hash, case_id, subject_id, requester_id, email, browser_hash, code_hash, issued_at, expires_at),
  update (tries, used_at), delete
  on requester.link to candour_app;
call common.personal('requester.link');
call platform.deleted_with_case('requester.link', 'case_id = $1');
-- The first link goes out with the receipt, in the transaction of the visitor who has just asked.
create policy newcomer on requester.link for insert to candour_app
  with check ((select common.acting_role()) = 'VISITOR');
-- No link is made for, nor opened by, somebody who may not act for the person any more.
create function requester.may_act() returns trigger language plpgsql as $$
begin
  if not coalesce(casework.may_act(new.case_id, (coalesce(new.used_at, new.issued_at) at time zone 'Europe/London')::date,
      new.requester_id), false) then
    raise exception using errcode = 'CD009', message = 'authority-is-over';
  end if;
  return new;
end $$;
create trigger may_act before insert or update of used_at on requester.link for each row execute function requester.may_act();
-- Whoever opens it has shown that what is mailed there reaches them.
create function requester.shown() returns trigger language plpgsql security definer set search_path = identity, pg_temp as $$
begin
  insert into identity.shown (requester_id, email) values (new.requester_id, new.email) on conflict do nothing;
  return null;
end $$;
revoke execute on function requester.shown from public;
create trigger shown after update of used_at on requester.link for each row when (new.used_at is not null) execute function requester.shown();
-- Uses a link; true for the first that shows it.
create function requester.use_link(token bytea, at timestamptz) returns boolean language sql as $$
  update requester.link l set used_at = at where token_hash = token
    returning not exists (select from identity.shown s where s.requester_id = l.requester_id and s.email = l.email)
$$;
