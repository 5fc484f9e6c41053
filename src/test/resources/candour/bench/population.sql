-- Cases bench.first to bench.last with their people, added by the role the portal runs as: every constraint, trigger and
-- policy has its say. Of ten cases one is new, one taken on, one searched for, and seven are answered; every fifth person
-- is in the ledger once, and the people whose status pages are read are in it bench.disclosures times.
create temporary table person on commit drop as
select g, md5('case ' || g)::uuid case_id,
  ('01940000-0000-7000-8000-' || lpad(to_hex(g), 12, '0'))::uuid subject_id,
  ('01940000-0000-7000-9000-' || lpad(to_hex(g), 12, '0'))::uuid requester_id,
  'SAR-' || lpad((g / 10000)::text, 4, '0') || '-' || lpad((g % 10000)::text, 4, '0') number,
  (array['Ada','Beryl','Carys','Desmond','Esme','Floyd','Gwen','Hyacinth','Ivor','Joyce','Kofi','Lata','Mehmet','Nerys',
    'Olive','Prakash','Rosa','Selwyn','Tariq','Vera'])[1 + g % 20] || ' ' ||
  (array['Amara','Blessing','Clive','Dilwyn','Elan','Farah','Grace','Huw','Imani','Jun','Karim','Lloyd','Mair','Nadia',
    'Owen','Pearl','Rhys','Shanti','Trevor','Winston'])[1 + g / 20 % 20] || ' ' ||
  (array['Ab','Bar','Camp','Dal','Ever','Fair','Gar','Hart','Iving','Jar','Kings','Lang','Mar','Nor','Os','Par','Rad','Sut',
    'Tal','Under','Vin','Wal','Yar','Zan','Chal'])[1 + g / 400 % 25] ||
  (array['bury','cott','dale','field','ham','ley','man','son','ton','worth'])[1 + g / 10000 % 10] full_name,
  officers[1 + g / 10 % cardinality(officers)] officer,
  current_date - 1 - case when g % 10 < 3 then g * 7919::bigint % 30 else 40 + g * 7919::bigint % 360 end::int received_on
from generate_series(current_setting('bench.first')::int, current_setting('bench.last')::int) g,
  (select array_agg(account_id order by account_id) officers from platform.account where platform.holds(account_id, 'CASEWORKER')) staff;
analyze person;

insert into identity.data_subject (subject_id, full_name, name_key, birth_year, birth_month, birth_day)
select subject_id, full_name, lower(full_name), 1930 + g % 70, 1 + g % 12, 1 + g % 28 from person;

insert into identity.requester (requester_id, subject_id, email, language, identity_routes)
select requester_id, subject_id, 'person' || g || '@example.org', 'en', '{PASSPORT_OR_OTHER_PHOTO}' from person;

insert into identity.directory (requester_id, words)
select requester_id, array_to_tsvector(string_to_array(lower(full_name), ' ')) from person;

insert into casework.request (case_id, number, subject_id, requester_id, subject_name, purpose, extent, wants, urgency, wants_words,
  period_from, period_to, language, channel, received_at, received_on, rule_version, due_on, listed_due_on)
select case_id, number, subject_id, requester_id, full_name, case when g % 4 = 0 then 'PROVE_STATUS' else 'APPLICATION' end,
  'FILES', '{PAPER_FILE,LANDING_CARD}',
  case when g % 50 = 1 then 'COURT_OR_APPEAL' end, 'Whatever shows when I arrived, and every letter about my stay.', '1962', '1973', 'en', 'ONLINE',
  (received_on + time '12:00') at time zone 'Europe/London', received_on,
  case when received_on < '2026-02-05' then 'SAR_TIME_V1' else 'SAR_TIME_V2' end,
  received_on + interval '1 month', received_on + interval '1 month'
from person;

insert into casework.clock_event (event_id, case_id, kind, on_date, words, reason, recorded_by)
select gen_random_uuid(), case_id, 'IDENTITY_DOUBTED', received_on, 'Please send us a copy of one document.',
  'The two dates of birth differ.', officer
from person where g % 10 = 2;
insert into casework.clock_event (event_id, case_id, kind, on_date)
select gen_random_uuid(), case_id, 'IDENTITY_INFORMATION_RECEIVED', received_on + 1 from person where g % 10 = 2;

insert into casework.search (search_id, case_id, system_id, terms, result, searched_by, searched_on)
select gen_random_uuid(), case_id, 'CASE_DATABASE', full_name, 'NO_INFORMATION_HELD', officer, received_on + 1
from person where g % 10 = 2;

insert into casework.message (message_id, case_id, from_requester, words, sent_on)
select gen_random_uuid(), case_id, true, 'I have found an old passport since.', received_on + 1 from person where g % 10 = 1;

update casework.request r set allocated_to = officer,
  stage = case g % 10 when 1 then 'TAKEN_ON' when 2 then 'SEARCHING' else 'ANSWERED' end,
  outcome = case when g % 10 > 2 then 'DISCLOSED' end,
  answered_on = case when g % 10 > 2 then r.received_on + 25 end
from person p where r.case_id = p.case_id and g % 10 > 0;

create temporary table ask on commit drop as
select p.*, md5('ask ' || g || ' ' || k)::uuid disclosure_id, date '2017-02-01' + (g + k * 13) % 400 requested_on,
  md5('batch ' || current_setting('bench.first'))::uuid batch_id, row_number() over (order by g, k)::int row_no
from person p, generate_series(1,
  case when g % 10 = 1 and g < 100 then current_setting('bench.disclosures')::int when g % 5 = 0 then 1 else 0 end) k;

insert into ledger.batch (batch_id, file_name, sha256, row_count, flagged_count, root, imported_by)
select batch_id, 'bench.csv', sha256(batch_id::text::bytea), count(*), 0, sha256('root'), min(officer::text)::uuid
from ask group by batch_id;

insert into ledger.disclosure (disclosure_id, batch_id, row_no, agreement_id, version_id, out_of_agreement, asked_by,
  asked_of, reason_code, last_resort, outcome, data_items, requested_on, disclosed_on, person_name, name_key)
select disclosure_id, batch_id, row_no, 'HO_NHSD_MOU_2017', '01940000-0000-7000-8000-000000000001', false, 'HOME_OFFICE',
  'NHS Digital', 'OVERSTAYED', true, 'APPROVED_TRACE', '{NAME,DOB,LAST_ADDRESS}', requested_on, requested_on + 5, full_name,
  lower(full_name)
from ask;
insert into ledger.match (disclosure_id, subject_id, certainty, basis)
select disclosure_id, subject_id, 'CERTAIN', 'FULL_NAME_AND_BIRTH' from ask;
insert into ledger.shown (disclosure_id, subject_id, requested_on, at_once)
select disclosure_id, subject_id, requested_on, true from ask;

insert into bench.line
select r.case_id, r.number, subject_name, r.received_on, listed_due_on, stage, coalesce(display_name, '')
from casework.request r join person using (case_id) left join platform.account on account_id = allocated_to;
