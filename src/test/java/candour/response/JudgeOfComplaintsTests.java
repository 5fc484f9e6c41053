package candour.response;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.casework.Complaint.Cause;
import candour.casework.Complaint.Outcome;
import candour.casework.Complaints;
import candour.exemptions.Background;
import candour.exemptions.DeterminationId;
import candour.exemptions.Ending;
import candour.exemptions.Exemptions;
import candour.exemptions.Overruling;
import candour.exemptions.Overruling.Authority;
import candour.exemptions.Provision;
import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody decides a complaint about their own work, and what is upheld counts where it belongs. */
@PortalTest
class JudgeOfComplaintsTests {

  private static final String REASONS = "The page says nothing that could prejudice anything.";

  private static final String OWN_WORK = "complaint-about-own-work";

  @Autowired Answering answering;
  @Autowired Complaints complaints;
  @Autowired Exemptions exemptions;
  @Autowired Background background;
  @Autowired Samples samples;
  @Autowired JdbcClient jdbc;
  @Autowired Days days;

  @Test
  void whoever_prepared_approved_released_or_determined_judges_nothing_of_it() {
    var by = answering.officers();
    var reference = samples.generalCase();
    var determination = answering.determined(reference, by, "Case notes", "They came by ship");
    var id = complaint(reference);
    var approver = approver(determination);
    assertThat(decide(reference, id, approver)).isEqualTo(OWN_WORK);
    assertThat(decide(reference, id, promoted(by.caseworker()))).isEqualTo(OWN_WORK);
    answering.released(reference, by);
    assertThat(decide(reference, id, by.senior())).as("approved").isEqualTo(OWN_WORK);
    assertThat(decide(reference, id, promoted(by.releaser()))).as("released").isEqualTo(OWN_WORK);
    assertThat(decide(reference, id, samples.officer("Mair", Role.SENIOR))).isEqualTo("nothing");
  }

  @Test
  void whoever_searched_collected_reviewed_or_kept_back_judges_nothing_of_it_either() {
    var by = answering.officers();
    var searched = answering.searched(by, 1);
    var reference = searched.reference();
    var others = new ArrayList<Officer>();
    for (var name : List.of("Collector", "Writer", "Reviewer")) {
      others.add(samples.officer(name, Role.SENIOR));
    }
    var record =
        answering.desk.collect(reference, searched.search(), "Notes", others.get(0), "One", "Two");
    answering.desk.withhold(reference, record.id(), 1, "THIRD_PARTY", others.get(1));
    answering.desk.release(reference, record.id(), 2, others.get(2));
    var id = complaint(reference);
    assertThat(decide(reference, id, promoted(by.caseworker()))).as("searched").isEqualTo(OWN_WORK);
    assertThat(others)
        .allSatisfy(other -> assertThat(decide(reference, id, other)).isEqualTo(OWN_WORK));
    assertThat(decide(reference, id, samples.officer("Mair", Role.SENIOR))).isEqualTo("nothing");
  }

  @Test
  void a_determination_is_overturned_by_an_upheld_complaint_alone_and_counts_as_overturned() {
    var by = answering.officers();
    var reference = samples.generalCase();
    var determination = answering.determined(reference, by, "Case notes", "They came by ship");
    var provision =
        by.senior()
            .acting()
            .call(() -> exemptions.get(reference, determination).proposal().provision());
    answering.released(reference, by);
    var senior = samples.officer("Mair", Role.SENIOR);
    assertThat(overturn(reference, determination, senior)).isEqualTo("no-upheld-complaint");
    assertThat(decide(reference, complaint(reference), senior)).isEqualTo("nothing");
    var before = overturned(provision);
    assertThat(overturn(reference, determination, senior)).isEqualTo("nothing");
    assertThat(overturned(provision)).isEqualTo(before + 1);
  }

  private UUID complaint(CaseReference reference) {
    return samples
        .holderOf(reference)
        .acting()
        .call(() -> complaints.complain(reference, Set.of(Cause.WITHHELD), ""));
  }

  private String decide(CaseReference reference, UUID id, Officer officer) {
    return refusal(
        officer, () -> complaints.decide(reference, id, Outcome.UPHELD, REASONS, officer));
  }

  private String overturn(CaseReference reference, DeterminationId id, Officer officer) {
    var overruling = new Overruling(Authority.COMPLAINT, days.today(), "SAR/1", REASONS);
    return refusal(officer, () -> exemptions.overturn(reference, id, officer, overruling));
  }

  private long overturned(Provision provision) {
    return Acting.system()
        .call(() -> background.overturns(provision))
        .by()
        .getOrDefault(Ending.By.COMPLAINT, 0L);
  }

  private static String refusal(Officer officer, Runnable work) {
    try {
      officer.acting().run(work);
      return "nothing";
    } catch (Refusal refusal) {
      return refusal.rule();
    }
  }

  private Officer approver(DeterminationId id) {
    var officer =
        samples.as(
            Acting.system(),
            () ->
                jdbc.sql("select decided_by from exemptions.ruling where proposal_id = ?")
                    .param(id.value())
                    .query(UUID.class)
                    .single());
    return new Officer(officer, "Nia Prys", Set.of(Role.SENIOR));
  }

  /** The same officer, a senior one as well. */
  private Officer promoted(Officer officer) {
    samples.as(
        Acting.system(),
        () ->
            jdbc.sql("insert into platform.account_role (account_id, role) values (?, 'SENIOR')")
                .param(officer.id())
                .update());
    return new Officer(officer.id(), officer.name(), Set.of(Role.SENIOR));
  }
}
