package candour.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.casework.IdentityChecks.Look;
import candour.identity.Verification.Method;
import candour.intake.PublicFile.Sound;
import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.support.MovableClock;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What showed who somebody is goes thirty days after it was needed, and what was made of it stays.
 */
@PortalTest
class EvidenceTests {

  private static final Sound CARD = new Sound("card.png", "image/png", new byte[] {1, 2, 3});

  @Autowired JdbcClient jdbc;
  @Autowired Samples samples;
  @Autowired MovableClock clock;
  @Autowired Evidence evidence;
  @Autowired EvidenceJob job;
  @Autowired IdentityChecks checks;

  private CaseReference reference;
  private Officer officer;

  @BeforeEach
  void somebodySendsACard() {
    reference = samples.generalCase();
    officer = samples.officer("Ann", Role.CASEWORKER);
    samples.as(
        samples.holderOf(reference).acting(),
        () -> {
          evidence.add(reference, List.of(CARD));
          return reference;
        });
  }

  @AfterEach
  void now() {
    clock.reset();
  }

  @Test
  void it_goes_thirty_days_after_the_identity_was_accepted_and_the_log_says_so() {
    run(60);
    assertThat(files()).as("not before it was decided").hasSize(1);
    clock.reset();
    confirm();
    var card = files().getFirst();
    run(29);
    assertThat(files()).containsExactly(card);
    assertThat(samples.as(officer.acting(), () -> evidence.file(reference, card.id())).content())
        .isEqualTo(CARD.content());
    assertThatThrownBy(() -> asSystem(() -> evidence.destroy(reference)))
        .isInstanceOfSatisfying(
            Refusal.class, it -> assertThat(it.rule()).isEqualTo("evidence-still-needed"));
    run(30);
    assertThat(files()).isEmpty();
    assertThat(left("select count(*) from platform.document_part")).isZero();
    assertThat(left("select count(*) from platform.document where file_name = 'card.png'"))
        .isZero();
    assertThat(samples.logged(reference)).endsWith("identity.evidence-destroyed");
    assertThatThrownBy(
            () -> samples.as(officer.acting(), () -> evidence.file(reference, card.id())))
        .isInstanceOf(EmptyResultDataAccessException.class);
    assertThat(samples.as(Acting.system(), () -> checks.looks(reference)))
        .as("what was made of it")
        .hasSize(1);
    run(31);
    assertThat(samples.logged(reference)).containsOnlyOnce("identity.evidence-destroyed");
  }

  @Test
  void whatever_keeps_the_case_keeps_it() {
    confirm();
    var hold = Identifiers.next();
    samples.as(
        officer.acting(),
        () ->
            jdbc.sql(
                    """
                    insert into response.legal_hold (hold_id, case_id, because, reason, placed_by, placed_on)
                    values (:id, :case, 'COURT', 'Claim 12 of this May.', :by, current_date)
                    """)
                .param("id", hold)
                .param("case", reference.value())
                .param("by", officer.id())
                .update());
    run(40);
    assertThat(files()).hasSize(1);
    var senior = samples.officer("Mair", Role.SENIOR);
    samples.as(
        senior.acting(),
        () ->
            jdbc.sql(
                    """
                    insert into response.hold_lifted (hold_id, case_id, reason, lifted_by, lifted_on)
                    values (:id, :case, 'The claim is over.', :by, current_date)
                    """)
                .param("id", hold)
                .param("case", reference.value())
                .param("by", senior.id())
                .update());
    run(41);
    assertThat(files()).isEmpty();
  }

  @Test
  void nobody_destroys_it_by_hand_and_no_other_file_at_all() {
    confirm();
    var card = files().getFirst();
    clock.set(Instant.now().plus(Duration.ofDays(31)));
    assertThatThrownBy(() -> samples.as(officer.acting(), () -> destroyed(card.id().toString())))
        .isInstanceOfSatisfying(
            Refusal.class, it -> assertThat(it.rule()).isEqualTo("evidence-still-needed"));
    assertThatThrownBy(() ->
            samples.as(
                Acting.system(),
                () -> jdbc.sql("call platform.destroy(:id)").param("id", card.id()).update()))
        .rootCause()
        .hasMessageContaining("permission denied");
    assertThat(files()).hasSize(1);
  }

  private int destroyed(String document) {
    return jdbc.sql(
            """
            insert into casework.evidence_destroyed (document_id, case_id, destroyed_on)
            values (cast(:document as uuid), :case, current_date + 31)
            """)
        .param("document", document)
        .param("case", reference.value())
        .update();
  }

  private void confirm() {
    samples.as(
        officer.acting(),
        () -> {
          var look = new Look(Method.PHOTO_DOCUMENT, "A card", "Her name and year are on it.");
          checks.confirm(reference, officer, look);
          return reference;
        });
  }

  private void run(int daysFromNow) {
    clock.set(Instant.now().plus(Duration.ofDays(daysFromNow)));
    Acting.system().run(job::destroyAll);
  }

  private void asSystem(Runnable work) {
    Acting.system().run(work);
  }

  private List<Message.Attached> files() {
    return samples.as(Acting.system(), () -> evidence.of(reference));
  }

  private long left(String sql) {
    var and = sql.contains(" where ") ? " and " : " where ";
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql(sql + and + "case_id = :case")
                .param("case", reference.value())
                .query(Long.class)
                .single());
  }
}
