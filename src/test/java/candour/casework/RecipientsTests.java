package candour.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.casework.Correction.Asked;
import candour.casework.Correction.Ruling;
import candour.casework.Listed.Place;
import candour.casework.OpenRedress.Kind;
import candour.casework.Recipient.Notice;
import candour.identity.Verification.Method;
import candour.platform.Days;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Races;
import candour.support.Races.Isolation;
import candour.support.SampleDisclosures;
import candour.support.Samples;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who was given what has been put right is told of it (UK GDPR Art. 19). */
@PortalTest
class RecipientsTests {

  private static final String REASONS = "We changed the address in the case database and on paper.";
  private static final String HOW = "By letter to their data protection officer.";

  @Autowired Corrections corrections;
  @Autowired Recipients recipients;
  @Autowired OpenRedress open;
  @Autowired IdentityChecks checks;
  @Autowired SampleDisclosures disclosures;
  @Autowired Samples samples;
  @Autowired People people;
  @Autowired Races races;
  @Autowired Days days;
  @Autowired JdbcClient jdbc;

  private CaseReference reference;
  private Officer officer;

  @BeforeEach
  void somebody_whose_address_went_to_the_home_office_once() {
    reference = samples.generalCase();
    officer = samples.officer("Amara Okafor", Role.CASEWORKER);
    var look = new IdentityChecks.Look(Method.IN_PERSON, "Card", "Compared with our record.");
    officer.acting().run(() -> checks.confirm(reference, officer, look));
    disclosures.shown(reference, SampleDisclosures.REJECTED);
  }

  @Test
  void what_is_corrected_in_the_records_is_told_to_everybody_who_was_given_data() {
    var traced = disclosures.shown(reference, SampleDisclosures.TRACED);
    corrected(null, Ruling.CORRECTED);
    assertThat(all()).extracting(Recipient::entryId).containsExactly(traced);
    assertThat(waiting()).contains(all().getFirst().id());
    settle(Notice.TOLD, HOW);
    assertThat(all().getFirst().settled()).isNotNull();
    assertThat(waiting()).doesNotContain(all().getFirst().id());
    assertThat(refusal(() -> settle(Notice.TOLD, HOW))).isEqualTo("recipient-is-settled");
    assertThat(samples.logged(reference)).contains("correction.recipient-settled");
  }

  @Test
  void a_corrected_entry_is_told_to_whom_it_went_and_what_is_not_corrected_to_nobody() {
    var traced = disclosures.shown(reference, SampleDisclosures.TRACED);
    disclosures.shown(reference, SampleDisclosures.TRACED);
    corrected(traced, Ruling.CORRECTED);
    assertThat(all()).extracting(Recipient::entryId).containsExactly(traced);
    var refused = corrected(null, Ruling.REFUSED);
    assertThat(all()).hasSize(1);
    assertThat(refusal(() -> recipients.lookAgain(refused, officer)))
        .isEqualTo("nothing-was-corrected");
  }

  @Test
  void the_database_lists_nobody_to_whom_it_did_not_go() {
    var traced = disclosures.shown(reference, SampleDisclosures.TRACED);
    var other = disclosures.shown(reference, SampleDisclosures.TRACED);
    var one = corrected(traced, Ruling.CORRECTED).id();
    var unlawful = "recipient-was-not-given-it";
    assertThat(refusal(() -> list(one, other, "HOME_OFFICE", 20))).isEqualTo(unlawful);
    var all = corrected(null, Ruling.CORRECTED).id();
    var late = disclosures.shown(reference, SampleDisclosures.TRACED);
    assertThat(refusal(() -> list(all, late, "POLICE", 20))).isEqualTo(unlawful);
    assertThat(refusal(() -> list(all, late, "HOME_OFFICE", 21))).isEqualTo(unlawful);
    assertThat(refusal(() -> list(all, Identifiers.next(), "HOME_OFFICE", 20))).isEqualTo(unlawful);
    list(all, late, "HOME_OFFICE", 20);
  }

  private void list(UUID correction, UUID entry, String body, int day) {
    samples.as(
        officer.acting(),
        () ->
            jdbc.sql(
                    """
                    insert into casework.recipient (recipient_id, correction_id, case_id, entry_id, body, disclosed_on, listed_on)
                    values (?, ?, ?, ?, ?, ?, current_date)
                    """)
                .params(
                    Identifiers.next(),
                    correction,
                    reference.value(),
                    entry,
                    body,
                    LocalDate.of(2017, 6, day))
                .update());
  }

