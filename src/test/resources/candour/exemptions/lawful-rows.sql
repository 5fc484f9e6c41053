-- One lawful row of each table that has a CHECK, into empty copies of the tables that bear the same names.
insert into request (case_id, number, subject_id, requester_id, subject_name, purpose, kind, regime, urgent, extent, wants, language, channel, received_at,
  received_on, declared, rule_version, due_on, listed_due_on, stage, answered_on, outcome, reopened_on)
values (gen_random_uuid(), 'SAR-0000-0000', gen_random_uuid(), gen_random_uuid(), 'A', 'CHECK', 'GENERAL', 'UK_GDPR', false, 'FILES', '{APPEAL}', 'en', 'ONLINE',
  '2026-11-02 12:00Z', '2026-11-02', '2026-11-01', 'SAR_TIME_V2', '2026-12-02', '2026-12-02', 'ANSWERED', '2026-11-20', 'DISCLOSED', '2026-11-21');
insert into reopening (reopening_id, case_id, because, reopened_on) values (gen_random_uuid(), gen_random_uuid(), 'GUARDED', current_date);
insert into clock_event (event_id, case_id, kind, on_date, words, reason, ground, notice_by, recorded_by)
values (gen_random_uuid(), gen_random_uuid(), 'EXTENDED', current_date, repeat('w', 10), repeat('r', 10), 'COMPLEXITY', current_date,
  gen_random_uuid());
insert into urgency_change (change_id, case_id, urgency, urgency_when, reason, officer_id, changed_on)
values (gen_random_uuid(), gen_random_uuid(), 'REMOVAL', 'w', repeat('r', 10), gen_random_uuid(), current_date);
insert into record_system select * from casework.record_system limit 1;
insert into destroyed_class select * from casework.destroyed_class limit 1;
insert into search (search_id, case_id, system_id, terms, result, found, searched_by, searched_on)
values (gen_random_uuid(), gen_random_uuid(), 'CASE_DATABASE', 'Campbell', 'FOUND', 1, gen_random_uuid(), current_date);
insert into message (message_id, case_id, from_requester, words, sent_on) values (gen_random_uuid(), gen_random_uuid(), true, 'w', current_date);
insert into attachment (document_id, message_id, case_id, from_requester, position)
values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), true, 1);
insert into evidence_file (document_id, case_id, position, sent_on) values (gen_random_uuid(), gen_random_uuid(), 1, current_date);
insert into message_read (message_id, case_id, from_requester, read_on) values (gen_random_uuid(), gen_random_uuid(), false, current_date);
insert into joined (case_id, into_id, reason, officer_id, joined_on)
values (gen_random_uuid(), gen_random_uuid(), repeat('r', 10), gen_random_uuid(), current_date);
insert into wish (wish_id, case_id, wanted, words, officer_id, wished_on)
values (gen_random_uuid(), gen_random_uuid(), 'MORE', repeat('w', 10), gen_random_uuid(), current_date);
insert into protection (protection_id, case_id, words, officer_id, protected_on)
values (gen_random_uuid(), gen_random_uuid(), repeat('w', 10), gen_random_uuid(), current_date);
insert into reclassification (reclassification_id, case_id, purpose, reason, proposed_by, proposed_on)
values (gen_random_uuid(), gen_random_uuid(), 'LEGAL', repeat('r', 40), gen_random_uuid(), current_date);
insert into reclassification_ruling (reclassification_id, case_id, ruling, reason, proposed_by, decided_by, decided_on)
values (gen_random_uuid(), gen_random_uuid(), 'APPROVED', repeat('r', 10), gen_random_uuid(), gen_random_uuid(), current_date);
insert into reclassification_notice (reclassification_id, case_id, message_id, sent_on, not_before)
values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), current_date, current_date + 14);
insert into reclassification_objection (reclassification_id, case_id, objected_on) values (gen_random_uuid(), gen_random_uuid(), current_date);
insert into complaint (complaint_id, case_id, about, channel, received_on, acknowledge_by)
values (gen_random_uuid(), gen_random_uuid(), '{LATE}', 'ONLINE', '2026-11-02', '2026-12-02');
insert into complaint_notice (notice_id, complaint_id, case_id, kind, words, message_id, on_date)
values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'ACKNOWLEDGED', repeat('w', 10), gen_random_uuid(), current_date);
insert into complaint_outcome (complaint_id, case_id, outcome, reasons, decided_by, decided_on)
values (gen_random_uuid(), gen_random_uuid(), 'UPHELD', repeat('r', 40), gen_random_uuid(), current_date);
insert into correction (correction_id, case_id, not_about_me, wrong, channel, received_on, answer_by)
values (gen_random_uuid(), gen_random_uuid(), true, 'w', 'ONLINE', '2026-11-02', '2026-12-02');
insert into correction_ruling (correction_id, case_id, ruling, reasons, decided_by, decided_on)
values (gen_random_uuid(), gen_random_uuid(), 'CORRECTED', repeat('r', 40), gen_random_uuid(), current_date);
insert into correction_extension (correction_id, case_id, ground, reasons, notice_on, answer_by, officer_id)
values (gen_random_uuid(), gen_random_uuid(), 'COMPLEXITY', repeat('r', 10), '2026-11-20', '2027-02-02', gen_random_uuid());
insert into party (case_id, subject_id, requester_id, joined_on) values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), current_date);
insert into alert (alert_id, case_id, kind, raised_on) values (gen_random_uuid(), gen_random_uuid(), 'OBJECTION', current_date);
insert into open_alert (alert_id, case_id, kind, raised_on) values (gen_random_uuid(), gen_random_uuid(), 'OBJECTION', current_date);
insert into open_redress (redress_id, case_id, kind, acknowledged, received_on)
values (gen_random_uuid(), gen_random_uuid(), 'COMPLAINT', true, current_date);

