package candour.requester.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.ledger.AskedBy;
import candour.platform.Acting;
import candour.platform.Seals;
import candour.requester.PostRoom;
import candour.response.Answering;
import candour.response.Answering.Three;
import candour.response.Download;
import candour.response.Responses;
import candour.support.Browser;
import candour.support.Patience;
import candour.support.PdfText;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.SampleDisclosures;
import candour.support.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Entries that tell of somebody else's act, and what the person is handed of them. */
@PortalTest
class GeneralWordsTests {

  private static final String WORDS = "Her husband’s lawyer asked; he does not want her to know.";
  private static final String TOLD =
      "It is about another person, and it is not reasonable to show it without their consent.";
  private static final String GP =
      "CONTRACTOR,NHS Digital,%s,,GP_REGISTRATION,yes,,APPROVED_TRACE,ADDRESS_SAME,,"
          + "NHS_REGISTRATION_DATE,2018-02-01,2018-02-02,";

  /** An ask that is somebody else's business. */
  private enum Ask {
    DIVORCE_LAWYER(
        AskedBy.COURT_ORDER,
        "SPOUSE_DIVORCE",
        "COURT_ORDER,DWP archive,%s,HO_NHSD_MOU_2017,SPOUSE_DIVORCE,yes,,APPROVED_TRACE,ADDRESS_SAME,,"
            + "LAST_ADDRESS,2017-03-04,2017-03-08,"),
    ESTATE(
        AskedBy.CHARITY_LETTER,
        "RELATIVE_ESTATE",
        "CHARITY_LETTER,DWP archive,%s,,RELATIVE_ESTATE,yes,,APPROVED_NO_TRACE,,,,2019-05-04,,"),
    SOCIAL_WORKER(
        AskedBy.LOCAL_AUTHORITY,
        "CHILD_PROTECTION",
        "LOCAL_AUTHORITY,DWP archive,%s,,CHILD_PROTECTION,yes,,APPROVED_TRACE,ADDRESS_SAME,,"
            + "GP_CONTACT,2020-01-07,2020-01-09,");

    private final AskedBy by;
    private final String reason;
    private final String row;

    Ask(AskedBy by, String reason, String row) {
      this.by = by;
      this.reason = reason;
      this.row = row;
    }
  }

  @Autowired Answering answering;
  @Autowired SampleDisclosures disclosures;
  @Autowired Responses responses;
  @Autowired MessageSource messages;
  @Autowired Samples samples;
  @Autowired People people;
  @Autowired Links links;
  @Autowired Seals seals;
  @Autowired JdbcClient jdbc;

  private Three by;
  private CaseReference reference;
  private Browser officer;
  private Browser person;

  @BeforeEach
  void open() {
    by = answering.officers();
    reference = answering.ready(by).reference();
    officer = people.signedIn(by.caseworker());
    person = people.visitor();
  }

  @Test
  void what_tells_of_somebody_else_is_handed_over_in_general_words_alone() throws Exception {
    disclosures.shown(reference, GP);
    var entries =
        Stream.of(Ask.values()).map(ask -> disclosures.shown(reference, ask.row)).toList();
    entries.forEach(this::sayInGeneralWords);
    assertThat(officer.get(list()).html().select("main .govuk-tag").eachText())
        .filteredOn("In general words"::equals)
        .hasSize(3);
    answering.answered(reference, by);
    enter();

    var status = person.get("/my-request").html().select("main").text();
    assertThat(status)
        .contains(
            "A body that we do not name here, 4 March 2017", "A reason that is about somebody")
        .contains("Kept back in part We do not show who asked", TOLD)
        .contains("A contractor, 1 February 2018", "GP_REGISTRATION");
    var pack = pack();
    assertThat(pack)
        .contains("A body that we do not name here", "Part of an entry of the list of who asked")
        .contains("A contractor", TOLD);
    assertNothingTells(Stream.concat(pages(entries), Stream.of(pack, proof())).toList());

    officer.get(ground(entries.getFirst()));
    officer.submit("form[action$=/show]", Map.of());
    assertThat(person.get("/my-request").text()).contains(name(Ask.DIVORCE_LAWYER, Locale.ENGLISH));
  }