  @Test
  void disclosures_that_come_late_are_found_once() {
    var corrected = corrected(null, Ruling.CORRECTED);
    assertThat(all()).isEmpty();
    disclosures.shown(reference, SampleDisclosures.TRACED);
    for (int i = 0; i < 2; i++) {
      officer.acting().run(() -> recipients.lookAgain(corrected, officer));
    }
    assertThat(all()).hasSize(1);
    assertThat(samples.logged(reference)).containsOnlyOnce("correction.recipients-found");
  }

  @Test
  void why_nobody_is_told_takes_more_words_than_how_they_were() {
    disclosures.shown(reference, SampleDisclosures.TRACED);
    corrected(null, Ruling.CORRECTED);
    assertThat(refusal(() -> settle(Notice.IMPOSSIBLE, HOW.substring(0, 39))))
        .isEqualTo("told-how-or-why-not");
    assertThat(refusal(() -> settle(Notice.TOLD, "By post."))).isEqualTo("told-how-or-why-not");
    settle(Notice.DISPROPORTIONATE, "It was forty years ago, and the archive is under water now.");
    assertThat(all().getFirst().settled())
        .extracting(settled -> settled.notice())
        .isEqualTo(Notice.DISPROPORTIONATE);
  }

  @ParameterizedTest
  @EnumSource
  void of_twenty_officers_at_once_one_puts_it_on_record(Isolation isolation) throws Exception {
    disclosures.shown(reference, SampleDisclosures.TRACED);
    corrected(null, Ruling.CORRECTED);
    var id = all().getFirst().id();
    var kept =
        Races.kept(
            20,
            List.of(
                races.attempt(
                    isolation,
                    officer.acting(),
                    () -> recipients.settle(reference, id, Notice.TOLD, HOW, officer))));
    assertThat(kept).containsExactly(1);
  }

  @Test
  void an_officer_finds_it_on_the_list_writes_and_says_so_in_both_languages() {
    disclosures.shown(reference, SampleDisclosures.TRACED);
    var correction = corrected(null, Ruling.CORRECTED);
    var browser = people.signedIn(officer);
    var list = browser.get("/staff/complaints?show=RECIPIENT");
    assertThat(list.html().select("thead").text())
        .contains("On the list since", "Who was given it");
    assertThat(list.html().select("tbody").text()).contains("Home Office");
    var path = "/staff/cases/" + reference + "/corrections/" + correction.id();
    var page = browser.get(path);
    browser.get(page.html().select("main li a").attr("href"));
    assertThat(browser.page().text()).contains("Tell Home Office of the correction", "Article 19");
    var errors = ".govuk-error-summary li";
    assertThat(browser.submit("main form", Map.of()).html().select(errors)).hasSize(1);
    var shortly = browser.submit("main form", Map.of("notice", "IMPOSSIBLE", "words", "Too far."));
    assertThat(shortly.html().select(errors).text()).contains("40");
    assertThat(shortly.html().select("#words").val()).isEqualTo("Too far.");
    var done = browser.submit("main form", Map.of("notice", "TOLD", "words", HOW));
    assertThat(done.text()).contains("They were told", HOW);
    assertThat(done.html().select("main form")).isEmpty();
    assertThat(browser.get(done.path() + "?lang=cy").text()).contains("Dywedwyd wrthynt");
    assertThat(browser.get(path + "?lang=en").text()).contains("Look for more");
    browser.submit("main form[action$=/recipients]", Map.of());
    assertThat(browser.page().path()).isEqualTo(path);
    var unknown = "/staff/cases/" + reference + "/recipients/" + Identifiers.next();
    assertThat(browser.get(unknown).status()).isEqualTo(404);
  }

  private Correction corrected(@Nullable UUID entry, Ruling ruling) {
    var asked = new Asked(entry, false, "I never lived there. " + Identifiers.next(), "");
    return officer
        .acting()
        .call(() -> {
          var id = corrections.receive(reference, asked, Channel.PAPER, days.today(), officer);
          corrections.rule(reference, id, ruling, REASONS, officer);
          return corrections.get(reference, id);
        });
  }

  private void settle(Notice notice, String words) {
    var id = all().getFirst().id();
    officer.acting().run(() -> recipients.settle(reference, id, notice, words, officer));
  }

  private List<Recipient> all() {
    return officer.acting().call(() -> recipients.of(reference));
  }

  private List<UUID> waiting() {
    return officer.acting().call(() -> open.page(Kind.RECIPIENT, Place.TOP)).rows().stream()
        .map(OpenRedress.Row::id)
        .toList();
  }

  private String refusal(Runnable work) {
    var refused = new String[1];
    assertThatThrownBy(() -> officer.acting().run(work))
        .isInstanceOfSatisfying(Refusal.class, refusal -> refused[0] = refusal.rule());
    return refused[0];
  }
}
