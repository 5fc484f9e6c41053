package candour.intake;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Turns whatever name a file came with into one that deceives neither people nor file systems. */
final class SafeFileName {

  private static final int LONGEST = 100;
  private static final String NAMELESS = "record";

  /**
   * Control, format (bidirectional marks among them), surrogate, private and unassigned characters.
   */
  private static final Pattern UNSAFE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}<>:\"|?*%;]");

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern EDGES = Pattern.compile("^[. ]+|[. ]+$");
  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);

  private SafeFileName() {}

  /**
   * The last part of {@code name}, at most 100 characters.
   *
   * @param ending which it gets unless it has it, without the dot; empty for none
   */
  static String of(String name, String ending) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String composed = Normalizer.normalize(last, Normalizer.Form.NFC);
    String plain = UNSAFE.matcher(composed).replaceAll("");
    String dotted = ending.isEmpty() ? "" : '.' + ending;
    String stem = stem(SPACE.matcher(plain).replaceAll(" "), dotted);
    boolean nameless = stem.isEmpty() || DEVICE.matcher(stem).matches();
    return (nameless ? NAMELESS : stem) + dotted;
  }

  private static String stem(String name, String dotted) {
    boolean ends = name.toLowerCase(Locale.ROOT).endsWith(dotted);
    String stem = ends ? name.substring(0, name.length() - dotted.length()) : name;
    int most = LONGEST - dotted.length();
    String kept =
        stem.codePointCount(0, stem.length()) > most
            ? stem.substring(0, stem.offsetByCodePoints(0, most))
            : stem;
    return EDGES.matcher(kept).replaceAll("");
  }
}
