create schema oversight;
grant usage on schema oversight to candour_app, candour_report;

-- Kept aggregates, rebuilt from the modules' facts; the committee's pages read nothing else.
create table oversight.figure (
  measure text not null,
  month date not null,
  split text not null default '',
  n bigint not null check (n >= 0),
  primary key (measure, month, split)
);
create table oversight.rebuilt (
  id smallint primary key default 1 check (id = 1),
  rebuilt_at timestamptz not null default clock_timestamp()
);
grant select, insert, update, delete on oversight.figure, oversight.rebuilt to candour_report;

-- The days whose entries were counted, and the counts put in the log: each day once.
create table oversight.tally (
  day date primary key,
  recorded_at timestamptz not null default clock_timestamp()
);
call common.evidence('oversight.tally');
call common.logged('oversight.tally');
