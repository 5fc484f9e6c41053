create schema response;
grant usage on schema response to candour_app, candour_report;

-- The sealed answer. It knows the version of the case that it was made from.
create table response.pack (
  pack_id uuid primary key,
  case_id uuid not null references casework.request,
  -- 1 is the answer; each further one adds what could be given since. Counted by the database.
  answer_no integer not null default 1 check (answer_no >= 1),
  document_id uuid not null unique,
  purpose text not null generated always as ('PACK') stored,
  case_version bigint not null,
  outcome text not null check (outcome in ('DISCLOSED', 'DISCLOSED_IN_PART', 'NOTHING_HELD', 'WHOLLY_WITHHELD')),
  pages integer not null check (pages > 0),
  prepared_by uuid not null references platform.account (account_id),
  prepared_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (pack_id, case_id, prepared_by),
  unique (pack_id, answer_no),
  foreign key (document_id, case_id, purpose) references platform.document (document_id, case_id, purpose)
);
create index pack_case on response.pack (case_id, recorded_at desc);
call common.acts('response.pack', 'prepared_by');
call platform.in_office('response.pack', 'prepared_by', 'caseworkers-only', 'CASEWORKER', 'SENIOR');
call common.read_by_requester('response.pack');

create table response.approval (
  pack_id uuid primary key,
  case_id uuid not null,
  prepared_by uuid not null,
  approved_by uuid not null references platform.account (account_id),
  reason text not null check (char_length(reason) between 10 and 4000),
  recorded_at timestamptz not null default clock_timestamp(),
  unique (pack_id, case_id, prepared_by, approved_by),
  foreign key (pack_id, case_id, prepared_by) references response.pack (pack_id, case_id, prepared_by),
  constraint four_eyes check (approved_by <> prepared_by)
);
call common.acts('response.approval', 'approved_by');
call platform.in_office('response.approval', 'approved_by', 'senior-officer-only', 'SENIOR');
call platform.emptied_with_case('response.approval', 'case_id = $1', 'reason');

-- Released by a third officer: the answer leaves when the time for recalling it is over.
create table response.release (
  pack_id uuid primary key,
  case_id uuid not null,
  prepared_by uuid not null,
  approved_by uuid not null,
  released_by uuid not null references platform.account (account_id),
  leaves_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (pack_id, case_id),
  foreign key (pack_id, case_id, prepared_by, approved_by)
    references response.approval (pack_id, case_id, prepared_by, approved_by),
  constraint three_officers check (released_by <> prepared_by and released_by <> approved_by)
);
create index release_case on response.release (case_id);
call common.acts('response.release', 'released_by');
call platform.in_office('response.release', 'released_by', 'releasers-only', 'RELEASER');

-- Called back in time, by an officer, or by the portal itself with the rule that came in the way.
create table response.recall (
  pack_id uuid primary key,
  case_id uuid not null,
  recalled_by uuid references platform.account (account_id),
  reason text not null check (char_length(reason) between 10 and 4000),
  recorded_at timestamptz not null default clock_timestamp(),
  foreign key (pack_id, case_id) references response.release (pack_id, case_id)
);
call common.acts('response.recall', 'recalled_by');
call platform.in_office('response.recall', 'recalled_by', 'caseworkers-only', 'CASEWORKER', 'SENIOR', 'RELEASER');
call platform.emptied_with_case('response.recall', 'case_id = $1', 'reason');

-- Out of the office: from now on the request is answered.
create table response.departure (
  pack_id uuid primary key,
  case_id uuid not null,
  answer_no integer not null default 1,
  left_on date not null,
  -- The tree of the log on which the answer rests; null where nothing of the case had to be in it.
  vouched_size bigint references audit.vouched,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (case_id, answer_no),
  unique (pack_id, case_id),
  foreign key (pack_id, case_id) references response.release (pack_id, case_id),
  foreign key (pack_id, answer_no) references response.pack (pack_id, answer_no)
);
call common.acts('response.departure');
call common.read_by_requester('response.departure');

