package candour.requester.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.ContactDetails;
import candour.identity.Precautions;
import candour.platform.Acting;
import candour.platform.Officer.Role;
import candour.support.PortalTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A person who follows what a representative asked for them, and whose mail no longer comes. */
@PortalTest
class PersonLostTests extends FollowedForAClient {

  @Autowired ContactDetails contacts;

  @Test
  void two_officers_confirm_a_new_way_after_three_days_and_the_representatives_stays() {
    var person = samples.as(Acting.system(), () -> parties.join(reference, clients, null, null));
    var solicitor = samples.holderOf(reference).requesterId();
    var fresh = "new-" + clients;
    var path = "/staff/cases/" + reference + "/contact";
    var first = people.signedIn(Role.CASEWORKER);
    first.get(path);
    assertThat(first.page().html().select("main a[href$='/change?person=true']")).hasSize(1);
    first.get(path + "/change?person=true");
    assertThat(first.page().html().select("input[name=email]").val()).isEqualTo(clients);
    first.submit("main form", Map.of("email", fresh, "lost", "true"));
    assertThat(post.to(clients).getLast().toString()).contains("in another way from now on");
    assertThat(first.get(path).html().select("main h2").eachText())
        .startsWith("Whoever asked for them")
        .anyMatch(it -> it.startsWith("The person themselves"));
    var check = first.page().html().select("main a[href*='/check']").attr("href");
    var made = Map.<String, Object>of("how", "IN_PERSON", "words", "Came with their old papers.");
    assertThat(first.get(check.replace("person=true&", "")).status()).isEqualTo(200);
    assertThat(first.submit("main form", made).text())
        .as("not the representative’s change")
        .contains("does not wait any more")
        .doesNotContain("It is on record how");
    assertThat(first.page().html().select("textarea").val()).isEqualTo(made.get("words"));
    first.get(check);
    first.submit("main form", made);
    assertThat(first.page().text()).contains("Another officer has to confirm");
    first.get(check);
    assertThat(first.submit("main form", made).text()).contains("on record already how");
    var change = Map.<String, Object>of("change", check.replaceAll(".*change=([^&]*).*", "$1"));
    first.forge(path + "/confirm?person=true", change);
    assertThat(first.page().text()).contains("cannot also decide on it");
    first.forge(path + "/give-up?person=true", Map.of("change", UUID.randomUUID()));
    assertThat(first.page().text()).contains("does not wait any more");
    var second = people.signedIn(Role.SENIOR);
    second.get(path);
    assertThat(second.submit("form[action*=confirm]", Map.of()).text())
        .contains("has 72 hours to say");
    assertThat(samples.reachedAt(fresh)).isEmpty();
    clock.set(Instant.now().plus(Duration.ofHours(73)));
    var third = people.signedIn(Role.SENIOR);
    third.get(path);
    third.submit("form[action*=confirm]", Map.of());
    assertThat(third.page().text()).contains("Confirmed by two officers");
    third.forge(path + "/confirm?person=true", change);
    assertThat(third.page().text()).contains("does not wait any more");
    assertThat(samples.reachedAt(fresh)).containsExactly(person);
    assertThat(samples.reachedAt(clients)).isEmpty();
    assertThat(samples.as(Acting.system(), () -> identity.found("Winston Clarke", 5_000)))
        .as("found by the request of whoever asked for them")
        .containsKey(solicitor)
        .doesNotContainKey(person);
    assertThat(samples.as(Acting.system(), () -> identity.requester(solicitor).email()))
        .isNotEqualTo(fresh);
    assertThat(browser.get("/my-request/contact-details").text()).doesNotContain(fresh);
  }

  @Test
  void what_to_mind_says_of_whom_it_is() {
    var person = samples.as(Acting.system(), () -> parties.join(reference, clients, null, null));
    mind(samples.holderOf(reference).requesterId(), "bluebell");
    mind(person, "heron");
    var officer = people.signedIn(Role.CASEWORKER);
    assertThat(officer.get("/staff/cases/" + reference).text())
        .contains(
            "Whoever asks: Do not ring them.",
            "Whoever asks: Say this word first, so that they know it is the office: bluebell",
            "The person themselves: Do not ring them.",
            "The person themselves: Say this word first, so that they know it is the office: heron");
  }

  private void mind(UUID whom, String word) {
    var precautions = new Precautions("", false, null, true, false, word);
    samples.run(Acting.system(), () -> contacts.mind(reference, whom, precautions));
  }

  @Test
  void nobody_is_there_to_be_reached_where_the_person_does_not_follow() {
    var officer = people.signedIn(Role.CASEWORKER);
    assertThat(officer.get("/staff/cases/" + reference + "/contact/change?person=true").status())
        .isEqualTo(404);
    assertThat(officer.get("/staff/cases/" + reference + "/contact").text())
        .doesNotContain("person=true");
  }
}
