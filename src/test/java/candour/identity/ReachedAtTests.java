package candour.identity;

import static org.assertj.core.api.Assertions.assertThat;

import candour.platform.Acting;
import candour.support.Explained;
import candour.support.PortalTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is reached at an address is read from indexes, with row-level security on. */
@PortalTest
class ReachedAtTests {

  @Autowired Explained explained;

  @Test
  void no_whole_table_is_read_for_an_address() {
    assertThat(
            explained.plan(
                Acting.system(),
                List.of("seqscan", "bitmapscan"),
                "select * from identity.reached_at('a@example.org')",
                Map.of()))
        .contains("Index Cond: (email = 'a@example.org'")
        .contains("requester_email", "contact_changed_email", "contact_changed_requester")
        .doesNotContain("Seq Scan");
  }
}
