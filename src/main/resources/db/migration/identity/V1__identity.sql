create schema identity;
grant usage on schema identity to candour_app;

-- The person whose records are asked for, as they describe themselves.
create table identity.data_subject (
  subject_id uuid primary key,
  full_name text not null check (char_length(full_name) between 1 and 300),
  name_key text not null default '' check (char_length(name_key) <= 300),
  other_names text not null default '' check (char_length(other_names) <= 2000),
  birth_year smallint check (birth_year between 1850 and 2200),
  birth_month smallint check (birth_month between 1 and 12),
  birth_day smallint check (birth_day between 1 and 31),
  birth_approximate boolean not null default false,
  birth_words text not null default '' check (char_length(birth_words) <= 200),
  recorded_at timestamptz not null default clock_timestamp(),
  check (birth_day is null or birth_month is not null),
  check (birth_month is null or birth_year is not null),
  check (birth_year is null or birth_words = '')
);
create index data_subject_name on identity.data_subject (name_key);
call common.acts('identity.data_subject');
call platform.emptied_with_case('identity.data_subject', 'subject_id = $2', 'full_name', 'name_key', 'other_names', 'birth_year',
  'birth_month', 'birth_day', 'birth_words');
create policy newcomer on identity.data_subject for insert to candour_app
  with check ((select common.acting_role()) = 'VISITOR');
create policy own on identity.data_subject for select to candour_app
  using ((select common.acting_role()) = 'REQUESTER' and subject_id = (select common.acting_id()));

-- How many different ones are among them: a constraint cannot count by itself.
create function identity.differing(chosen text[]) returns bigint language sql immutable parallel safe
  return (select count(distinct one) from unnest(chosen) one);

-- Who asks, and how they can be reached.
create table identity.requester (
  requester_id uuid primary key,
  subject_id uuid not null references identity.data_subject,
  capacity text not null default 'SELF' check (capacity in ('SELF', 'PARENT', 'RELATIVE_OR_FRIEND', 'ADVISER', 'EXECUTOR')),
  full_name text not null default '' check (char_length(full_name) <= 300),
  relation text not null default '' check (char_length(relation) <= 200),
  firm text not null default '' check (char_length(firm) <= 300),
  regulator text check (regulator in ('IMMIGRATION_ADVICE_AUTHORITY', 'SOLICITORS_REGULATION_AUTHORITY', 'BAR_STANDARDS_BOARD', 'CILEX_REGULATION',
    'LAW_SOCIETY_OF_SCOTLAND', 'FACULTY_OF_ADVOCATES', 'LAW_SOCIETY_OF_NORTHERN_IRELAND', 'BAR_OF_NORTHERN_IRELAND')),
  regulator_number text not null default '' check (char_length(regulator_number) <= 60),
  email text check (char_length(email) between 3 and 254 and email = lower(email)),
  phone text check (char_length(phone) <= 60),
  postal_address text check (char_length(postal_address) <= 1000),
  letters_to text check (char_length(letters_to) <= 1000),
  language text not null check (language in ('en', 'cy')),
  identity_routes text[] not null default '{}' check (identity_routes <@ array['PASSPORT_OR_OTHER_PHOTO', 'KNOWN_TO_THE_OFFICE',
    'TWO_OF_A_LIST', 'SOMEONE_WHO_KNOWS_ME', 'TALK_TO_ME']),
  identity_papers text[] not null default '{}' check (identity_papers <@ array['NATIONAL_INSURANCE_NUMBER', 'SCHOOL', 'UNION', 'GP',
    'LANDING_CARD_OR_SHIP', 'SWORN_STATEMENT', 'REFEREE']),
  referee_name text not null default '' check (char_length(referee_name) <= 300),
  referee_reach text not null default '' check (char_length(referee_reach) <= 1000),
  identity_words text not null default '' check (char_length(identity_words) <= 4000),
  recorded_at timestamptz not null default clock_timestamp(),
  constraint two_of_a_list check (case when 'TWO_OF_A_LIST' = any (identity_routes) then identity.differing(identity_papers) >= 2
    else identity_papers = '{}' end),
  constraint referee_who_knows_them check (referee_name || referee_reach = '' or 'SOMEONE_WHO_KNOWS_ME' = any (identity_routes)),
  check (email is not null or phone is not null or postal_address is not null),
  check ((capacity = 'SELF') = (full_name = '')),
  check ((capacity in ('PARENT', 'RELATIVE_OR_FRIEND', 'EXECUTOR')) = (relation <> '')),
  check (case when capacity = 'ADVISER' then firm <> '' and regulator is not null and regulator_number <> ''
    else firm = '' and regulator is null and regulator_number = '' end),
  unique (requester_id, capacity),
  unique (requester_id, subject_id, capacity)
);
create index requester_subject on identity.requester (subject_id);
create index requester_email on identity.requester (email);
call common.acts('identity.requester');
call platform.emptied_with_case('identity.requester', 'subject_id = $2', 'full_name', 'relation', 'firm', 'regulator_number',
  'email', 'phone', 'postal_address', 'letters_to', 'referee_name', 'referee_reach', 'identity_words');
create policy newcomer on identity.requester for insert to candour_app
  with check ((select common.acting_role()) = 'VISITOR');
