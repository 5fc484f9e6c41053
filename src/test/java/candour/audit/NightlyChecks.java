package candour.audit;

import candour.platform.Acting;
import candour.platform.Refusal;
import java.util.ArrayList;
import java.util.List;
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
    var found = new ArrayList<UUID>();
    Acting.system()
        .run(() ->
            transaction.executeWithoutResult(_ ->
                jdbc
                    .sql(
                        """
                        select r.case_id, r.subject_id, r.requester_id
                        from casework.request r join platform.case_key k using (case_id) where k.wrapped is not null
                        """)
                    .query((row, _) ->
                        List.of(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getObject(3, UUID.class)))
                    .list()
                    .stream()
                    .filter(it -> !agrees(it.getFirst(), it.get(1), it.getLast()))
                    .map(List::getFirst)
                    .forEach(found::add)));
    return found;
  }

  private boolean agrees(UUID caseId, UUID subjectId, UUID requesterId) {
    try {
      agreement.require(caseId, subjectId, requesterId);
      return true;
    } catch (Refusal e) {
      return false;
    }
  }
}