-- Nothing leaves while anything is unreviewed or undecided. Each refusal names its rule; null means ready.
create function response.obstacle(to_answer uuid) returns text language sql stable as $$
  select case
    when r.case_id is null then 'no-such-case'
    when r.outcome = 'WITHDRAWN' then 'request-is-withdrawn'
    when r.outcome = 'JOINED' then 'request-is-joined'
    when r.stage = 'ANSWERED' and r.reopened_on is null then 'case-is-answered'
    when r.identity_verification is null then 'identity-not-confirmed'
    when exists (select from casework.record_system s where s.searched and not exists (
      select from casework.search f where f.case_id = r.case_id and f.system_id = s.system_id)) then 'systems-not-searched'
    when exists (select from casework.search f where f.case_id = r.case_id and f.found >
      (select count(*) from records.record x where x.search_id = f.search_id)) then 'records-not-collected'
    -- As many as the receipt of an answer has slots.
    when (select count(*) from exemptions.proposal p where p.case_id = r.case_id) > 1024 then 'too-many-determinations'
    when exists (select from records.page p where p.case_id = r.case_id and p.decision_id is null) then 'pages-not-reviewed'
    when records.health_unclear(r.case_id) then 'health-opinion-missing'
    when exists (select from exemptions.proposal p where p.case_id = r.case_id and not exists (
      select from exemptions.ruling g where g.proposal_id = p.proposal_id)) then 'determination-open'
    when exists (select from exemptions.standing s where s.case_id = r.case_id and not exists (
      select from exemptions.tell_decision t where t.proposal_id = s.proposal_id)) then 'tell-decision-open'
    when exists (select from records.page p join records.page_decision d using (decision_id)
      where p.case_id = r.case_id and d.proposal_id is not null and not exists (
        select from exemptions.standing s where s.proposal_id = d.proposal_id)) then 'withheld-without-determination'
    when exists (select from records.page p join records.region g using (decision_id)
      where p.case_id = r.case_id and g.proposal_id is not null and not exists (
        select from exemptions.standing s where s.proposal_id = g.proposal_id)) then 'withheld-without-determination'
  end
  from (select to_answer) asked (case_id) left join casework.request r using (case_id)
$$;

-- Holds the case, and refuses the next step of a pack that was made from another version of it, or while anything is in the way.
create function response.hold_ready(held uuid, made_from bigint) returns void language plpgsql as $$
declare
  version constant bigint := (casework.hold(held)).version;
  obstacle constant text := response.obstacle(held);
begin
  if obstacle is not null then
    raise exception using errcode = 'CD040', message = obstacle;
  elsif version <> made_from then
    raise exception using errcode = 'CD040', message = 'pack-is-out-of-date';
  end if;
end $$;
create function response.seal_pack() returns trigger language plpgsql as $$
begin
  perform response.hold_ready(new.case_id, new.case_version);
  new.answer_no := 1 + (select count(*) from response.departure d where d.case_id = new.case_id);
  return new;
end $$;
create trigger seal before insert on response.pack for each row execute function response.seal_pack();

create function response.guard_step() returns trigger language plpgsql as $$
begin
  perform response.hold_ready(new.case_id, (select case_version from response.pack p where p.pack_id = new.pack_id));
  return new;
end $$;
create trigger guard before insert on response.approval for each row execute function response.guard_step();
create trigger guard before insert on response.release for each row execute function response.guard_step();
create trigger guard before insert on response.departure for each row execute function response.guard_step();

-- No log, no effect: what keeps an answer from leaving until every determination of the case is in the log, and vouched for.
create function response.waits_for_log(to_answer uuid) returns text language sql stable as $$
  select case
    when (select count(*) from exemptions.proposal p join exemptions.ruling r using (proposal_id)
        where p.case_id = to_answer and r.ruling = 'APPROVED')
      > audit.entries_about(to_answer, 'determination.approved')
      then 'determination-not-logged'
    when not audit.vouches_for(to_answer) then 'determination-not-in-log-yet'
  end