-- Whoever asks for somebody does not read how that person themselves is reached.
create policy own on identity.requester for select to candour_app
  using ((select common.acting_role()) = 'REQUESTER' and subject_id = (select common.acting_id())
    and (capacity <> 'SELF' or requester_id = (select common.acting_asker())));

-- What the office must mind when it reaches somebody; the latest counts.
create table identity.safe_contact (
  safe_contact_id uuid primary key,
  requester_id uuid not null references identity.requester,
  words text not null default '' check (char_length(words) <= 4000),
  no_letters boolean not null,
  no_calls boolean not null,
  no_messages boolean not null,
  -- By which they know that it is really the office. It stands in what the office sends: it can hold no link and no number to ring. What
  -- those are made of is named, since what a letter is depends on the locale.
  word text not null default '',
  recorded_at timestamptz not null default clock_timestamp(),
  constraint a_word check (char_length(word) <= 30
      and word !~ '[\u0001-\u001f!-&(-,./-@\[-`{-\u009f\u2000-\u200f\u2012-\u2017\u201a-\u206f\u3002\uff0e-\uff1a\uff61]'
    or word = platform.emptied_words())
);
create index safe_contact_requester on identity.safe_contact (requester_id, recorded_at);
call common.acts('identity.safe_contact');
call platform.emptied_with_case('identity.safe_contact',
  'requester_id in (select q.requester_id from identity.requester q where q.subject_id = $2)', 'words', 'word');
create policy newcomer on identity.safe_contact for insert to candour_app
  with check ((select common.acting_role()) = 'VISITOR');
create policy own on identity.safe_contact to candour_app
  using ((select common.acting_role()) = 'REQUESTER' and requester_id = (select common.acting_asker()))
  with check ((select common.acting_role()) = 'REQUESTER' and requester_id = (select common.acting_asker()));

-- A change of how somebody is reached: what it is to be from then on, as a whole. It has no effect before it is confirmed.
create table identity.contact_change (
  change_id uuid primary key,
  requester_id uuid not null references identity.requester,
  email text check (char_length(email) between 3 and 254 and email = lower(email)),
  phone text check (char_length(phone) <= 60),
  postal_address text check (char_length(postal_address) <= 1000),
  letters_to text check (char_length(letters_to) <= 1000),
  confirm_by text not null check (confirm_by in ('EMAIL', 'POST', 'OFFICE')),
  -- Of the link that the old address was sent; and of the code in the letter there.
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  code_hash bytea check (octet_length(code_hash) = 32),
  -- Who took it down; null where they asked themselves.
  officer_id uuid references platform.account (account_id),
  asked_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > asked_at),
  recorded_at timestamptz not null default clock_timestamp(),
  check ((confirm_by = 'POST') = (code_hash is not null)),
  constraint no_way_left check (email is not null or phone is not null or postal_address is not null or letters_to is not null),
  unique (change_id, token_hash),
  unique (change_id, code_hash)
);
create index contact_change_requester on identity.contact_change (requester_id, recorded_at);
call common.acts('identity.contact_change', 'officer_id');
call platform.in_office('identity.contact_change', 'officer_id', 'caseworkers-only', 'CASEWORKER', 'SENIOR');
call platform.emptied_with_case('identity.contact_change',
  'requester_id in (select q.requester_id from identity.requester q where q.subject_id = $2)', 'email', 'phone', 'postal_address', 'letters_to');
create policy own on identity.contact_change to candour_app
  using ((select common.acting_role()) = 'REQUESTER' and requester_id = (select common.acting_asker()))
  with check ((select common.acting_role()) = 'REQUESTER' and requester_id = (select common.acting_asker()));

-- Wrong guesses at the code in the letter.
create table identity.contact_guess (
  change_id uuid not null references identity.contact_change,
  guess_no smallint not null check (guess_no between 1 and 5),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (change_id, guess_no)
);
call common.evidence('identity.contact_guess');
call common.personal('identity.contact_guess');
create policy own on identity.contact_guess to candour_app
  using ((select common.acting_role()) = 'REQUESTER'
    and exists (select from identity.contact_change c where c.change_id = contact_guess.change_id))
  with check ((select common.acting_role()) = 'REQUESTER'
    and exists (select from identity.contact_change c where c.change_id = contact_guess.change_id));

-- Where the old way is lost: how an officer made sure that it is they who ask.
create table identity.contact_check (
  change_id uuid primary key references identity.contact_change,
  how text not null check (how in ('RANG_THE_OLD_NUMBER', 'IN_PERSON', 'DOCUMENT', 'QUESTIONS')),
  words text not null check (char_length(words) between 10 and 4000),
  officer_id uuid not null references platform.account (account_id),
  checked_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (change_id, officer_id)
);
call common.acts('identity.contact_check', 'officer_id');
call platform.in_office('identity.contact_check', 'officer_id', 'caseworkers-only', 'CASEWORKER', 'SENIOR');
call platform.emptied_with_case('identity.contact_check', $$change_id in (select c.change_id from identity.contact_change c
  join identity.requester q using (requester_id) where q.subject_id = $2)$$, 'words');

