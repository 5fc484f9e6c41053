create schema exemptions;
grant usage on schema exemptions to candour_app, candour_report;

-- The register: on what ground something may be kept back, and what the person is told.
create table exemptions.exemption (
  code text primary key check (code ~ '^[A-Z_]+$'),
  provision text not null,
  in_force_from date not null,
  in_force_to date,
  case_by_case boolean not null,
  name_en text not null,
  name_cy text not null,
  told_en text not null,
  told_cy text not null
);
grant select on exemptions.exemption to candour_app;
insert into exemptions.exemption values
  ('IMMIGRATION', 'DPA 2018 Sch 2 paras 4, 4A, 4B', '2024-03-08', null, true,
   'Immigration control', 'Rheolaeth fewnfudo',
   'Giving you this would be likely to harm immigration control, and that harm outweighs the harm to you.',
   'Byddai rhoi hyn i chi yn debygol o niweidio rheolaeth fewnfudo, ac mae''r niwed hwnnw''n fwy na''r niwed i chi.'),
  ('THIRD_PARTY', 'DPA 2018 Sch 2 para 16', '2018-05-25', null, false,
   'About another person', 'Am berson arall',
   'It is about another person, and it is not reasonable to show it without their consent.',
   'Mae am berson arall, ac nid yw''n rhesymol ei ddangos heb ei gydsyniad.'),
  ('LEGAL_PRIVILEGE', 'DPA 2018 Sch 2 para 19', '2018-05-25', null, false,
   'Legal advice', 'Cyngor cyfreithiol',
   'It is confidential legal advice.', 'Cyngor cyfreithiol cyfrinachol ydyw.'),
  ('CRIME_TAX', 'DPA 2018 Sch 2 para 2', '2018-05-25', null, false,
   'Crime and taxation', 'Troseddu a threthi',
   'Giving it to you would be likely to harm the prevention, investigation or detection of crime.',
   'Byddai ei roi i chi yn debygol o niweidio atal, ymchwilio i neu ganfod troseddau.'),
  ('NOT_ABOUT_YOU', 'UK GDPR Art 15(1)', '2018-05-25', null, false,
   'Not your personal data', 'Nid eich data personol chi',
   'It is not information about you.', 'Nid gwybodaeth amdanoch chi ydyw.');

-- Whether words say anything: spaces do not count towards the least that has to be written, and nobody needs more than 20,000.
create function exemptions.says(words text, fewest integer) returns boolean language sql immutable parallel safe
  return char_length(btrim(regexp_replace(words, '\s+', ' ', 'g'))) >= fewest and char_length(words) <= 20000;

-- What may be decided on: a record, one of its pages, a named set of regions, or a ledger entry; each of one case.
create table exemptions.item (
  item_id uuid primary key,
  case_id uuid not null references casework.request,
  kind text not null check (kind in ('RECORD', 'PAGE', 'REGIONS', 'DISCLOSURE')),
  -- The record that it is or lies in, or the ledger entry.
  within_id uuid not null,
  words text not null check (exemptions.says(words, 1) and char_length(words) <= 400),
  recorded_at timestamptz not null default clock_timestamp(),
  unique (item_id, case_id, within_id)
);
create index item_case on exemptions.item (case_id, recorded_at);
call common.evidence('exemptions.item');
call common.personal('exemptions.item');
call common.logged('exemptions.item');

