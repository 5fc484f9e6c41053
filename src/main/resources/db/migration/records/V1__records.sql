create schema records;
grant usage on schema records to candour_app;

-- A record that a search found. The file and the search belong to the same case, or the row cannot be; nor is a file one that came for
-- another purpose, such as to show who somebody is.
create table records.record (
  record_id uuid primary key,
  case_id uuid not null references casework.request,
  document_id uuid not null unique,
  purpose text not null default 'RECORD' check (purpose = 'RECORD'),
  search_id uuid not null,
  system_id text not null,
  title text not null check (char_length(title) between 1 and 300),
  period text not null default '' check (char_length(period) <= 200),
  pages integer not null check (pages between 1 and 10000),
  collected_by uuid not null references platform.account (account_id),
  collected_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (record_id, case_id),
  foreign key (document_id, case_id, purpose) references platform.document (document_id, case_id, purpose),
  foreign key (search_id, case_id) references casework.search (search_id, case_id),
  foreign key (search_id, system_id) references casework.search (search_id, system_id)
);
create index record_case on records.record (case_id, recorded_at);
create index record_search on records.record (search_id);
call common.acts('records.record', 'collected_by');
call platform.in_office('records.record', 'collected_by', 'caseworkers-only', 'CASEWORKER', 'SENIOR');
call platform.emptied_with_case('records.record', 'case_id = $1', 'title', 'period');
create trigger touch before insert on records.record for each row execute function casework.touch_case();

-- Records that hold data concerning health: tagged when they come in, or when somebody notices; never untagged.
create table records.health_tag (
  record_id uuid primary key,
  case_id uuid not null,
  officer_id uuid not null references platform.account (account_id),
  recorded_at timestamptz not null default clock_timestamp(),
  foreign key (record_id, case_id) references records.record (record_id, case_id)
);
create index health_tag_case on records.health_tag (case_id);
call common.acts('records.health_tag', 'officer_id');
call platform.in_office('records.health_tag', 'officer_id', 'caseworkers-only', 'CASEWORKER', 'SENIOR');
create trigger touch before insert on records.health_tag for each row execute function casework.touch_case();

-- What the leak scan found in a rebuilt page. Only a clean one can be released.
create table records.leak_scan (
  document_id uuid primary key,
  case_id uuid not null,
  leaks integer not null check (leaks >= 0),
  purpose text not null generated always as ('PREPARED') stored,
  clean boolean not null generated always as (leaks = 0) stored,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (document_id, case_id, clean),
  foreign key (document_id, case_id, purpose) references platform.document (document_id, case_id, purpose)
);
grant select, insert (document_id, case_id, leaks) on records.leak_scan to candour_app;
create trigger evidence_rows before update or delete on records.leak_scan
  for each row execute function common.refuse_change();
create trigger evidence_whole before truncate on records.leak_scan
  for each statement execute function common.refuse_change();
call common.personal('records.leak_scan');
call common.logged('records.leak_scan');