-- What became of a change. It takes effect by whoever reads what came to the old address, or by two officers.
create table identity.contact_end (
  change_id uuid primary key references identity.contact_change,
  cause text not null check (cause in ('CONFIRMED', 'CONFIRMED_IN_OFFICE', 'NOT_ME', 'TAKEN_BACK', 'REPLACED', 'GUESSED')),
  effective boolean not null generated always as (cause in ('CONFIRMED', 'CONFIRMED_IN_OFFICE')) stored,
  token_hash bytea,
  code_hash bytea,
  checked_by uuid,
  officer_id uuid references platform.account (account_id),
  ended_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  foreign key (change_id, token_hash) references identity.contact_change (change_id, token_hash),
  foreign key (change_id, code_hash) references identity.contact_change (change_id, code_hash),
  foreign key (change_id, checked_by) references identity.contact_check (change_id, officer_id),
  constraint confirmed_through_the_old_channel check (case cause
    when 'CONFIRMED' then num_nonnulls(token_hash, code_hash) = 1 and checked_by is null and officer_id is null
    when 'CONFIRMED_IN_OFFICE' then num_nonnulls(token_hash, code_hash) = 0 and checked_by is not null and officer_id is not null
    else checked_by is null end),
  constraint four_eyes check (officer_id <> checked_by)
);
call common.acts('identity.contact_end', 'officer_id');
call platform.in_office('identity.contact_end', 'officer_id', 'caseworkers-only', 'CASEWORKER', 'SENIOR');
call platform.stays_with_case('identity.contact_end', $$change_id in (select c.change_id from identity.contact_change c
  join identity.requester q using (requester_id) where q.subject_id = $2)$$);
create policy own on identity.contact_end to candour_app
  using ((select common.acting_role()) = 'REQUESTER'
    and exists (select from identity.contact_change c where c.change_id = contact_end.change_id))
  with check ((select common.acting_role()) = 'REQUESTER'
    and exists (select from identity.contact_change c where c.change_id = contact_end.change_id));

-- For whom else a change is to count: whoever is certainly the same person and is reached in the very same ways.
create table identity.contact_also (
  change_id uuid not null references identity.contact_change,
  requester_id uuid not null references identity.requester,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (change_id, requester_id)
);
call common.acts('identity.contact_also');
call platform.stays_with_case('identity.contact_also', $$change_id in (select c.change_id from identity.contact_change c
  join identity.requester q using (requester_id) where q.subject_id = $2)$$);
create policy own on identity.contact_also to candour_app
  using ((select common.acting_role()) = 'REQUESTER'
    and exists (select from identity.contact_change c where c.change_id = contact_also.change_id))
  with check ((select common.acting_role()) = 'REQUESTER'
    and exists (select from identity.contact_change c where c.change_id = contact_also.change_id));

-- How somebody is reached since a change took effect: written below where it does, and by nobody else.
create table identity.contact_changed (
  change_id uuid not null references identity.contact_change,
  requester_id uuid not null references identity.requester,
  email text,
  phone text,
  postal_address text,
  letters_to text,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (change_id, requester_id)
);
create index contact_changed_requester on identity.contact_changed (requester_id, recorded_at);
create index contact_changed_email on identity.contact_changed (email);
call common.acts('identity.contact_changed');
revoke insert on identity.contact_changed from candour_app;
call platform.emptied_with_case('identity.contact_changed',
  'requester_id in (select q.requester_id from identity.requester q where q.subject_id = $2)', 'email', 'phone', 'postal_address', 'letters_to');
create policy kept_by_triggers on identity.contact_changed to current_user using (true) with check (true);
create policy own on identity.contact_changed for select to candour_app
  using ((select common.acting_role()) = 'REQUESTER' and requester_id = (select common.acting_asker()));

-- Where what is mailed has been shown to reach somebody: they opened a link that went there. Written where links are used, and by nobody else.
create table identity.shown (
  requester_id uuid not null references identity.requester,
  email text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (requester_id, email)
);
call common.acts('identity.shown');
revoke insert on identity.shown from candour_app;
call platform.deleted_with_case('identity.shown',
  'requester_id in (select q.requester_id from identity.requester q where q.subject_id = $2)');
create policy kept_by_triggers on identity.shown to current_user using (true) with check (true);
create policy own on identity.shown for select to candour_app
  using ((select common.acting_role()) = 'REQUESTER' and requester_id = (select common.acting_asker()));

-- How somebody is reached now: the one place that says so.
create view identity.contact with (security_invoker = true) as
  select r.requester_id, c.change_id, case when c.change_id is null then r.email else c.email end as email,
    case when c.change_id is null then r.phone else c.phone end as phone,
    case when c.change_id is null then r.postal_address else c.postal_address end as postal_address,
    case when c.change_id is null then r.letters_to else c.letters_to end as letters_to,
    coalesce(s.words, '') as safe_words, coalesce(s.no_letters, false) as no_letters, coalesce(s.no_calls, false) as no_calls,
    coalesce(s.no_messages, false) as no_messages, coalesce(s.word, '') as word
  from identity.requester r
  left join lateral (select * from identity.contact_changed h where h.requester_id = r.requester_id
    order by h.recorded_at desc limit 1) c on true
  left join lateral (select * from identity.safe_contact k where k.requester_id = r.requester_id
    order by k.recorded_at desc, k.safe_contact_id desc limit 1) s on true;
