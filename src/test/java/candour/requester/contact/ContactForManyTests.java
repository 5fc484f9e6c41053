package candour.requester.contact;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.Purpose;
import candour.identity.DataSubject;
import candour.identity.Identity;
import candour.identity.PartialDate;
import candour.identity.Requester;
import candour.identity.Showing;
import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.platform.Seals;
import candour.requester.PostRoom;
import candour.support.Browser;
import candour.support.Patience;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever has more requests than anybody would tick one by one ticks all of them, or none. */
@PortalTest
class ContactForManyTests {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Seals seals;
  @Autowired Samples samples;
  @Autowired Casework casework;
  @Autowired Identity identity;

  @Test
  void of_many_others_one_tick_stands_for_all() {
    var email = UUID.randomUUID() + "@example.org";
    var post = new PostRoom(jdbc, seals, samples);
    var first = Stream.generate(() -> open(email)).limit(22).toList().getFirst();
    var number = samples.as(Acting.system(), () -> casework.summary(first).number());
    var browser = new Browser(port);
    browser.get("/my-request/link");
    browser.submit("main form", Map.of("by", number));
    Patience.until(() -> !post.to(email).isEmpty());
    browser.get(post.link(email));
    browser.submit("main form", Map.of());
    browser.get("/my-request/contact-details/change");
    assertThat(browser.page().text()).contains("All 21 of them");
    assertThat(browser.page().html().select("input[name=also]").eachAttr("value"))
        .containsExactly("ALL");
    browser.submit("main form", Map.of("email", "new-" + email));
    var mailbox = new Browser(port);
    mailbox.get(post.link(email));
    mailbox.submit("form:has(button[value=ME])", Map.of("was", "ME"));
    assertThat(samples.as(Acting.system(), () -> identity.reachedAt("new-" + email))).hasSize(22);
  }

  private CaseReference open(String email) {
    return samples.as(
        Acting.visitor(Identifiers.next()),
        () -> {
          var subject = DataSubject.named("Ann of " + email, "", PartialDate.of(1956));
          var asker = Requester.about(subject, email, null, null, Locale.ENGLISH, Showing.NOT_SAID);
          var who = identity.register(subject, asker, List.of());
          return casework.open(Samples.request(who, Purpose.APPLICATION)).reference();
        });
  }
}
