-- What each invariant has to find: done with triggers, foreign keys and row-level security off, and undone again. :case is a case that was
-- answered with a determination in force, after an attempt was refused.

-- I1: a submission that is gone from the log
delete from audit.entry where case_id = :case and class = 'request.received'
-- I1: a submission that was made twice
insert into requester.draft (draft_id, sealed, case_id, expires_at)
select gen_random_uuid(), '\x00', :case, now() from generate_series(1, 2)
-- I2: a receipt more than submissions
insert into notifications.mail (mail_id, template, sealed)
select gen_random_uuid(), 'request-received', '\x00' from generate_series(0, (select count(*) from requester.draft))
-- I2: two receipts by letter
insert into notifications.letter (letter_id, case_id, delivery, template, sealed)
select gen_random_uuid(), :case, 'POST', 'request-received', '\x00' from generate_series(1, 2)
-- I3: an answer past an open determination
delete from exemptions.ruling where proposal_id in (select proposal_id from exemptions.proposal where case_id = :case)
-- I3: an answer before its determinations were in the log
update response.departure set vouched_size = null where case_id = :case
-- I3: a determination that ended and still stands
insert into exemptions.ending (proposal_id, ending, ended_by, ended_on, recorded_at)
select proposal_id, 'LAPSED', 'REVIEW_DATE', current_date, recorded_at from exemptions.proposal where case_id = :case
-- I4: a determination that its proposer ruled on
alter table exemptions.ruling drop constraint four_eyes;
update exemptions.ruling r set decided_by = p.proposed_by from exemptions.proposal p
where p.proposal_id = r.proposal_id and p.case_id = :case
-- I4: a decision on telling by the proposer
alter table exemptions.tell_decision drop constraint tell_four_eyes;
update exemptions.tell_decision r set approved_by = p.proposed_by from exemptions.proposal p
where p.proposal_id = r.proposal_id and p.case_id = :case
-- I4: a pack that its maker approved
alter table response.approval drop constraint four_eyes;
update response.approval set approved_by = prepared_by where case_id = :case
-- I4: a pack that its approver released
alter table response.release drop constraint three_officers;
update response.release set released_by = approved_by where case_id = :case
-- I4: a pack released by who proposed a determination
update response.release l set released_by = p.proposed_by, prepared_by = gen_random_uuid() from exemptions.proposal p
where p.case_id = l.case_id and l.case_id = :case
-- I4: a reclassification that its proposer ruled on
alter table casework.reclassification_ruling drop constraint four_eyes;
insert into casework.reclassification (reclassification_id, case_id, purpose, reason, proposed_by, proposed_on)
select :case, :case, 'OTHER', repeat('x', 40), :case, current_date;
insert into casework.reclassification_ruling (reclassification_id, case_id, ruling, reason, proposed_by, decided_by, decided_on)
select :case, :case, 'RETURNED', repeat('x', 40), :case, :case, current_date
-- I4: a case opened by one person
alter table audit.opening_approval drop constraint four_eyes;
insert into audit.opening_request (request_id, case_id, recipient, reason, requested_by) values (:case, :case, 'COURT', repeat('x', 40), :case);
insert into audit.opening_approval (request_id, case_id, requested_by, approved_by) values (:case, :case, :case, :case)
-- I5: a guarded request on which something stands
update casework.request set kind = 'GUARDED' where case_id = :case
-- I5: a guarded request on which something was approved and never ended
delete from exemptions.standing where case_id = :case;
update casework.request set kind = 'GUARDED' where case_id = :case
-- I6: a hole in the log
delete from audit.leaf where leaf_index = 1
-- I6: an entry that is not its leaf
update audit.entry set leaf = '\x00' where case_id = :case
-- I6: another root than the leaves give
update audit.checkpoint set root = sha256('') where size = (select max(size) from audit.checkpoint)
-- I6: another root than was signed
update audit.signature set note = replace(note, split_part(note, E'\n', 3), encode(sha256(''), 'base64'))
-- I7: two checkpoints of one size
alter table audit.checkpoint drop constraint checkpoint_pkey cascade;
insert into audit.checkpoint (size, root) select size, sha256('') from audit.checkpoint
-- I7: two signatures of one size
alter table audit.signature drop constraint signature_pkey cascade;
insert into audit.signature (size, note) select size, note from audit.signature
-- I8: something that happened without an entry
delete from audit.entry where case_id = :case and class = 'pack.released'
-- I8: an entry without anything that happened
delete from response.approval where case_id = :case
-- I8: an entry without a place
delete from audit.leaf where entry_id in (select entry_id from audit.entry where case_id = :case)
-- I9: a figure that the log does not bear out
insert into oversight.figure (measure, month, split, n) values ('received', '1999-12-01', 'GENERAL', 1000)
-- I9: a tally that is not in the log
insert into oversight.tally (day) values ('1999-12-31')
-- I10: a file of which a part is missing
delete from platform.document_part where case_id = :case
-- I10: a file that was stored as it came
update platform.document_part set sealed = substring(sealed from 13 for octet_length(sealed) - 28) where case_id = :case
-- I10: a file that is nobody's
delete from records.record where case_id = :case
-- I11: a due date that does not follow
update casework.request set due_on = null, listed_due_on = listed_due_on + 1 where case_id = :case
-- I12: a name in the log
update audit.entry set leaf = convert_to((select full_name from identity.data_subject limit 1), 'UTF8') where case_id = :case
-- I12: a name in a letter that is not sealed
update notifications.letter set sealed = convert_to((select 'For ' || full_name from identity.data_subject limit 1), 'UTF8') where case_id = :case
-- I13: a download without an entry
insert into response.download (download_id, pack_id, case_id, code_id, download_no, downloaded_at)
select gen_random_uuid(), pack_id, case_id, gen_random_uuid(), 1, now() from response.departure where case_id = :case
-- I14: a refused attempt without an entry
delete from audit.entry where case_id = :case and class = 'determination.refused'
-- I14: an entry without a refused attempt
delete from exemptions.refused_attempt where case_id = :case
