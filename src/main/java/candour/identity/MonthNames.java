package candour.identity;

import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Months as people write them: figures, or names in English or Welsh, whole or shortened. */
final class MonthNames {

  private static final List<List<String>> NAMES =
      List.of(
          List.of("january", "jan", "ionawr", "ion"),
          List.of("february", "feb", "chwefror", "chwef", "chw"),
          List.of("march", "mar", "mawrth", "maw"),
          List.of("april", "apr", "ebrill", "ebr"),
          List.of("may", "mai"),
          List.of("june", "jun", "mehefin", "meh"),
          List.of("july", "jul", "gorffennaf", "gorff", "gor"),
          List.of("august", "aug", "awst", "aws"),
          List.of("september", "sept", "sep", "medi", "med"),
          List.of("october", "oct", "hydref", "hyd"),
          List.of("november", "nov", "tachwedd", "tach", "tac"),
          List.of("december", "dec", "rhagfyr", "rhag", "rha"));

  private static final Map<String, Month> BY_TEXT =
      IntStream.rangeClosed(1, 12)
          .boxed()
          .flatMap(number -> texts(number).map(text -> Map.entry(text, Month.of(number))))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private MonthNames() {}

  static Optional<Month> find(String text) {
    var plain = text.toLowerCase(Locale.ROOT);
    return Optional.ofNullable(
        BY_TEXT.get(plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain));
  }

  private static Stream<String> texts(int number) {
    var figures = Stream.of(String.valueOf(number), "%02d".formatted(number)).distinct();
    return Stream.concat(figures, NAMES.get(number - 1).stream());
  }
}