grant select on identity.contact to candour_app;
-- Everybody who is reached at this e-mail address now.
-- How each of them is reached now is read one after the other ("offset 0"): the planner would else read how everybody is.
create function identity.reached_at(mail text) returns setof uuid language sql stable as $$
  select ever.requester_id from (
    select r.requester_id from identity.requester r where r.email = mail
    union select h.requester_id from identity.contact_changed h where h.email = mail) ever
  cross join lateral (select c.email from identity.contact c where c.requester_id = ever.requester_id offset 0) now
  where now.email = mail
$$;
-- Everybody who is certainly the same as this one, and is reached in the very same ways: of those who ask for themselves, by name and date of
-- birth; of those who ask for others, by name, firm and e-mail address. For people at work, and for that one.
create function identity.reached_alike(asked uuid) returns setof uuid language sql stable
    security definer set search_path = identity, pg_temp as $$
  with one as materialized (
    select r.capacity, r.full_name, r.firm, r.regulator, r.regulator_number, s.name_key, c.email,
      (s.birth_year, s.birth_month, s.birth_day, s.birth_approximate, s.birth_words) as birth,
      s.birth_year is not null or s.birth_words <> '' as is_known,
      (c.email, c.phone, c.postal_address, c.letters_to, c.no_letters, c.no_calls) as ways
    from requester r join data_subject s using (subject_id) join contact c using (requester_id)
    where r.requester_id = asked and (common.at_work() or common.acting_asker() = asked)),
  other as materialized (
    select q.requester_id from one join data_subject t on t.name_key = one.name_key and t.name_key <> '' and one.is_known
        and (t.birth_year, t.birth_month, t.birth_day, t.birth_approximate, t.birth_words) is not distinct from one.birth
      join requester q on q.subject_id = t.subject_id
      where one.capacity = 'SELF' and q.capacity = 'SELF'
    union all
    select q.requester_id from one cross join reached_at(case when one.capacity <> 'SELF' then one.email end) mailed (id)
      cross join lateral (select * from requester q where q.requester_id = mailed.id offset 0) q
      where (q.capacity, q.full_name, q.firm, q.regulator, q.regulator_number)
        is not distinct from (one.capacity, one.full_name, one.firm, one.regulator, one.regulator_number))
  select o.requester_id from one cross join other o cross join lateral (select * from contact d where d.requester_id = o.requester_id offset 0) d
  where o.requester_id <> asked
    and (d.email, d.phone, d.postal_address, d.letters_to, d.no_letters, d.no_calls) is not distinct from one.ways
$$;
revoke execute on function identity.reached_alike from public;
grant execute on function identity.reached_alike to candour_app;
create function identity.also_in_time() returns trigger language plpgsql security definer set search_path = identity, pg_temp as $$
begin
  if exists (select from contact_check k where k.change_id = new.change_id)
      or exists (select from contact_end e where e.change_id = new.change_id) then
    raise exception using errcode = 'CD081', message = 'change-is-looked-at';
  end if;
  return new;
end $$;
revoke execute on function identity.also_in_time from public;
create trigger also_in_time before insert on identity.contact_also for each row execute function identity.also_in_time();
-- Asked once for all that are added, and of no other change: a firm may have hundreds.
create function identity.also_alike() returns trigger language plpgsql security definer set search_path = identity, pg_temp as $$
begin
  if exists (select a.change_id, a.requester_id from added a except
      select c.change_id, reached_alike(c.requester_id) from contact_change c where c.change_id in (select a.change_id from added a)) then
    raise exception using errcode = 'CD081', message = 'not-the-same-person';
  end if;
  return null;
end $$;
revoke execute on function identity.also_alike from public;
create trigger also_alike after insert on identity.contact_also referencing new table as added
  for each statement execute function identity.also_alike();

-- Whether letters may be put in the post to somebody, for whoever writes to them: a visitor may not read what they wrote.
create function identity.takes_letters(asked uuid) returns boolean language sql stable
    security definer set search_path = identity, pg_temp as $$
  select coalesce((select not no_letters and coalesce(letters_to, postal_address) is not null from contact where requester_id = asked), false)
$$;
revoke execute on function identity.takes_letters from public;
grant execute on function identity.takes_letters to candour_app;
-- Of two changes of how somebody is reached, one comes first.
create function identity.hold_contact(held uuid) returns void language sql
  return pg_advisory_xact_lock(hashtextextended('identity.contact ' || held, 0));
-- Whoever says how not to be reached, or is reached otherwise, can still be reached in one way.
create function identity.keep_a_way() returns trigger language plpgsql security definer set search_path = identity, pg_temp as $$
begin
  perform hold_contact(new.requester_id);
  if not exists (select from contact c where c.requester_id = new.requester_id
      and (c.email is not null or c.phone is not null and not c.no_calls or takes_letters(c.requester_id))) then
    raise exception using errcode = 'CD080', message = 'no-way-left';
  end if;
  return null;
end $$;
revoke execute on function identity.keep_a_way from public;
create trigger keep_a_way after insert on identity.safe_contact for each row execute function identity.keep_a_way();
create trigger keep_a_way after insert on identity.contact_changed for each row execute function identity.keep_a_way();

-- One change at a time, and each confirmed the way the release code would come now: who reads the mail alone changes nothing but the mail.
create function identity.ask_change() returns trigger language plpgsql security definer set search_path = identity, pg_temp as $$
declare
  now_reached contact;
  same_post boolean;