  @Test
  void the_lesser_step_is_asked_for_first_and_neither_is_chosen_beforehand() {
    var entry = disclosures.shown(reference, Ask.ESTATE.row);
    assertThat(officer.get(ground(entry) + "?code=CRIME_TAX").html().select("[name=extent]"))
        .isEmpty();
    var form = officer.get(ground(entry) + "?code=THIRD_PARTY").html();
    assertThat(form.select("[name=extent]").eachAttr("value")).containsExactly("GENERAL", "WHOLE");
    assertThat(form.select("[name=extent][checked]")).isEmpty();
    for (var wrong : List.of("", "HALF")) {
      var typed = reasons();
      typed.put("extent", wrong);
      var page = officer.submit("main form", typed);
      assertThat(page.status()).isEqualTo(422);
      var link = page.html().select(".govuk-error-summary a");
      assertThat(link.eachText()).containsExactly("Choose how much is kept back");
      assertThat(page.html().select(link.attr("href")).attr("name")).isEqualTo("extent");
      assertThat(page.html().select("main textarea").eachText()).allMatch(WORDS::equals);
    }
  }

  private void sayInGeneralWords(UUID entry) {
    officer.get(ground(entry) + "?code=THIRD_PARTY");
    var typed = reasons();
    typed.put("extent", "GENERAL");
    assertThat(officer.submit("main form", typed).text()).contains("Said in general words by");
  }

  private Map<String, Object> reasons() {
    var reasons = new HashMap<String, Object>();
    officer
        .page()
        .html()
        .select("main textarea")
        .eachAttr("name")
        .forEach(field -> reasons.put(field, WORDS));
    return reasons;
  }

  /** Whatever the person reads of entries. */
  private Stream<String> pages(List<UUID> entries) {
    var lists =
        Stream.of("?lang=cy", "?lang=en")
            .flatMap(language ->
                Stream.of("/my-request", "/my-request/not-right", "/my-request/answer")
                    .map(path -> person.get(path + language).text()))
            .toList();
    var chosen =
        entries.stream()
            .map(entry -> {
              person.get("/my-request/not-right?which=" + entry);
              return person.submit("main form", Map.of("which", entry)).text();
            })
            .toList();
    assertThat(chosen).allMatch(page -> page.contains("A body that we do not name here asked"));
    return Stream.concat(lists.stream(), chosen.stream());
  }

  private String pack() {
    person.get("/my-request/answer");
    var file = person.submit("main form[action$=answer/1]", Map.of("code", code()));
    return PdfText.of(file.response().body());
  }

  /** All that is in the proof of the answer, once the log vouches for it. */
  private String proof() throws IOException {
    var zip = Patience.find(this::signed);
    var all = new StringBuilder();
    try (var files = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
        all.append(file.getName()).append(new String(files.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(all).contains("opening.json");
    return all.toString();
  }

  private Optional<byte[]> signed() {
    var code = code();
    var handed = samples.holderOf(reference).acting().call(() -> responses.proof(reference, code));
    return handed instanceof Download.File file ? Optional.of(file.bytes()) : Optional.empty();
  }

  private void assertNothingTells(List<String> handed) {
    for (var ask : Ask.values()) {
      assertThat(handed)
          .as(ask.name())
          .noneMatch(text -> text.contains(name(ask, Locale.ENGLISH)))
          .noneMatch(text -> text.contains(name(ask, Locale.of("cy"))))
          .noneMatch(text -> text.contains(ask.by.name()) || text.contains(ask.reason))
          .noneMatch(text -> text.contains(ask.by.messageKey()) || text.contains("memorandum"));
    }
    assertThat(handed).noneMatch(text -> text.contains(WORDS));
  }

  private String name(Ask ask, Locale locale) {
    return messages.getMessage(ask.by.messageKey(), null, locale);
  }

  private String code() {
    return new PostRoom(jdbc, seals, samples).codes(reference.value()).getFirst();
  }

  private void enter() {
    var asker = candour.requester.tracking.Browser.random();
    var token =
        samples.as(
            Acting.system(),
            () -> links.issue(samples.holderOf(reference), "a@example.org", asker));
    person.get("/my-request/open/" + token);
    person.submit("main form", Map.of("code", asker.code()));
  }

  private String list() {
    return "/staff/cases/" + reference + "/disclosures";
  }

  private String ground(UUID entry) {
    return list() + "/" + entry + "/ground";
  }
}