$$;
create function response.rest_on_log() returns trigger language plpgsql as $$
declare
  waits constant text := response.waits_for_log(new.case_id);
begin
  if waits is not null then
    raise exception using errcode = 'CD045', message = waits;
  end if;
  new.vouched_size := audit.newest_vouched();
  return new;
end $$;
create trigger logged before insert on response.departure for each row execute function response.rest_on_log();

-- One release of a case at a time; what was recalled stays, what has left is gone.
create function response.in_turn() returns trigger language plpgsql as $$
begin
  perform casework.hold(new.case_id);
  if tg_table_name = 'release' and exists (select from response.release r where r.case_id = new.case_id
      and not exists (select from response.recall c where c.pack_id = r.pack_id)
      and not exists (select from response.departure d where d.pack_id = r.pack_id)) then
    raise exception using errcode = 'CD044', message = 'release-under-way';
  elsif tg_table_name = 'recall' and exists (select from response.departure d where d.pack_id = new.pack_id) then
    raise exception using errcode = 'CD044', message = 'pack-has-left';
  elsif tg_table_name = 'departure' and exists (select from response.recall c where c.pack_id = new.pack_id) then
    raise exception using errcode = 'CD044', message = 'pack-is-recalled';
  elsif tg_table_name = 'departure' and (select leaves_at > clock_timestamp() from response.release r
      where r.pack_id = new.pack_id) then
    raise exception using errcode = 'CD044', message = 'can-still-be-recalled';
  end if;
  if tg_table_name = 'departure' then
    new.answer_no := (select answer_no from response.pack p where p.pack_id = new.pack_id);
  end if;
  return new;
end $$;
create trigger in_turn before insert on response.release for each row execute function response.in_turn();
create trigger in_turn before insert on response.recall for each row execute function response.in_turn();
create trigger in_turn before insert on response.departure for each row execute function response.in_turn();

-- Proposer, approver and releaser of a determination are three people, and so they are of going on not telling.
create function response.third_officer() returns trigger language plpgsql as $$
begin
  if exists (select from exemptions.standing s
      join exemptions.proposal p using (proposal_id) join exemptions.ruling r using (proposal_id)
      where s.case_id = new.case_id and new.released_by in (p.proposed_by, r.decided_by))
    or exists (select from exemptions.standing s join exemptions.silence_ruling r using (proposal_id)
      where s.case_id = new.case_id and r.ruling = 'APPROVED' and new.released_by in (r.proposed_by, r.decided_by)) then
    raise exception using errcode = 'CD041', message = 'three-officers';
  end if;
  return new;
end $$;
create trigger third_officer before insert on response.release for each row execute function response.third_officer();

-- Nobody decides a complaint about an answer that they prepared, approved or released, or about an entry that they decided on.
create function response.judges_others() returns trigger language plpgsql
    security definer set search_path = response, pg_temp as $$
begin
  if exists (select from response.pack p left join response.approval a using (pack_id) left join response.release r using (pack_id)
      where p.case_id = new.case_id and new.decided_by in (p.prepared_by, a.approved_by, r.released_by))
    or exists (select from response.entry_decision e where e.case_id = new.case_id and e.decided_by = new.decided_by) then
    raise exception using errcode = 'CD026', message = 'complaint-about-own-work';
  end if;
  return new;
end $$;
revoke execute on function response.judges_others from public;
create trigger judges_answers_of_others before insert on casework.complaint_outcome
  for each row execute function response.judges_others();

-- The departure and the end of the case are one: neither is ever seen without the other. And each time a case was opened again
-- it is answered once more, however much had to be decided again.
create function response.answered_at_once() returns trigger language plpgsql as $$
begin
  if not exists (select from casework.request r where r.case_id = new.case_id and r.stage = 'ANSWERED'
      and r.reopened_on is null) then
    raise exception using errcode = 'CD042', message = 'what-left-is-answered';
  elsif new.answer_no <> 1 + (select count(*) from casework.reopening o where o.case_id = new.case_id) then
    raise exception using errcode = 'CD042', message = 'one-answer-a-reopening';
  end if;
  return null;
