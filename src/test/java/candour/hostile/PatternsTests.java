package candour.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import candour.platform.MailAddress;
import candour.support.Bundles;
import jakarta.validation.Validation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every expression that typed text is matched with takes its time in proportion, whatever the text.
 */
class PatternsTests {

  /** Long enough that time in its square is seconds, and in proportion none to speak of. */
  private static final int LENGTH = 100_000;

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final String STRING = "\"((?:[^\"\\\\]|\\\\.)*)\"";

  /** Where an expression stands in a source, as a string in one piece or several. */
  private static final Pattern USED =
      Pattern.compile(
          "(?:Pattern\\.compile\\(|\\.(?:matches|replaceAll|replaceFirst|split)\\(|regexp = )\\s*((?:%s[\\s+]*)+)"
              .formatted(STRING));

  private static final List<String> PIECES =
      List.of(
          "a", "A", "1", " ", "\n", "-", "'", ".", "@", ",", "/", "é", "e\u0301", "\u0301", "[",
          "(", "0x");

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
  void no_text_holds_an_expression_up(String expression) throws Exception {
    var pattern = Pattern.compile(expression);
    assertThat(
            slow(text -> {
              var matcher = pattern.matcher(text);
              return matcher.matches() ? 0 : matcher.reset().results().count();
            }))
        .isEmpty();
  }

  @Test
  void no_text_holds_the_check_of_an_email_address_up() throws Exception {
    record Form(@MailAddress(message = "wrong") String email) {}
    try (var factory = Validation.buildDefaultValidatorFactory()) {
      var validator = factory.getValidator();
      assertThat(slow(text -> validator.validate(new Form("a@" + text)))).isEmpty();
      assertThat(slow(text -> validator.validate(new Form(text + "@a")))).isEmpty();
    }
  }

  private interface Use {
    Object of(String text);
  }

  /** With which texts it takes too long. */
  private static List<String> slow(Use use) throws InterruptedException, ExecutionException {
    var slow = new ArrayList<String>();
    for (var text : texts().toList()) {
      var done = CompletableFuture.supplyAsync(() -> use.of(text));
      try {
        done.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        slow.add(text.substring(0, 6) + "…");
      }
    }
    return slow;
  }

  /** One piece or two, over and over, with something at the end that fits nothing. */
  private static Stream<String> texts() {
    var pairs = PIECES.stream().flatMap(one -> Stream.of("1", " ", ".", "-").map(one::concat));
    return Stream.concat(PIECES.stream(), pairs)
        .map(piece -> piece.repeat(LENGTH / piece.length()) + "\u0001");
  }
}
