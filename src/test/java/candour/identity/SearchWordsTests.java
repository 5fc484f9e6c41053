package candour.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

  @Test
  void a_number_is_found_in_parts_and_whole_and_a_past_address_by_its_postcode() {
    assertThat(clue(new Clue.Reference(Clue.Reference.Of.PORT, "Ń 12/345\nCroydon: 77")))
        .containsExactlyInAnyOrder("n", "12", "345", "n12", "12345", "n12345", "croydon", "77");
    assertThat(clue(new Clue.Addresses("1 High Street, Paignton TQ3 3AA; Leicester")))
        .containsExactly("tq33aa");
    assertThat(clue(new Clue.Passport(Clue.Passport.Whose.MINE, "J 1", "Jamaica", "Zoë")))
        .containsExactlyInAnyOrder("j", "1", "j1", "zoe");
    assertThat(clue(new Clue.Passport(Clue.Passport.Whose.PARENTS, "J1", "Jamaica", "Zoë")))
        .as("a parent is somebody else")
        .containsExactly("j1");
    assertThat(clue(new Clue.Nationality("Jamaican"))).isEmpty();
    assertThat(clue(new Clue.Reference(Clue.Reference.Of.OTHER, "1 ".repeat(1_000))))
        .as("however many there are")
        .containsExactly("1", "11", "111", "1111", "11111");
  }

  private static Set<String> clue(Clue clue) {
    var nobody = DataSubject.named("-", "", PartialDate.unknown(""));
    return SearchWords.of(
        nobody,
        Requester.about(nobody, "a@example.org", null, null, Locale.ENGLISH, Showing.NOT_SAID),
        List.of(clue));
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
        "100% _abcd_ & !  | '100':* & 'abcd':*",
      })
  void what_is_typed_becomes_a_search_for_all_its_words(String typed, String query) {
    assertThat(SearchWords.query(typed)).contains(query);
  }

  @Test
  void what_may_be_one_number_is_sought_in_parts_and_whole() {
    assertThat(SearchWords.query("C 1234/56")).contains("'1234':* & '56' | 'c123456':*");
    assertThat(SearchWords.query("ab-12-12")).contains("'ab' & '12' | 'ab1212':*");
    assertThat(SearchWords.query("Campbell 12")).contains("'campbell':* & '12'");
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
        Requester.about(subject, "a@example.org", null, address, Locale.ENGLISH, Showing.NOT_SAID),
        List.of());
  }
}
