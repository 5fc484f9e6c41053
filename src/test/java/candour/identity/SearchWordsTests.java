package candour.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTests {

  @Test
  void a_person_is_found_by_every_name_and_by_the_postcode_alone_of_their_address() {
    assertThat(
            words("Zoë O’Brien-Świątek", "Zoe Łukasz; née GRANT", "12 High Street\nLeeds LS1 4DY"))
        .containsExactlyInAnyOrder("zoe", "obrien", "swiatek", "lukasz", "nee", "grant", "ls14dy");
    assertThat(words("張偉", "", null)).containsExactly("張偉");
    assertThat(words("a".repeat(300), "", null)).containsExactly("a".repeat(100));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "BERYL camp       | 'beryl':* & 'camp':*",
        "Zoë O'Brien      | 'zoe':* & 'obrien':*",
        "Li               | 'li'",
        "B. Campbell      | 'campbell':*",
        "B                | 'b'",
        "ls1 4dy          | 'ls14dy':*",
        "Grant, LS14DY    | 'grant':* & 'ls14dy':*",
        "LS1              | 'ls1':*",
        "beryl Beryl      | 'beryl':*",
        "100% _x_ 'a' & ! | '100':*",
      })
  void what_is_typed_becomes_a_search_for_all_its_words(String typed, String query) {
    assertThat(SearchWords.query(typed)).contains(query);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "%", "'; --", "_%_", "\\", "…"})
  void without_a_letter_or_digit_nothing_is_sought(String typed) {
    assertThat(SearchWords.query(typed)).isEmpty();
  }

  @Test
  void a_long_text_is_a_search_for_its_first_words() {
    var query = SearchWords.query("word0 word1 ".repeat(2) + "x9 ".repeat(5_000)).orElseThrow();
    assertThat(query).isEqualTo("'word0':* & 'word1':* & 'x9'");
    var many = new StringBuilder();
    for (int i = 100; i < 200; i++) {
      many.append(" w").append(i);
    }
    assertThat(SearchWords.query(many.toString()).orElseThrow().split(" & ")).hasSize(10);
  }

  private static Set<String> words(String name, String others, @Nullable String address) {
    var subject = DataSubject.named(name, others, PartialDate.unknown(""));
    return SearchWords.of(
        subject,
        Requester.about(subject, "a@example.org", null, address, Locale.ENGLISH, Showing.NOT_SAID));
  }
}