-- Each look at a page: release, redact or withhold. Each replaces the one before, which stays; the newest counts (records.page).
create table records.page_decision (
  decision_id uuid primary key,
  record_id uuid not null,
  page_no integer not null check (page_no >= 1),
  case_id uuid not null,
  decision text not null check (decision in ('RELEASE', 'REDACT', 'WITHHOLD')),
  ground text references exemptions.exemption (code),
  -- On what the ground rests: a determination for immigration control, for every other what an officer wrote down.
  proposal_id uuid,
  reliance_id uuid,
  prepared_id uuid,
  scan_clean boolean check (scan_clean),
  -- How many places are blacked out: so many rows of records.region, no more and no fewer.
  regions integer not null default 0 check (regions between 0 and 200),
  -- The decision that counted when this one was made; null for the first on the page.
  replaces uuid,
  decided_by uuid not null references platform.account (account_id),
  recorded_at timestamptz not null default clock_timestamp(),
  unique (decision_id, record_id, page_no),
  unique (decision_id, case_id, record_id),
  constraint one_after_the_other unique nulls not distinct (record_id, page_no, replaces),
  foreign key (replaces, record_id, page_no) references records.page_decision (decision_id, record_id, page_no),
  foreign key (record_id, case_id) references records.record (record_id, case_id),
  foreign key (prepared_id, case_id, scan_clean) references records.leak_scan (document_id, case_id, clean),
  foreign key (proposal_id, case_id, record_id) references exemptions.proposal (proposal_id, case_id, within_id),
  foreign key (reliance_id, case_id, record_id, ground) references exemptions.reliance (reliance_id, case_id, within_id, code),
  constraint released_pages_are_rebuilt_and_clean
    check ((decision = 'WITHHOLD') = (prepared_id is null) and (prepared_id is null) = (scan_clean is null)),
  constraint redaction_has_regions check ((decision = 'REDACT') = (regions > 0)),
  constraint withheld_on_a_ground check ((decision = 'WITHHOLD') = (ground is not null)),
  constraint immigration_ground_needs_a_determination
    check ((ground is not distinct from 'IMMIGRATION') = (proposal_id is not null)),
  constraint other_grounds_are_written_down check ((ground <> 'IMMIGRATION' and ground is not null) = (reliance_id is not null))
);
create index page_decision_page on records.page_decision (record_id, page_no, recorded_at);
call common.acts('records.page_decision', 'decided_by');
call platform.in_office('records.page_decision', 'decided_by', 'caseworkers-only', 'CASEWORKER', 'SENIOR');

-- Where a page is redacted, as fractions of the page as displayed, from its top left corner, each on its own ground.
create table records.region (
  decision_id uuid not null,
  region_no integer not null check (region_no between 1 and 200),
  case_id uuid not null,
  record_id uuid not null,
  x numeric(7, 6) not null check (x between 0 and 1),
  y numeric(7, 6) not null check (y between 0 and 1),
  width numeric(7, 6) not null check (width > 0 and x + width <= 1),
  height numeric(7, 6) not null check (height > 0 and y + height <= 1),
  ground text not null references exemptions.exemption (code),
  proposal_id uuid,
  reliance_id uuid,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (decision_id, region_no),
  foreign key (decision_id, case_id, record_id) references records.page_decision (decision_id, case_id, record_id),
  foreign key (proposal_id, case_id, record_id) references exemptions.proposal (proposal_id, case_id, within_id),
  foreign key (reliance_id, case_id, record_id, ground) references exemptions.reliance (reliance_id, case_id, within_id, code),
  constraint immigration_ground_needs_a_determination check ((ground = 'IMMIGRATION') = (proposal_id is not null)),
  constraint other_grounds_are_written_down check ((ground <> 'IMMIGRATION') = (reliance_id is not null))
);
call common.acts('records.region');
create index region_case on records.region (case_id);

-- Every page that was found is accounted for: one row a page, pointing at the decision that counts.
create table records.page (
  record_id uuid not null,
  page_no integer not null check (page_no >= 1),
  case_id uuid not null,
  item_id uuid not null unique,
  decision_id uuid,
  primary key (record_id, page_no),
  foreign key (item_id, case_id, record_id) references exemptions.item (item_id, case_id, within_id),
  foreign key (record_id, case_id) references records.record (record_id, case_id),
  foreign key (decision_id, record_id, page_no) references records.page_decision (decision_id, record_id, page_no)
);
create index page_undecided on records.page (case_id) where decision_id is null;
grant select, insert (record_id, page_no, case_id, item_id), update (decision_id) on records.page to candour_app;
call common.personal('records.page');
call common.logged('records.page');