begin
  perform hold_contact(new.requester_id);
  -- What took effect while this one waited came before it.
  new.recorded_at := clock_timestamp();
  select * into now_reached from contact c where c.requester_id = new.requester_id;
  same_post := (new.phone, new.postal_address, new.letters_to)
    is not distinct from (now_reached.phone, now_reached.postal_address, now_reached.letters_to);
  if same_post and new.email is not distinct from now_reached.email then
    raise exception using errcode = 'CD081', message = 'nothing-has-changed';
  elsif new.confirm_by = 'EMAIL' and not (now_reached.email is not null and same_post)
      or new.confirm_by = 'POST' and not takes_letters(new.requester_id) then
    raise exception using errcode = 'CD081', message = 'confirm-through-the-old-way';
  elsif exists (select from contact_change c where c.requester_id = new.requester_id and c.expires_at > new.asked_at
      and not exists (select from contact_end e where e.change_id = c.change_id)) then
    raise exception using errcode = 'CD081', message = 'change-is-open';
  end if;
  return new;
end $$;
revoke execute on function identity.ask_change from public;
create trigger ask_change before insert on identity.contact_change for each row execute function identity.ask_change();
create function identity.end_change() returns trigger language plpgsql security definer set search_path = identity, pg_temp as $$
declare
  change constant contact_change := (select c from contact_change c where c.change_id = new.change_id);
  confirmed constant boolean := new.cause in ('CONFIRMED', 'CONFIRMED_IN_OFFICE');
begin
  perform hold_contact(held.id) from (select change.requester_id as id
    union select a.requester_id from contact_also a where a.change_id = new.change_id order by id) held;
  -- What was told to one address is not confirmed through another.
  if confirmed and exists (select from contact_changed f where f.requester_id = change.requester_id and f.recorded_at > change.recorded_at) then
    raise exception using errcode = 'CD081', message = 'reached-otherwise-since';
  elsif confirmed and (new.ended_at >= change.expires_at or new.ended_at < change.asked_at) then
    raise exception using errcode = 'CD081', message = 'change-has-expired';
  -- Whoever asked could read the hash of what was sent; the portal alone has compared it with what came back.
  elsif new.cause = 'CONFIRMED' and (common.acting_role() is distinct from 'SYSTEM' or change.confirm_by = 'OFFICE' or (change.confirm_by = 'POST') <> (new.code_hash is not null)) then
    raise exception using errcode = 'CD081', message = 'confirm-through-the-old-way';
  elsif new.cause = 'CONFIRMED' and (select count(*) from contact_guess g where g.change_id = new.change_id) >= 5 then
    raise exception using errcode = 'CD081', message = 'too-many-guesses';
  elsif new.cause = 'CONFIRMED_IN_OFFICE' and new.ended_at < change.asked_at + interval '72 hours' then
    raise exception using errcode = 'CD081', message = 'old-address-has-time';
  end if;
  return new;
end $$;
revoke execute on function identity.end_change from public;
create trigger end_change before insert on identity.contact_end for each row execute function identity.end_change();
-- It takes effect for whoever asked.
create function identity.take_effect() returns trigger language plpgsql security definer set search_path = identity, pg_temp as $$
begin
  insert into contact_changed (change_id, requester_id, email, phone, postal_address, letters_to)
    select change_id, requester_id, email, phone, postal_address, letters_to from contact_change where change_id = new.change_id;
  return null;
end $$;
revoke execute on function identity.take_effect from public;
create trigger take_effect after insert on identity.contact_end for each row when (new.effective) execute function identity.take_effect();
-- And, in the same transaction, for each for whom else it is to count, if they are still reached where it was confirmed; one after the other, since
-- each has a case of its own, and an entry of the log in it.
create function identity.take_effect_too(confirmed uuid, other uuid) returns boolean language plpgsql security definer set search_path = identity, pg_temp as $$
begin
  insert into contact_changed (change_id, requester_id, email, phone, postal_address, letters_to)
    select c.change_id, a.requester_id, c.email, c.phone, c.postal_address, c.letters_to
    from contact_change c join contact_end e using (change_id) join contact_also a using (change_id)
      join requester q on q.requester_id = c.requester_id join contact asker on asker.requester_id = c.requester_id
      join contact o on o.requester_id = a.requester_id
      left join lateral (select * from contact_changed h where h.requester_id = c.requester_id and h.change_id <> c.change_id
        order by h.recorded_at desc limit 1) b on true
    where common.at_work() and c.change_id = confirmed and a.requester_id = other and e.effective and e.xmin = pg_current_xact_id()::xid
      and (o.email, o.phone, o.postal_address, o.letters_to) is not distinct from
        (case when b.change_id is null then (q.email, q.phone, q.postal_address, q.letters_to) else (b.email, b.phone, b.postal_address, b.letters_to) end)
      and (o.no_letters, o.no_calls) = (asker.no_letters, asker.no_calls);
  return found;
end $$;
revoke execute on function identity.take_effect_too from public;
grant execute on function identity.take_effect_too to candour_app;

-- Nothing is put in the post to somebody who takes no letters, whoever writes and whatever about.
create function identity.no_letters() returns trigger language plpgsql as $$
begin
  if not identity.takes_letters(new.recipient_id) then
    raise exception using errcode = 'CD080', message = 'no-letters';
  end if;
  return new;