insert into exemption select * from exemptions.exemption where code = 'IMMIGRATION';
insert into required_field select * from exemptions.required_field limit 1;
insert into item (item_id, case_id, kind, within_id, words) values (gen_random_uuid(), gen_random_uuid(), 'PAGE', gen_random_uuid(), 'Notes, 1/1');
insert into proposal (proposal_id, case_id, item_id, within_id, provision, purpose, extent, prejudice_to, prejudice_likelihood, lesser_step,
  review_on, limb_a_met, limb_a_reason, limb_b_met, limb_b_reason, limb_c_met, limb_c_reason, outcome, tell, tell_reason, tell_review_on,
  summary, decided_on, proposed_by)
select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'ART_15_1_3', 'BOTH', 'FULL', forty, forty, forty,
  current_date + 30, true, forty, true, forty, true, forty, 'APPLIED', false, forty, current_date + 30, forty, current_date, gen_random_uuid()
from repeat('w', 40) forty;
insert into consideration (proposal_id, code, words) values (gen_random_uuid(), 'VULNERABILITY', repeat('w', 20));
insert into sketch (proposal_id, case_id, field, hashes) values (gen_random_uuid(), gen_random_uuid(), 'LIMB_A', '{1}');
insert into likeness (proposal_id, field, case_id, other_id, other_field, other_case_id, share)
values (gen_random_uuid(), 'LIMB_A', gen_random_uuid(), gen_random_uuid(), 'LIMB_A', gen_random_uuid(), 0.8);
insert into ruling (proposal_id, ruling, reason, likeness_reason, summary_names_nobody, proposed_by, decided_by, decided_on,
  provision, outcome)
values (gen_random_uuid(), 'APPROVED', repeat('r', 10), repeat('r', 40), true, gen_random_uuid(), gen_random_uuid(), current_date,
  'ART_15_1_3', 'APPLIED');
insert into tell_decision (proposal_id, told, reason, proposed_told, proposed_by, approved_by)
values (gen_random_uuid(), false, repeat('r', 40), false, gen_random_uuid(), gen_random_uuid());
insert into silence (silence_id, proposal_id, case_id, reason, review_on, proposed_by, proposed_on)
values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), repeat('r', 40), current_date + 30, gen_random_uuid(), current_date);
insert into silence_ruling (silence_id, proposal_id, case_id, ruling, reason, proposed_by, decided_by, decided_on)
values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'APPROVED', repeat('r', 40), gen_random_uuid(), gen_random_uuid(), current_date);
insert into ending (proposal_id, ending, reason, ended_by, officer_id, outcome_on, outcome_reference, ended_on)
values (gen_random_uuid(), 'OVERTURNED', repeat('r', 10), 'COURT', gen_random_uuid(), current_date, 'EA/1', current_date);
insert into standing (proposal_id, case_id, case_kind, item_id, provision, review_on)
values (gen_random_uuid(), gen_random_uuid(), 'GENERAL', gen_random_uuid(), 'ART_15_1_3', current_date);
insert into refused_attempt (attempt_id, case_id, provision, rule, officer_id, attempted_on)
values (gen_random_uuid(), gen_random_uuid(), 'ART_15_1_3', 'FOUR_EYES', gen_random_uuid(), current_date);
insert into health_opinion (opinion_id, case_id, item_id, within_id, professional, registration, test_met, words, given_on, officer_id, recorded_on)
values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'Dr A. Rees', 'GMC 1234567', false, repeat('w', 20),
  current_date - 1, gen_random_uuid(), current_date);
