package candour.requester.contact;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.Correspondence;
import candour.casework.Parties;
import candour.identity.Contacts;
import candour.identity.Precautions;
import candour.platform.Acting;
import candour.platform.Officer.Role;
import candour.platform.Seals;
import candour.requester.Asking;
import candour.requester.PostRoom;
import candour.support.Browser;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The word by which a person knows the office stands in mails to them, and in nobody else's. */
@PortalTest
class WordInMailsTests {

  private static final String WORD = "bluebell";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Seals seals;
  @Autowired Samples samples;
  @Autowired Casework casework;
  @Autowired Correspondence correspondence;
  @Autowired Parties parties;
  @Autowired Contacts contacts;

  private PostRoom post;
  private String email = "";

  @BeforeEach
  void an_address() {
    post = new PostRoom(jdbc, seals, samples);
    email = UUID.randomUUID() + "@example.org";
  }

  @Test
  void it_stands_in_every_mail_after_the_first_to_where_they_are_reached_for_certain() {
    var browser = new Browser(port);
    var reference = send(new Asking(browser, email).with("safe-contact", Map.of("word", WORD)));
    assertThat(mails(email)).hasSize(1).noneMatch(it -> it.contains(WORD));
    browser.get(post.link(email));
    browser.submit("main form", Map.of());
    write(reference);
    assertThat(mails(email).getLast()).contains(WORD).doesNotContain("Winston", "SAR-", "record");
    var fresh = "new-" + email;
    browser.get("/my-request/contact-details/change");
    browser.submit("main form", Map.of("email", fresh));
    assertThat(mails(email).getLast()).contains(WORD, "in another way");
    write(reference);
    assertThat(mails(fresh)).isEmpty();
    var mailbox = new Browser(port);
    mailbox.get(
        mails(email).stream()
            .filter(it -> it.contains("/contact-change/"))
            .map(it -> it.replaceAll("(?s).*(/contact-change/[\\w-]+).*", "$1"))
            .toList()
            .getLast());
    mailbox.submit("form:has(button[value=ME])", Map.of("was", "ME"));
    write(reference);
    assertThat(mails(fresh)).hasSize(1).allMatch(it -> it.contains(WORD));
  }

  @Test
  void it_stands_in_no_mail_to_a_representative_or_to_an_address_that_they_gave() {
    var client = UUID.randomUUID() + "@example.org";
    var browser = new Browser(port);
    var reference =
        send(
            new Asking(browser, email)
                .forClient(client)
                .with("safe-contact", Map.of("word", WORD)));
    browser.get(post.link(email));
    browser.submit("main form", Map.of());
    var person = samples.as(Acting.system(), () -> parties.join(reference, client, null, null));
    var theirs = new Precautions("", false, null, false, false, "Jacaranda");
    samples.as(Acting.system(), () -> mind(person, theirs));
    write(reference);
    browser.get("/my-request/contact-details/change");
    browser.submit("main form", Map.of("email", "new-" + email));
    assertThat(mails(email)).noneMatch(it -> it.contains(WORD) || it.contains("Jacaranda"));
    assertThat(mails(client)).noneMatch(it -> it.contains(WORD) || it.contains("Jacaranda"));
  }

  private boolean mind(UUID person, Precautions precautions) {
    contacts.mind(person, precautions);
    return true;
  }

  private CaseReference send(Asking asking) {
    asking.send();
    return samples.as(Acting.system(), () -> casework.numbered(asking.number()).orElseThrow());
  }

  private void write(CaseReference reference) {
    var officer = samples.officer("Olwen Price", Role.CASEWORKER);
    officer.acting().run(() -> correspondence.tell(reference, officer, "Something to read."));
  }

  /** The words of each, the earliest first. */
  private List<String> mails(String to) {
    return post.to(to).stream()
        .filter(mail -> mail.get("to").get(0).asString().equals(to))
        .map((JsonNode mail) -> mail.get("body").asString())
        .toList();
  }
}
