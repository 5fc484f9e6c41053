package candour.requester.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.ContactDetails;
import candour.identity.Precautions;
import candour.platform.Acting;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.requester.Asking;
import candour.support.Browser;
import candour.support.People;
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

/** Whoever says how they can be reached safely is reached in that way and no other. */
@PortalTest
class SafeContactTests {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Samples samples;
  @Autowired Casework casework;
  @Autowired ContactDetails contact;
  @Autowired People people;

  private Browser browser;
  private Asking asking;

  @BeforeEach
  void somebodyAsks() {
    browser = new Browser(port);
    asking = new Asking(browser, UUID.randomUUID() + "@example.org");
  }

  @Test
  void whoever_says_no_letters_gets_none_and_an_officer_is_told_what_to_do() {
    asking
        .with("how-to-reach-you", Map.of("phone", "029 2000 0000", "address", "1 High Street"))
        .with(
            "safe-contact",
            Map.of("not", List.of("LETTERS", "MESSAGES"), "word", "bluebell", "words", "After 6"))
        .send();
    assertThat(browser.page().text()).contains("phone you on the number");
    assertThat(letters("delivery")).containsExactly("TELL");
    assertThatThrownBy(this::postOne)
        .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.rule()).isEqualTo("no-letters"));
    var page = officer().get("/staff/letters/" + letters("letter_id").getFirst());
    assertThat(page.text())
        .contains("Do not post this", "after calling 029 2000 0000", "first: bluebell")
        .contains("Leave no message", "After 6", "I have told them")
        .doesNotContain("1 High Street");
  }

  @Test
  void letters_go_to_the_other_address_and_begin_with_the_word() {
    asking
        .with("how-to-reach-you", Map.of("address", "1 High Street"))
        .with("safe-contact", Map.of("lettersTo", "c/o Mrs Rees\n9 Mill Lane", "word", "bluebell"))
        .send();
    assertThat(letters("delivery")).containsExactly("POST");
    var officer = officer();
    var page = officer.get("/staff/letters/" + letters("letter_id").getFirst());
    assertThat(page.text()).contains("9 Mill Lane", "by which you know", "bluebell");
    assertThat(page.text()).doesNotContain("1 High Street");
    assertThatThrownBy(() -> mind(new Precautions("", true, null, false, false, "")))
        .isInstanceOfSatisfying(
            Refusal.class, it -> assertThat(it.rule()).isEqualTo("no-way-left"));
    for (var word :
        List.of(
            "a.example/x", "a。example", "Ring 0900", "two\nlines", "\u202eword", "w".repeat(31))) {
      assertThatThrownBy(() -> mind(new Precautions("", false, null, true, false, word)))
          .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.rule()).isEqualTo("a-word"));
    }
    mind(new Precautions("", false, null, true, false, "हिन्दी गेंदा"));
    mind(new Precautions("", false, null, true, false, "Côr y Cwm’s prim-rose"));
    assertThat(officer.submit("main form", Map.of()).status()).isEqualTo(409);
    officer.get("/staff/letters/" + letters("letter_id").getFirst());
    assertThat(officer.page().text()).contains("Côr y Cwm’s prim-rose");
    officer.submit("main form", Map.of());
    assertThat(letters("coalesce(posted_by::text, '')")).doesNotContain("");
  }

  @Test
  void a_letter_that_waits_is_not_posted_to_whoever_has_said_no_letters_since() {
    asking
        .with("how-to-reach-you", Map.of("phone", "029 2000 0000", "address", "1 High Street"))
        .send();
    assertThat(letters("delivery")).containsExactly("POST");
    mind(new Precautions("", true, null, false, false, ""));
    assertThatThrownBy(this::postAsItWaits)
        .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.rule()).isEqualTo("no-letters"));
    assertThat(officer().get("/staff/letters/" + letters("letter_id").getFirst()).text())
        .contains("Do not post this");
  }

  @Test
  void officers_see_it_above_every_page_of_the_case() {
    asking.with("safe-contact", Map.of("not", List.of("CALLS"), "word", "bluebell")).send();
    var page = officer().get("/staff/cases/" + reference() + "/messages");
    assertThat(page.html().select(".app-case-header").text())
        .contains("Do not ring them", "bluebell");
  }

  @Test
  void what_leaves_no_way_is_said_at_its_box_and_nothing_is_lost() {
    asking
        .with("how-to-reach-you", Map.of("phone", "029 2000 0000"))
        .with("safe-contact", Map.of("not", List.of("CALLS"), "word", "a.example/x"));
    assertThat(asking.answerAll().text()).contains("letters, spaces, hyphens");
    var page = browser.submit("main form", Map.of("not", List.of("CALLS"), "word", "bluebell"));
    assertThat(page.text()).contains("leaves us no way to reach you");
    assertThat(page.html().select("input[name=word]").val()).isEqualTo("bluebell");
    browser.submit("main form", Map.of("not", List.of("LETTERS"), "lettersTo", "9 Mill Lane"));
    assertThat(browser.page().text()).contains("You asked for no letters");
  }

  private Browser officer() {
    return people.signedIn(samples.officer("Olwen Price", Role.CASEWORKER));
  }

  private void mind(Precautions precautions) {
    var holder = samples.holderOf(new CaseReference(reference()));
    holder
        .acting()
        .run(() -> contact.mind(new CaseReference(reference()), holder.requesterId(), precautions));
  }

  /** The letter that waits, as posted, whatever was said since. */
  private void postAsItWaits() {
    var officer = samples.officer("Olwen Price", Role.CASEWORKER);
    samples.as(
        officer.acting(),
        () ->
            jdbc.sql(
                    "update notifications.letter set posted_at = clock_timestamp(), posted_by = :officer"
                        + " where case_id = :case")
                .param("officer", officer.id())
                .param("case", reference())
                .update());
  }

  /** Puts a letter to them in the post as no part of the portal does. */
  private void postOne() {
    var holder = samples.holderOf(new CaseReference(reference()));
    samples.as(
        Acting.system(),
        () ->
            jdbc.sql(
                    "insert into notifications.letter (letter_id, case_id, recipient_id, delivery,"
                        + " template, sealed) values (gen_random_uuid(), :case, :person, 'POST',"
                        + " 'written', ''::bytea)")
                .param("case", holder.caseId())
                .param("person", holder.requesterId())
                .update());
  }

  private UUID reference() {
    return samples.as(
        Acting.system(), () -> casework.numbered(asking.number()).orElseThrow().value());
  }

  private List<String> letters(String column) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql("select %s from notifications.letter where case_id = :case".formatted(column))
                .param("case", reference())
                .query((row, _) -> row.getString(1))
                .list());
  }
}
