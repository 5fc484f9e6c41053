package candour.response;

import candour.casework.CaseReference;
import candour.casework.CaseSummary;
import candour.casework.Casework;
import candour.casework.Outcome;
import candour.exemptions.Exemptions;
import candour.platform.Controller;
import candour.platform.Days;
import candour.platform.DocumentId;
import candour.platform.DocumentStore;
import candour.records.PageOutcome;
import candour.records.ReviewedRecord;
import candour.response.pack.PackContents;
import candour.response.pack.PackContents.Addressee;
import candour.response.pack.PackContents.SearchLine;
import candour.response.pack.PackContents.Sender;
import candour.response.pack.PackWriter;
import candour.response.pack.PreparedDocument;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes the pack out of what every part of the house knows of the case. */
@Component
class Assembly {

  /** A pack that nobody has approved yet. */
  record Assembled(String fileName, byte[] pdf, int pages, Outcome outcome) {}

  private final Casework casework;
  private final Materials materials;
  private final Exemptions exemptions;
  private final Packs packs;
  private final DocumentStore documents;
  private final Controller controller;
  private final Days days;
  private final MessageSource messages;

  Assembly(
      Casework casework,
      Materials materials,
      Exemptions exemptions,
      Packs packs,
      DocumentStore documents,
      Controller controller,
      Days days,
      MessageSource messages) {
    this.casework = casework;
    this.materials = materials;
    this.exemptions = exemptions;
    this.packs = packs;
    this.documents = documents;
    this.controller = controller;
    this.days = days;
    this.messages = messages;
  }

  /** The answer; or, where one was sent already, what adds to it. */
  Assembled assemble(CaseReference reference) {
    var summary = casework.summary(reference);
    var whole = materials.whole(summary);
    var sent = packs.lastSent(reference).orElse(null);
    var material = sent == null ? whole : materials.since(summary, sent.made());
    var contents = sent == null ? answer(summary, whole) : furtherAnswer(summary, material, sent);
    var pdf = PackWriter.write(contents, prepared(reference, material));
    return new Assembled(summary.number() + ".pdf", pdf, pages(pdf), whole.outcome());
  }

  /**
   * The determinations that have ended since the answer sent last, and that the letter of the next
   * one tells of; none before the first.
   */
  Set<UUID> tellsOf(CaseReference reference) {
    var summary = casework.summary(reference);
    return packs
        .lastSent(reference)
        .map(sent -> {
          var material = materials.since(summary, sent.made());
          return materials
              .changes(summary, sent.made(), material, schedules(summary, material))
              .tellsOf();
        })
        .orElse(Set.of());
  }

  private PackContents answer(CaseSummary summary, Material material) {
    var schedules = schedules(summary, material);
    return contents(summary, schedules, letter(summary, schedules).write(), schedules.searches());
  }

  private PackContents furtherAnswer(CaseSummary summary, Material material, Packs.Sent sent) {
    var schedules = schedules(summary, material);
    var changes = materials.changes(summary, sent.made(), material, schedules).lines();
    return contents(
        summary, schedules, letter(summary, schedules).further(sent.leftOn(), changes), List.of());
  }

  private Letter letter(CaseSummary summary, Schedules schedules) {
    return new Letter(
        schedules.material(), schedules.speech(), controller.secretaryOfState(), summary.regime());
  }

  private Schedules schedules(CaseSummary summary, Material material) {
    return new Schedules(
        material,
        casework.searches(summary.reference()),
        exemptions.grounds(),
        new Speech(messages, summary.language(), about(summary)));
  }

  private PackContents contents(
      CaseSummary summary,
      Schedules schedules,
      PackContents.Letter letter,
      List<SearchLine> searches) {
    var recipient = casework.recipient(summary.reference());
    return new PackContents(
        new Sender(
            schedules.speech().pick(controller.name(), controller.nameCy()),
            controller.address(),
            controller.email(),
            controller.phone()),
        recipient
            .map(it -> new Addressee(it.name(), it.postalLines()))
            .orElseGet(() -> new Addressee(summary.subjectName(), List.of())),
        schedules.speech().about(),
        summary.number(),
        days.today(),
        summary.language(),
        letter,
        schedules.records(),
        schedules.withheld(),
        searches,
        schedules.disclosures(),
        List.of());
  }

  /** Whom the records are about; null where the letter goes to that person. */
  private @Nullable String about(CaseSummary summary) {
    return casework
        .recipient(summary.reference())
        .filter(it -> !it.standpoint().isAboutThem())
        .map(_ -> summary.subjectName())
        .orElse(null);
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
