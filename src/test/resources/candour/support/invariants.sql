-- What must be true of the portal after every fault, every race and every journey, whatever was lost on the way. Each query names what
-- contradicts it, and the case that this is about, if there is one. I11 is in DueDates: the law of deadlines is not written twice.

-- I1: each submission that was acknowledged exists once
select r.case_id, 'was received ' || count(e.entry_id) || ' times in the log'
from casework.request r left join audit.entry e on e.case_id = r.case_id and e.class = 'request.received'
group by r.case_id having count(e.entry_id) <> 1
union all
select d.case_id, 'came of ' || count(*) || ' drafts' from requester.draft d where d.case_id is not null
group by d.case_id having count(*) > 1

-- I2: each submission has one receipt, queued with it
select null::uuid, receipts || ' receipts were queued for ' || submissions || ' submissions'
from (select (select count(*) from notifications.mail where template = 'request-received')
    + (select count(*) from notifications.letter where template = 'request-received') as receipts,
    (select count(*) from requester.draft where case_id is not null) as submissions) counted
where receipts <> submissions
union all
select case_id, 'has ' || count(*) || ' receipts' from notifications.letter where template = 'request-received'
group by case_id having count(*) > 1

-- I3: no answer left with a determination that was undecided, not in the log that the answer rests on, or over
select d.case_id, 'was answered past an open determination'
from response.departure d join exemptions.proposal p using (case_id) left join exemptions.ruling r using (proposal_id)
where p.recorded_at < d.recorded_at and coalesce(r.recorded_at > d.recorded_at, true)
union all
select d.case_id, 'was answered before its determinations were in the log'
from response.departure d join exemptions.proposal p using (case_id) join exemptions.ruling r using (proposal_id)
where r.ruling = 'APPROVED' and r.recorded_at < d.recorded_at
group by d.pack_id, d.case_id, d.vouched_size
having count(*) > (select count(*) from audit.entry e join audit.leaf l using (entry_id)
  where e.case_id = d.case_id and e.class = 'determination.approved' and l.leaf_index < coalesce(d.vouched_size, 0))
union all
select s.case_id, 'has a determination standing that has ended'
from exemptions.standing s join exemptions.ending e using (proposal_id)
union all
select s.case_id, 'has a determination standing until another day than its reviews say'
from exemptions.standing s where s.review_on is distinct from exemptions.last_day(s.proposal_id)

-- I4: nobody approves what they proposed, nor releases what they prepared, approved or decided
select p.case_id, 'has a determination that its proposer ruled on'
from exemptions.ruling r join exemptions.proposal p using (proposal_id) where r.decided_by = p.proposed_by
union all
select p.case_id, 'has a decision on telling by the proposer'
from exemptions.tell_decision t join exemptions.proposal p using (proposal_id) where t.approved_by = p.proposed_by
union all
select s.case_id, 'goes on untold by one person alone'
from exemptions.silence_ruling r join exemptions.silence s using (silence_id) where r.decided_by = s.proposed_by
union all
select c.case_id, 'has a reclassification that its proposer ruled on'
from casework.reclassification_ruling r join casework.reclassification c using (reclassification_id) where r.decided_by = c.proposed_by
union all
select k.case_id, 'has a pack that its maker approved'
from response.approval a join response.pack k using (pack_id) where a.approved_by = k.prepared_by
union all
select k.case_id, 'has a pack that its maker or approver released'
from response.release l join response.pack k using (pack_id) join response.approval a using (pack_id)
where l.released_by in (k.prepared_by, a.approved_by)
union all
select l.case_id, 'was released by who proposed or approved a determination then in force'
from response.release l join exemptions.proposal p using (case_id) join exemptions.ruling r using (proposal_id)
  left join exemptions.ending e using (proposal_id)
where p.outcome = 'APPLIED' and r.ruling = 'APPROVED' and r.recorded_at < l.recorded_at
  and coalesce(e.recorded_at > l.recorded_at, true) and l.released_by in (p.proposed_by, r.decided_by)
union all
select q.case_id, 'was opened by one person' from audit.opening_approval a join audit.opening_request q using (request_id)
where a.approved_by = q.requested_by

