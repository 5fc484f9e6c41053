package candour.exemptions.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTextTests {

  private static final String REASON =
      "The second paragraph of the page describes how a current operation is carried out.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "THE SECOND PARAGRAPH OF THE PAGE | The second paragraph of the page",
        "the second, paragraph; of: the – page! | The second paragraph of the page",
        "the\u00a0second\t paragraph\u2003of the page | The second paragraph of the page",
        "the <b>second</b> paragraph<br/>of <a href='x'>the</a> page | The second paragraph of the page",
        "the se\u00adcond para\u200bgraph of the page | The second paragraph of the page",
        "on 3 May 1971 in file 88/21 he came | on 12 May 2004 in file 9/9999 he came",
        "yn y tŷ mae’r ŵyneb a’r tân | yn y ty mae'r wyneb a'r tan",
        "Ｔｈｅ ｓｅｃｏｎｄ paragraph of it | the second paragraph of it",
        "der große Straßenzug ist hier | DER GROSSE STRASSENZUG IST HIER",
        "well-known facts of this case | well known facts of this case",
      })
  void what_is_easily_changed_in_a_copy_does_not_count(String one, String other) {
    assertThat(share(one, other)).isEqualTo(1);
    assertThat(ReasonText.of(one).sketch()).isEqualTo(ReasonText.of(other).sketch());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The second paragraph of the page | page the of paragraph second The",
        "a < b and c > d but never e | a and d but never e",
        "mae rheswm da dros hyn yma | there is good reason for this",
        "……………… | !!!!!!!!!!!!!!!!",
      })
  void other_words_or_another_order_are_another_text(String one, String other) {
    assertThat(share(one, other)).isLessThan(ReasonText.ALIKE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t\u2003 "})
  void a_blank_text_is_like_nothing_not_even_itself(String blank) {
    assertThat(share(blank, blank)).isZero();
    assertThat(share(blank, REASON)).isZero();
    assertThat(ReasonText.of(blank).sketch()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", "one two three", "… … …", "e\u0301", "\ud83d\udcc4", "\ud83d", "<", "<b"})
  void whatever_is_written_is_like_itself_and_can_be_found(String text) {
    assertThat(share(text, text)).isEqualTo(1);
    assertThat(ReasonText.of(text).sketch()).hasSize(1);
    assertThat(joined(text, text)).isEqualTo(text);
  }

  /** Every pair of texts of up to five words out of two, against the definition on sets. */
  @Test
  void the_share_is_that_of_common_runs_in_all_runs() {
    var texts = everyTextOf(List.of("ab", "cd"), 5);
    assertThat(texts).hasSize(62);
    for (var one : texts) {
      for (var other : texts) {
        var union = runs(one);
        union.addAll(runs(other));
        var common = runs(one);
        common.retainAll(runs(other));
        assertThat(share(one, other))
            .as("%s / %s", one, other)
            .isCloseTo((double) common.size() / union.size(), within(1e-12));
        assertThat(share(one, other)).isEqualTo(share(other, one));
      }
    }
  }

  @Test
  void shared_words_are_marked_where_they_stand_and_nothing_is_lost() {
    var spans =
        ReasonText.of("Here: the FIRST line, of <i>the page</i> tells all.")
            .against(ReasonText.of("I say the first line of the page is dull."));
    assertThat(spans)
        .containsExactly(
            new Span("Here: ", false),
            new Span("the FIRST line, of <i>the page", true),
            new Span("</i> tells all.", false));
  }

  /** Random texts over few words: the spans give the text back, and mark no less than the runs. */
  @Test
  void spans_always_give_back_the_text() {
    var random = new Random(20261122);
    for (int round = 0; round < 2_000; round++) {
      var one = sentence(random, 12, 4);
      var other = sentence(random, 12, 4);
      assertThat(joined(one, other)).isEqualTo(one);
      assertThat(ReasonText.of(one).against(ReasonText.of(other)).stream().anyMatch(Span::shared))
          .isEqualTo(share(one, other) > 0);
    }
  }

  /** What is alike by all its runs is found by its sketch, which holds but sixteen of them. */
  @Test
  void what_is_alike_is_found_by_two_of_sixteen() {
    var random = new Random(4);
    int alike = 0;
    for (int round = 0; round < 5_000; round++) {
      var words = words(random, 20 + random.nextInt(180));
      var one = ReasonText.of(String.join(" ", words));
      for (int change = random.nextInt(1 + words.size() / 12); change >= 0; change--) {
        words.set(random.nextInt(words.size()), "changed" + letters(random));
      }
      var other = ReasonText.of(String.join(" ", words));
      if (one.share(other) >= ReasonText.ALIKE) {
        alike++;
        var common = new HashSet<>(one.sketch());
        common.retainAll(other.sketch());
        assertThat(common.size() * 8).isGreaterThanOrEqualTo(one.sketch().size());
      }
    }
    assertThat(alike).isGreaterThan(2_500);
  }

  /** A loop within a loop would take hours. */
  @Test
  void a_megabyte_is_read_in_a_moment() {
    var random = new Random(1);
    for (var text :
        List.of(
            sentence(random, 160_000, 5_000),
            "x".repeat(1_000_000),
            "<".repeat(1_000_000),
            "<b".repeat(500_000),
            "'".repeat(1_000_000),
            "e\u0301".repeat(500_000))) {
      Assertions.assertTimeout(
          Duration.ofSeconds(10), () -> assertThat(share(text, text)).isEqualTo(1));
      assertThatCode(() -> joined(text, REASON)).doesNotThrowAnyException();
    }
  }

  @Test
  void a_sketch_stays_the_same_from_version_to_version() {
    assertThat(ReasonText.of("one two three four five").sketch())
        .containsExactly(380968048123010033L, 4463539883067627017L);
  }

  private static double share(String one, String other) {
    return ReasonText.of(one).share(ReasonText.of(other));
  }

  private static String joined(String one, String other) {
    return ReasonText.of(one).against(ReasonText.of(other)).stream()
        .map(Span::words)
        .collect(Collectors.joining());
  }

  private static Set<List<String>> runs(String text) {
    var words = List.of(text.split(" "));
    int runs = Math.max(1, words.size() - 3);
    return IntStream.range(0, runs)
        .mapToObj(i -> words.subList(i, Math.min(words.size(), i + 4)))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static List<String> everyTextOf(List<String> words, int longest) {
    var texts = new ArrayList<>(words);
    for (int from = 0, length = 2; length <= longest; length++) {
      int to = texts.size();
      for (int i = from; i < to; i++) {
        for (var word : words) {
          texts.add(texts.get(i) + " " + word);
        }
      }
      from = to;
    }
    return texts;
  }

  private static List<String> words(Random random, int many) {
    return IntStream.range(0, many)
        .mapToObj(_ -> "word" + letters(random))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static String letters(Random random) {
    return random.ints(4, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
  }

  private static String sentence(Random random, int words, int vocabulary) {
    return IntStream.range(0, words)
        .mapToObj(_ -> "w" + (char) ('a' + random.nextInt(Math.min(26, vocabulary))))
        .collect(Collectors.joining(", "));
  }
}
