package candour.identity;

import static org.assertj.core.api.Assertions.assertThat;

import candour.platform.Acting;
import candour.support.PortalTest;
import candour.support.Samples;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is reached at an address is read from indexes, with row-level security on. */
@PortalTest
class ReachedAtTests {

  @Autowired Samples samples;
  @Autowired JdbcClient jdbc;

  @Test
  void no_whole_table_is_read_for_an_address() {
    assertThat(plan("select * from identity.reached_at('a@example.org')"))
        .contains("Index Cond: (email = 'a@example.org'")
        .contains("requester_email", "contact_changed_email", "contact_changed_requester")
        .doesNotContain("Seq Scan");
  }

  private String plan(String sql) {
    return samples.as(
        Acting.system(),
        () -> {
          for (var way : new String[] {"seqscan", "bitmapscan"}) {
            jdbc.sql("set local enable_" + way + " = off").update();
          }
          return String.join(
              "\n", jdbc.sql("explain " + sql).query((row, _) -> row.getString(1)).list());
        });
  }
}