end $$;
create constraint trigger answered_at_once after insert on response.departure
  deferrable initially deferred for each row execute function response.answered_at_once();

-- The code that reaches the person another way than the mail: stored as a keyed hash, void after five wrong tries.
create table response.release_code (
  code_id uuid primary key,
  pack_id uuid not null,
  case_id uuid not null,
  code_hash bytea not null check (octet_length(code_hash) = 32),
  tries smallint not null default 0 check (tries between 0 and 5),
  void boolean not null default false,
  expires_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (code_id, pack_id),
  foreign key (pack_id, case_id) references response.departure (pack_id, case_id)
);
create unique index one_code on response.release_code (pack_id) where not void;
create index release_code_pack on response.release_code (pack_id, recorded_at);
grant select, insert (code_id, pack_id, case_id, code_hash, expires_at), update (tries, void) on response.release_code to candour_app;
call common.personal('response.release_code');
call common.logged('response.release_code', 'tries', 'void');
create policy own on response.release_code to candour_app
  using ((select common.acting_role()) = 'REQUESTER' and case_id = (select common.acting_key()));

create table response.download (
  download_id uuid primary key,
  pack_id uuid not null references response.departure,
  case_id uuid not null,
  code_id uuid not null,
  -- A code is good for five.
  download_no smallint not null check (download_no between 1 and 5),
  downloaded_at timestamptz not null,
  downloaded_on date not null generated always as ((downloaded_at at time zone 'Europe/London')::date) stored,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (code_id, download_no),
  foreign key (code_id, pack_id) references response.release_code (code_id, pack_id)
);
create index download_pack on response.download (pack_id);
call common.acts('response.download');
create policy own on response.download to candour_app
  using ((select common.acting_role()) = 'REQUESTER' and case_id = (select common.acting_key()))
  with check ((select common.acting_role()) = 'REQUESTER' and case_id = (select common.acting_key()));

-- That the person was told in advance that a code ends, with which nothing was opened yet.
create table response.reminder (
  code_id uuid primary key references response.release_code,
  case_id uuid not null,
  sent_on date not null,
  recorded_at timestamptz not null default clock_timestamp()
);
call common.acts('response.reminder');

-- Nobody is handed what belongs to somebody else unless they may be given it at that moment.
create function response.may_receive() returns trigger language plpgsql as $$
begin
  if not coalesce(casework.may_receive(new.case_id, new.downloaded_at), false) then
    raise exception using errcode = 'CD009', message = 'not-to-a-representative';
  end if;
  return new;
end $$;
create trigger may_receive before insert on response.download for each row execute function response.may_receive();

-- The code that opens an answer goes to whoever is given it, wherever they are reached that day: never to an address that was merely asked for,
-- nor to whoever may only follow. Where nobody is on record to be given it, an officer hands it over.
create function response.code_to_recipient() returns trigger language plpgsql as $$
begin
  if new.recipient_id is distinct from casework.recipient(new.case_id) or new.recipient_id is null and new.delivery = 'POST' then
    raise exception using errcode = 'CD009', message = 'code-to-recipient';
  end if;
  return new;
end $$;
create trigger code_to_recipient before insert on notifications.letter
  for each row when (new.template in ('release-code', 'further-code')) execute function response.code_to_recipient();
-- Nor does anybody else who reads along have a new one sent, which would end the one before it.
create function response.code_asked_by_recipient() returns trigger language plpgsql as $$
begin
  if common.acting_role() = 'REQUESTER' and common.acting_asker() is distinct from casework.recipient(new.case_id) then
    raise exception using errcode = 'CD009', message = 'code-to-recipient';
  end if;
  return new;
end $$;
create trigger asked_by_recipient before insert on response.release_code for each row execute function response.code_asked_by_recipient();
-- While it waits, what is said of whoever asks for another may turn out to be untrue, or be over: then it waits on, and nobody opens it.
create function response.code_may_go() returns trigger language plpgsql as $$
begin
  if new.recipient_id is not null and not casework.may_be_given(new.case_id, new.recipient_id) then
    raise exception using errcode = 'CD009', message = 'code-waits-for-authority';
  end if;
  return new;
