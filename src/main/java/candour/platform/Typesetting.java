package candour.platform;

import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.geom.PageSize;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfOutline;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.navigation.PdfDestination;
import com.itextpdf.kernel.pdf.tagging.PdfStructureAttributes;
import com.itextpdf.kernel.pdf.tagging.StandardRoles;
import com.itextpdf.layout.Document;
import com.itextpdf.layout.element.AreaBreak;
import com.itextpdf.layout.element.Cell;
import com.itextpdf.layout.element.IBlockElement;
import com.itextpdf.layout.element.Paragraph;
import com.itextpdf.layout.element.Table;
import com.itextpdf.layout.element.Text;
import com.itextpdf.layout.properties.AreaBreakType;
import com.itextpdf.layout.properties.UnitValue;
import java.util.List;

/** Sets the pages of a document: headings, paragraphs and tables, tagged and bookmarked. */
public final class Typesetting {

  private static final float MARGIN = 56;
  private static final float BODY = 11;
  private static final float SMALL = 9;

  /** Stands for letters that the font lacks; the tag beneath holds the letters themselves. */
  private static final String OTHER_SCRIPT = "[…]";

  private final Document document;
  private final PdfOutline outline;
  private final PdfFont regular = DocumentFonts.regular();
  private final PdfFont bold = DocumentFonts.bold();
  private int bookmarks;

  public Typesetting(PdfDocument pdf) {
    this(pdf, MARGIN);
  }

  /** With other margins on all four sides, in points. */
  public Typesetting(PdfDocument pdf, float margin) {
    document = new Document(pdf, PageSize.A4, false);
    document.setMargins(margin, margin, margin, margin);
    document.setFont(regular).setFontSize(BODY);
    outline = pdf.getOutlines(false);
  }

  public PdfFont font() {
    return regular;
  }

  public void title(String words) {
    document.add(bookmarked(words, StandardRoles.H1, 20));
  }

  public void heading(String words) {
    document.add(headed(words, 15).setMarginTop(18));
  }

  /**
   * A heading with its bookmark, to be added where somebody else builds a block.
   *
   * @param size in points
   */
  public Paragraph headed(String words, float size) {
    return bookmarked(words, StandardRoles.H2, size).setKeepWithNext(true);
  }

  public void subheading(String words) {
    Paragraph heading = text(words, bold, BODY).setMarginTop(10).setKeepWithNext(true);
    heading.getAccessibilityProperties().setRole(StandardRoles.H3);
    document.add(heading);
  }

  public void paragraph(String words) {
    words
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> text(line, regular, BODY))
        .forEach(document::add);
  }

  public void lines(List<String> lines) {
    lines.forEach(line -> document.add(text(line, regular, BODY).setMargin(0)));
  }

  public void table(List<String> headers, float[] widths, List<List<String>> rows) {
    var table = new Table(UnitValue.createPercentArray(widths)).useAllAvailableWidth();
    for (String header : headers) {
      var cell = new Cell().add(text(header, bold, SMALL));
      var scope = new PdfStructureAttributes("Table").addEnumAttribute("Scope", "Column");
      cell.getAccessibilityProperties().setRole(StandardRoles.TH).addAttributes(scope);
      table.addHeaderCell(cell);
    }
    for (List<String> row : rows) {
      row.forEach(words -> table.addCell(new Cell().add(text(words, regular, SMALL))));
    }
    document.add(table.setMarginTop(6));
  }

  /** Adds a block that somebody else has built, of {@link #text} for words. */
  public void add(IBlockElement block) {
    document.add(block);
  }

  /** Words in the size of the body, with every letter that the font lacks in the tag beneath. */
  public Paragraph text(String words) {
    return text(words, regular, BODY);
  }

  public Paragraph boldText(String words) {
    return text(words, bold, BODY);
  }

  public Paragraph smallText(String words) {
    return text(words, regular, SMALL);
  }

  public void nextPage() {
    document.add(new AreaBreak(AreaBreakType.LAST_PAGE));
    document.add(new AreaBreak(AreaBreakType.NEXT_PAGE));
  }

  /** Closes the pages set so far, and the document with them. */
  public void close() {
    document.close();
  }

  private Paragraph bookmarked(String words, String role, float size) {
    String name = "part-" + ++bookmarks;
    outline.addOutline(words).addDestination(PdfDestination.makeDestination(new PdfString(name)));
    Paragraph heading = text(words, bold, size).setDestination(name);
    heading.getAccessibilityProperties().setRole(role);
    return heading;
  }

  private Paragraph text(String words, PdfFont font, float size) {
    var paragraph = new Paragraph().setFont(font).setFontSize(size).setMultipliedLeading(1.25f);
    int from = 0;
    while (from < words.length()) {
      boolean known = isKnown(words, from, font);
      int to = from;
      while (to < words.length() && isKnown(words, to, font) == known) {
        to += Character.charCount(words.codePointAt(to));
      }
      paragraph.add(run(words.substring(from, to), known));
      from = to;
    }
    return paragraph;
  }

  private static Text run(String words, boolean known) {
    if (known) {
      return new Text(words);
    }
    var substitute = new Text(OTHER_SCRIPT);
    substitute.getAccessibilityProperties().setRole(StandardRoles.SPAN).setActualText(words);
    return substitute;
  }

  private static boolean isKnown(String words, int at, PdfFont font) {
    return font.containsGlyph(words.codePointAt(at));
  }
}
