package candour.response;

import candour.casework.CaseReference;
import candour.casework.CaseSummary;
import candour.casework.Casework;
import candour.casework.Outcome;
import candour.exemptions.Exemptions;
import candour.exemptions.Item;
import candour.ledger.Ledger;
import candour.platform.Controller;
import candour.platform.Days;
import candour.platform.DocumentId;
import candour.platform.DocumentStore;
import candour.records.PageOutcome;
import candour.records.Records;
import candour.records.ReviewedRecord;
import candour.response.pack.PackContents;
import candour.response.pack.PackContents.Addressee;
import candour.response.pack.PackContents.Sender;
import candour.response.pack.PackWriter;
import candour.response.pack.PreparedDocument;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes the pack out of what every part of the house knows of the case. */
@Component
class Assembly {

  /** A pack that nobody has approved yet. */
  record Assembled(String fileName, byte[] pdf, int pages, Outcome outcome) {}

  private final Casework casework;
  private final Records records;
  private final Exemptions exemptions;
  private final Ledger ledger;
  private final Packs packs;
  private final DocumentStore documents;
  private final Controller controller;
  private final Days days;
  private final MessageSource messages;

  Assembly(
      Casework casework,
      Records records,
      Exemptions exemptions,
      Ledger ledger,
      Packs packs,
      DocumentStore documents,
      Controller controller,
      Days days,
      MessageSource messages) {
    this.casework = casework;
    this.records = records;
    this.exemptions = exemptions;
    this.ledger = ledger;
    this.packs = packs;
    this.documents = documents;
    this.controller = controller;
    this.days = days;
    this.messages = messages;
  }

  Assembled assemble(CaseReference reference) {
    var summary = casework.summary(reference);
    var material = material(summary);
    var pdf = PackWriter.write(contents(summary, material), prepared(reference, material));
    return new Assembled(summary.number() + ".pdf", pdf, pages(pdf), material.outcome());
  }

  private Material material(CaseSummary summary) {
    var reference = summary.reference();
    var inForce = exemptions.inForce(reference);
    var tellable = new Tellable(inForce);
    var withheld = packs.withheldEntries(reference);
    return new Material(
        tellable.of(records.reviewed(reference)),
        ledger.shownTo(summary.subjectId()).stream()
            .filter(disclosure -> !withheld.contains(disclosure.id()))
            .toList(),
        inForce.stream()
            .filter(d -> d.proposal().item().kind() == Item.Kind.DISCLOSURE)
            .filter(tellable::includes)
            .toList());
  }

  private PackContents contents(CaseSummary summary, Material material) {
    var speech = new Speech(messages, summary.language());
    var schedules =
        new Schedules(
            material, casework.searches(summary.reference()), exemptions.register(), speech);
    var addressee = casework.addressee(summary.reference());
    return new PackContents(
        new Sender(
            speech.pick(controller.name(), controller.nameCy()),
            controller.address(),
            controller.email(),
            controller.phone()),
        new Addressee(addressee.name(), addressee.postalLines()),
        summary.number(),
        days.today(),
        summary.language(),
        new Letter(material, speech, controller.secretaryOfState()).write(),
        schedules.records(),
        schedules.withheld(),
        schedules.searches(),
        schedules.disclosures(),
        List.of());
  }

  /** In the order of the schedule of records. */
  private List<PreparedDocument> prepared(CaseReference reference, Material material) {
    return material.records().stream()
        .filter(record -> record.released() > 0)
        .map(record ->
            new PreparedDocument(
                record.title(),
                record.pages().stream()
                    .flatMap(Assembly::prepared)
                    .map(document -> documents.read(document, reference.value()))
                    .toList()))
        .toList();
  }

  private static Stream<DocumentId> prepared(ReviewedRecord.Page page) {
    return switch (page.outcome()) {
      case PageOutcome.Released(var document) -> Stream.of(document);
      case PageOutcome.Redacted(var document, var _) -> Stream.of(document);
      case PageOutcome.Withheld _, PageOutcome.Undecided _ -> Stream.empty();
    };
  }

  private static int pages(byte[] pack) {
    try (var pdf = new PdfDocument(new PdfReader(new ByteArrayInputStream(pack)))) {
      return pdf.getNumberOfPages();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }
}
