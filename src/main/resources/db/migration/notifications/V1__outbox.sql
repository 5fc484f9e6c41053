-- The post room: mail and letters, each queued in the transaction of the fact it tells of. One recipient a row.
create schema notifications;
grant usage on schema notifications to candour_app;

create table notifications.mail (
  mail_id uuid primary key,
  template text not null,
  sealed bytea,
  queued_at timestamptz not null default clock_timestamp(),
  due_at timestamptz not null default clock_timestamp(),
  attempts integer not null default 0,
  sent_at timestamptz,
  message_id text,
  check ((sealed is null) = (sent_at is not null))
);
create index mail_due on notifications.mail (due_at) where sent_at is null;
grant select, insert (mail_id, template, sealed), update (sealed, due_at, attempts, sent_at, message_id)
  on notifications.mail to candour_app;
call common.personal('notifications.mail');
create policy everyone_may_be_told on notifications.mail for insert to candour_app
  with check ((select common.acting_role()) is not null);

create table notifications.letter (
  letter_id uuid primary key,
  case_id uuid not null,
  -- Whose address stands in the window on the day on which it goes; null where it was written for one address only.
  recipient_id uuid,
  -- What is told is never posted: an officer says it by phone or in person, and the letter is what they say.
  delivery text not null check (delivery in ('POST', 'TELL')),
  template text not null,
  sealed bytea not null,
  queued_at timestamptz not null default clock_timestamp(),
  posted_at timestamptz,
  posted_by uuid references platform.account (account_id),
  -- It may never go any more, and waits no longer.
  called_off_at timestamptz,
  check ((posted_at is null) = (posted_by is null)),
  check (posted_at is null or called_off_at is null)
);
create index letter_waiting on notifications.letter (queued_at, letter_id) where posted_at is null and called_off_at is null;
grant select, insert (letter_id, case_id, recipient_id, delivery, template, sealed), update (delivery, sealed, posted_at, posted_by, called_off_at)
  on notifications.letter to candour_app;
call common.personal('notifications.letter');
create policy everyone_may_be_told on notifications.letter for insert to candour_app
  with check ((select common.acting_role()) is not null);

-- The day, in London, on which a mail was sent or a letter posted; null while it waits.
create function notifications.went_out(message uuid) returns date language sql stable
    security definer set search_path = notifications, pg_temp as $$
  select (coalesce((select sent_at from mail where mail_id = message), (select posted_at from letter where letter_id = message))
    at time zone 'Europe/London')::date
$$;
revoke execute on function notifications.went_out from public;
grant execute on function notifications.went_out to candour_app;
create function notifications.letter_waits(asked uuid) returns boolean language sql stable
  return exists (select from notifications.letter l where l.case_id = asked and l.posted_at is null and l.called_off_at is null);