-- The places on a page that one decision under the immigration exemption is about: these and no others, from before it is proposed.
create table records.place (
  item_id uuid not null,
  place_no integer not null check (place_no between 1 and 200),
  case_id uuid not null,
  record_id uuid not null,
  page_no integer not null,
  x numeric(7, 6) not null check (x between 0 and 1),
  y numeric(7, 6) not null check (y between 0 and 1),
  width numeric(7, 6) not null check (width > 0 and x + width <= 1),
  height numeric(7, 6) not null check (height > 0 and y + height <= 1),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (item_id, place_no),
  foreign key (item_id, case_id, record_id) references exemptions.item (item_id, case_id, within_id)
);
create index place_page on records.place (record_id, page_no);
call common.acts('records.place');
create function records.place_on_page() returns trigger language plpgsql as $$
begin
  perform casework.works_now(new.case_id);
  if not exists (select from exemptions.item i join records.page p on p.item_id = i.page_id
      where i.item_id = new.item_id and p.record_id = new.record_id and p.page_no = new.page_no) then
    raise exception using errcode = 'CD028', message = 'places-are-of-one-page';
  elsif exists (select from exemptions.proposal p where p.item_id = new.item_id) then
    raise exception using errcode = 'CD028', message = 'places-are-proposed';
  end if;
  return new;
end $$;
create trigger on_page before insert on records.place for each row execute function records.place_on_page();
create function records.has_places() returns trigger language plpgsql as $$
begin
  if not exists (select from records.place l where l.item_id = new.item_id) then
    raise exception using errcode = 'CD028', message = 'regions-have-places';
  end if;
  return null;
end $$;
create constraint trigger has_places after insert on exemptions.item
  deferrable initially deferred for each row when (new.kind = 'REGIONS') execute function records.has_places();

-- A record has no page beyond its last. A page moves on only to the decision that replaces the one it had: never back, never
-- past another's.
create function records.keep_pages() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.page_no > (select pages from records.record r where r.record_id = new.record_id) then
      raise exception using errcode = 'CD020', message = 'every-page-is-accounted-for';
    end if;
    return new;
  elsif tg_op = 'UPDATE' and exists (select from records.page_decision d
      where d.decision_id = new.decision_id and d.replaces is not distinct from old.decision_id) then
    return new;
  end if;
  raise exception using errcode = 'CD001', message = 'evidence-is-append-only', table = 'page';
end $$;
create trigger kept before insert or update or delete on records.page for each row execute function records.keep_pages();

-- Whether a determination in force keeps something of this page back: one on the page itself, or on its whole record. Only one that
-- disapplies the right of access does.
create function records.determined(proposal uuid, record uuid, page integer) returns boolean language sql stable
  return proposal is null or exists (select from exemptions.standing s join records.page p
    on p.record_id = record and p.page_no = page and s.item_id in (p.item_id, p.record_id)
    where s.proposal_id = proposal and s.provision = 'ART_15_1_3');

-- Whether one keeps this region of the page back: also one on places there, if the region lies within one of them.
create function records.determined(g records.region, page integer) returns boolean language sql stable
  return records.determined(g.proposal_id, g.record_id, page) or exists (select from exemptions.standing s
    join records.place l on l.item_id = s.item_id and l.record_id = g.record_id and l.page_no = page
    where s.proposal_id = g.proposal_id and s.provision = 'ART_15_1_3' and g.x >= l.x and g.y >= l.y
      and g.x + g.width <= l.x + l.width and g.y + g.height <= l.y + l.height);

-- Whether what an officer wrote down is about this page itself, or about its whole record.
create function records.written_down(reliance uuid, record uuid, page integer) returns boolean language sql stable
  return reliance is null or exists (select from exemptions.reliance r join records.page p
    on p.record_id = record and p.page_no = page and r.item_id in (p.item_id, p.record_id)
    where r.reliance_id = reliance);

-- Whether a page that would be sent holds health data that nobody may disclose today (DPA 2018 Sch 3 para 6).
create function records.health_unclear(asked uuid) returns boolean language sql stable
  return exists (select from records.page p join records.health_tag using (record_id) join records.page_decision d using (decision_id)
    where p.case_id = asked and d.decision <> 'WITHHOLD'
      and not exemptions.health_clear(p.item_id, p.record_id, common.today()));