-- One immigration-exemption determination: one item, one provision, one occasion; never a case, never a batch.
create table exemptions.proposal (
  proposal_id uuid primary key,
  case_id uuid not null references casework.request,
  -- Each time disapplying the provision to the item is considered afresh (para 4A(2)); counted by the database.
  occasion_no integer not null default 1 check (occasion_no >= 1),
  item_id uuid not null,
  within_id uuid not null,
  provision text not null constraint one_of_six_provisions check (provision in
    ('ART_13_1_3', 'ART_14_1_4', 'ART_15_1_3', 'ART_17_1_2', 'ART_18_1', 'ART_21_1')),
  art5_addon boolean not null default false,
  purpose text not null check (purpose in ('IMM_CONTROL', 'UNDERMINING_ACTIVITY', 'BOTH')),
  extent text not null check (extent in ('FULL', 'PARTIAL')),
  prejudice_to text not null check (exemptions.says(prejudice_to, 40)),
  prejudice_likelihood text not null check (exemptions.says(prejudice_likelihood, 40)),
  lesser_step text not null check (exemptions.says(lesser_step, 40)),
  review_on date not null,
  limb_a_met boolean not null,
  limb_a_reason text not null check (exemptions.says(limb_a_reason, 40)),
  limb_b_met boolean not null,
  limb_b_reason text not null check (exemptions.says(limb_b_reason, 40)),
  limb_c_met boolean not null,
  limb_c_reason text not null check (exemptions.says(limb_c_reason, 40)),
  outcome text not null check (outcome in ('APPLIED', 'NOT_APPLIED')),
  -- Whether the person is to be told (para 4B): proposed here, decided in tell_decision; nothing to tell where nothing is applied.
  tell boolean,
  tell_reason text check (exemptions.says(tell_reason, 40)),
  tell_review_on date,
  summary text not null check (exemptions.says(summary, 20) and char_length(summary) <= 2000),
  decided_on date not null,
  rule_version text not null default 'IMM_V3' check (rule_version = 'IMM_V3'),
  proposed_by uuid not null references platform.account (account_id),
  recorded_at timestamptz not null default clock_timestamp(),
  unique (item_id, provision, occasion_no),
  unique (proposal_id, proposed_by),
  unique (proposal_id, proposed_by, tell),
  unique (proposal_id, case_id),
  unique (proposal_id, case_id, within_id),
  unique (proposal_id, case_id, item_id, provision, outcome),
  foreign key (item_id, case_id, within_id) references exemptions.item (item_id, case_id, within_id),
  constraint all_three_limbs check (outcome = 'NOT_APPLIED' or (limb_a_met and limb_b_met and limb_c_met)),
  constraint review_within_a_year check (review_on > decided_on and review_on <= decided_on + interval '1 year'),
  constraint rule_in_force check (decided_on >= date '2024-03-08'),
  constraint telling_is_decided_where_applied check ((outcome = 'APPLIED') = (tell is not null)),
  constraint not_told_needs_reason
    check ((tell is not false) = (tell_reason is null) and (tell is not false) = (tell_review_on is null)),
  constraint not_told_review_within_a_year
    check (tell_review_on > decided_on and tell_review_on <= decided_on + interval '1 year'),
  constraint summary_names_nobody check (summary !~ '[0-9@]')
);
create index proposal_case on exemptions.proposal (case_id, recorded_at);
create index proposal_proposer on exemptions.proposal (proposed_by, recorded_at);
call common.evidence('exemptions.proposal');
call common.personal('exemptions.proposal');
call common.logged('exemptions.proposal');

-- The seven considerations of para 4A(3), each with its own words.
create table exemptions.consideration (
  proposal_id uuid not null references exemptions.proposal,
  code text not null check (code in ('VULNERABILITY', 'RIGHTS_FREEDOMS', 'REFUGEE_CONVENTION', 'TRAFFICKING_CONVENTION',
    'S55_BCIA_2009', 'UK_GDPR_COMPLIANCE', 'OTHER_DUTY')),
  words text not null check (exemptions.says(words, 20)),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (proposal_id, code)
);
call common.evidence('exemptions.consideration');
call common.personal('exemptions.consideration');
call common.logged('exemptions.consideration');

create function exemptions.considered_in_full() returns trigger language plpgsql as $$
begin
  if (select count(*) from exemptions.consideration c where c.proposal_id = new.proposal_id) <> 7 then
    raise exception using errcode = 'CD012', message = 'seven-considerations';
  end if;
  return null;
end $$;
create constraint trigger considered_in_full after insert on exemptions.proposal
  deferrable initially deferred for each row execute function exemptions.considered_in_full();

