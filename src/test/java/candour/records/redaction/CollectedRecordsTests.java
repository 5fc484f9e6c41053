package candour.records.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import candour.intake.Intake;
import candour.intake.IntakeLimits;
import candour.intake.IntakeResult;
import candour.intake.IntakeResult.Accepted;
import candour.intake.IntakeResult.Reason;
import candour.intake.IntakeResult.Refused;
import candour.records.redaction.Preparation.Prepared;
import candour.support.PdfUa;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Real files that nobody here made, where they are at hand: see the folder's own README. */
class CollectedRecordsTests {

  private static final Path FOLDER = Path.of("../shared/data/records");
  private static final int MOST_PAGES = 2;

  /** The second lost its page tree: no engine finds a page in it. */
  private static final Map<String, Reason> REFUSED =
      Map.of(
          "005-libreoffice-writer-password.pdf", Reason.PASSWORD_PROTECTED,
          "017-unreadablemetadata.pdf", Reason.BROKEN);

  private static final Region BOX = new Region(0.2, 0.1, 0.6, 0.3, "[withheld 1]");

  @TestFactory
  Stream<DynamicTest> every_file_is_taken_in_and_made_fit_for_release_or_refused()
      throws IOException {
    assumeTrue(Files.isDirectory(FOLDER), () -> "SKIPPED: no collected records in " + FOLDER);
    List<Path> files;
    try (Stream<Path> all = Files.list(FOLDER)) {
      files = all.filter(file -> file.toString().endsWith(".pdf")).sorted().toList();
    }
    return files.stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  private static void check(Path file) throws IOException {
    String name = file.getFileName().toString();
    byte[] bytes = Files.readAllBytes(file);
    IntakeResult result = Intake.inspect(bytes, name, IntakeLimits.forOfficers());
    if (REFUSED.containsKey(name)) {
      assertThat(result).isEqualTo(new Refused(REFUSED.get(name), name));
      return;
    }
    assertThat(result).isInstanceOf(Accepted.class);
    try (SourcePdf source = SourcePdf.open(bytes)) {
      assertThat(source.pages()).isEqualTo(((Accepted) result).pages());
      for (int page = 1; page <= Math.min(MOST_PAGES, source.pages()); page++) {
        assertThat(PageImages.render(source, page, 60)).isInstanceOf(PageImage.Drawn.class);
        check(PreparedPages.prepare(source, page, List.of(BOX), Paper.LABELS), page);
        assertThat(PreparedPages.prepare(source, page, List.of(), Paper.LABELS))
            .isInstanceOf(Prepared.class);
      }
    }
  }

  private static void check(Preparation preparation, int page) {
    assertThat(preparation).isInstanceOf(Prepared.class);
    if (page == 1) {
      PdfUa.assertValid(((Prepared) preparation).page().pdf());
    }
  }
}
