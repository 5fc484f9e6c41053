package candour.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.support.PortalTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.server.ResponseStatusException;

@PortalTest
class ItemOfCaseTests {

  @Autowired RecordsScene scene;
  @Autowired ItemOfCase items;

  @Test
  void an_item_leads_to_its_page_within_its_own_case() {
    var at = scene.open();
    var first = scene.collect(at, "one", "two");
    var second = scene.reviewed(at).getFirst().pages().get(1).itemId();
    assertThat(scene.work(at, () -> items.find(at.reference(), second)))
        .isEqualTo(
            "redirect:/staff/cases/%s/records/%s/pages/2"
                .formatted(at.reference(), first.record().value()));
    assertThat(scene.work(at, () -> items.find(at.reference(), first.record().value())))
        .endsWith("/pages/1");
    var other = scene.open();
    assertThatThrownBy(() -> scene.work(other, () -> items.find(other.reference(), second)))
        .isInstanceOf(ResponseStatusException.class);
    assertThatThrownBy(() -> scene.work(at, () -> items.find(at.reference(), UUID.randomUUID())))
        .isInstanceOf(ResponseStatusException.class);
  }
}
