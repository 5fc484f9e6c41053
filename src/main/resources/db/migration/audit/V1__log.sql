-- The decision log: an entry is written with the fact it is about; the sequencer then gives it a place in the tree (RFC 9162).
create schema audit;
grant usage on schema audit to candour_app, candour_sequencer;

-- Domains: PostgreSQL reads the checks of a table again for each statement, and those of a domain once a session.
create domain audit.class as text check (value ~ '^[a-z]+([.-][a-z]+)*$');
create domain audit.provision as text check (value ~ '^[a-z0-9-]+$');
create domain audit.entry_bytes as bytea check (octet_length(value) <= 512);

create table audit.entry (
  entry_id uuid primary key,
  class audit.class not null,
  provision audit.provision,
  day date not null,
  leaf audit.entry_bytes not null,
  case_id uuid,
  -- Sealed: the salt of the commitment and the payload as far as its rows.
  opening bytea not null,
  -- The end of the payload: what the transaction had done to rows that stand in the log (common.rows_to_log).
  rows text not null,
  -- Salt and words of the summary that the leaf also commits to: it names nobody, so that committees may have it without the rest.
  summary text,
  -- Sealed under the portal's own key, and so not erased with its case: what is said of the erasure itself.
  outlives_case boolean not null default false,
  recorded_at timestamptz not null default clock_timestamp()
);
-- What is sealed does not get smaller.
alter table audit.entry alter column opening set storage external;
create index entry_case on audit.entry (case_id, recorded_at) where case_id is not null;
create index entry_summary on audit.entry (entry_id) where summary is not null;
call common.evidence('audit.entry');
call common.personal('audit.entry');
-- Anybody's act may leave an entry, a requester's about their own case; only people at work may read one. Each act adds one row: what is asked
-- of it costs less in place than as a query.
drop policy at_work on audit.entry;
create policy at_work on audit.entry for select to candour_app using ((select common.at_work()));
create policy everyone_is_logged on audit.entry for insert to candour_app
  with check (common.acting_role() is not null and (common.acting_role() <> 'REQUESTER' or case_id = common.acting_key()));
-- Without their salt, digests of words that are few could be guessed at.
call platform.emptied_with_case('audit.entry', 'case_id = $1 and not outlives_case', 'rows');
create policy sequencing on audit.entry for select to candour_sequencer using (true);
grant select (entry_id, leaf) on audit.entry to candour_sequencer;

-- The leaf that commits to a payload (RFC 2104): its text so far, and what HMAC-SHA-256 mixes of the salt to stand before the inner hash and
-- before the payload.
create function audit.committed(start text, before_hash bytea, before_payload bytea, payload text) returns bytea language sql stable parallel safe
  return convert_to(start || encode(sha256(before_hash || sha256(before_payload || convert_to(payload, 'UTF8'))), 'base64') || chr(10), 'UTF8');

-- Openings that anyone may read, because nobody is in them.
create table audit.opened (
  entry_id uuid primary key references audit.entry,
  -- As it is sealed elsewhere.
  opening text not null,
  recorded_at timestamptz not null default clock_timestamp()
);
call common.evidence('audit.opened');
-- An opening as VerifyLog reads it, and as the portal itself writes one (Opening): of what is kept, 44 characters are the salt. Of what is in a
-- leaf, JSON spells only the ends of lines otherwise.
create function audit.opening_file(leaf bytea, kept text, rest text) returns text language sql immutable parallel safe
  return format('{"leaf":"%s","payload":%s%s,"salt":"%s"}', replace(convert_from(leaf, 'UTF8'), chr(10), '\n'),
    substr(kept, 45), rest, left(kept, 44));
create view audit.open_to_all as
  select entry_id, e.class, audit.opening_file(e.leaf, o.opening, e.rows || ']}') as opening
  from audit.opened o join audit.entry e using (entry_id);
grant select on audit.open_to_all to candour_app;

