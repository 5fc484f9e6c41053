-- What the limit pages read: plain rows without policies, in the order of an index. Run by the owner.
create schema bench;
grant usage on schema bench to candour_app;
create table bench.line (
  case_id uuid primary key,
  number text not null,
  name text not null,
  received_on date not null,
  due_on date not null,
  stage text not null,
  officer text not null
);
create index line_due on bench.line (due_on, case_id);
grant select, insert on bench.line to candour_app;
