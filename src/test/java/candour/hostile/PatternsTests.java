package candour.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import candour.support.Bundles;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every expression that typed text is matched with looks at each character a few times, whatever
 * the text.
 */
class PatternsTests {

  private static final int LENGTH = 20_000;

  /** How often each character may be looked at; where time grows in its square it is thousands. */
  private static final int LOOKS = 200;

  /** Read in settings and in what the portal writes itself, which nobody types. */
  private static final Set<String> NOT_TYPED =
      Set.of("/+$", "[a-z0-9]+(?:[.-][a-z0-9]+)*", "(\\w+) : \\$\\{(.*)}");

  private static final String STRING = "\"((?:[^\"\\\\]|\\\\.)*)\"";

  /** Where an expression stands in a source, as a string in one piece or several. */
  private static final Pattern USED =
      Pattern.compile(
          "(?:Pattern\\.compile\\(|\\.(?:matches|replaceAll|replaceFirst|split)\\(|regexp = )\\s*((?:%s[\\s+]*)+)"
              .formatted(STRING));

  /** Marks stand on letters: over marks alone \\b looks back in their square, of 20,000 at most. */
  private static final List<String> PIECES =
      List.of(
          "a", "A", "1", " ", "\n", "-", "'", ".", "@", ",", "/", "é", "e\u0301", "[", "(", "0x");

  static Set<String> expressions() {
    return Bundles.files(Path.of("src/main/java"), ".java").stream()
        .map(Bundles::text)
        .flatMap(source -> USED.matcher(source).results())
        .map(use ->
            Pattern.compile(STRING)
                .matcher(use.group(1))
                .results()
                .map(piece -> written(piece.group(1)))
                .collect(Collectors.joining()))
        .filter(expression -> !NOT_TYPED.contains(expression))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** As the compiler reads it. */
  private static String written(String source) {
    return Pattern.compile("(?<!\\\\)\\\\u([0-9a-fA-F]{4})")
        .matcher(source)
        .replaceAll(
            it -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(it.group(1), 16))))
        .translateEscapes();
  }

  @Test
  void they_are_found() {
    assertThat(expressions()).hasSizeGreaterThan(50).contains("[0-9]{1,2}");
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void no_text_holds_an_expression_up(String expression) {
    var pattern = Pattern.compile(expression);
    assertThat(texts().filter(text -> isSlow(pattern, text)).map(text -> text.substring(0, 6)))
        .isEmpty();
  }

  private static boolean isSlow(Pattern pattern, String text) {
    try {
      var counted = new Counted(text, new AtomicLong());
      return !pattern.matcher(counted).matches() && pattern.matcher(counted).results().count() < 0;
    } catch (TooOften | StackOverflowError e) {
      return true;
    }
  }

  /** One piece or two, over and over, with something at the end that fits nothing. */
  private static Stream<String> texts() {
    var pairs = PIECES.stream().flatMap(one -> Stream.of("1", " ", ".", "-").map(one::concat));
    return Stream.concat(PIECES.stream(), pairs)
        .map(piece -> piece.repeat(LENGTH / piece.length()) + "\u0001");
  }

  private static final class TooOften extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** A text that counts how often any of its characters is looked at. */
  private record Counted(CharSequence text, AtomicLong looks) implements CharSequence {

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (looks.incrementAndGet() > (long) LENGTH * LOOKS) {
        throw new TooOften();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Counted(text.subSequence(start, end), looks);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
