package candour.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTests {

  @Test
  void other_names_are_set_apart_by_words_and_not_by_initials() {
    var others = "John A Smith; Jo Clarke and Jo Rees a Jo Wyn ac Ann OR\nMaria A. Costa";
    assertThat(DataSubject.named("W", others, PartialDate.unknown("")).allOtherNames())
        .extracting(String::strip)
        .containsExactly("John A Smith", "Jo Clarke", "Jo Rees", "Jo Wyn", "Ann", "Maria A. Costa");
  }

  @ParameterizedTest
  @CsvSource({
    "winston aldridge clarke, WINSTON   Aldridge-Clarke",
    "siân o'neill, Sian ONEILL",
    "Łukasz Żółć, lukasz zolc",
    "Jürgen Groß, jurgen gross",
    "Ingrid Bjørnsen, ingrid bjornsen",
    "'  Mei Lin Harrow ', mei lin harrow",
    "'Harrow, Mei Lin', harrow mei lin",
    "José, Jose\u0301",
  })
  void spellings_of_one_name_are_equal(String one, String other) {
    assertThat(Names.key(one)).isEqualTo(Names.key(other)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Ann Lee, Anne Lee", "Ann Lee, Lee Ann", "Ann Lee, Annlee", "রহিম, রহমা", "李梅, 李媚"})
  void different_names_differ(String one, String other) {
    assertThat(Names.key(one)).isNotEqualTo(Names.key(other));
  }

  @Test
  void a_name_without_a_letter_has_no_key() {
    assertThat(Names.key(" -'!\u0000 ")).isEmpty();
  }

  @Test
  void a_key_is_short_enough_to_be_indexed() {
    assertThat(Names.key("\ufdfa".repeat(300))).hasSizeLessThanOrEqualTo(300);
  }
}
