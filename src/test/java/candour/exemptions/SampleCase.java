package candour.exemptions;

import candour.casework.CaseReference;
import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases and officers as the rules about determinations need them, straight into the database. */
@Component
public class SampleCase {

  private final JdbcClient jdbc;
  private final PlatformTransactionManager transactions;

  SampleCase(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** An enabled officer with these roles. */
  public Officer officer(String name, Role... roles) {
    var id = Identifiers.next();
    return system(() -> {
      jdbc.sql(
              "insert into platform.account (account_id, kind, username, display_name) values (?, 'OFFICER', ?, ?)")
          .params(List.of(id, name.toLowerCase(Locale.ROOT) + "." + id, name))
          .update();
      for (var role : roles) {
        jdbc.sql("insert into platform.account_role (account_id, role) values (?, ?)")
            .params(List.of(id, role.name()))
            .update();
      }
      return new Officer(id, name, Set.of(roles));
    });
  }

  /** A request for this purpose; {@code PROVE_STATUS} makes it guarded. */
  public CaseReference open(String purpose) {
    var reference = new CaseReference(Identifiers.unguessable());
    var subject = Identifiers.next();
    var requester = Identifiers.next();
    return system(() -> {
      jdbc.sql("insert into identity.data_subject (subject_id, full_name, birth_year) values (?, ?, 1950)")
          .params(List.of(subject, "Grace Hope O'Neil"))
          .update();
      jdbc.sql(
              "insert into identity.requester (requester_id, subject_id, email, language) values (?, ?, 'g@h.example', 'en')")
          .params(List.of(requester, subject))
          .update();
      jdbc.sql(
              """
              insert into casework.request (case_id, number, subject_id, requester_id, subject_name, purpose, wants,
                language, channel, received_at, received_on, rule_version, due_on, listed_due_on)
              values (:case, :number, :subject, :requester, 'Grace Hope O''Neil', :purpose, '{ANYTHING_ELSE}', 'en',
                'ONLINE', now(), (now() at time zone 'Europe/London')::date, 'SAR_TIME_V2', current_date + 30,
                current_date + 30)
              """)
          .param("case", reference.value())
          .param("number", "SAR-" + Identifiers.randomCode(4) + "-" + Identifiers.randomCode(4))
          .param("subject", subject)
          .param("requester", requester)
          .param("purpose", purpose)
          .update();
      return reference;
    });
  }

  /** A page of the case that can be decided on. */
  public Item item(CaseReference reference) {
    var item =
        new Item(
            Identifiers.next(), Item.Kind.PAGE, Identifiers.next(), "Case notes, page 2");
    return system(() -> {
      jdbc.sql(
              "insert into exemptions.item (item_id, case_id, kind, within_id, words) values (?, ?, ?, ?, ?)")
          .params(
              List.of(
                  item.id(), reference.value(), item.kind().name(), item.withinId(), item.words()))
          .update();
      return item;
    });
  }

  /** Ends the case as a release does. */
  public void answer(CaseReference reference) {
    var answered =
        system(() ->
            jdbc.sql(
                    "update casework.request set stage = 'ANSWERED', outcome = 'DISCLOSED', answered_on = current_date"
                        + " where case_id = ?")
                .param(reference.value())
                .update());
    if (answered != 1) {
      throw new IllegalStateException("No such case");
    }
  }

  /** Runs in one transaction as the portal itself. */
  public <T extends @Nullable Object> T system(Supplier<T> work) {
    return Acting.system().call(() -> new TransactionTemplate(transactions).execute(_ -> work.get()));
  }

  /** How many rows of a table belong to the case. */
  public long count(String table, UUID caseId) {
    return system(() ->
        jdbc.sql("select count(*) from " + table + " where case_id = ?")
            .param(caseId)
            .query(Long.class)
            .single());
  }
}
