package candour.records.redaction;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.Writer;
import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads the words of one page in reading order, with those of its form fields and notes. */
final class PageReader extends PDFTextStripper {

  /** Control, private and unassigned characters say nothing to anyone. */
  private static final Pattern MEANINGLESS = Pattern.compile("[\\p{C}\\uFFFD&&[^\\s]]+");

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

  private final List<PlacedWord> words = new ArrayList<>();
  private final PDDocument pdf;
  private final Layers layers;
  private final PDPage page;
  private final Frame frame;
  private boolean paragraph = true;

  private PageReader(PDDocument pdf, PDPage page) {
    this.pdf = pdf;
    this.page = page;
    this.frame = Frame.of(page);
    this.layers = new Layers(pdf);
    setSortByPosition(true);
  }

  /**
   * @param number of the page, counted from 1
   */
  static List<PlacedWord> read(PDDocument pdf, int number) throws IOException {
    return new PageReader(pdf, pdf.getPage(number - 1)).read(number);
  }

  /** The same for a scan, which leaves nothing out that stands twice in one place. */
  static List<PlacedWord> readAll(PDDocument pdf, int number) throws IOException {
    var reader = new PageReader(pdf, pdf.getPage(number - 1));
    reader.setSuppressDuplicateOverlappingText(false);
    return reader.read(number);
  }

  private List<PlacedWord> read(int number) throws IOException {
    setStartPage(number);
    setEndPage(number);
    writeText(pdf, Writer.nullWriter());
    return List.copyOf(words);
  }

  @Override
  protected void writePage() throws IOException {
    for (PDAnnotation annotation : page.getAnnotations()) {
      if (!annotation.isHidden() && !annotation.isNoView()) {
        showAnnotation(annotation);
      }
    }
    super.writePage();
  }

  @Override
  protected void writeParagraphStart() throws IOException {
    paragraph = true;
    super.writeParagraphStart();
  }

  /** The stripper's word may hold spaces that the page draws as letters. */
  @Override
  protected void writeString(String text, List<TextPosition> letters) {
    List<String> texts = Arrays.stream(SPACE.split(text)).filter(part -> !part.isEmpty()).toList();
    List<List<TextPosition>> places = betweenSpaces(letters);
    if (texts.size() != places.size()) {
      add(text, letters);
      return;
    }
    boolean leftToRight = !Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    for (int i = 0; i < texts.size(); i++) {
      add(texts.get(i), places.get(leftToRight ? i : texts.size() - 1 - i));
    }
  }

  private static List<List<TextPosition>> betweenSpaces(List<TextPosition> letters) {
    List<List<TextPosition>> places = new ArrayList<>();
    List<TextPosition> place = new ArrayList<>();
    for (TextPosition letter : letters) {
      if (!letter.getUnicode().isBlank()) {
        place.add(letter);
      } else if (!place.isEmpty()) {
        places.add(place);
        place = new ArrayList<>();
      }
    }
    if (!place.isEmpty()) {
      places.add(place);
    }
    return places;
  }

  private void add(String text, List<TextPosition> letters) {
    String plain = SPACE.matcher(MEANINGLESS.matcher(text).replaceAll("")).replaceAll(" ").strip();
    if (!plain.isEmpty() && !letters.isEmpty()) {
      words.add(place(Normalizer.normalize(plain, Normalizer.Form.NFC), letters));
      paragraph = false;
    }
  }

  private PlacedWord place(String word, List<TextPosition> letters) {
    List<PlacedGlyph> glyphs = letters.stream().map(l -> PlacedGlyph.of(l, frame)).toList();
    PlacedGlyph first = glyphs.getFirst();
    double angle = Math.atan2(first.up().x, -first.up().y);
    Point2D.Double along = new Point2D.Double(Math.cos(angle), Math.sin(angle));
    Box box = first.box(frame);
    double from = Double.MAX_VALUE;
    double to = -Double.MAX_VALUE;
    for (PlacedGlyph glyph : glyphs) {
      box = box.join(glyph.box(frame));
      double a = project(glyph.start(), first.start(), along);
      double b = project(glyph.end(), first.start(), along);
      from = Math.min(from, Math.min(a, b));
      to = Math.max(to, Math.max(a, b));
    }
    double x = first.start().x + along.x * from;
    double y = first.start().y + along.y * from;
    return new PlacedWord(word, box, x, y, angle, first.size(), to - from, paragraph);
  }

  private static double project(Point2D.Double point, Point2D.Double origin, Point2D.Double along) {
    return (point.x - origin.x) * along.x + (point.y - origin.y) * along.y;
  }

  // What stands in a layer that is switched off is not on the page.

  @Override
  public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
    layers.begin(
        COSName.OC.equals(tag) && properties != null ? PDPropertyList.create(properties) : null);
    super.beginMarkedContentSequence(tag, properties);
  }

  @Override
  public void endMarkedContentSequence() {
    layers.end();
    super.endMarkedContentSequence();
  }

  @Override
  public void showForm(PDFormXObject form) throws IOException {
    if (!layers.isOff(form.getOptionalContent())) {
      super.showForm(form);
    }
  }

  @Override
  protected void processTextPosition(TextPosition letter) {
    if (!layers.hide()) {
      super.processTextPosition(letter);
    }
  }
}