end $$;
create trigger code_may_go before update of posted_at on notifications.letter
  for each row when (new.template in ('release-code', 'further-code')) execute function response.code_may_go();

-- The code in a letter: the newest that was made before it was queued.
create function response.code_in(letter notifications.letter) returns uuid language sql stable
  return (select c.code_id from response.pack p join response.release_code c using (pack_id)
    where p.case_id = letter.case_id and c.recorded_at <= letter.queued_at order by c.recorded_at desc limit 1);
create function response.waiting_codes() returns setof uuid language sql stable as $$
  select response.code_in(l) from notifications.letter l
  where l.template in ('release-code', 'further-code') and l.posted_at is null and l.called_off_at is null
$$;
-- Its thirty days begin when the letter goes, however long that waited.
create policy lives_from_letter on response.release_code for update to current_user using (true);
create function response.code_lives() returns trigger language plpgsql security definer set search_path = response, pg_temp as $$
begin
  update release_code set expires_at = (common.today() + 30 + (now() at time zone 'Europe/London')::time) at time zone 'Europe/London'
    where code_id = code_in(new) and not void;
  return null;
end $$;
revoke execute on function response.code_lives from public;
create trigger code_lives after update of posted_at on notifications.letter for each row
  when (old.posted_at is null and new.posted_at is not null and new.template in ('release-code', 'further-code'))
  execute function response.code_lives();

-- Once it may never go it is called off, and no other letter ever is: nobody keeps from people what is written to them.
create function response.may_never_go(letter notifications.letter) returns boolean language sql stable
  return letter.template in ('release-code', 'further-code') and letter.recipient_id is not null
    and casework.may_never_be_given(letter.case_id, letter.recipient_id);
create function response.stranded_codes() returns table (letter_id uuid, case_id uuid) language sql stable as $$
  select l.letter_id, l.case_id from notifications.letter l
  where l.posted_at is null and l.called_off_at is null and response.may_never_go(l)
  order by l.queued_at, l.letter_id
$$;
create function response.call_off() returns trigger language plpgsql as $$
begin
  if new.called_off_at is null or not response.may_never_go(new) then
    raise exception using errcode = 'CD009', message = 'letter-may-still-go';
  end if;
  -- Nor does the code in it open anything then.
  update response.release_code set void = true where code_id = response.code_in(new) and not void;
  return new;
end $$;
create trigger call_off before update of called_off_at on notifications.letter for each row execute function response.call_off();

-- What an officer decides on an entry of the ledger about the person of a case: kept back on a ground that was written down for it, or
-- shown after all. What a ground about other people keeps back may be the whole entry or, the lesser step, who asked and why: the rest is
-- told in general words. The newest counts, whichever of the person's cases it was made in.
create table response.entry_decision (
  decision_id uuid primary key,
  case_id uuid not null references casework.request,
  entry_id uuid not null,
  -- Null where it is shown.
  reliance_id uuid,
  ground text,
  extent text check (extent in ('WHOLE', 'GENERAL')),
  about_others boolean generated always as (nullif(extent = 'GENERAL', false)) stored,
  decided_by uuid not null references platform.account (account_id),
  decided_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint kept_back_on_a_ground check ((reliance_id is null) = (ground is null)),
  constraint kept_back_to_an_extent check ((ground is null) = (extent is null)),
  constraint in_general_words_for_others foreign key (ground, about_others) references exemptions.exemption (code, about_others),
  foreign key (reliance_id, case_id, entry_id, ground) references exemptions.reliance (reliance_id, case_id, within_id, code)
);
create index entry_decision_case on response.entry_decision (case_id, entry_id, recorded_at);
call common.acts('response.entry_decision', 'decided_by');
call platform.in_office('response.entry_decision', 'decided_by', 'caseworkers-only', 'CASEWORKER', 'SENIOR');