-- Whether everything that a decision keeps back is still kept back by right; once a determination has ended, the page must be
-- decided on again.
create function records.stands(asked uuid) returns boolean language sql stable
  return not exists (select from records.page_decision d where d.decision_id = asked
      and not records.determined(d.proposal_id, d.record_id, d.page_no))
    and not exists (select from records.region g join records.page_decision d using (decision_id) where d.decision_id = asked
      and not records.determined(g, d.page_no));

-- A decision holds the case first; then it must be the next one on its page, and its ground must stand.
create function records.decide_page() returns trigger language plpgsql as $$
begin
  perform casework.touch(new.case_id);
  if new.replaces is distinct from (select p.decision_id from records.page p
      where p.record_id = new.record_id and p.page_no = new.page_no) then
    raise exception using errcode = 'CD022', message = 'page-decided-meanwhile';
  elsif not records.determined(new.proposal_id, new.record_id, new.page_no) then
    raise exception using errcode = 'CD023', message = 'withheld-without-determination';
  elsif not records.written_down(new.reliance_id, new.record_id, new.page_no) then
    raise exception using errcode = 'CD025', message = 'other-grounds-are-written-down';
  end if;
  return new;
end $$;
create trigger decide before insert on records.page_decision for each row execute function records.decide_page();
create function records.count_decision() returns trigger language plpgsql as $$
begin
  update records.page set decision_id = new.decision_id where record_id = new.record_id and page_no = new.page_no;
  if not found then
    raise exception using errcode = 'CD024', message = 'no-such-page';
  end if;
  return null;
end $$;
create trigger counts after insert on records.page_decision for each row execute function records.count_decision();
create function records.ground_of_region() returns trigger language plpgsql as $$
declare
  page constant integer := (select d.page_no from records.page_decision d where d.decision_id = new.decision_id);
begin
  if not records.determined(new, page) then
    raise exception using errcode = 'CD023', message = 'withheld-without-determination';
  elsif not records.written_down(new.reliance_id, new.record_id, page) then
    raise exception using errcode = 'CD025', message = 'other-grounds-are-written-down';
  end if;
  return new;
end $$;
create trigger ground before insert on records.region for each row execute function records.ground_of_region();

-- A record has all its pages, and a decision all its regions and no more, by the end of the transaction.
create function records.whole_record() returns trigger language plpgsql as $$
begin
  if (select count(*) from records.page p where p.record_id = new.record_id) <> new.pages then
    raise exception using errcode = 'CD020', message = 'every-page-is-accounted-for';
  end if;
  return null;
end $$;
create constraint trigger whole_record after insert on records.record
  deferrable initially deferred for each row execute function records.whole_record();
create function records.all_regions() returns trigger language plpgsql as $$
begin
  if (select count(*) from records.region r where r.decision_id = new.decision_id)
      <> (select regions from records.page_decision d where d.decision_id = new.decision_id) then
    raise exception using errcode = 'CD021', message = 'redaction-has-regions';
  end if;
  return null;
end $$;
create constraint trigger all_regions after insert on records.page_decision
  deferrable initially deferred for each row execute function records.all_regions();
create constraint trigger all_regions after insert on records.region
  deferrable initially deferred for each row execute function records.all_regions();

-- Nobody decides a complaint about a request whose records they collected or reviewed.
create function records.judges_others() returns trigger language plpgsql
    security definer set search_path = records, pg_temp as $$
begin
  if exists (select from records.record r where r.case_id = new.case_id and r.collected_by = new.decided_by)
    or exists (select from records.page_decision d where d.case_id = new.case_id and d.decided_by = new.decided_by) then
    raise exception using errcode = 'CD026', message = 'complaint-about-own-work';
  end if;
  return new;
end $$;
revoke execute on function records.judges_others from public;
create trigger judges_reviews_of_others before insert on casework.complaint_outcome
  for each row execute function records.judges_others();
