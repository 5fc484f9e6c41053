package candour.response;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.ActingForOthers;
import candour.casework.CaseReference;
import candour.casework.Parties;
import candour.exemptions.Exemptions;
import candour.platform.Acting;
import candour.platform.Officer.Role;
import candour.records.Records;
import candour.requester.Asking;
import candour.support.Browser;
import candour.support.PdfText;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who asked for somebody else is not told of themselves, in the pack or in the letter. */
@PortalTest
class AnswerAboutAnotherTests {

  private static final Map<String, Object> BY_POST =
      Map.of("phone", "01632 960 001", "address", "1 High Street CF10 1AA");

  @LocalServerPort int port;
  @Autowired Samples samples;
  @Autowired Answering answering;
  @Autowired Posted posted;
  @Autowired ActingForOthers acting;
  @Autowired Parties parties;
  @Autowired Exemptions exemptions;
  @Autowired Records records;

  @ParameterizedTest
  @CsvSource({
    "en, about you, information about Winston Clarke, of somebody who has died",
    "cy, amdanoch, wybodaeth am Winston Clarke, rhywun sydd wedi marw"
  })
  void of_the_dead(String language, String you, String them, String letter) {
    var asking =
        ask(language)
            .with("who-for", Map.of("capacity", "EXECUTOR"))
            .with("about-you", Map.of("fullName", "Ada Clarke", "relation", "daughter"))
            .with("your-authority", Map.of("basis", "WILL"));
    var reference = sent(asking);
    assertThat(posted.letters(reference).getLast()).doesNotContain("Winston", you);
    var by = answering.officers();
    answering.ready(reference, by);
    assertThat(pack(reference, by)).contains("Ada Clarke", them).doesNotContain(" " + you);
    assertThat(posted.letters(reference).getLast()).contains(letter).doesNotContain("Winston");
  }

  @Test
  void of_a_child() {
    var reference = sent(ask("en").forChild());
    assertThat(posted.letters(reference).getLast()).doesNotContain("Winston", "about you");
    var by = answering.officers();
    answering.ready(reference, by);
    assertThat(pack(reference, by))
        .contains("Ada Clarke", "information about Winston Clarke", "Rights to correct")
        .doesNotContain(" about you", "Your rights");
    assertThat(posted.letters(reference).getLast()).contains("see somebody else’s data");
  }

  @Test
  void to_the_person_themselves_it_says_you() {
    var reference = sent(ask("en"));
    var by = answering.officers();
    answering.ready(reference, by);
    assertThat(pack(reference, by))
        .contains("information about you")
        .doesNotContain("about Winston");
    assertThat(posted.letters(reference).getLast())
        .contains("the request you made to see your data");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whom_it_is_about_reads_you_where_somebody_else_asked_and_may_only_follow(boolean follows) {
    var reference =
        sent(
            ask("en")
                .forClient(UUID.randomUUID() + "@example.org")
                .with("your-authority", Map.of("basis", "SIGNED_LETTER", "scope", "FOLLOW")));
    var by = answering.officers();
    by.caseworker()
        .acting()
        .run(() -> acting.rule(reference, by.caseworker(), true, true, "The client was asked."));
    if (follows) {
      samples.as(Acting.system(), () -> parties.join(reference, null, null, "2 Mill Lane"));
    }
    answering.ready(reference, by);
    assertThat(pack(reference, by))
        .contains("Answer to the subject access request", "information about you", "Winston Clarke")
        .doesNotContain("about Winston", "your subject access request", "Jo Sparrow");
    assertThat(posted.letters(reference).getLast())
        .contains("the request that somebody made for you")
        .doesNotContain("somebody else’s data");
  }

  @Test
  void a_further_answer_about_a_child_names_the_child() {
    var reference = sent(ask("en").forChild());
    var by = answering.officers();
    var ground = answering.determined(reference, by, "Notes", "Nothing secret");
    answering.released(reference, by);
    var senior = samples.officer("Nia Prys", Role.SENIOR);
    senior.acting().run(() -> exemptions.withdraw(reference, ground, senior, "No longer needed."));
    var record = samples.as(senior.acting(), () -> records.reviewed(reference)).getFirst().id();
    answering.desk.release(reference, record, 1, by.caseworker());
    assertThat(pack(reference, by))
        .contains("Further answer to your request for records", "what we hold about Winston Clarke")
        .doesNotContain(" about you", "subject access request");
    assertThat(posted.letters(reference).getLast()).contains("see somebody else’s data");
  }

  private Asking ask(String language) {
    var browser = new Browser(port);
    browser.get("/?lang=" + language);
    return new Asking(browser, "")
        .with("how-to-reach-you", BY_POST)
        .with("why", Map.of("purpose", "APPLICATION"));
  }

  private CaseReference sent(Asking asking) {
    asking.send();
    return samples.numbered(asking.number());
  }

  /** Its text; the answer has left, with its code by post. */
  private String pack(CaseReference reference, Answering.Three by) {
    var pack = answering.released(reference, by);
    return PdfText.of(answering.pdf(reference, pack, by.caseworker())).replaceAll("\\s+", " ");
  }
}