-- The newest decision on each entry about the person of this case; its ground and extent are null where the entry is shown.
create function response.decided_entries(asked uuid) returns table (entry uuid, ground text, extent text) language sql stable
    security definer set search_path = response, pg_temp as $$
  select distinct on (e.entry_id) e.entry_id, e.ground, e.extent from response.entry_decision e
  where e.case_id in (select r.case_id from casework.request r
    where (common.at_work() or asked = common.acting_key())
      and r.subject_id = (select subject_id from casework.request where case_id = asked))
  order by e.entry_id, e.recorded_at desc, e.decision_id desc
$$;
revoke execute on function response.decided_entries from public;
grant execute on function response.decided_entries to candour_app;

-- On what an entry is kept from the person of this case by the newest decision on it, to what extent, and in which of their cases that was made.
create function response.kept_on(asked uuid, entry uuid) returns table (in_case uuid, reliance uuid, extent text) language sql stable
    security definer set search_path = response, pg_temp as $$
  select d.case_id, d.reliance_id, d.extent from (
    select e.case_id, e.reliance_id, e.extent from response.entry_decision e
      join casework.request r using (case_id) join casework.request a on a.case_id = asked and a.subject_id = r.subject_id
    where e.entry_id = entry and common.at_work()
    order by e.recorded_at desc, e.decision_id desc limit 1) d
  where d.extent is not null
$$;
revoke execute on function response.kept_on from public;
grant execute on function response.kept_on to candour_app;

-- An answer has said what was kept back: after it nothing more is, but something more may be shown, if only in general words.
create function response.decide_entry() returns trigger language plpgsql as $$
declare
  held casework.request := casework.hold(new.case_id);
begin
  if held.stage <> 'ANSWERED' or held.reopened_on is not null or not (new.extent is null or new.extent = 'GENERAL'
      and exists (select from response.decided_entries(new.case_id) d where d.entry = new.entry_id and d.extent = 'WHOLE')) then
    perform casework.touch(new.case_id);
  end if;
  return new;
end $$;
create trigger decide before insert on response.entry_decision for each row execute function response.decide_entry();

-- The ledger's entries that are kept whole from the person of this case, by a determination in force that disapplies the right of access or a
-- decision on the entry, whichever case either was made in; on what ground, and whether the person is told of that.
create function response.withheld_entries(asked uuid) returns table (entry uuid, ground text, told boolean) language sql stable
    security definer set search_path = response, pg_temp as $$
  with cases as (
    select r.case_id from casework.request r
    where (common.at_work() or asked = common.acting_key())
      and r.subject_id = (select subject_id from casework.request where case_id = asked))
  select i.within_id, 'IMMIGRATION', t.told from exemptions.standing s join exemptions.item i using (item_id)
    join exemptions.tell_decision t using (proposal_id)
    where i.kind = 'DISCLOSURE' and s.provision = 'ART_15_1_3' and s.case_id in (select case_id from cases)
  union
  select d.entry, d.ground, true from response.decided_entries(asked) d where d.extent = 'WHOLE'
$$;
revoke execute on function response.withheld_entries from public;
grant execute on function response.withheld_entries to candour_app;

-- Those that the person reads in general words, and on what ground; whatever keeps the whole of one from them comes first.
create function response.generalised_entries(asked uuid) returns table (entry uuid, ground text) language sql stable as $$
  select d.entry, d.ground from response.decided_entries(asked) d
  where d.extent = 'GENERAL' and d.entry not in (select w.entry from response.withheld_entries(asked) w)
$$;

