package candour.oversight.figures;

import java.util.OptionalLong;

/** A figure as it may be published. */
public sealed interface Cell {

  /** As counted: a total that the log publishes anyway, or nought. */
  record Exact(long n) implements Cell {}

  /** Rounded to the nearest 5. */
  record Rounded(long n) implements Cell {}

  /** Confidential: shown as {@code [c]}. */
  record Confidential() implements Cell {}

  /** The figure that is published, if one is. */
  default OptionalLong published() {
    return switch (this) {
      case Exact(long n) -> OptionalLong.of(n);
      case Rounded(long n) -> OptionalLong.of(n);
      case Confidential _ -> OptionalLong.empty();
    };
  }

  /** As it stands in a table, without thousands separators. */
  default String text() {
    return switch (this) {
      case Exact(long n) -> Long.toString(n);
      case Rounded(long n) -> Long.toString(n);
      case Confidential _ -> "[c]";
    };
  }
}
