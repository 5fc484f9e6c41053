package candour.requester.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.platform.Acting;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.platform.RequestHolder;
import candour.support.Browser;
import candour.support.PortalTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.EmptyResultDataAccessException;

/** The person for whom somebody asks follows it themselves, and is given the answer. */
@PortalTest
class PersonFollowsTests extends FollowedForAClient {

  @Test
  void the_person_follows_by_a_way_of_their_own_and_is_given_the_answer() {
    var client = follows();
    var party = holder().requesterId();
    assertThatThrownBy(
            () -> samples.as(samples.holderOf(reference).acting(), () -> identity.requester(party)))
        .as("whoever asks for them does not read how they are reached")
        .isInstanceOf(EmptyResultDataAccessException.class);
    assertThat(browser.get("/my-request/contact-details").text()).doesNotContain(clients);
    assertThat(client.get("/my-request/contact-details").text()).contains(clients);
    assertThat(client.get("/my-request/answer").path()).isEqualTo("/my-request/not-given");

    var by = answering.officers();
    accept(by.caseworker());
    answered(by);
    assertThat(recipients()).containsExactly(party);
    var code = post.codes(reference.value()).getLast();
    enter(client, holder());
    client.get("/my-request/answer");
    assertThat(client.submit("main form[action$='/1']", Map.of("code", code)).text())
        .startsWith("%PDF-");
    assertThat(browser.get("/my-request/answer").path()).isEqualTo("/my-request/not-given");
    assertThat(samples.logged(reference)).contains("authority.person-follows");
  }

  @Test
  void where_the_person_is_not_on_record_an_officer_hands_the_code_over() {
    var by = answering.officers();
    accept(by.caseworker());
    answered(by);
    assertThat(recipients()).containsExactly((UUID) null);
    var letter = strings("select letter_id::text from notifications.letter where case_id = :case");
    assertThat(people.signedIn(Role.CASEWORKER).get("/staff/letters/" + letter.getLast()).text())
        .contains("not to whoever asked for them", "Do not post this");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> code(samples.holderOf(reference).requesterId()))
        .withMessageContaining("code-to-recipient");
  }

  @Test
  void who_reads_along_is_told_who_has_the_code_and_asks_for_no_other() {
    clients = UUID.randomUUID() + "@example.org";
    reference = ask(clients, "RECEIVE");
    var client = follows();
    assertThat(client.get("/my-request/answer").text())
        .contains("No officer has accepted that whoever asked for you")
        .doesNotContain("your permission");

    var by = answering.officers();
    accept(by.caseworker());
    answered(by);
    assertThat(client.get("/my-request/answer").text())
        .contains("The code that opens it went to whoever asked for you");
    assertThat(client.page().html().select("form[action$=code]")).isEmpty();
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() ->
            samples.as(
                holder().acting(),
                () -> {
                  responses.sendNewCode(reference, 1);
                  return true;
                }))
        .withMessageContaining("code-to-recipient");
    assertThat(strings("select void::text from response.release_code where case_id = :case"))
        .containsExactly("false");
  }

  @Test
  void each_look_is_on_record_for_the_person_and_for_officers() {
    browser.get("/my-request/messages");
    assertThat(count("casework.view_for")).isOne();
    assertThat(new Browser(port).get(told()).html().select("main li")).hasSize(1);
    var officer = people.signedIn(Role.CASEWORKER);
    assertThat(officer.get("/staff/cases/" + reference + "/authority").text())
        .contains("When they looked at the request");
    assertThat(officer.page().html().select("main ul.govuk-list--bullet li")).hasSize(1);
    clock.set(Instant.now().plus(Duration.ofMinutes(31)));
    enter(browser, samples.holderOf(reference));
    assertThat(browser.get("/my-request/opened").html().select("main ul.govuk-list--bullet li"))
        .hasSize(2);
  }

  /** The person follows by the link that they were sent. */
  private Browser follows() {
    var client = new Browser(port);
    client.get(told());
    client.submit("form[action$=follow]", Map.of());
    client.get(post.link(clients));
    client.submit("main form", Map.of());
    assertThat(client.page().path()).isEqualTo("/my-request");
    return client;
  }

  private RequestHolder holder() {
    var party = samples.as(Acting.system(), () -> parties.of(reference)).orElseThrow();
    return new RequestHolder(reference.value(), samples.holderOf(reference).subjectId(), party);
  }

  /** Sends a code to that person as no part of the portal does. */
  private void code(UUID person) {
    samples.as(
        Acting.system(),
        () ->
            jdbc.sql(
                    """
                    insert into notifications.letter (letter_id, case_id, recipient_id, delivery, template, sealed)
                    values (gen_random_uuid(), :case, :person, 'TELL', 'release-code', ''::bytea)
                    """)
                .param("case", reference.value())
                .param("person", person)
                .update());
  }

  private List<UUID> recipients() {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql(
                    "select recipient_id from notifications.letter where case_id = :case and template ="
                        + " 'release-code'")
                .param("case", reference.value())
                .query((row, _) -> row.getObject(1, UUID.class))
                .list());
  }

  private List<String> strings(String sql) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql(sql)
                .param("case", reference.value())
                .query((row, _) -> row.getString(1))
                .list());
  }
}
