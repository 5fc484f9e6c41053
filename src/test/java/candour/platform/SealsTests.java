package candour.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.support.PortalTest;
import candour.support.Samples;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class SealsTests {

  private static final byte[] PLAIN = {1, 2, 3};

  @Autowired Seals seals;
  @Autowired Samples samples;
  @Autowired JdbcClient jdbc;

  private final UUID caseId = Identifiers.unguessable();

  @Test
  void what_a_transaction_seals_under_a_key_that_it_made_is_opened_by_others() {
    var sealed = as(this::sealedUnderItsOwnKey);
    assertThat(as(() -> seals.open(caseId, "a test", sealed))).isEqualTo(PLAIN);
  }

  @Test
  void a_key_is_forgotten_with_the_transaction_that_made_it() {
    assertThatThrownBy(() ->
            as(() -> {
              sealedUnderItsOwnKey();
              throw new IllegalStateException("changed my mind");
            }))
        .hasMessage("changed my mind");
    var sealed = as(() -> seals.sealer(caseId).seal("a test", PLAIN));
    assertThat(as(() -> seals.open(caseId, "a test", sealed))).isEqualTo(PLAIN);
  }

  private byte[] sealedUnderItsOwnKey() {
    jdbc.sql("select platform.key_of(:case, :key)")
        .param("case", caseId)
        .param("key", seals.newKey(caseId))
        .query()
        .singleRow();
    return seals.sealer(caseId).seal("a test", PLAIN);
  }

  private byte[] as(Supplier<byte[]> work) {
    return samples.as(Acting.system(), work);
  }
}