-- Why an answered case is kept all the same, until somebody says that it need not be any more.
create table response.legal_hold (
  hold_id uuid primary key,
  case_id uuid not null references casework.request,
  because text not null check (because in ('COMPLAINT', 'COMMISSIONER', 'TRIBUNAL', 'COURT', 'INQUIRY')),
  reason text not null check (char_length(reason) between 10 and 4000),
  placed_by uuid not null references platform.account (account_id),
  placed_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (hold_id, case_id)
);
create index legal_hold_case on response.legal_hold (case_id);
call common.acts('response.legal_hold', 'placed_by');
call platform.in_office('response.legal_hold', 'placed_by', 'caseworkers-only', 'CASEWORKER', 'SENIOR');
call platform.emptied_with_case('response.legal_hold', 'case_id = $1', 'reason');
create table response.hold_lifted (
  hold_id uuid primary key,
  case_id uuid not null,
  reason text not null check (char_length(reason) between 10 and 4000),
  lifted_by uuid not null references platform.account (account_id),
  lifted_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  foreign key (hold_id, case_id) references response.legal_hold (hold_id, case_id)
);
create index hold_lifted_case on response.hold_lifted (case_id);
call common.acts('response.hold_lifted', 'lifted_by');
call platform.in_office('response.hold_lifted', 'lifted_by', 'senior-officer-only', 'SENIOR');
call platform.emptied_with_case('response.hold_lifted', 'case_id = $1', 'reason');

-- Whatever keeps a case keeps the files that showed who the person is.
create function response.keep_evidence() returns trigger language plpgsql as $$
begin
  if exists (select from response.legal_hold h where h.case_id = new.case_id and not exists (
      select from response.hold_lifted l where l.hold_id = h.hold_id)) then
    raise exception using errcode = 'CD061', message = 'case-on-hold';
  end if;
  return new;
end $$;
create trigger on_hold before insert on casework.evidence_destroyed for each row execute function response.keep_evidence();

-- Erasing a case: because it was kept long enough, or because the person asks for it. One senior officer proposes, another decides.
create table response.erasure (
  erasure_id uuid primary key,
  case_id uuid not null references casework.request,
  basis text not null check (basis in ('RETENTION', 'REQUEST')),
  reason text not null check (char_length(reason) between 10 and 4000),
  proposed_by uuid not null references platform.account (account_id),
  proposed_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (erasure_id, case_id, proposed_by)
);
create index erasure_case on response.erasure (case_id);
call common.acts('response.erasure', 'proposed_by');
call platform.in_office('response.erasure', 'proposed_by', 'senior-officer-only', 'SENIOR');
call platform.emptied_with_case('response.erasure', 'case_id = $1', 'reason');
create table response.erasure_ruling (
  erasure_id uuid primary key,
  case_id uuid not null,
  approved boolean not null,
  proposed_by uuid not null,
  decided_by uuid not null references platform.account (account_id),
  decided_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  foreign key (erasure_id, case_id, proposed_by) references response.erasure (erasure_id, case_id, proposed_by),
  constraint four_eyes check (not approved or decided_by <> proposed_by)
);
create unique index erased_once on response.erasure_ruling (case_id) where approved;
call common.acts('response.erasure_ruling', 'decided_by');
call platform.in_office('response.erasure_ruling', 'decided_by', 'senior-officer-only', 'SENIOR');

-- The last day for which a case is kept after its last answer, or its end without one; null while there is none.
create function response.kept_until(asked uuid) returns date language sql stable as $$
  select (coalesce((select max(d.left_on) from response.departure d where d.case_id = r.case_id), r.answered_on)
    + make_interval(years => (select c.retention_years from platform.controller c)))::date
  from casework.request r where r.case_id = asked and (r.outcome in ('WITHDRAWN', 'JOINED')
    or exists (select from response.departure d where d.case_id = r.case_id))
$$;
-- What keeps a case from being erased at all. Each refusal names its rule; null means that it may be.
create function response.keeps(asked uuid) returns text language sql stable as $$
  select case
    when r.case_id is null then 'no-such-case'
    when exists (select from response.erasure_ruling e where e.case_id = r.case_id and e.approved) then 'case-is-erased'
    when r.stage <> 'ANSWERED' or r.reopened_on is not null then 'erased-once-answered'
    when exists (select from response.legal_hold h where h.case_id = r.case_id and not exists (
      select from response.hold_lifted l where l.hold_id = h.hold_id)) then 'case-on-hold'
    when exists (select from exemptions.standing s where s.case_id = r.case_id) then 'determination-stands'
    when notifications.letter_waits(r.case_id) then 'letter-waits'
    when exists (select from casework.open_redress o where o.case_id = r.case_id) then 'redress-open'
    when exists (select from casework.open_alert o where o.case_id = r.case_id) then 'alert-open'
  end
  from (select asked) a (case_id) left join casework.request r using (case_id)
