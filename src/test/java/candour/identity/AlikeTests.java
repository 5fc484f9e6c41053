package candour.identity;

import static org.assertj.core.api.Assertions.assertThat;

import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.support.PortalTest;
import candour.support.Samples;
import candour.support.Superuser;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A firm changes how it is reached for hundreds of clients, and each is looked at a few times. */
@PortalTest
class AlikeTests {

  private static final int CLIENTS = 300;

  @Autowired Samples samples;
  @Autowired Superuser superuser;
  @Autowired JdbcClient jdbc;
  @Autowired Identity identity;
  @Autowired Contacts contacts;

  @Test
  void a_change_for_many_reads_each_of_them_a_few_times() {
    var firm = UUID.randomUUID() + "@example.org";
    var all = Stream.generate(() -> client(firm)).limit(CLIENTS).toList();
    superuser.analyze("identity.requester", "identity.contact_change", "identity.contact_changed");
    var fresh = new Ways("new-" + firm, null, null, null);
    var reads =
        samples.as(
            Acting.system(),
            () -> {
              var before = read();
              var others = all.subList(1, CLIENTS);
              var asked = contacts.ask(all.getFirst(), fresh, others, false, null);
              var asking = read() - before;
              contacts.confirmByLink(asked.change(), asked.token(), _ -> {});
              return List.of(asking, read() - before - asking);
            });
    assertThat(reads).allMatch(it -> it < CLIENTS * CLIENTS / 2);
    assertThat(samples.as(Acting.system(), () -> identity.reachedAt("new-" + firm)))
        .hasSize(CLIENTS);
  }

  /** How many of those who ask this transaction has read, however often each. */
  private long read() {
    return jdbc.sql(
            """
            select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables
            where schemaname = 'identity' and relname = 'requester'
            """)
        .query(Long.class)
        .single();
  }

  private UUID client(String firm) {
    var client = DataSubject.named("Winston Clarke", "", PartialDate.unknown(""));
    var solicitor =
        Requester.about(client, firm, null, null, Locale.ENGLISH, Showing.NOT_SAID)
            .as(
                Representative.adviser(
                    "Ann Rees", "Rees LLP", Regulator.SOLICITORS_REGULATION_AUTHORITY, "12345"));
    return samples
        .as(
            Acting.visitor(Identifiers.next()),
            () -> identity.register(client, solicitor, List.of()))
        .requesterId();
  }
}
