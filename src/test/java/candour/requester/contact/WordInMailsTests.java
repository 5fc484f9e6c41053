package candour.requester.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.casework.CaseReference;
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
import candour.support.Patience;
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

/** The word by which a person knows the office stands in mails to them, and in nobody else's. */
@PortalTest
class WordInMailsTests {

  private static final String WORD = "bluebell";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Seals seals;
  @Autowired Samples samples;
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
  void it_stands_in_every_mail_to_where_they_have_opened_a_link_and_in_no_other() {
    var browser = new Browser(port);
    var reference = send(new Asking(browser, email).with("safe-contact", Map.of("word", WORD)));
    write(reference);
    link(browser, email);
    assertThat(mails(email)).hasSize(3).noneMatch(it -> it.contains(WORD));
    open(browser, email);
    write(reference);
    assertThat(mails(email).getLast()).contains(WORD).doesNotContain("Winston", "SAR-", "record");
    var fresh = "new-" + email;
    browser.get("/my-request/contact-details/change");
    browser.submit("main form", Map.of("email", fresh));
    assertThat(mails(email).getLast()).contains(WORD, "in another way");
    var old = post.link(email);
    write(reference);
    assertThat(mails(fresh)).isEmpty();
    confirm(old);
    write(reference);
    var mailbox = new Browser(port);
    link(mailbox, fresh);
    assertThat(mails(fresh)).hasSize(2).noneMatch(it -> it.contains(WORD));
    open(mailbox, fresh);
    write(reference);
    assertThat(mails(fresh).getLast()).contains(WORD);
  }

  @Test
  void it_stands_in_no_mail_to_a_representative_and_the_persons_own_in_theirs_alone() {
    var client = UUID.randomUUID() + "@example.org";
    var browser = new Browser(port);
    var reference =
        send(
            new Asking(browser, email)
                .forClient(client)
                .with("safe-contact", Map.of("word", WORD)));
    open(browser, email);
    var person = samples.as(Acting.system(), () -> parties.join(reference, client, null, null));
    var theirs = new Precautions("", false, null, false, false, "Jacaranda");
    samples.run(Acting.system(), () -> contacts.mind(person, theirs));
    var own = new Browser(port);
    link(own, client);
    open(own, client);
    link(own, client);
    assertThat(mails(client).getLast()).contains("Jacaranda").doesNotContain(WORD);
    write(reference);
    browser.get("/my-request/contact-details/change");
    browser.submit("main form", Map.of("email", "new-" + email));
    assertThat(mails(email))
        .hasSize(3)
        .noneMatch(it -> it.contains(WORD) || it.contains("Jacaranda"));
  }

  @Test
  void nobody_but_the_opening_of_a_link_shows_that_an_address_reaches_them() {
    var holder = samples.holderOf(send(new Asking(new Browser(port), email)));
    for (var acting : List.of(Acting.system(), holder.acting())) {
      assertThatThrownBy(() -> samples.as(acting, () -> show(holder.requesterId())))
          .hasStackTraceContaining("permission denied");
    }
  }

  private int show(UUID requester) {
    return jdbc.sql("insert into identity.shown (requester_id, email) values (:id, :email)")
        .param("id", requester)
        .param("email", email)
        .update();
  }

  /** Has a link mailed to that address, as anybody can. */
  private void link(Browser browser, String to) {
    var before = mails(to).size();
    browser.get("/my-request/link");
    browser.submit("main form", Map.of("by", to));
    Patience.until(() -> mails(to).size() > before);
  }

  /** Opens the latest link that came to that address, in the browser that asked for it. */
  private void open(Browser browser, String to) {
    browser.get(post.link(to));
    browser.submit("main form", Map.of());
  }

  private void confirm(String link) {
    var mailbox = new Browser(port);
    mailbox.get(link);
    mailbox.submit("form:has(button[value=ME])", Map.of("was", "ME"));
  }

  private CaseReference send(Asking asking) {
    asking.send();
    return samples.numbered(asking.number());
  }

  private void write(CaseReference reference) {
    var officer = samples.officer("Olwen Price", Role.CASEWORKER);
    officer.acting().run(() -> correspondence.tell(reference, officer, "Something to read."));
  }

  /** The words of each, the earliest first. */
  private List<String> mails(String to) {
    return post.to(to).stream().map(mail -> mail.get("body").asString()).toList();
  }
}
