package candour.intake;

import candour.intake.IntakeResult.Reason;
import com.itextpdf.kernel.pdf.PdfArray;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Counts the pages of a file by walking its tree, because the count a file states may be a lie. */
final class PageTree {

  private static final int DEEPEST = 64;

  private final int limit;
  private final Set<PdfDictionary> path = Collections.newSetFromMap(new IdentityHashMap<>());
  private int pages;
  private int nodes;

  private PageTree(int limit) {
    this.limit = limit;
  }

  static int count(PdfDocument pdf, int limit) {
    PdfDictionary root = pdf.getCatalog().getPdfObject().getAsDictionary(PdfName.Pages);
    var tree = new PageTree(limit);
    tree.visit(root);
    if (tree.pages == 0 || tree.pages != pdf.getNumberOfPages()) {
      throw new Refusal(Reason.BROKEN);
    }
    return tree.pages;
  }

  private void visit(PdfDictionary node) {
    PdfArray kids = node.getAsArray(PdfName.Kids);
    if (kids == null) {
      countPage();
      return;
    }
    if (!path.add(node) || path.size() > DEEPEST || ++nodes > 4 * limit + DEEPEST) {
      throw new Refusal(Reason.BROKEN);
    }
    for (int i = 0; i < kids.size(); i++) {
      PdfDictionary kid = kids.getAsDictionary(i);
      if (kid == null) {
        throw new Refusal(Reason.BROKEN);
      }
      visit(kid);
    }
    path.remove(node);
  }

  private void countPage() {
    if (++pages > limit) {
      throw new Refusal(Reason.TOO_MANY_PAGES);
    }
  }
}
