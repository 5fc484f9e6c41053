package candour.hostile;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Addresses of pages as the portal maps them, with names in braces. */
final class AddressPatterns {

  private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)(?::[^/]*)?}");
  private static final Pattern CHOICE = Pattern.compile("\\{\\w+:([a-z]+(?:\\|[a-z]+)+)}");

  private AddressPatterns() {}

  /** A pattern that offers a choice of words, once for each. */
  static Stream<String> spelledOut(String pattern) {
    var choice = CHOICE.matcher(pattern);
    return choice.find()
        ? Stream.of(choice.group(1).split("\\|")).map(choice::replaceFirst)
        : Stream.of(pattern);
  }

  /** The address with what each of its names stands for. */
  static String filled(String pattern, UnaryOperator<String> named) {
    return VARIABLE.matcher(pattern).replaceAll(variable -> named.apply(variable.group(1)));
  }
}
