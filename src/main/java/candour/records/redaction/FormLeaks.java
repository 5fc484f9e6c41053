package candour.records.redaction;

import candour.records.redaction.Leak.Kind;
import com.itextpdf.io.source.PdfTokenizer;
import com.itextpdf.io.source.RandomAccessFileOrArray;
import com.itextpdf.io.source.RandomAccessSourceFactory;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfObject;
import com.itextpdf.kernel.pdf.PdfPage;
import com.itextpdf.kernel.pdf.PdfStream;
import com.itextpdf.kernel.pdf.canvas.parser.util.PdfCanvasParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Holds a prepared page to the only form it may have: one page, one picture as large as the page,
 * and invisible text. Whatever else a PDF can carry is foreign, so nothing needs to be known about
 * it.
 */
final class FormLeaks {

  private static final Set<String> OPERATORS =
      Set.of("q", "Q", "cm", "Do", "BT", "ET", "Tf", "Tr", "Tz", "Tm", "Tj", "BDC", "BMC", "EMC");
  private static final Set<PdfName> CATALOG =
      Set.of(
          PdfName.Type,
          PdfName.Pages,
          PdfName.Metadata,
          PdfName.Lang,
          PdfName.MarkInfo,
          PdfName.StructTreeRoot,
          PdfName.ViewerPreferences);
  private static final Set<PdfName> PAGE =
      Set.of(
          PdfName.Type,
          PdfName.Parent,
          PdfName.MediaBox,
          PdfName.CropBox,
          PdfName.TrimBox,
          PdfName.Resources,
          PdfName.Contents,
          PdfName.StructParents,
          PdfName.Tabs,
          PdfName.Rotate);
  private static final Set<PdfName> RESOURCES =
      Set.of(PdfName.Font, PdfName.XObject, PdfName.ProcSet);

  private final List<Leak> leaks = new ArrayList<>();

  private FormLeaks() {}

  static List<Leak> find(PdfDocument pdf) throws IOException {
    var form = new FormLeaks();
    PdfPage page = pdf.getPage(1);
    if (pdf.getNumberOfPages() != 1 || page.getRotation() != 0) {
      form.foreign("pages");
    }
    form.only(CATALOG, pdf.getCatalog().getPdfObject(), "catalog");
    form.only(PAGE, page.getPdfObject(), "page");
    form.only(RESOURCES, page.getResources().getPdfObject(), "resources");
    form.picture(page);
    form.operators(page);
    return form.leaks;
  }

  private void only(Set<PdfName> allowed, PdfDictionary dictionary, String where) {
    for (PdfName key : dictionary.keySet()) {
      if (!allowed.contains(key)) {
        foreign(where + " " + key);
      }
    }
  }

  private void picture(PdfPage page) {
    PdfDictionary objects = page.getResources().getResource(PdfName.XObject);
    if (objects == null || objects.size() != 1) {
      foreign("pictures");
      return;
    }
    PdfStream picture = objects.getAsStream(objects.keySet().iterator().next());
    if (picture == null || !PdfName.Image.equals(picture.getAsName(PdfName.Subtype))) {
      foreign("picture");
    } else if (picture.containsKey(PdfName.SMask) || picture.containsKey(PdfName.Mask)) {
      foreign("mask");
    }
  }

  private void operators(PdfPage page) throws IOException {
    var source = new RandomAccessSourceFactory().createSource(page.getContentBytes());
    var parser =
        new PdfCanvasParser(
            new PdfTokenizer(new RandomAccessFileOrArray(source)), page.getResources());
    List<PdfObject> operation = new ArrayList<>();
    while (!parser.parse(operation).isEmpty()) {
      String operator = operation.getLast().toString();
      if (!operator.equals("Tj")) {
        operation.forEach(this::noStrings);
      }
      if (!OPERATORS.contains(operator)) {
        foreign("operator " + operator);
      } else if (operator.equals("Tr") && !operation.getFirst().toString().equals("3")) {
        foreign("visible text");
      } else if (operator.equals("cm") && !fillsPage(operation, page)) {
        foreign("placed picture");
      }
    }
  }

  /** Marked content may carry its number and nothing that speaks. */
  private void noStrings(PdfObject operand) {
    boolean speaks =
        operand.isString()
            || operand.isArray()
            || (operand instanceof PdfDictionary d && !d.keySet().equals(Set.of(PdfName.MCID)));
    if (speaks) {
      foreign("operand");
    }
  }

  private static boolean fillsPage(List<PdfObject> operation, PdfPage page) {
    double[] expected = {page.getPageSize().getWidth(), 0, 0, page.getPageSize().getHeight(), 0, 0};
    for (int i = 0; i < expected.length; i++) {
      if (Math.abs(Double.parseDouble(operation.get(i).toString()) - expected[i]) > 1) {
        return false;
      }
    }
    return true;
  }

  private void foreign(String where) {
    leaks.add(new Leak(Kind.FOREIGN_PART, where));
  }
}
