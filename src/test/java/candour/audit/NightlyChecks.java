package candour.audit;

import candour.platform.Acting;
import candour.platform.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The comparison of records and log, for tests: what is done each night, and for each case. */
@TestComponent
public class NightlyChecks {

  private final Testimony testimony;
  private final Agreement agreement;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  NightlyChecks(
      Testimony testimony,
      Agreement agreement,
      JdbcClient jdbc,
      PlatformTransactionManager transactions) {
    this.testimony = testimony;
    this.agreement = agreement;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** How many rows agree; see {@link Testimony#check}. */
  public long testimony() {
    return testimony.check().rows();
  }

  /** The cases that could not be erased, since their entries say something else of their rows. */
  public List<UUID> disagreeing() {
    return Acting.system()
        .call(() -> cases().stream().filter(it -> !agrees(it)).map(Case::id).toList());
  }

  private record Case(UUID id, UUID subjectId, UUID requesterId) {}

  private List<Case> cases() {
    return Objects.requireNonNull(
        transaction.execute(_ ->
            jdbc.sql(
                    """
                    select r.case_id as id, r.subject_id, r.requester_id
                    from casework.request r join platform.case_key k using (case_id) where k.wrapped is not null
                    """)
                .query(Case.class)
                .list()));
  }

  private boolean agrees(Case each) {
    try {
      transaction.executeWithoutResult(
          _ -> agreement.require(each.id(), each.subjectId(), each.requesterId()));
      return true;
    } catch (Refusal e) {
      return false;
    }
  }
}
