package candour.requester.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.casework.CaseReference;
import candour.platform.Acting;
import candour.platform.Officer.Role;
import candour.platform.Seals;
import candour.requester.Asking;
import candour.requester.PostRoom;
import candour.support.Browser;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Races;
import candour.support.Samples;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A change counts for every request of a person that they chose, and for no other: not for somebody
 * else's at the same address, and not for their own where they are reached otherwise.
 */
@PortalTest
class ContactForAllTests {

  private static final String CHANGE = "/my-request/contact-details/change";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Seals seals;
  @Autowired Samples samples;
  @Autowired People people;

  private PostRoom post;
  private String email;
  private String fresh;
  private Own first;
  private Own second;
  private Browser officer;

  /** A request, and whoever has it open. */
  private record Own(Browser browser, CaseReference reference, String number, UUID requester) {}

  @BeforeEach
  void somebody_has_asked_twice() {
    email = UUID.randomUUID() + "@example.org";
    fresh = "new-" + email;
    post = new PostRoom(jdbc, seals, samples);
    first = ask("Winston Clarke", email);
    second = ask("Winston Clarke", email);
    officer = people.signedIn(Role.CASEWORKER);
  }

  @Test
  void a_change_counts_for_all_of_theirs_once_it_is_confirmed_and_for_nobody_elses() {
    var wife = ask("Vera Clarke", email);
    var namesake = ask("Winston Clarke", "other-" + email);
    first.browser.get(CHANGE);
    assertThat(first.browser.page().html().select("input[name=also]").eachAttr("value"))
        .containsExactly(second.number)
        .doesNotContain(wife.number, namesake.number);
    first.browser.submit("main form", Map.of("email", fresh));
    assertThat(first.browser.page().text()).contains("too: " + second.number);
    assertThat(samples.reachedAt(fresh)).isEmpty();
    assertThat(post.to(fresh)).isEmpty();
    assertThat(seen(second)).contains("Waits to be confirmed", first.number);
    assertThat(officer.page().html().select("main form")).isEmpty();
    confirm(post.link(email));
    assertThat(seen(second))
        .contains("Confirmed through the old way", "Asked for in another request", first.number)
        .doesNotContain("Nothing was changed");
    assertThat(samples.reachedAt(fresh))
        .containsExactlyInAnyOrder(first.requester, second.requester);
    assertThat(samples.reachedAt(email)).containsExactly(wife.requester);
    assertThat(samples.logged(second.reference)).contains("contact.changed");
    assertThat(samples.logged(wife.reference)).doesNotContain("contact.changed");
    second.browser.get("/my-request/contact-details");
    assertThat(second.browser.page().text()).contains(fresh);
    change(second, "own-" + email);
    confirm(post.link(fresh));
    assertThat(seen(first)).as("what the change did then").contains(second.number);
  }

  @Test
  void one_without_a_tick_stays_as_it_was() {
    first.browser.get(CHANGE);
    first.browser.submit("main form", Map.of("email", fresh, "also", List.of()));
    confirm(post.link(email));
    assertThat(samples.reachedAt(fresh)).containsExactly(first.requester);
    assertThat(samples.reachedAt(email)).containsExactly(second.requester);
  }

  @Test
  void what_is_reached_otherwise_meanwhile_is_not_changed_by_the_old_address() {
    change(first, fresh);
    var all = post.link(email);
    var own = "own-" + email;
    second.browser.get(CHANGE);
    second.browser.submit("main form", Map.of("email", own, "also", List.of()));
    confirm(post.link(email));
    confirm(all);
    assertThat(samples.reachedAt(fresh)).containsExactly(first.requester);
    assertThat(samples.reachedAt(own)).containsExactly(second.requester);
    assertThat(seen(first)).as("for whom it took effect").doesNotContain(second.number);
    assertThat(seen(second)).doesNotContain(first.number);
  }

  @Test
  void a_change_that_was_told_to_an_older_address_is_not_confirmed_there() {
    second.browser.get(CHANGE);
    second.browser.submit("main form", Map.of("email", "thief-" + email, "also", List.of()));
    var stale = post.link(email);
    change(first, fresh);
    confirm(post.link(email));
    assertThat(confirm(stale)).contains("How we reach the person has changed since");
    assertThat(samples.reachedAt(fresh))
        .containsExactlyInAnyOrder(first.requester, second.requester);
    assertThat(samples.reachedAt("thief-" + email)).isEmpty();
  }

  @Test
  void the_database_lets_a_change_count_for_nobody_else_and_take_effect_in_no_other_way() {
    var wife = ask("Vera Clarke", email);
    change(first, fresh);
    assertThat(Races.refused(() -> also(wife.requester))).isEqualTo("not-the-same-person");
    assertThatThrownBy(() ->
            samples.as(
                Acting.system(),
                () ->
                    jdbc.sql(
                            """
                            insert into identity.contact_changed (change_id, requester_id, email)
                            select change_id, requester_id, 'thief@example.org'
                            from identity.contact_change where requester_id = :requester
                            """)
                        .param("requester", first.requester)
                        .update()))
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("permission denied");
    var stranger = samples.holderOf(wife.reference);
    assertThat(
            samples.as(
                stranger.acting(),
                () ->
                    jdbc.sql("select identity.reached_alike(:requester)")
                        .param("requester", first.requester)
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list()))
        .isEmpty();
    confirm(post.link(email));
    assertThat(Races.refused(() -> also(second.requester)))
        .as("what has ended counts for no more")
        .isEqualTo("change-is-looked-at");
  }

  private void also(UUID requester) {
    samples.as(
        Acting.system(),
        () ->
            jdbc.sql(
                    """
                    insert into identity.contact_also (change_id, requester_id)
                    select change_id, :requester from identity.contact_change where requester_id = :first
                    """)
                .param("requester", requester)
                .param("first", first.requester)
                .update());
  }

  private Own ask(String name, String mail) {
    var browser = new Browser(port);
    var asking = new Asking(browser, mail).with("your-name", Map.of("fullName", name));
    asking.send();
    var number = asking.number();
    var reference = samples.numbered(number);
    browser.get(post.link(mail));
    browser.submit("main form", Map.of());
    return new Own(browser, reference, number, samples.holderOf(reference).requesterId());
  }

  /** What an officer reads of how they are reached. */
  private String seen(Own own) {
    return officer.get("/staff/cases/" + own.reference + "/contact").text();
  }

  private static void change(Own own, String mail) {
    own.browser.get(CHANGE);
    own.browser.submit("main form", Map.of("email", mail));
  }

  private String confirm(String link) {
    var mailbox = new Browser(port);
    mailbox.get(link);
    return mailbox.submit("form:has(button[value=ME])", Map.of("was", "ME")).text();
  }
}