-- What each reason text is found by: the smallest numbers of its runs of four words (candour.exemptions.likeness).
create table exemptions.sketch (
  proposal_id uuid not null,
  case_id uuid not null,
  field text not null constraint one_of_the_reasons check (field in ('PREJUDICE_TO', 'PREJUDICE_LIKELIHOOD',
    'LESSER_STEP', 'VULNERABILITY', 'RIGHTS_FREEDOMS', 'REFUGEE_CONVENTION', 'TRAFFICKING_CONVENTION', 'S55_BCIA_2009',
    'UK_GDPR_COMPLIANCE', 'OTHER_DUTY', 'LIMB_A', 'LIMB_B', 'LIMB_C', 'NOT_TELLING')),
  hashes bigint[] not null check (cardinality(hashes) between 1 and 16),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (proposal_id, field, case_id),
  foreign key (proposal_id, case_id) references exemptions.proposal (proposal_id, case_id)
);
call common.evidence('exemptions.sketch');
call common.personal('exemptions.sketch');
call common.logged('exemptions.sketch');

-- The sketches number by number, kept by the database alone: the newest texts that share one are the first found.
create table exemptions.fingerprint (
  hash bigint not null,
  proposal_id uuid not null,
  field text not null,
  case_id uuid not null,
  primary key (hash, proposal_id, field) include (case_id)
);
call common.evidence('exemptions.fingerprint');
revoke insert on exemptions.fingerprint from candour_app;
call common.personal('exemptions.fingerprint');
create policy of_sketches on exemptions.fingerprint for insert to current_user with check (true);
create function exemptions.fingerprints() returns trigger language plpgsql
    security definer set search_path = exemptions, pg_temp as $$
begin
  insert into exemptions.fingerprint (hash, proposal_id, field, case_id)
    select distinct hash, new.proposal_id, new.field, new.case_id from unnest(new.hashes) hash;
  return null;
end $$;
create trigger fingerprints after insert on exemptions.sketch for each row execute function exemptions.fingerprints();

-- No reason of a proposal goes without its sketch, so that none escapes comparison.
create function exemptions.sketched_in_full() returns trigger language plpgsql as $$
begin
  if (select count(*) from exemptions.sketch s where s.proposal_id = new.proposal_id)
      <> 13 + (new.tell_reason is not null)::integer then
    raise exception using errcode = 'CD019', message = 'sketched-in-full';
  end if;
  return null;
end $$;
create constraint trigger sketched_in_full after insert on exemptions.proposal
  deferrable initially deferred for each row execute function exemptions.sketched_in_full();

create function exemptions.reason(of_proposal uuid, of_field text) returns text language sql stable
  return (select case of_field
      when 'PREJUDICE_TO' then p.prejudice_to
      when 'PREJUDICE_LIKELIHOOD' then p.prejudice_likelihood
      when 'LESSER_STEP' then p.lesser_step
      when 'LIMB_A' then p.limb_a_reason
      when 'LIMB_B' then p.limb_b_reason
      when 'LIMB_C' then p.limb_c_reason
      when 'NOT_TELLING' then p.tell_reason
      else (select c.words from exemptions.consideration c where c.proposal_id = p.proposal_id and c.code = of_field) end
    from exemptions.proposal p where p.proposal_id = of_proposal);

-- Reasons that are close to one of another case, found when they were proposed. Its approver sees both and says why.
create table exemptions.likeness (
  proposal_id uuid not null,
  field text not null,
  case_id uuid not null,
  other_id uuid not null,
  other_field text not null,
  other_case_id uuid not null,
  -- Of all runs of four words in both, the share that both have.
  share numeric(4, 3) not null constraint likeness_is_close check (share between 0.6 and 1),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (proposal_id, field, other_id, other_field),
  constraint likeness_is_to_another_case check (other_case_id <> case_id),
  foreign key (proposal_id, field, case_id) references exemptions.sketch (proposal_id, field, case_id),
  foreign key (other_id, other_field, other_case_id) references exemptions.sketch (proposal_id, field, case_id)
);
call common.evidence('exemptions.likeness');
call common.personal('exemptions.likeness');
call common.logged('exemptions.likeness');

