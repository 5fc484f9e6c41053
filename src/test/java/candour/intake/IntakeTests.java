package candour.intake;

import static candour.records.redaction.Paper.ascii;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import candour.intake.IntakeResult.Accepted;
import candour.intake.IntakeResult.Reason;
import candour.intake.IntakeResult.Refused;
import candour.records.redaction.PageImage;
import candour.records.redaction.PageImages;
import candour.records.redaction.Paper;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTests {

  private static final IntakeLimits LIMITS = new IntakeLimits(10 << 20, 200, 64 << 20, 60_000_000);

  @Test
  void sound_file_is_accepted_with_its_pages_and_a_safe_name() {
    assertThat(inspect(Paper.letter()))
        .isInstanceOfSatisfying(
            Accepted.class,
            accepted -> {
              assertThat(accepted.pages()).isEqualTo(1);
              assertThat(accepted.safeFileName()).isEqualTo("letter.pdf");
            });
  }

  @Test
  void empty_file_is_refused() {
    assertThat(reason(new byte[0])).isEqualTo(Reason.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>", "PK\u0003\u0004 %PDF-1.7", "GIF89a%PDF-1.7", "%PD", " "})
  void what_does_not_begin_as_a_pdf_is_refused(String file) {
    assertThat(reason(ascii(file))).isEqualTo(Reason.NOT_PDF);
  }

  @Test
  void file_that_needs_a_password_is_refused() {
    assertThat(reason(Paper.locked("secret"))).isEqualTo(Reason.PASSWORD_PROTECTED);
  }

  @Test
  void file_that_is_only_restricted_is_accepted() {
    byte[] restricted = Paper.locked("");
    assertThat(inspect(restricted)).isInstanceOf(Accepted.class);
    assertThat(PageImages.render(restricted, 1, 50)).isInstanceOf(PageImage.Drawn.class);
  }

  @Test
  void file_over_the_limit_is_refused_unread() {
    var tiny = new IntakeLimits(10, 10, 1_000, 1_000);
    assertThat(Intake.inspect(Paper.letter(), "a.pdf", tiny))
        .isEqualTo(new Refused(Reason.TOO_LARGE, "a.pdf"));
  }

  @Test
  void one_page_repeated_ten_thousand_times_is_too_many() {
    assertThat(reason(pages("3 0 R ".repeat(10_000), 10_000))).isEqualTo(Reason.TOO_MANY_PAGES);
  }

  @Test
  void count_that_lies_is_broken() {
    assertThat(reason(pages("3 0 R", 7))).isEqualTo(Reason.BROKEN);
    assertThat(reason(pages("3 0 R 3 0 R", 1))).isEqualTo(Reason.BROKEN);
  }

  @Test
  void page_tree_that_contains_itself_is_broken() {
    assertThat(reason(pages("2 0 R", 1))).isEqualTo(Reason.BROKEN);
    assertThat(reason(pages("3 0 R 2 0 R", 2))).isEqualTo(Reason.BROKEN);
  }

  @ParameterizedTest
  @CsvSource({"/FlateDecode,1", "[/FlateDecode/FlateDecode],2"})
  void small_file_that_unpacks_to_a_gigabyte_is_refused_at_once(String filter, int layers) {
    byte[] bomb = withContent("/Filter" + filter, Paper.deflateZeros(1_000_000_000, layers));
    Instant start = Instant.now();
    assertThat(reason(bomb)).isEqualTo(Reason.EXPANDS_TOO_FAR);
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void many_middling_bombs_are_refused_together() {
    byte[] one = Paper.deflateZeros(60_000_000, 1);
    byte[][] objects = new byte[14][];
    Arrays.fill(objects, Paper.stream("/Filter/FlateDecode", one));
    objects[0] = ascii("<</Type/Catalog/Pages 2 0 R>>");
    objects[1] = ascii("<</Type/Pages/Kids[3 0 R]/Count 1>>");
    objects[2] = ascii("<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>");
    assertThat(reason(Paper.file(objects))).isEqualTo(Reason.EXPANDS_TOO_FAR);
  }

  @Test
  void flood_of_pixels_is_refused() {
    byte[] picture =
        Paper.stream("/Subtype/Image/Width 65535/Height 65535/BitsPerComponent 8", ascii("x"));
    assertThat(reason(Paper.withObject(picture))).isEqualTo(Reason.EXPANDS_TOO_FAR);
  }

  @Test
  void every_truncation_is_an_answer() {
    byte[] whole = Paper.letter();
    for (int length = 0; length < whole.length - 8; length += 7) {
      assertThat(inspect(Arrays.copyOf(whole, length))).isInstanceOf(Refused.class);
    }
  }

  @Test
  void every_splice_is_an_answer_for_intake_and_renderer() {
    var random = new Random(11);
    for (int round = 0; round < 150; round++) {
      byte[] spliced = Paper.letter();
      for (int i = 0; i < 1 + round / 10; i++) {
        spliced[random.nextInt(spliced.length)] = (byte) random.nextInt();
      }
      assertThatCode(
              () -> {
                inspect(spliced);
                PageImages.render(spliced, 1, 20);
              })
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a.pdf,a.pdf",
    "C:\\x\\b.PDF,b.pdf",
    "../../etc/passwd,passwd.pdf",
    "cod\u202Efdp.exe,codfdp.exe.pdf",
    "'a\r\nSet-Cookie:x','aSet-Cookiex.pdf'",
    "a\u0000.pdf,a.pdf",
    "CON,record.pdf",
    "lpt1.pdf,record.pdf",
    "'',record.pdf",
    "...,record.pdf",
    "llythyr i\u2019r w\u0177n.pdf,llythyr i\u2019r w\u0177n.pdf",
  })
  void file_names_are_made_safe(String name, String safe) {
    assertThat(SafeFileName.of(name, "pdf")).isEqualTo(safe);
  }

  @Test
  void long_file_names_are_cut_between_characters() {
    assertThat(SafeFileName.of("e\u0301".repeat(5_000) + ".pdf", "pdf"))
        .hasSize(100)
        .endsWith("é.pdf");
  }

  private static IntakeResult inspect(byte[] file) {
    return Intake.inspect(file, "letter.pdf", LIMITS);
  }

  private static Reason reason(byte[] file) {
    return ((Refused) inspect(file)).reason();
  }

  private static byte[] pages(String kids, int count) {
    return Paper.file(
        ascii("<</Type/Catalog/Pages 2 0 R>>"),
        ascii("<</Type/Pages/Kids[" + kids + "]/Count " + count + ">>"),
        ascii("<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"));
  }

  private static byte[] withContent(String entries, byte[] data) {
    return Paper.withObject(Paper.stream(entries, data));
  }
}
