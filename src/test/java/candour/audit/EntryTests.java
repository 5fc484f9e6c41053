package candour.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.platform.Acting.Role;
import candour.platform.Identifiers;
import candour.support.PortalTest;
import candour.support.Superuser;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the database takes as an entry of the log, and whom it shows one, whatever the portal asks.
 */
@PortalTest
class EntryTests {

  private static final String LONGEST = "00".repeat(512);

  @Autowired Superuser superuser;

  private final UUID own = Identifiers.unguessable();

  @Test
  void a_requester_leaves_entries_about_their_own_case_alone() {
    assertThat(seen(Role.REQUESTER, own, "test.happened", "uk-gdpr-15", LONGEST)).isZero();
    for (var other : new UUID[] {Identifiers.unguessable(), null}) {
      assertThatThrownBy(() -> seen(Role.REQUESTER, other, "test.happened", null, "00"))
          .hasStackTraceContaining("row-level security");
    }
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void only_people_at_work_read_what_anybody_leaves(Role role) {
    var atWork = List.of(Role.OFFICER, Role.SYSTEM).contains(role);
    assertThat(seen(role, own, "test.happened", null, "00")).isEqualTo(atWork ? 1 : 0);
  }

  @Test
  void nobody_leaves_an_entry_in_a_session_that_was_not_told_who_acts() {
    assertThatThrownBy(() -> seen("", own, "test.happened", null, "00"))
        .hasStackTraceContaining("row-level security");
  }

  @ParameterizedTest
  @CsvSource({
    "Test happened, , 00, audit.class",
    "test., , 00, audit.class",
    "'', , 00, audit.class",
    "test.happened, UK GDPR, 00, audit.provision",
    "test.happened, '', 00, audit.provision",
    "test.happened, , TOO_LONG, audit.entry_bytes",
  })
  void what_is_not_in_the_words_of_the_log_is_refused(
      String kind, @Nullable String provision, String leaf, String domain) {
    var bytes = leaf.equals("TOO_LONG") ? LONGEST + "00" : leaf;
    assertThatThrownBy(() -> seen(Role.SYSTEM, own, kind, provision, bytes))
        .hasStackTraceContaining("value for domain " + domain + " violates");
  }

  private long seen(
      Role role, @Nullable UUID about, String kind, @Nullable String provision, String leaf) {
    return seen(role.name(), about, kind, provision, leaf);
  }

  /** Leaves an entry and tells how many of that case are then seen; all of it is undone. */
  private long seen(
      String role, @Nullable UUID about, String kind, @Nullable String provision, String leaf) {
    return superuser.undone(database -> {
      act(database, role);
      database
          .sql(
              """
              insert into audit.entry (entry_id, class, provision, day, leaf, case_id, opening, rows)
              values (gen_random_uuid(), :class, :provision, current_date, decode(:leaf, 'hex'), :case, '', '')
              """)
          .param("class", kind)
          .param("provision", provision)
          .param("leaf", leaf)
          .param("case", about)
          .update();
      return database
          .sql("select count(*) from audit.entry where case_id = :case")
          .param("case", about)
          .query(Long.class)
          .single();
    });
  }

  private void act(JdbcClient database, String role) {
    database
        .sql(
            "select set_config('candour.role', :role, true), set_config('candour.key', :key, true)")
        .param("role", role)
        .param("key", own.toString())
        .query()
        .singleRow();
    database.sql("set local role candour_app").update();
  }
}
