create schema records;
grant usage on schema records to candour_app;

-- A record that a search found. The file and the search belong to the same case, or the row cannot be.
create table records.record (
  record_id uuid primary key,
  case_id uuid not null references casework.request,
  document_id uuid not null unique,
  search_id uuid not null,
  system_id text not null,
  title text not null check (char_length(title) between 1 and 300),
  period text not null default '' check (char_length(period) <= 200),
  pages integer not null check (pages between 1 and 10000),
  collected_by uuid not null references platform.account (account_id),
  collected_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (record_id, case_id),
  foreign key (document_id, case_id) references platform.document (document_id, case_id),
  foreign key (search_id, case_id) references casework.search (search_id, case_id),
  foreign key (search_id, system_id) references casework.search (search_id, system_id)
);
create index record_case on records.record (case_id, recorded_at);
create index record_search on records.record (search_id);
call common.evidence('records.record');
call common.personal('records.record');
call common.logged('records.record');
create trigger touch before insert on records.record for each row execute function casework.touch_case();

-- What the leak scan found in a rebuilt page. Only a clean one can be released.
create table records.leak_scan (
  document_id uuid primary key,
  case_id uuid not null,
  leaks integer not null check (leaks >= 0),
  clean boolean not null generated always as (leaks = 0) stored,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (document_id, case_id, clean),
  foreign key (document_id, case_id) references platform.document (document_id, case_id)
);
grant select, insert (document_id, case_id, leaks) on records.leak_scan to candour_app;
create trigger evidence_rows before update or delete on records.leak_scan
  for each row execute function common.refuse_change();
create trigger evidence_whole before truncate on records.leak_scan
  for each statement execute function common.refuse_change();
call common.personal('records.leak_scan');

-- Each look at a page: release, redact or withhold. The newest counts (records.page); the others stay.
create table records.page_decision (
  decision_id uuid primary key,
  record_id uuid not null,
  page_no integer not null check (page_no >= 1),
  case_id uuid not null,
  decision text not null check (decision in ('RELEASE', 'REDACT', 'WITHHOLD')),
  ground text references exemptions.exemption (code),
  proposal_id uuid,
  prepared_id uuid,
  scan_clean boolean check (scan_clean),
  decided_by uuid not null references platform.account (account_id),
  recorded_at timestamptz not null default clock_timestamp(),
  unique (decision_id, record_id, page_no),
  unique (decision_id, case_id),
  foreign key (record_id, case_id) references records.record (record_id, case_id),
  foreign key (prepared_id, case_id, scan_clean) references records.leak_scan (document_id, case_id, clean),
  foreign key (proposal_id, case_id, record_id) references exemptions.proposal (proposal_id, case_id, within_id),
  constraint released_pages_are_rebuilt_and_clean
    check ((decision = 'WITHHOLD') = (prepared_id is null) and (prepared_id is null) = (scan_clean is null)),
  constraint withheld_on_a_ground check ((decision = 'WITHHOLD') = (ground is not null)),
  constraint immigration_ground_needs_a_determination
    check ((ground is not distinct from 'IMMIGRATION') = (proposal_id is not null))
);
create index page_decision_page on records.page_decision (record_id, page_no, recorded_at);
call common.evidence('records.page_decision');
call common.personal('records.page_decision');
call common.logged('records.page_decision');
create trigger touch before insert on records.page_decision for each row execute function casework.touch_case();

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
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (decision_id, region_no),
  foreign key (decision_id, case_id) references records.page_decision (decision_id, case_id),
  foreign key (proposal_id, case_id, record_id) references exemptions.proposal (proposal_id, case_id, within_id),
  constraint immigration_ground_needs_a_determination check ((ground = 'IMMIGRATION') = (proposal_id is not null))
);
call common.evidence('records.region');
call common.personal('records.region');
call common.logged('records.region');

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
create function records.keep_pages() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.decision_id is not null then
    return new;
  end if;
  raise exception using errcode = 'CD001', message = 'evidence-is-append-only', table = 'page';
end $$;
create trigger kept before update or delete on records.page for each row execute function records.keep_pages();

-- A record has all its pages, and a redacted page has its regions, by the end of the transaction.
create function records.whole_record() returns trigger language plpgsql as $$
begin
  if (select count(*) from records.page p where p.record_id = new.record_id) <> new.pages then
    raise exception using errcode = 'CD020', message = 'every-page-is-accounted-for';
  end if;
  return null;
end $$;
create constraint trigger whole_record after insert on records.record
  deferrable initially deferred for each row execute function records.whole_record();
create function records.redacted_somewhere() returns trigger language plpgsql as $$
begin
  if (new.decision = 'REDACT') <> exists (select from records.region r where r.decision_id = new.decision_id) then
    raise exception using errcode = 'CD021', message = 'redaction-has-regions';
  end if;
  return null;
end $$;
create constraint trigger redacted_somewhere after insert on records.page_decision
  deferrable initially deferred for each row execute function records.redacted_somewhere();