-- Entries that have no place in the tree yet: filled by the entry itself, emptied by the sequencer.
create table audit.unsequenced (
  -- Without a foreign key, which would lock the new entry again: only the trigger writes here.
  entry_id uuid primary key
);
create function audit.queue_entry() returns trigger language plpgsql security definer set search_path = audit, pg_temp as $$
begin
  insert into audit.unsequenced (entry_id) values (new.entry_id);
  return null;
end $$;
revoke execute on function audit.queue_entry from public;
create trigger queue_entry after insert on audit.entry for each row execute function audit.queue_entry();
grant select, delete on audit.unsequenced to candour_sequencer;
grant select on audit.unsequenced to candour_app;

-- Dense places in the tree: never an identity column, which leaves gaps.
create table audit.leaf (
  leaf_index bigint primary key check (leaf_index >= 0),
  entry_id uuid not null unique,
  leaf bytea not null
);
-- More than a foreign key, and without its lock, which would write every entry a second time: entries never change and never go.
create function audit.as_written() returns trigger language plpgsql as $$
begin
  if not exists (select from audit.entry e where e.entry_id = new.entry_id and e.leaf = new.leaf) then
    raise exception using errcode = '23503', message = 'a leaf is that of an entry';
  end if;
  return new;
end $$;
create trigger as_written before insert on audit.leaf for each row execute function audit.as_written();
create table audit.tile (
  level smallint not null check (level >= 0),
  tile_index bigint not null check (tile_index >= 0),
  width smallint not null check (width between 1 and 256),
  hashes bytea not null check (octet_length(hashes) = 32 * width),
  primary key (level, tile_index, width)
);
alter table audit.tile alter column hashes set storage external;
-- One root a size: two nodes cannot sign two trees.
create table audit.checkpoint (
  size bigint primary key check (size >= 0),
  root bytea not null check (octet_length(root) = 32),
  integrated_at timestamptz not null default clock_timestamp()
);
create table audit.signature (
  size bigint primary key references audit.checkpoint,
  note text not null,
  signed_at timestamptz not null default clock_timestamp()
);
grant select on audit.leaf, audit.tile, audit.checkpoint, audit.signature to candour_app;
grant select, insert on audit.leaf, audit.tile to candour_sequencer;
grant select, insert (size, root) on audit.checkpoint to candour_sequencer;
grant select, insert (size, note) on audit.signature to candour_sequencer;
call common.append_only('audit.leaf');
call common.append_only('audit.tile');
call common.append_only('audit.checkpoint');
call common.append_only('audit.signature');

-- What witnesses outside have said of a signed tree (c2sp.org/tlog-cosignature).
create table audit.cosignature (
  size bigint not null references audit.signature,
  vkey text not null,
  line text not null check (char_length(line) <= 8192),
  witnessed_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (size, vkey)
);
create index cosignature_of on audit.cosignature (vkey, size desc);
-- The signed trees on which an answer may rest, and why: the log's signature where nobody else is asked, enough witnesses,
-- or an entry of the log that says how long they were waited for.
create table audit.vouched (
  size bigint primary key references audit.signature,
  basis text not null check (basis in ('SIGNATURE', 'WITNESSES', 'MISSED')),
  quorum smallint not null check (quorum >= 0),
  entry_id uuid unique references audit.entry,
  recorded_at timestamptz not null default clock_timestamp(),
  check ((basis = 'SIGNATURE') = (quorum = 0)),
  check ((basis = 'MISSED') = (entry_id is not null))
);
create function audit.guard_vouched() returns trigger language plpgsql as $$
begin
  if new.basis = 'WITNESSES' and new.quorum > (select count(*) from audit.cosignature c where c.size = new.size)
    or new.basis = 'MISSED' and not exists (
      select from audit.entry e where e.entry_id = new.entry_id and e.class = 'log.witness-missed') then
    raise exception using errcode = 'CD046', message = 'log-is-not-vouched-for';
  end if;
  return new;
end $$;
create trigger guard before insert on audit.vouched for each row execute function audit.guard_vouched();
grant select (class) on audit.entry to candour_sequencer;
grant select on audit.cosignature, audit.vouched to candour_app, candour_sequencer;
grant insert (size, vkey, line, witnessed_at) on audit.cosignature to candour_sequencer;
grant insert (size, basis, quorum, entry_id) on audit.vouched to candour_sequencer;
call common.append_only('audit.cosignature');
call common.append_only('audit.vouched');