$$;

create function response.guard_erasure() returns trigger language plpgsql as $$
declare
  held casework.request := casework.hold(new.case_id);
  today constant date := to_jsonb(new) ->> tg_argv[0];
  basis constant text := (select e.basis from response.erasure e where e.erasure_id = new.erasure_id);
  erases constant boolean := coalesce((to_jsonb(new) ->> 'approved')::boolean, true);
begin
  if erases and response.keeps(new.case_id) is not null then
    raise exception using errcode = 'CD061', message = response.keeps(new.case_id);
  elsif erases and coalesce(basis, to_jsonb(new) ->> 'basis') = 'RETENTION'
      and (today > response.kept_until(new.case_id)) is not true then
    raise exception using errcode = 'CD061', message = 'retention-not-over';
  elsif basis is null and exists (select from response.erasure e where e.case_id = new.case_id
      and not exists (select from response.erasure_ruling r where r.erasure_id = e.erasure_id)) then
    raise exception using errcode = 'CD061', message = 'erasure-is-proposed';
  end if;
  return new;
end $$;
create trigger guard before insert on response.erasure
  for each row execute function response.guard_erasure('proposed_on');
create trigger guard before insert on response.erasure_ruling
  for each row execute function response.guard_erasure('decided_on');
create trigger a_hold before insert on response.legal_hold for each row execute function casework.hold_case();
create trigger a_hold before insert on response.hold_lifted for each row execute function casework.hold_case();

-- The approval is the erasure: in the same statement the key is gone, and by no other way is any key destroyed. Who is known by
-- another case that is kept stays known.
create function response.destroyed_by_two() returns trigger language plpgsql as $$
begin
  if not exists (select from response.erasure_ruling e where e.case_id = new.case_id and e.approved) then
    raise exception using errcode = 'CD062', message = 'erased-by-two';
  end if;
  return new;
end $$;
create trigger by_two before update on platform.case_key for each row execute function response.destroyed_by_two();
create function response.erase() returns trigger language plpgsql security definer set search_path = response, pg_temp as $$
declare
  erased casework.request := casework.hold(new.case_id);
  alone constant boolean := not exists (select from casework.request r where r.subject_id = erased.subject_id
    and not exists (select from response.erasure_ruling e where e.case_id = r.case_id and e.approved));
begin
  call platform.erase(new.case_id, case when alone then erased.subject_id end, case when alone then erased.requester_id end);
  return null;
end $$;
revoke execute on function response.erase from public;
create trigger erase after insert on response.erasure_ruling for each row when (new.approved) execute function response.erase();

-- Whether the exemption was applied to the right of access is told of the moment at which the answer left: what ends later leaves that answer
-- as it was.
create view response.facts as
  select 'ANSWER' as fact, date_trunc('month', x.left_on)::date as month, p.outcome, r.kind, x.answer_no > 1 as supplementary,
    exists (select from exemptions.proposal d join exemptions.ruling g using (proposal_id)
      left join exemptions.ending e using (proposal_id)
      where d.case_id = x.case_id and d.provision = 'ART_15_1_3' and d.outcome = 'APPLIED' and g.ruling = 'APPROVED' and g.recorded_at < x.recorded_at
        and (e.recorded_at is null or e.recorded_at > x.recorded_at)) as immigration_exemption_applied
  from response.departure x join response.pack p using (pack_id) join casework.request r on r.case_id = x.case_id
  union all
  select 'ERASURE', date_trunc('month', g.decided_on)::date, e.basis, r.kind, false, false
  from response.erasure_ruling g join response.erasure e using (erasure_id) join casework.request r on r.case_id = g.case_id
  where g.approved;
grant select on response.facts to candour_report;