end $$;
create trigger no_letters before insert or update of delivery on notifications.letter
  for each row when (new.delivery = 'POST' and new.recipient_id is not null) execute function identity.no_letters();
create trigger no_letters_posted before update of posted_at on notifications.letter
  for each row when (new.posted_at is not null and new.delivery = 'POST' and new.recipient_id is not null) execute function identity.no_letters();

-- What somebody can say that helps to find records, exactly as they typed it; a date no more precise than it was given.
create table identity.clue (
  clue_id uuid primary key,
  requester_id uuid not null references identity.requester,
  position smallint not null check (position between 1 and 20),
  kind text not null check (kind in ('REFERENCE', 'PASSPORT', 'ARRIVAL', 'ADDRESSES', 'BORN', 'NATIONALITY')),
  -- Whose number it is, or whose passport.
  sort text,
  number text not null default '' check (char_length(number) <= 2000),
  country text not null default '' check (char_length(country) <= 100),
  name text not null default '' check (char_length(name) <= 300),
  vessel text not null default '' check (char_length(vessel) <= 200),
  port text not null default '' check (char_length(port) <= 200),
  words text not null default '' check (char_length(words) <= 4000),
  on_year smallint check (on_year between 1850 and 2200),
  on_month smallint check (on_month between 1 and 12),
  on_day smallint check (on_day between 1 and 31),
  on_approximate boolean not null default false,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (requester_id, position),
  check (case kind
    when 'REFERENCE' then coalesce(sort, '') in ('HOME_OFFICE', 'PORT', 'CASE_DATABASE', 'LANDING_CARD', 'NATIONAL_INSURANCE', 'OTHER')
    when 'PASSPORT' then coalesce(sort, 'MINE') in ('MINE', 'PARENTS', 'SOMEONE_ELSES')
    else sort is null end),
  -- Each kind says what belongs to it, and at least something; of a date as much as is known.
  check (kind in ('REFERENCE', 'PASSPORT') or number = ''),
  check (kind = 'PASSPORT' or country || name = ''),
  check (kind = 'ARRIVAL' or vessel || port = ''),
  check (kind not in ('REFERENCE', 'PASSPORT') or words = ''),
  check (kind in ('ARRIVAL', 'BORN') or on_year is null and number || country || name || words <> ''),
  check (on_day is null or on_month is not null),
  check (on_month is null or on_year is not null),
  check (kind <> 'BORN' or on_year is null or words = '')
);
call common.acts('identity.clue');
call platform.emptied_with_case('identity.clue', 'requester_id = $3', 'number', 'country', 'name', 'vessel', 'port', 'words',
  'on_year', 'on_month', 'on_day');
create policy newcomer on identity.clue for insert to candour_app
  with check ((select common.acting_role()) = 'VISITOR');
create policy own on identity.clue for select to candour_app
  using ((select common.acting_role()) = 'REQUESTER' and requester_id = (select common.acting_asker()));

-- By what officers find who asked: the words of every name of the person, former ones too, the numbers on their papers, and
-- the postcodes where they live and lived. A search goes
-- through the function, which gives out identifiers alone: the operator may look at rows before a policy does, so that under
-- row-level security no index would serve it.
create table identity.directory (
  requester_id uuid not null references identity.requester,
  -- Since which change they are found by these words; null from the beginning.
  change_id uuid references identity.contact_change,
  words tsvector not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique nulls not distinct (requester_id, change_id)
);
create index directory_latest on identity.directory (requester_id, recorded_at);
create index directory_words on identity.directory using gin (words) with (fastupdate = off);
call common.evidence('identity.directory');
call common.personal('identity.directory');
call platform.deleted_with_case('identity.directory',
  'requester_id in (select q.requester_id from identity.requester q where q.subject_id = $2)');
create policy newcomer on identity.directory for insert to candour_app
  with check ((select common.acting_role()) = 'VISITOR');
create function identity.found(sought tsquery, most integer) returns setof uuid language sql stable
    security definer set search_path = identity, pg_temp set enable_seqscan = off as $$
  select d.requester_id from identity.directory d where (select common.at_work()) and d.words @@ sought
    and not exists (select from identity.directory later where later.requester_id = d.requester_id and later.recorded_at > d.recorded_at)
  limit most
$$;
revoke execute on function identity.found from public;
grant execute on function identity.found to candour_app;

-- Each look at whether a person is who they say, on one occasion.
create table identity.verification (
  verification_id uuid primary key,
  subject_id uuid not null references identity.data_subject,
  occasion_id uuid not null,
  method text not null check (method in ('PHOTO_DOCUMENT', 'KNOWN_TO_THE_OFFICE', 'TWO_OF_A_LIST', 'VOUCHED_FOR', 'IN_PERSON')),
  evidence text not null check (char_length(evidence) between 3 and 4000),
  reason text not null check (char_length(reason) between 10 and 4000),
  accepted boolean not null,
  officer_id uuid not null references platform.account (account_id),
  recorded_at timestamptz not null default clock_timestamp(),
  unique (verification_id, occasion_id, subject_id, accepted)
);
create index verification_subject on identity.verification (subject_id);
create index verification_occasion on identity.verification (occasion_id, recorded_at);
create index verification_accepted on identity.verification (recorded_at) where accepted;
call common.acts('identity.verification', 'officer_id');
call platform.in_office('identity.verification', 'officer_id', 'caseworkers-only', 'CASEWORKER', 'SENIOR');
call platform.emptied_with_case('identity.verification', 'occasion_id = $1', 'evidence', 'reason');

