package candour.response.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.audit.merkle.NotProven;
import candour.platform.Officer;
import candour.platform.Refusal;
import candour.support.SampleDisclosures;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A case is erased by two officers, once nothing keeps it, and then it is gone for everybody. */
class ErasureTests extends CaseToErase {

  @Autowired SampleDisclosures disclosures;

  @Test
  void nobody_erases_what_must_be_kept() {
    refused("erased-once-answered", () -> propose(Basis.REQUEST));
    answered();
    refused("retention-not-over", () -> propose(Basis.RETENTION));
    var officer = by.caseworker();
    officer
        .acting()
        .run(() -> erasures.hold(reference, Because.COMPLAINT, "Complaint 12 of May.", officer));
    refused("case-on-hold", () -> propose(Basis.REQUEST));
    var hold = as(() -> erasures.of(reference)).holds().getFirst();
    refused("senior-officer-only", () -> lift(hold.id(), officer));
    lift(hold.id(), second);
    propose(Basis.REQUEST);
    refused("erasure-is-proposed", () -> propose(Basis.REQUEST));
  }

  @Test
  void the_database_refuses_each_way_around_two_officers() {
    answered();
    propose(Basis.REQUEST);
    refused("four-eyes", () -> rule(by.senior()));
    refused("senior-officer-only", () -> rule(by.releaser()));
    refused("evidence-is-append-only", owner("update casework.message set words = 'x'"));
    refused(
        "erased-by-two",
        owner(
            "update platform.case_key set wrapped = null, destroyed_at = now() where case_id = :case"));
    owner("delete from platform.case_key where case_id = :case").run();
    assertThat(as(() -> seals.opener(reference.value()))).isPresent();
  }

  @Test
  void a_case_without_a_day_to_count_from_has_not_been_kept_long_enough() {
    answered();
    var noDay =
        """
        do $$ begin
          perform set_config('candour.role', 'SYSTEM', true);
          set local session_replication_role = replica;
          delete from response.departure where case_id = '%1$s';
          set local session_replication_role = origin;
          insert into response.erasure (erasure_id, case_id, basis, reason, proposed_by, proposed_on)
          values (gen_random_uuid(), '%1$s', 'RETENTION', 'It was kept long enough.', '%2$s', '2090-01-01');
        end $$
        """
            .formatted(reference.value(), by.senior().id());
    assertThatThrownBy(() -> with("postgres", "postgres-superuser", it -> it.execute(noDay)))
        .hasStackTraceContaining("retention-not-over");
  }

  @Test
  void nothing_is_added_to_an_erased_case_and_its_key_never_comes_back() {
    answered();
    erase();
    refused("case-is-erased", () -> propose(Basis.REQUEST));
    refused(
        "case-is-erased",
        () ->
            samples
                .holderOf(reference)
                .acting()
                .run(() -> correspondence.write(reference, "Are you still there?")));
    refused(
        "evidence-is-append-only",
        owner(
            "update platform.case_key set wrapped = '\\x00', destroyed_at = null where case_id = :case"));
  }

  @Test
  void a_forger_cannot_hide_behind_an_erasure() {
    answered();
    propose(Basis.REQUEST);
    forged(
        "update casework.search set terms = 'Kampbell' where case_id = ?",
        "update casework.search set terms = 'Campbell' where case_id = ?",
        () -> refused("rows-are-not-as-logged", this::approve));
    forged(
        "update audit.entry set rows = ' ' || rows where case_id = ?",
        "update audit.entry set rows = substr(rows, 2) where case_id = ?",
        () -> refused("rows-are-not-as-logged", this::approve));

    asSuperuser(it -> {
      var key =
          it.queryForObject(
              "select wrapped from platform.case_key where case_id = ?",
              byte[].class,
              reference.value());
      it.update(
          "update platform.case_key set wrapped = null, destroyed_at = now() where case_id = ?",
          reference.value());
      assertThatThrownBy(nightly::testimony)
          .isInstanceOf(NotProven.class)
          .hasMessageContaining("no entry says that two people erased it");
      it.update(
          "update platform.case_key set wrapped = ?, destroyed_at = null where case_id = ?",
          key,
          reference.value());
    });
    assertThat(nightly.testimony()).isPositive();
  }

