-- The decision log: an entry is written with the fact it is about; the sequencer then gives it a place in the tree (RFC 9162).
create schema audit;
grant usage on schema audit to candour_app, candour_sequencer;

create table audit.entry (
  entry_id uuid primary key,
  class text not null check (class ~ '^[a-z]+([.-][a-z]+)*$'),
  provision text check (provision ~ '^[a-z0-9-]+$'),
  day date not null,
  leaf bytea not null check (octet_length(leaf) <= 512),
  case_id uuid,
  opening bytea not null,
  recorded_at timestamptz not null default clock_timestamp()
);
create index entry_case on audit.entry (case_id, recorded_at) where case_id is not null;
call common.evidence('audit.entry');
call common.personal('audit.entry');
-- Anybody's act may leave an entry, a requester's about their own case; only people at work may read one.
create policy everyone_is_logged on audit.entry for insert to candour_app
  with check ((select common.acting_role()) <> 'REQUESTER' or case_id = (select common.acting_key()));
create policy sequencing on audit.entry for select to candour_sequencer using (true);
grant select (entry_id, leaf) on audit.entry to candour_sequencer;

-- Openings that anyone may read, because nobody is in them.
create table audit.opened (
  entry_id uuid primary key references audit.entry,
  opening text not null,
  recorded_at timestamptz not null default clock_timestamp()
);
call common.evidence('audit.opened');

-- Entries that have no place in the tree yet: filled by the entry itself, emptied by the sequencer.
create table audit.unsequenced (
  entry_id uuid primary key references audit.entry,
  leaf bytea not null
);
create function audit.queue_entry() returns trigger language plpgsql security definer set search_path = audit, pg_temp as $$
begin
  insert into audit.unsequenced (entry_id, leaf) values (new.entry_id, new.leaf);
  return null;
end $$;
create trigger queue_entry after insert on audit.entry for each row execute function audit.queue_entry();
grant select, delete on audit.unsequenced to candour_sequencer;
grant select on audit.unsequenced to candour_app;

-- Dense places in the tree: never an identity column, which leaves gaps.
create table audit.leaf (
  leaf_index bigint primary key check (leaf_index >= 0),
  entry_id uuid not null unique references audit.entry,
  leaf bytea not null
);
create table audit.tile (
  level smallint not null check (level >= 0),
  tile_index bigint not null check (tile_index >= 0),
  width smallint not null check (width between 1 and 256),
  hashes bytea not null check (octet_length(hashes) = 32 * width),
  primary key (level, tile_index, width)
);
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
create trigger evidence_rows before update or delete on audit.leaf for each row execute function common.refuse_change();
create trigger evidence_rows before update or delete on audit.tile for each row execute function common.refuse_change();
create trigger evidence_rows before update or delete on audit.checkpoint for each row execute function common.refuse_change();
create trigger evidence_rows before update or delete on audit.signature for each row execute function common.refuse_change();
create trigger evidence_whole before truncate on audit.leaf for each statement execute function common.refuse_change();
create trigger evidence_whole before truncate on audit.tile for each statement execute function common.refuse_change();
create trigger evidence_whole before truncate on audit.checkpoint for each statement execute function common.refuse_change();
create trigger evidence_whole before truncate on audit.signature for each statement execute function common.refuse_change();
