package candour.response;

import static candour.response.ResponsesTests.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candour.casework.CaseReference;
import candour.exemptions.Telling;
import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.response.Answering.Searched;
import candour.response.Answering.Three;
import candour.response.Entries.Because;
import candour.support.PdfText;
import candour.support.PortalTest;
import candour.support.SampleDisclosures;
import candour.support.Samples;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much of an entry is kept back: never more after the answer, and less only for others. */
@PortalTest
class EntryExtentTests {

  private static final String WORDS = "It is her lawyer who asked, for the divorce.";
  private static final Map<String, String> THIRD_PARTY =
      Map.of(
          "kind",
          WORDS,
          "confidence",
          WORDS,
          "consent",
          WORDS,
          "capacity",
          WORDS,
          "refusal",
          WORDS,
          "jigsaw",
          WORDS);
  private static final Map<String, String> CRIME =
      Map.of("purpose", WORDS, "prejudice", WORDS, "extent", WORDS);

  @Autowired Answering answering;
  @Autowired Entries entries;
  @Autowired Responses responses;
  @Autowired SampleDisclosures disclosures;
  @Autowired Samples samples;
  @Autowired JdbcClient jdbc;

  private Three by;
  private Searched searched;
  private CaseReference reference;
  private UUID entry;

  @BeforeEach
  void shown_to_the_person() {
    by = answering.officers();
    searched = answering.ready(by);
    reference = searched.reference();
    entry = disclosures.shown(reference, SampleDisclosures.TRACED);
  }

  @Test
  void before_the_answer_more_and_less_is_kept_back_and_the_newest_counts() {
    keepBack("THIRD_PARTY", EntryExtent.GENERAL);
    keepBack("THIRD_PARTY", EntryExtent.GENERAL);
    assertThat(seen()).extracting(DisclosureAboutMe::isWhole).containsExactly(false);
    keepBack("THIRD_PARTY", EntryExtent.WHOLE);
    assertThat(seen()).isEmpty();
    entries(it -> it.sayLess(reference, entry, by.caseworker()));
    entries(it -> it.sayLess(reference, entry, by.caseworker()));
    assertThat(seen()).extracting(DisclosureAboutMe::isWhole).containsExactly(false);
    assertThat(pack())
        .contains("Part of an entry", "A body that we do not name here")
        .doesNotContain("NHS Digital", "memorandum", "verstay");
    entries(it -> it.show(reference, entry, by.caseworker()));
    assertThat(seen()).extracting(DisclosureAboutMe::isWhole).containsExactly(true);
    assertThat(samples.logged(reference)).filteredOn("entry.decided"::equals).hasSize(4);
  }

  @Test
  void after_the_answer_more_is_shown_and_nothing_more_is_kept_back() {
    keepBack("THIRD_PARTY", EntryExtent.WHOLE);
    answering.released(reference, by);
    entries(it -> it.sayLess(reference, entry, by.caseworker()));
    assertThat(seen()).extracting(DisclosureAboutMe::isWhole).containsExactly(false);
    refused("case-is-answered", () -> keepBack("THIRD_PARTY", EntryExtent.WHOLE));
    entries(it -> it.show(reference, entry, by.caseworker()));
    assertThat(seen()).extracting(DisclosureAboutMe::isWhole).containsExactly(true);
    refused("case-is-answered", () -> keepBack("THIRD_PARTY", EntryExtent.GENERAL));
  }

  @Test
  void general_words_are_for_grounds_about_other_people_alone() {
    keepBack("CRIME_TAX", EntryExtent.WHOLE);
    refused("general-words-for-others", () -> keepBack("CRIME_TAX", EntryExtent.GENERAL));
    refused(
        "general-words-for-others",
        () -> entries(it -> it.sayLess(reference, entry, by.caseworker())));
    assertThatExceptionOfType(DataIntegrityViolationException.class)
        .isThrownBy(this::decideByHand)
        .withMessageContaining("in_general_words_for_others");
  }

  @Test
  void what_keeps_the_whole_entry_back_comes_before_general_words() {
    keepBack("THIRD_PARTY", EntryExtent.GENERAL);
    var item =
        by.caseworker()
            .acting()
            .call(() -> entries.consider(reference, entry, "An entry", by.caseworker()));
    answering.determined(searched, by, item, new Telling.Told());
    assertThat(seen()).isEmpty();
    assertThat(pack()).contains("An entry of the list").doesNotContain("Part of an entry");
  }

  private void decideByHand() {
    samples.as(
        Acting.system(),
        () ->
            jdbc.sql(
                    """
                    insert into response.entry_decision (decision_id, case_id, entry_id, reliance_id, ground, extent, decided_by, decided_on)
                    select ?, case_id, entry_id, reliance_id, ground, 'GENERAL', decided_by, decided_on from response.entry_decision
                    where case_id = ?
                    """)
                .params(List.of(Identifiers.next(), reference.value()))
                .update());
  }

  private void keepBack(String code, EntryExtent extent) {
    var because = new Because(code, code.equals("CRIME_TAX") ? CRIME : THIRD_PARTY, extent);
    entries(it -> it.keepBack(reference, entry, "An entry", because, by.caseworker()));
  }

  private void entries(Consumer<Entries> work) {
    by.caseworker().acting().run(() -> work.accept(entries));
  }

  private List<DisclosureAboutMe> seen() {
    return samples.holderOf(reference).acting().call(() -> responses.disclosuresAbout(reference));
  }

  private String pack() {
    var pack = answering.prepare(reference, by.caseworker());
    return PdfText.of(answering.pdf(reference, pack, by.caseworker()));
  }
}