-- Whether another officer has approved or returned the proposal; the approver is never the proposer.
create table exemptions.ruling (
  proposal_id uuid primary key,
  ruling text not null check (ruling in ('APPROVED', 'RETURNED')),
  reason text not null check (exemptions.says(reason, 10)),
  -- Why words that are close to those of another case do for this one; needed where there are any (likeness).
  likeness_reason text check (exemptions.says(likeness_reason, 40)),
  -- Whether the approver read the committee's summary and found nobody in it.
  summary_names_nobody boolean not null default false,
  proposed_by uuid not null,
  decided_by uuid not null references platform.account (account_id),
  decided_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (proposal_id, decided_by, ruling),
  constraint four_eyes check (decided_by <> proposed_by),
  constraint summary_is_confirmed check (ruling <> 'APPROVED' or summary_names_nobody),
  foreign key (proposal_id, proposed_by) references exemptions.proposal (proposal_id, proposed_by)
);
call common.evidence('exemptions.ruling');
call common.personal('exemptions.ruling');
call common.logged('exemptions.ruling');

-- Whether the person is told of an applied determination (para 4B): telling is the rule. Not telling is a decision of its own,
-- with a reason of its own, by the officer who approves; and only where not telling was proposed.
create table exemptions.tell_decision (
  proposal_id uuid primary key,
  told boolean not null,
  reason text check (exemptions.says(reason, 40)),
  proposed_told boolean not null,
  proposed_by uuid not null,
  ruling text not null default 'APPROVED' check (ruling = 'APPROVED'),
  approved_by uuid not null,
  recorded_at timestamptz not null default clock_timestamp(),
  foreign key (proposal_id, proposed_by, proposed_told) references exemptions.proposal (proposal_id, proposed_by, tell),
  foreign key (proposal_id, approved_by, ruling) references exemptions.ruling (proposal_id, decided_by, ruling),
  constraint tell_four_eyes check (approved_by <> proposed_by),
  constraint not_told_needs_proposal check (told or not proposed_told),
  constraint not_told_needs_reason check (told = (reason is null))
);
call common.evidence('exemptions.tell_decision');
call common.personal('exemptions.tell_decision');
call common.logged('exemptions.tell_decision');

-- How a determination in force came to its end.
create table exemptions.ending (
  proposal_id uuid primary key references exemptions.proposal,
  ending text not null check (ending in ('WITHDRAWN', 'LAPSED', 'OVERTURNED')),
  reason text not null check (exemptions.says(reason, 10)),
  ended_by text not null check (ended_by in ('OFFICE', 'COMPLAINT', 'COMMISSIONER', 'TRIBUNAL', 'COURT', 'REVIEW_DATE')),
  officer_id uuid references platform.account (account_id),
  ended_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint office_withdraws_by_an_officer check (ended_by <> 'OFFICE' or officer_id is not null),
  constraint ended_by_whom check (ended_by = any (case ending when 'WITHDRAWN' then array['OFFICE']
    when 'LAPSED' then array['REVIEW_DATE'] else array['COMPLAINT', 'COMMISSIONER', 'TRIBUNAL', 'COURT'] end))
);
call common.evidence('exemptions.ending');
call common.personal('exemptions.ending');
call common.logged('exemptions.ending');

-- What is in force. The foreign key carries the request's kind, so a guarded request cannot have one, whatever the code does.
create table exemptions.standing (
  proposal_id uuid primary key,
  case_id uuid not null,
  case_kind text not null constraint windrush_guard check (case_kind <> 'GUARDED'),
  item_id uuid not null,
  provision text not null,
  outcome text not null default 'APPLIED' check (outcome = 'APPLIED'),
  foreign key (case_id, case_kind) references casework.request (case_id, kind) on update restrict,
  foreign key (proposal_id, case_id, item_id, provision, outcome)
    references exemptions.proposal (proposal_id, case_id, item_id, provision, outcome),
  unique (case_id, item_id, provision),
  unique (proposal_id, case_id)
);
grant select, insert, delete on exemptions.standing to candour_app;
call common.personal('exemptions.standing');
call common.logged('exemptions.standing');

