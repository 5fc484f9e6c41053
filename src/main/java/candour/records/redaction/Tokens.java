package candour.records.redaction;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Splits text into comparable words: runs of at least three letters or digits, without case. */
final class Tokens {

  private static final int SHORTEST = 3;
  private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private Tokens() {}

  static Stream<String> in(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return GAP.splitAsStream(plain).filter(token -> token.length() >= SHORTEST);
  }

  static Set<String> in(Stream<String> texts) {
    return texts.flatMap(Tokens::in).collect(Collectors.toCollection(HashSet::new));
  }
}