insert into known_to_person (known_id, case_id, item_id, within_id, reason, officer_id, known_on)
values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), repeat('r', 20), gen_random_uuid(), current_date);

insert into record (record_id, case_id, document_id, search_id, system_id, title, pages, collected_by, collected_on)
values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'CASE_DATABASE', 'Notes', 1, gen_random_uuid(), current_date);
insert into leak_scan (document_id, case_id, leaks) values (gen_random_uuid(), gen_random_uuid(), 0);
insert into page_decision (decision_id, record_id, page_no, case_id, decision, prepared_id, scan_clean, regions, decided_by)
values (gen_random_uuid(), gen_random_uuid(), 1, gen_random_uuid(), 'REDACT', gen_random_uuid(), true, 1, gen_random_uuid());
insert into region (decision_id, region_no, case_id, record_id, x, y, width, height, ground, proposal_id)
values (gen_random_uuid(), 1, gen_random_uuid(), gen_random_uuid(), 0.5, 0.5, 0.4, 0.4, 'IMMIGRATION', gen_random_uuid());
insert into place (item_id, place_no, case_id, record_id, page_no, x, y, width, height) values (gen_random_uuid(), 1, gen_random_uuid(), gen_random_uuid(), 1, 0, 0, 1, 0.3);
insert into recipient (recipient_id, correction_id, case_id, entry_id, body, disclosed_on, listed_on)
  values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'HOME_OFFICE', '2017-06-20', '2026-11-21');
insert into recipient_notice (recipient_id, case_id, notice, words, officer_id, on_date)
  values (gen_random_uuid(), gen_random_uuid(), 'IMPOSSIBLE', repeat('w', 40), gen_random_uuid(), '2026-11-21');
insert into page (record_id, page_no, case_id, item_id) values (gen_random_uuid(), 1, gen_random_uuid(), gen_random_uuid());

insert into pack (pack_id, case_id, document_id, case_version, outcome, pages, prepared_by, prepared_on)
values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 1, 'DISCLOSED', 1, gen_random_uuid(), current_date);
insert into approval (pack_id, case_id, prepared_by, approved_by, reason)
values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), repeat('r', 10));
insert into release (pack_id, case_id, prepared_by, approved_by, released_by, leaves_at)
values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), now());
insert into recall (pack_id, case_id, reason) values (gen_random_uuid(), gen_random_uuid(), repeat('r', 10));
insert into entry_decision (decision_id, case_id, entry_id, reliance_id, ground, extent, decided_by, decided_on)
values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'THIRD_PARTY', 'GENERAL', gen_random_uuid(), current_date);
insert into release_code (code_id, pack_id, case_id, code_hash, expires_at)
values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), sha256(''), now());
insert into download (download_id, pack_id, case_id, code_id, download_no, downloaded_at)
values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 1, now());
insert into legal_hold (hold_id, case_id, because, reason, placed_by, placed_on)
values (gen_random_uuid(), gen_random_uuid(), 'COURT', repeat('r', 10), gen_random_uuid(), current_date);
insert into hold_lifted (hold_id, case_id, reason, lifted_by, lifted_on)
values (gen_random_uuid(), gen_random_uuid(), repeat('r', 10), gen_random_uuid(), current_date);
insert into erasure (erasure_id, case_id, basis, reason, proposed_by, proposed_on)
values (gen_random_uuid(), gen_random_uuid(), 'REQUEST', repeat('r', 10), gen_random_uuid(), current_date);
insert into erasure_ruling (erasure_id, case_id, approved, proposed_by, decided_by, decided_on)
values (gen_random_uuid(), gen_random_uuid(), true, gen_random_uuid(), gen_random_uuid(), current_date);