  @Test
  void what_is_left_of_an_erased_case_is_still_compared_with_the_log() {
    answered();
    erase();
    forged(
        "update casework.search set found = 7 where result = 'FOUND' and case_id = ?",
        "update casework.search set found = 1 where result = 'FOUND' and case_id = ?",
        () ->
            assertThatThrownBy(nightly::testimony)
                .isInstanceOf(NotProven.class)
                .hasMessageContaining("casework.search"));
    assertThat(nightly.testimony()).isPositive();
  }

  /**
   * The entry of the erasure is there for good, and digests of words that are few can be guessed.
   */
  @Test
  void the_log_keeps_no_digest_of_what_was_erased() {
    answered();
    var before = rowsOfTheLog();
    erase();
    var gone = new HashSet<>(before);
    gone.removeAll(rowsOfTheLog());
    assertThat(gone).hasSizeGreaterThan(20).anyMatch(row -> row.startsWith("identity.requester "));
    asSuperuser(it ->
        assertThat(
                it.queryForList(
                    "select rows from audit.entry where case_id = ? and rows <> ''",
                    String.class,
                    reference.value()))
            .isNotEmpty()
            .noneMatch(rows -> gone.stream().anyMatch(rows::contains)));
  }

  @Test
  void disclosures_that_were_shown_go_and_the_log_knows_of_it() {
    var shown = disclosures.shown(reference, SampleDisclosures.TRACED);
    answered();
    asSuperuser(it -> {
      it.update("update ledger.shown set reason = reason || '.' where disclosure_id = ?", shown);
      assertThatThrownBy(nightly::testimony)
          .isInstanceOf(NotProven.class)
          .hasMessageContaining("ledger.shown");
      it.update("update ledger.shown set reason = left(reason, -1) where disclosure_id = ?", shown);
    });
    erase();
    for (var table : List.of("match", "shown")) {
      assertThat(
              as(() ->
                  jdbc.sql("select count(*) from ledger." + table + " where disclosure_id = ?")
                      .param(shown)
                      .query(Long.class)
                      .single()))
          .isZero();
    }
    assertThat(nightly.testimony()).isPositive();
  }

  /** A superuser does this to the case, and undoes it when somebody has looked. */
  private void forged(String forgery, String undone, Runnable look) {
    asSuperuser(it -> it.update(forgery, reference.value()));
    try {
      look.run();
    } finally {
      asSuperuser(it -> it.update(undone, reference.value()));
    }
  }

  private Set<String> rowsOfTheLog() {
    return as(() ->
        jdbc.sql("select relation || ' ' || digest from common.logged_rows()")
            .query(String.class)
            .set());
  }

  private void lift(UUID hold, Officer officer) {
    officer
        .acting()
        .run(() -> erasures.lift(reference, hold, "The complaint was answered.", officer));
  }

  /** The ruling as code would write it that knows of no rule. */
  private void rule(Officer officer) {
    samples.as(
        officer.acting(),
        () ->
            jdbc.sql(
                    """
                    insert into response.erasure_ruling (erasure_id, case_id, approved, proposed_by, decided_by, decided_on)
                    select erasure_id, case_id, true, proposed_by, :by, proposed_on from response.erasure where case_id = :case
                    """)
                .param("by", officer.id())
                .param("case", reference.value())
                .update());
  }

  private Runnable owner(String statement) {
    return () -> {
      try {
        asOwner(it -> it.update(statement.replace(":case", "'" + reference.value() + "'")));
      } catch (org.springframework.dao.DataAccessException e) {
        throw new Refusal(
            String.valueOf(e.getMostSpecificCause().getMessage())
                .replaceAll("(?s)ERROR: (\\S+).*", "$1"),
            e);
      }
    };
  }

  private void asOwner(Consumer<JdbcTemplate> work) {
    with(
        "candour_owner",
        "postgres-owner",
        jdbc -> {
          jdbc.execute("select set_config('candour.role', 'SYSTEM', false)");
          work.accept(jdbc);
        });
  }
}