-- I5: the immigration exemption is applied to nothing on a guarded request
select s.case_id, 'has a determination standing on a guarded request'
from exemptions.standing s join casework.request r using (case_id) where r.kind = 'GUARDED'
union all
select p.case_id, 'has an approved determination on a guarded request that never ended'
from exemptions.proposal p join exemptions.ruling g using (proposal_id) join casework.request r using (case_id)
where p.outcome = 'APPLIED' and g.ruling = 'APPROVED' and r.kind = 'GUARDED'
  and not exists (select from exemptions.ending e where e.proposal_id = p.proposal_id)
union all
select r.case_id, 'is of another kind than its rows say' from casework.request r
where (r.kind = 'GUARDED')::integer <> (r.purpose = 'PROVE_STATUS')::integer
  + (select count(*) from casework.protection p where p.case_id = r.case_id)
  - (select count(*) from casework.reclassification_effect e where e.case_id = r.case_id)

-- I6: places in the log are dense, and every signed root is the root of the leaves before it
select null::uuid, count(*) || ' leaves end at place ' || max(leaf_index) from audit.leaf
having count(*) <> coalesce(max(leaf_index) + 1, 0)
union all
select e.case_id, 'has an entry that is not its leaf' from audit.leaf l join audit.entry e using (entry_id) where l.leaf <> e.leaf
union all
select null, 'another root was kept for the first ' || size || ' leaves' from audit.checkpoint
where size > 0 and root is distinct from pg_temp.root(size)
union all
select null, 'another root was signed for the first ' || size || ' leaves'
from audit.signature join audit.checkpoint using (size)
where split_part(note, E'\n', 2) <> size::text or decode(split_part(note, E'\n', 3), 'base64') <> root

-- I7: no size of the log has two checkpoints
select null::uuid, size || ' leaves have two checkpoints' from audit.checkpoint group by size having count(*) > 1
union all
select null, size || ' leaves were signed twice' from audit.signature group by size having count(*) > 1

-- I8: everything that happened has one entry in the log, and every entry one place
select case_id, format('%s: happened %s times, logged %s times', class, happened, logged)
from (
  select case_id, class, count(*) filter (where is_row) as happened, count(*) filter (where not is_row) as logged
  from (
    select case_id, 'request.received' as class, true as is_row from casework.request
    union all select case_id, 'case.reopened', true from casework.reopening
    union all select case_id, 'case.guarded', true from casework.protection
    union all select case_id, case when urgency is null then 'case.urgent-no-longer' else 'case.urgent' end, true from casework.urgency_change
    union all select case_id, 'case.reclassification-proposed', true from casework.reclassification
    union all select case_id, 'case.reclassification-noticed', true from casework.reclassification_notice
    union all select case_id, 'case.reclassification-objected', true from casework.reclassification_objection
    union all select case_id, 'case.reclassification-effective', true from casework.reclassification_effect
    union all select case_id, 'search.recorded', true from casework.search
    union all select case_id, 'record.collected', true from records.record
    union all select case_id, 'page.decided', true from records.page_decision
    union all select case_id, 'ground.relied-on', true from exemptions.reliance
    union all select case_id, 'determination.proposed', true from exemptions.proposal
    union all select case_id, case ruling when 'APPROVED' then 'determination.approved' else 'determination.returned' end, true
      from exemptions.ruling join exemptions.proposal using (proposal_id)
    union all select case_id, 'determination.ended', true from exemptions.ending join exemptions.proposal using (proposal_id)
    union all select case_id, 'determination.silence-proposed', true from exemptions.silence
    union all select case_id, 'determination.silence-' || lower(ruling), true from exemptions.silence_ruling
    union all select case_id, 'entry.decided', true from response.entry_decision
    union all select case_id, 'pack.prepared', true from response.pack
    union all select case_id, 'pack.approved', true from response.approval
    union all select case_id, 'pack.released', true from response.release
    union all select case_id, 'pack.recalled', true from response.recall
    union all select case_id, case answer_no when 1 then 'response.sent' else 'response.supplemented' end, true from response.departure
    union all select case_id, class, false from audit.entry where class = any (array['request.received', 'case.reopened',
      'case.guarded', 'case.urgent', 'case.urgent-no-longer', 'case.reclassification-proposed', 'case.reclassification-noticed', 'case.reclassification-objected',
      'case.reclassification-effective', 'search.recorded', 'record.collected', 'page.decided', 'ground.relied-on',
      'determination.proposed', 'determination.approved', 'determination.returned', 'determination.ended',
      'determination.silence-proposed', 'determination.silence-approved', 'determination.silence-returned', 'entry.decided', 'pack.prepared',
      'pack.approved', 'pack.released', 'pack.recalled', 'response.sent', 'response.supplemented'])
  ) either group by case_id, class
) both_ways where happened <> logged
union all
select e.case_id, 'has an entry with no place, or two' from audit.entry e
where (exists (select from audit.leaf l where l.entry_id = e.entry_id))::integer
  + (exists (select from audit.unsequenced u where u.entry_id = e.entry_id))::integer <> 1

