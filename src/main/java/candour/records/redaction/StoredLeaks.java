package candour.records.redaction;

import candour.records.redaction.Leak.Kind;
import com.itextpdf.kernel.pdf.PdfArray;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfObject;
import com.itextpdf.kernel.pdf.PdfStream;
import com.itextpdf.kernel.pdf.PdfString;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds withheld words in everything that a file stores: strings, names and streams of every
 * object, unpacked. What a page without any words stores as well is the format's own vocabulary,
 * and says nothing.
 */
final class StoredLeaks {

  /** Shorter runs turn up in compressed pictures and fonts by chance. */
  private static final int SHORTEST_IN_BINARY = 6;

  private static final Pattern TIME =
      Pattern.compile("D:\\d[\\d+\\-Z']*|\\d{4}-\\d\\d-\\d\\dT[\\d:.+\\-Z]*");

  /** Coordinates and glyph numbers; {@link FormLeaks} sees to it that they are nothing else. */
  private static final Pattern NUMBER = Pattern.compile("[0-9a-f]+");

  private static final Set<String> VOCABULARY = vocabulary();

  private final Set<String> found = new TreeSet<>();
  private final Set<String> wanted;
  private final boolean everything;

  private StoredLeaks(Set<String> wanted, boolean everything) {
    this.wanted = wanted;
    this.everything = everything;
  }

  static List<Leak> find(PdfDocument pdf, Set<String> tokens) {
    var wanted = new TreeSet<>(tokens);
    wanted.removeAll(VOCABULARY);
    if (wanted.isEmpty()) {
      return List.of();
    }
    var search = new StoredLeaks(wanted, false);
    return IntStream.range(1, pdf.getNumberOfPdfObjects())
        .filter(i -> search.holds(pdf.getPdfObject(i)))
        .mapToObj(i -> new Leak(Kind.WITHHELD_WORD, "object " + i))
        .toList();
  }

  private static Set<String> vocabulary() {
    var search = new StoredLeaks(Set.of(), true);
    try (var blank = BlankPage.open()) {
      IntStream.range(1, blank.getNumberOfPdfObjects())
          .forEach(i -> search.holds(blank.getPdfObject(i)));
    }
    return Set.copyOf(search.found);
  }

  private boolean holds(PdfObject object) {
    int before = found.size();
    look(object);
    boolean any = found.size() > before;
    if (!everything) {
      found.clear();
    }
    return any;
  }

  /** Walks direct objects only: what they refer to is an object of its own. */
  private void look(PdfObject object) {
    switch (object) {
      case null -> {}
      case PdfStream stream -> {
        lookInEntries(stream);
        lookInBytes(stream);
      }
      case PdfDictionary dictionary -> lookInEntries(dictionary);
      case PdfArray array -> array.iterator().forEachRemaining(this::lookAt);
      case PdfString string -> keep(Tokens.in(withoutTimes(string.toUnicodeString())));
      case PdfName name -> keep(Tokens.in(name.getValue()));
      default -> {}
    }
  }

  private void lookInEntries(PdfDictionary dictionary) {
    for (PdfName key : dictionary.keySet()) {
      look(key);
      lookAt(dictionary.get(key, false));
    }
  }

  private void lookAt(PdfObject value) {
    if (!value.isIndirectReference() && value.getIndirectReference() == null) {
      look(value);
    }
  }

  private void lookInBytes(PdfStream stream) {
    boolean picture = PdfName.Image.equals(stream.getAsName(PdfName.Subtype));
    byte[] bytes = stream.getBytes(!picture);
    if (picture || stream.containsKey(PdfName.Length1)) {
      keep(BinaryText.runs(bytes, SHORTEST_IN_BINARY));
      return;
    }
    Predicate<String> counts = token -> isMetadata(stream) || !NUMBER.matcher(token).matches();
    byte[] shifted = bytes.length == 0 ? bytes : Arrays.copyOfRange(bytes, 1, bytes.length);
    keep(tokens(bytes, StandardCharsets.UTF_8).filter(counts));
    keep(tokens(bytes, StandardCharsets.ISO_8859_1).filter(counts));
    keep(tokens(bytes, StandardCharsets.UTF_16BE).filter(counts));
    keep(tokens(shifted, StandardCharsets.UTF_16BE).filter(counts));
  }

  private static boolean isMetadata(PdfStream stream) {
    return PdfName.Metadata.equals(stream.getAsName(PdfName.Type));
  }

  private static Stream<String> tokens(byte[] bytes, Charset charset) {
    return Tokens.in(withoutTimes(new String(bytes, charset)));
  }

  private void keep(Stream<String> tokens) {
    tokens.filter(token -> everything || wanted.contains(token)).forEach(found::add);
  }

  private static String withoutTimes(String text) {
    return TIME.matcher(text).replaceAll(" ");
  }
}
