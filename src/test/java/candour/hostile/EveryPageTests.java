package candour.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import candour.support.PortalTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;

/** Every page there is, in every state that can be come by, in both languages. */
@PortalTest
@EnabledIf("candour.journeys.Chrome#isThere")
class EveryPageTests {

  @Autowired Forms offered;

  @Test
  void everybody_can_use_every_page() throws Exception {
    var gallery = new Gallery();
    offered.everybody().forEach(who -> gallery.add(offered, who));
    assertThat(gallery.pictures()).hasSizeGreaterThan(300);
    try (var wall = Wall.hung(gallery.pictures())) {
      assertThat(wall.faults()).isEmpty();
    }
  }
}