-- Each step first takes the case's row for writing, then looks at the rest: of two officers at once, one comes first.

create function exemptions.guard_proposal() returns trigger language plpgsql as $$
declare
  guarded boolean;
begin
  perform casework.touch(new.case_id);
  select kind = 'GUARDED' into guarded from casework.request where case_id = new.case_id;
  -- The Windrush guard, and whose exemption it is: only the Secretary of State's, never on a guarded request.
  if new.outcome = 'APPLIED' and guarded then
    raise exception using errcode = 'CD010', message = 'windrush-guard';
  elsif not coalesce((select secretary_of_state from platform.controller), false) then
    raise exception using errcode = 'CD011', message = 'secretary-of-state-only';
  elsif not platform.holds(new.proposed_by, 'CASEWORKER', 'SENIOR') then
    raise exception using errcode = 'CD016', message = 'not-a-caseworker';
  elsif exists (select from exemptions.standing s where s.item_id = new.item_id and s.provision = new.provision) then
    raise exception using errcode = 'CD015', message = 'already-in-force';
  elsif exists (select from exemptions.proposal p where p.item_id = new.item_id and p.provision = new.provision
      and not exists (select from exemptions.ruling r where r.proposal_id = p.proposal_id)) then
    raise exception using errcode = 'CD015', message = 'already-proposed';
  end if;
  new.occasion_no := 1 + (select count(*) from exemptions.proposal p
    where p.item_id = new.item_id and p.provision = new.provision);
  return new;
end $$;
create trigger guard before insert on exemptions.proposal for each row execute function exemptions.guard_proposal();

create function exemptions.touch_by_proposal() returns trigger language plpgsql as $$
begin
  perform casework.touch((select case_id from exemptions.proposal p where p.proposal_id = new.proposal_id));
  return new;
end $$;
create trigger a_touch before insert on exemptions.ruling for each row execute function exemptions.touch_by_proposal();
create trigger a_touch before insert on exemptions.tell_decision
  for each row execute function exemptions.touch_by_proposal();
create trigger a_touch before insert on exemptions.ending for each row execute function exemptions.touch_by_proposal();

create function exemptions.senior_decides() returns trigger language plpgsql as $$
begin
  if not platform.holds(new.decided_by, 'SENIOR') then
    raise exception using errcode = 'CD016', message = 'senior-officer-only';
  end if;
  return new;
end $$;
create trigger senior before insert on exemptions.ruling for each row execute function exemptions.senior_decides();

create function exemptions.likeness_is_justified() returns trigger language plpgsql as $$
begin
  if new.ruling = 'APPROVED' and new.likeness_reason is null
      and exists (select from exemptions.likeness l where l.proposal_id = new.proposal_id) then
    raise exception using errcode = 'CD019', message = 'likeness-is-justified';
  end if;
  return new;
end $$;
create trigger justified before insert on exemptions.ruling
  for each row execute function exemptions.likeness_is_justified();

-- What was found is found before anybody decides.
create function exemptions.found_before_decided() returns trigger language plpgsql as $$
begin
  perform casework.touch(case_id) from (select distinct case_id from found) c;
  if exists (select from exemptions.ruling join found using (proposal_id)) then
    raise exception using errcode = 'CD013', message = 'already-decided';
  end if;
  return null;
end $$;
create trigger before_decided after insert on exemptions.likeness referencing new table as found
  for each statement execute function exemptions.found_before_decided();

-- Approving an applied determination, standing and the decision to tell are one.
create function exemptions.approved_in_full() returns trigger language plpgsql as $$
begin
  if new.ruling = 'APPROVED'
      and exists (select from exemptions.proposal p where p.proposal_id = new.proposal_id and p.outcome = 'APPLIED')
      and not (exists (select from exemptions.tell_decision t where t.proposal_id = new.proposal_id)
        and exists (select from exemptions.standing s where s.proposal_id = new.proposal_id
          union all select from exemptions.ending e where e.proposal_id = new.proposal_id)) then
    raise exception using errcode = 'CD017', message = 'approved-in-full';
  end if;
  return null;
