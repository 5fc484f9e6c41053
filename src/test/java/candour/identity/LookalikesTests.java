package candour.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookalikesTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Winst\u043en Clarke",
        "Winston \u0421\u043e\u0440\u0440",
        "\u0392ob Clarke",
        "Winst\u0585n Clarke",
        "\u13a2va Clarke",
        "Win\u200bston",
        "Winston \u202eekralC",
        "Win\u200dston",
        "\ufeffWinston",
        "Win\u2066ston\u2069",
      })
  void what_looks_like_another_name_is_known_for_it(String name) {
    assertThat(Lookalikes.in(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Winston Aldridge Clarke",
        "Siân O’Neill; née Müller",
        "Иван Петров",
        "Ivan; Иван",
        "Ελένη",
        "محمد نورالدین",
        "می\u200cخواهم",
        "রহিম",
        "क\u094d\u200dष",
        "李梅",
        "李Mei",
        "佐々木ひろ",
        "김민준",
        "",
      })
  void a_name_of_any_alphabet_is_what_it_is(String name) {
    assertThat(Lookalikes.in(name)).isFalse();
  }

  @Test
  void they_are_found_by_what_they_look_like_and_by_what_they_are() {
    var forged = DataSubject.named("Winst\u043en Cla\u200brke", "", PartialDate.unknown(""));
    var asker =
        Requester.about(forged, "a@example.org", null, null, Locale.ENGLISH, Showing.NOT_SAID);
    assertThat(SearchWords.of(forged, asker, List.of()))
        .containsExactlyInAnyOrder("winst\u043en", "winston", "clarke");
  }

  /**
   * Only an officer's eyes make one person of two alphabets; signs that nobody sees part nobody.
   */
  @Test
  void other_letters_are_another_name_and_unseen_signs_are_none() {
    assertThat(Names.key("Winst\u043en")).isNotEqualTo(Names.key("Winston"));
    assertThat(Names.key("Win\u200bston\u202e")).isEqualTo(Names.key("Winston"));
  }

  @ParameterizedTest
  @CsvSource({
    "а,a", "в,b", "е,e", "ѕ,s", "і,i", "ј,j", "к,k", "м,m", "н,h", "о,o", "р,p", "с,c", "т,t",
    "у,y", "х,x", "ѵ,v", "ԁ,d", "һ,h", "ԛ,q", "ԝ,w", "α,a", "β,b", "ε,e", "ι,i", "κ,k", "ν,v",
    "ο,o", "ρ,p", "τ,t", "υ,u", "χ,x"
  })
  void each_letter_that_looks_like_a_latin_one_is_found_as_that(String foreign, String latin) {
    assertThat(Lookalikes.seen("zz" + foreign)).isEqualTo("zz" + latin);
  }
}