create function audit.newest_vouched() returns bigint language sql stable
  return (select max(size) from audit.vouched);

-- How many entries of a class the case has.
create function audit.entries_about(asked uuid, of_class text) returns bigint language sql stable
  return (select count(*) from audit.entry e where e.case_id = asked and e.class = of_class);

-- Whether every entry about a determination of the case has its leaf under a tree on which an answer may rest.
create function audit.vouches_for(asked uuid) returns boolean language sql stable as $$
  select not exists (
    select from audit.entry e left join audit.leaf l using (entry_id)
    where e.case_id = asked and e.class like 'determination.%'
      and coalesce(l.leaf_index >= (select coalesce(max(size), 0) from audit.vouched), true))
$$;

-- What an answer rests on, under the root that its entry commits to: what the person may know apart from the whole.
create table audit.receipt (
  root bytea check (octet_length(root) = 32),
  for_person boolean,
  case_id uuid not null,
  sealed bytea not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (root, for_person)
);
create index receipt_case on audit.receipt (case_id);
call common.evidence('audit.receipt');
call common.personal('audit.receipt');
create policy own on audit.receipt for select to candour_app
  using ((select common.acting_role()) = 'REQUESTER' and for_person and case_id = (select common.acting_key()));
-- The entries of the answers that a case got: of all entries, those which the person may open as well.
create function audit.answers(asked uuid)
    returns table (entry_id uuid, leaf_index bigint, leaf bytea, opening bytea, rows text) language sql stable
    security definer set search_path = audit, pg_temp as $$
  select e.entry_id, l.leaf_index, e.leaf, e.opening, e.rows from audit.entry e left join audit.leaf l using (entry_id)
    where e.case_id = asked and e.class in ('response.sent', 'response.supplemented')
      and (common.at_work() or common.acting_role() = 'REQUESTER' and asked = common.acting_key())
    order by e.recorded_at, e.entry_id
$$;
revoke execute on function audit.answers from public;
grant execute on function audit.answers to candour_app;

-- Everything that the log knows about a case, for those who may demand it: one senior officer asks, another approves.
create table audit.opening_request (
  request_id uuid primary key,
  case_id uuid not null,
  recipient text not null check (recipient in ('COMMISSIONER', 'TRIBUNAL', 'COURT')),
  reason text not null check (char_length(reason) between 10 and 4000),
  requested_by uuid not null references platform.account (account_id),
  recorded_at timestamptz not null default clock_timestamp(),
  unique (request_id, case_id, requested_by)
);
create index opening_request_case on audit.opening_request (case_id);
call common.acts('audit.opening_request', 'requested_by');
call platform.in_office('audit.opening_request', 'requested_by', 'senior-officer-only', 'SENIOR');
call platform.emptied_with_case('audit.opening_request', 'case_id = $1', 'reason');
create table audit.opening_approval (
  request_id uuid primary key,
  case_id uuid not null,
  requested_by uuid not null,
  approved_by uuid not null references platform.account (account_id),
  recorded_at timestamptz not null default clock_timestamp(),
  foreign key (request_id, case_id, requested_by) references audit.opening_request (request_id, case_id, requested_by),
  constraint four_eyes check (approved_by <> requested_by)
);
call common.acts('audit.opening_approval', 'approved_by');
call platform.in_office('audit.opening_approval', 'approved_by', 'senior-officer-only', 'SENIOR');

-- What committees read: the reviewed summaries of what is under a signature, without a word of whom they are about.
create view audit.facts as
  select l.leaf_index, l.leaf, e.provision, e.day, audit.opening_file(l.leaf, e.summary, '') as summary
  from audit.entry e join audit.leaf l using (entry_id)
  where e.summary is not null and l.leaf_index < (select coalesce(max(size), 0) from audit.signature);
grant usage on schema audit to candour_report;
grant select on audit.facts to candour_report;