-- What a representative says they may do for somebody, and on what it rests: a claim until an officer has ruled on it.
create table identity.authority (
  authority_id uuid primary key,
  requester_id uuid not null,
  capacity text not null,
  basis text not null,
  words text not null default '' check (char_length(words) <= 4000),
  scope text not null check (scope in ('FOLLOW', 'RECEIVE')),
  starts_on date not null,
  ends_on date not null check (starts_on <= ends_on),
  child_understanding text check (child_understanding in ('AGREES', 'HAS_NOT_AGREED', 'DOES_NOT_UNDERSTAND')),
  child_twelve_in_scotland boolean,
  child_words text not null default '' check (char_length(child_words) <= 4000),
  subject_email text check (char_length(subject_email) between 3 and 254 and subject_email = lower(subject_email)),
  subject_phone text check (char_length(subject_phone) <= 60),
  subject_address text check (char_length(subject_address) <= 1000),
  subject_words text not null default '' check (char_length(subject_words) <= 1000),
  recorded_at timestamptz not null default clock_timestamp(),
  foreign key (requester_id, capacity) references identity.requester (requester_id, capacity),
  unique (authority_id, capacity),
  check (case capacity when 'PARENT' then basis in ('PARENTAL_RESPONSIBILITY', 'COURT_ORDER')
    when 'EXECUTOR' then basis in ('WILL', 'PROBATE', 'CLOSEST_RELATIVE')
    when 'SELF' then false
    else basis in ('SIGNED_LETTER', 'POWER_OF_ATTORNEY', 'COURT_ORDER') end),
  check ((capacity = 'PARENT') = (child_understanding is not null) and (capacity = 'PARENT') = (child_twelve_in_scotland is not null)),
  -- A child who understands decides; in Scotland one of twelve is presumed to understand (Data Protection Act 2018, s.208).
  check (case child_understanding when 'HAS_NOT_AGREED' then child_words <> ''
    when 'DOES_NOT_UNDERSTAND' then child_words <> '' or not child_twelve_in_scotland else true end),
  -- Where nobody can be told there is nobody else to be given the answer.
  check ((capacity <> 'EXECUTOR' and child_understanding is distinct from 'DOES_NOT_UNDERSTAND')
    or (scope = 'RECEIVE' and subject_email is null and subject_phone is null and subject_address is null and subject_words = ''))
);
create index authority_requester on identity.authority (requester_id);
call common.acts('identity.authority');
call platform.emptied_with_case('identity.authority', 'requester_id = $3', 'words', 'child_words', 'subject_email', 'subject_phone', 'subject_address',
  'subject_words');
create policy newcomer on identity.authority for insert to candour_app
  with check ((select common.acting_role()) = 'VISITOR');
create policy own on identity.authority for select to candour_app
  using ((select common.acting_role()) = 'REQUESTER'
    and exists (select from identity.requester r where r.requester_id = authority.requester_id));

-- What an officer made of a claim; the latest ruling counts. An adviser is accepted only once the regulator's register was looked at.
create table identity.authority_ruling (
  ruling_id uuid primary key,
  authority_id uuid not null,
  capacity text not null,
  accepted boolean not null,
  register_checked boolean not null,
  reason text not null check (char_length(btrim(reason)) >= 10 and char_length(reason) <= 4000),
  officer_id uuid not null references platform.account (account_id),
  ruled_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  foreign key (authority_id, capacity) references identity.authority (authority_id, capacity),
  constraint register_not_checked check (not accepted or capacity <> 'ADVISER' or register_checked)
);
create index authority_ruling_authority on identity.authority_ruling (authority_id, recorded_at);
call common.acts('identity.authority_ruling', 'officer_id');
call platform.in_office('identity.authority_ruling', 'officer_id', 'caseworkers-only', 'CASEWORKER', 'SENIOR');
call platform.emptied_with_case('identity.authority_ruling',
  'authority_id in (select a.authority_id from identity.authority a where a.requester_id = $3)', 'reason');
create policy own on identity.authority_ruling for select to candour_app
  using ((select common.acting_role()) = 'REQUESTER'
    and exists (select from identity.authority a where a.authority_id = authority_ruling.authority_id));

-- Over before its last day: the person took it back, or objected. It never comes back.
create table identity.authority_end (
  authority_id uuid primary key references identity.authority,
  cause text not null check (cause in ('OBJECTED', 'REVOKED')),
  words text not null default '' check (char_length(words) <= 4000),
  officer_id uuid references platform.account (account_id),
  ended_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint officer_says_how check ((cause = 'REVOKED') = (officer_id is not null) and (officer_id is null or char_length(btrim(words)) >= 10))
);
call common.acts('identity.authority_end', 'officer_id');
call platform.in_office('identity.authority_end', 'officer_id', 'caseworkers-only', 'CASEWORKER', 'SENIOR');
call platform.emptied_with_case('identity.authority_end',
  'authority_id in (select a.authority_id from identity.authority a where a.requester_id = $3)', 'words');
