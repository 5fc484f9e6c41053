package candour.records;

import candour.casework.CaseReference;
import candour.exemptions.Exemptions;
import candour.exemptions.Item;
import candour.exemptions.Reliances;
import candour.exemptions.RequiredField;
import candour.platform.Officer;
import candour.support.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.springframework.stereotype.Component;

/** Collects and reviews, for tests of what comes after. */
@Component
public class ReviewDesk {

  private static final Place UPPER_THIRD = new Place(0, 0, 1, 0.3);

  private final Records records;
  private final Review review;
  private final Exemptions exemptions;
  private final Reliances reliances;
  private final Marking marking;
  private final Samples samples;

  ReviewDesk(
      Records records,
      Review review,
      Exemptions exemptions,
      Reliances reliances,
      Marking marking,
      Samples samples) {
    this.records = records;
    this.review = review;
    this.marking = marking;
    this.exemptions = exemptions;
    this.reliances = reliances;
    this.samples = samples;
  }

  /** A record with one page for each line. */
  public ReviewedRecord collect(
      CaseReference reference, UUID search, String title, Officer officer, String... lines) {
    return samples.as(
        officer.acting(),
        () -> {
          var collected =
              records.collect(
                  reference, search, title, "1971", "x.pdf", pdf(lines), false, officer);
          var id = ((Collected.Added) collected).id();
          return records.reviewed(reference).stream()
              .filter(record -> record.id().equals(id))
              .findFirst()
              .orElseThrow();
        });
  }

  public void release(CaseReference reference, RecordId record, int page, Officer officer) {
    release(reference, record, page, List.of(), officer);
  }

  /** Blacks out the upper third of the page. */
  public void redact(
      CaseReference reference, RecordId record, int page, Ground ground, Officer officer) {
    release(reference, record, page, List.of(new Mark(UPPER_THIRD, ground)), officer);
  }

  /** Blacks out the upper third of the page on a ground that is written down for it. */
  public void redact(
      CaseReference reference, RecordId record, int page, String code, Officer officer) {
    var key = new PageKey(reference, record, page);
    redact(reference, record, page, relied(key, code, officer), officer);
  }

  private void release(
      CaseReference reference, RecordId record, int page, List<Mark> marks, Officer officer) {
    var key = new PageKey(reference, record, page);
    var decided = officer.acting().call(() -> review.release(key, marks, officer));
    if (!(decided instanceof Decided.Done)) {
      throw new AssertionError(decided);
    }
  }

  public void withhold(
      CaseReference reference, RecordId record, int page, Ground ground, Officer officer) {
    var key = new PageKey(reference, record, page);
    officer.acting().run(() -> review.withhold(key, ground, officer));
  }

  /** The upper third of the page, as something to be decided on. */
  public Item upperThird(CaseReference reference, RecordId record, int page, Officer officer) {
    var key = new PageKey(reference, record, page);
    return officer
        .acting()
        .call(() -> marking.mark(records.find(key), List.of(UPPER_THIRD), officer));
  }

  public void tagHealth(CaseReference reference, RecordId record, Officer officer) {
    officer.acting().run(() -> records.tagHealth(reference, record, officer));
  }

  /** Withholds the page on a ground that is written down for it. */
  public void withhold(
      CaseReference reference, RecordId record, int page, String code, Officer officer) {
    var key = new PageKey(reference, record, page);
    withhold(reference, record, page, relied(key, code, officer), officer);
  }

  /** Writes a ground down for the page, and nothing else. */
  Ground relied(PageKey page, String code, Officer officer) {
    return officer
        .acting()
        .call(() -> {
          var item = item(page.reference(), records.find(page).page().itemId());
          return new Ground(
              code, reliances.rely(page.reference(), item, code, words(code), officer));
        });
  }

  private Item item(CaseReference reference, UUID id) {
    return exemptions.items(reference).stream()
        .filter(item -> item.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Enough words for each field that the ground requires. */
  private Map<String, String> words(String code) {
    return exemptions.register().stream()
        .filter(ground -> ground.code().equals(code))
        .flatMap(ground -> ground.fields().stream())
        .collect(
            Collectors.toMap(
                RequiredField::field, field -> "Weighed for this page alone: " + field.field()));
  }

  /** One page a line, all with the same foot. */
  static byte[] pdf(String... lines) {
    try (var document = new PDDocument()) {
      for (var line : lines) {
        var page = new PDPage();
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
          content.beginText();
          content.setFont(new PDType1Font(FontName.HELVETICA), 12);
          content.newLineAtOffset(72, 700);
          content.showText(line);
          content.newLineAtOffset(0, -400);
          content.showText("Foot of the page");
          content.endText();
        }
      }
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