end $$;
create constraint trigger approved_in_full after insert on exemptions.ruling
  deferrable initially deferred for each row execute function exemptions.approved_in_full();

create function exemptions.stands_by_ruling() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    raise exception using errcode = 'CD001', message = 'evidence-is-append-only', table = tg_table_name;
  end if;
  perform casework.touch(coalesce(new.case_id, old.case_id));
  if tg_op = 'DELETE' then
    if not exists (select from exemptions.ending e where e.proposal_id = old.proposal_id) then
      raise exception using errcode = 'CD014', message = 'ends-by-an-ending-only';
    end if;
    return old;
  elsif not exists (select from exemptions.ruling r where r.proposal_id = new.proposal_id and r.ruling = 'APPROVED') then
    raise exception using errcode = 'CD013', message = 'not-approved';
  elsif exists (select from exemptions.ending e where e.proposal_id = new.proposal_id) then
    raise exception using errcode = 'CD013', message = 'already-ended';
  end if;
  return new;
end $$;
create trigger by_ruling before insert or update or delete on exemptions.standing
  for each row execute function exemptions.stands_by_ruling();
create trigger evidence_whole before truncate on exemptions.standing
  for each statement execute function common.refuse_change();

-- Only what stands can end, and what has ended does not stand.
create function exemptions.ends_what_stands() returns trigger language plpgsql as $$
begin
  if not exists (select from exemptions.standing s where s.proposal_id = new.proposal_id) then
    raise exception using errcode = 'CD018', message = 'not-in-force';
  elsif new.officer_id is not null and not platform.holds(new.officer_id, 'SENIOR') then
    raise exception using errcode = 'CD016', message = 'senior-officer-only';
  end if;
  return new;
end $$;
create trigger of_what_stands before insert on exemptions.ending
  for each row execute function exemptions.ends_what_stands();
create function exemptions.ended_for_good() returns trigger language plpgsql as $$
begin
  if exists (select from exemptions.standing s where s.proposal_id = new.proposal_id) then
    raise exception using errcode = 'CD018', message = 'ended-does-not-stand';
  end if;
  return null;
end $$;
create constraint trigger ended_for_good after insert on exemptions.ending
  deferrable initially deferred for each row execute function exemptions.ended_for_good();

-- Every attempt that the guard or another rule refused.
create table exemptions.refused_attempt (
  attempt_id uuid primary key,
  case_id uuid not null references casework.request,
  -- Null where the attempt named none of the six.
  provision text check (provision in
    ('ART_13_1_3', 'ART_14_1_4', 'ART_15_1_3', 'ART_17_1_2', 'ART_18_1', 'ART_21_1')),
  rule text not null check (rule in ('WINDRUSH_GUARD', 'SECRETARY_OF_STATE_ONLY', 'FOUR_EYES')),
  officer_id uuid not null references platform.account (account_id),
  attempted_on date not null,
  recorded_at timestamptz not null default clock_timestamp()
);
create index refused_attempt_case on exemptions.refused_attempt (case_id, recorded_at);
call common.evidence('exemptions.refused_attempt');
call common.personal('exemptions.refused_attempt');
call common.logged('exemptions.refused_attempt');

create view exemptions.facts as
  select 'DETERMINATION' as fact, date_trunc('month', p.decided_on)::date as month, p.provision, p.outcome,
    case when e.proposal_id is not null then 'ENDED' when r.ruling = 'RETURNED' then 'RETURNED'
      when r.ruling = 'APPROVED' then 'APPROVED' else 'PROPOSED' end as state,
    p.extent, t.told, null as rule,
    exists (select from exemptions.likeness l where l.proposal_id = p.proposal_id) as alike
  from exemptions.proposal p
    left join exemptions.ruling r using (proposal_id)
    left join exemptions.tell_decision t using (proposal_id)
    left join exemptions.ending e using (proposal_id)
  union all
  select 'REFUSED_ATTEMPT', date_trunc('month', attempted_on)::date, coalesce(provision, 'NOT_SAID'), null, null, null, null, rule,
    null
  from exemptions.refused_attempt;
grant select on exemptions.facts to candour_report;