create policy own on identity.authority_end for select to candour_app
  using ((select common.acting_role()) = 'REQUESTER'
    and exists (select from identity.authority a where a.authority_id = authority_end.authority_id));
create function identity.still_to_rule() returns trigger language plpgsql as $$
begin
  if exists (select from identity.authority_end e where e.authority_id = new.authority_id) then
    raise exception using errcode = 'CD009', message = 'authority-is-over';
  end if;
  return new;
end $$;
create trigger still_to_rule before insert on identity.authority_ruling for each row execute function identity.still_to_rule();

-- The person was told that somebody asks for them, by a link or letter of their own: nothing goes to a representative for 72 hours.
create table identity.authority_notice (
  authority_id uuid primary key references identity.authority,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  told_at timestamptz not null,
  free_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint time_to_object check (free_at >= told_at + interval '72 hours')
);
call common.acts('identity.authority_notice');
call platform.deleted_with_case('identity.authority_notice',
  'authority_id in (select a.authority_id from identity.authority a where a.requester_id = $3)');
create policy newcomer on identity.authority_notice for insert to candour_app
  with check ((select common.acting_role()) = 'VISITOR');
create policy own on identity.authority_notice for select to candour_app
  using ((select common.acting_role()) = 'REQUESTER'
    and exists (select from identity.authority a where a.authority_id = authority_notice.authority_id));

-- In what capacity somebody asks, for whoever opens the case: a visitor may not read what they wrote.
create function identity.capacity_of(asker uuid) returns text language sql stable
    security definer set search_path = identity, pg_temp as $$
  select capacity from requester where requester_id = asker
$$;
revoke execute on function identity.capacity_of from public;
grant execute on function identity.capacity_of to candour_app;

-- The authorities in force on a day in London: begun, not over, not taken back, and not rejected.
create function identity.in_force(asker uuid, day date) returns setof identity.authority language sql stable
    security definer set search_path = identity, pg_temp as $$
  select a.* from authority a
    where a.requester_id = asker and day between a.starts_on and a.ends_on
      and not exists (select from authority_end e where e.authority_id = a.authority_id)
      and coalesce((select g.accepted from authority_ruling g where g.authority_id = a.authority_id
        order by g.recorded_at desc, g.ruling_id desc limit 1), true)
$$;
-- Whether a requester may ask and follow on a day in London: for themselves always.
create function identity.may_act(asker uuid, day date) returns boolean language sql stable
    security definer set search_path = identity, pg_temp as $$
  select coalesce((select capacity = 'SELF' from requester where requester_id = asker), false) or exists (select from in_force(asker, day))
$$;
-- Whether somebody asks for another and the answer goes to that other.
create function identity.only_follows(asker uuid) returns boolean language sql stable
    security definer set search_path = identity, pg_temp as $$
  select coalesce((select a.scope = 'FOLLOW' from authority a where a.requester_id = asker order by a.recorded_at desc limit 1), false)
$$;
-- Whether an officer has found what a representative says of themselves and of the person to be true; the last ruling counts.
create function identity.is_accepted(asker uuid) returns boolean language sql stable
    security definer set search_path = identity, pg_temp as $$
  select coalesce((select g.accepted from authority a join authority_ruling g using (authority_id)
    where a.requester_id = asker order by g.recorded_at desc, g.ruling_id desc limit 1), false)
$$;
-- Whether that is so, and is not over on a day in London; of whoever asks for themselves always.
create function identity.stands_accepted(asker uuid, day date) returns boolean language sql stable
    security definer set search_path = identity, pg_temp as $$
  select coalesce((select capacity = 'SELF' from requester where requester_id = asker), false)
    or is_accepted(asker) and exists (select from in_force(asker, day))
$$;
-- Whether nothing brings back what somebody was allowed to do for another: it was taken back, or its last day is past.
create function identity.is_over(asker uuid, day date) returns boolean language sql stable
    security definer set search_path = identity, pg_temp as $$
  select coalesce((select capacity <> 'SELF' from requester where requester_id = asker), false)
    and not exists (select from authority a where a.requester_id = asker and a.ends_on >= day
      and not exists (select from authority_end e where e.authority_id = a.authority_id))
$$;
-- Whether a requester may be given the answer at a moment: for somebody else only with an authority that covers it and was accepted, once
-- the person has had time to object.
create function identity.may_receive(asker uuid, at timestamptz) returns boolean language sql stable
    security definer set search_path = identity, pg_temp as $$
  select coalesce((select capacity = 'SELF' from requester where requester_id = asker), false)
    or exists (select from in_force(asker, (at at time zone 'Europe/London')::date) a
      left join authority_notice n using (authority_id)
      where a.scope = 'RECEIVE'
        and exists (select from authority_ruling g where g.authority_id = a.authority_id and g.accepted)
        and coalesce(n.free_at <= at, coalesce(a.subject_email, a.subject_phone, a.subject_address) is null))
$$;
revoke execute on function identity.in_force, identity.may_act, identity.may_receive, identity.is_accepted, identity.stands_accepted,
  identity.is_over, identity.only_follows from public;
grant execute on function identity.may_act, identity.may_receive to candour_app;