-- I9: what the committee reads is what the log counts, and each tally is an entry of its own
select null::uuid, format('%s: the committee reads %s, the log counts %s', measure, reads, counts)
from (
  select measure, (select coalesce(sum(n), 0) from oversight.figure f where f.measure = pair.measure) as reads,
    (select count(*) from audit.entry e where e.class = pair.class) as counts
  from (values ('received', 'request.received'), ('answered', 'response.sent'), ('supplemented', 'response.supplemented'),
    ('determined', 'determination.approved'), ('ended', 'determination.ended'), ('refused', 'determination.refused'),
    ('relied', 'ground.relied-on'), ('silence', 'determination.silence-proposed'), ('guarded-later', 'case.guarded'),
    ('reclassified', 'case.reclassification-proposed'), ('complained', 'complaint.received'), ('corrected', 'correction.asked')) pair (measure, class)
) compared where reads <> counts
union all
select null, format('%s days were counted, and %s counts logged', days, tallies)
from (select (select count(*) from oversight.tally) as days,
    (select count(*) from audit.entry where class = 'tally.daily') as tallies) counted
where days <> tallies

-- I10: every file is whole, sealed, and somebody's; what lies in the portal's home: Leaks
select d.case_id, 'has a file of which a part is missing' from platform.document d left join platform.document_part p using (document_id)
group by d.document_id, d.case_id having count(p.part_no) = 0 or count(p.part_no) <> max(p.part_no) + 1
union all
select d.case_id, 'has a file that is not sealed: 28 bytes of each part are its nonce and its tag'
from platform.document d join platform.document_part p using (document_id)
group by d.document_id, d.case_id, d.length having sum(octet_length(p.sealed)) <> d.length + 28 * count(*)
union all
select d.case_id, 'has a file that is nobody''s: ' || lower(d.purpose) from platform.document d
where not case d.purpose
  when 'RECORD' then exists (select from records.record r where r.document_id = d.document_id)
  when 'PREPARED' then exists (select from records.leak_scan s where s.document_id = d.document_id)
  else exists (select from response.pack k where k.document_id = d.document_id) end

-- I12: nobody's name is readable outside the rows of their case; in logs, addresses and files: Leaks
select named.case_id, 'names a person in ' || named.place
from (
  select case_id, 'a leaf of the log' as place, leaf as bytes from audit.entry
  union all select case_id, 'an opening', opening from audit.entry
  union all select case_id, 'a summary', convert_to(summary, 'UTF8') from audit.entry where summary is not null
  union all select null, 'an entry that is open to all', convert_to(opening, 'UTF8') from audit.opened
  union all select null, 'a mail', sealed from notifications.mail where sealed is not null
  union all select case_id, 'a letter', sealed from notifications.letter
  union all select case_id, 'a draft', sealed from requester.draft
  union all select null, 'a job', task_data from platform.scheduled_tasks where task_data is not null
) named
where exists (select from (select distinct convert_to(full_name, 'UTF8') as name from identity.data_subject) who
  where position(who.name in named.bytes) > 0)

-- I13: every download is in the person's history
select case_id, format('was downloaded %s times, with %s entries', downloads, entries)
from (select r.case_id, (select count(*) from response.download d where d.case_id = r.case_id) as downloads,
    (select count(*) from audit.entry e where e.case_id = r.case_id and e.class = 'pack.downloaded') as entries
  from casework.request r) counted
where downloads <> entries

-- I14: every attempt that a rule refused is a row and an entry
select case_id, format('has %s refused attempts, with %s entries', attempts, entries)
from (select r.case_id, (select count(*) from exemptions.refused_attempt a where a.case_id = r.case_id) as attempts,
    (select count(*) from audit.entry e where e.case_id = r.case_id and e.class = 'determination.refused') as entries
  from casework.request r) counted
where attempts <> entries
