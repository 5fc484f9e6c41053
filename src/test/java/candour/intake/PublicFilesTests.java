package candour.intake;

import static org.assertj.core.api.Assertions.assertThat;

import candour.intake.PublicFile.Reason;
import candour.intake.PublicFile.Refused;
import candour.intake.PublicFile.Sound;
import candour.records.redaction.Paper;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicFilesTests {

  private final PublicFiles files = new PublicFiles(new Scanner(new ScannerSettings("")));

  @Test
  void pdf_comes_out_as_pictures_of_its_pages_and_nothing_else() throws IOException {
    byte[] letter = Paper.letter();
    float width;
    try (var source = Loader.loadPDF(letter)) {
      assertThat(new PDFTextStripper().getText(source)).isNotBlank();
      width = source.getPage(0).getMediaBox().getWidth();
    }
    var sound = sound("letter.pdf", letter);
    assertThat(sound.mediaType()).isEqualTo("application/pdf");
    try (var redrawn = Loader.loadPDF(sound.content())) {
      assertThat(redrawn.getNumberOfPages()).isEqualTo(1);
      assertThat(new PDFTextStripper().getText(redrawn)).isBlank();
      assertThat(redrawn.getPage(0).getMediaBox().getWidth()).isCloseTo(width, Offset.offset(1f));
    }
  }

  @Test
  void what_a_pdf_would_do_is_gone() {
    byte[] acting =
        Paper.file(
            Paper.ascii(
                "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>"),
            Paper.ascii("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
            Paper.ascii(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/AA<</O<</S/Launch/F(x)>>>>>>"));
    var redrawn = new String(sound("a.pdf", acting).content(), StandardCharsets.ISO_8859_1);
    assertThat(redrawn).doesNotContain("JavaScript", "Launch", "OpenAction");
  }

  @Test
  void picture_loses_what_is_not_seen() throws IOException {
    byte[] photo = withComment(jpeg(40, 20), "<?php secret ?>");
    var sound = sound("IMG_1.JPEG", photo);
    assertThat(sound.fileName()).isEqualTo("IMG_1.jpg");
    assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains("secret");
    assertThat(new String(sound.content(), StandardCharsets.ISO_8859_1)).doesNotContain("secret");
    assertThat(ImageIO.getUseCache()).as("whether pictures lie open on disk").isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1,40,20", "3,40,20", "6,20,40", "8,20,40"})
  void photo_stands_upright_as_its_camera_meant_it(int turn, int width, int height)
      throws IOException {
    var redrawn = image(sound("a.jpg", withTurn(jpeg(40, 20), turn)));
    assertThat(redrawn.getWidth()).isEqualTo(width);
    assertThat(redrawn.getHeight()).isEqualTo(height);
    // The red corner was top left: where it comes to lie says which way the picture was turned.
    int x = turn == 3 || turn == 6 ? width - 3 : 2;
    int y = turn == 3 || turn == 8 ? height - 3 : 2;
    assertThat(new Color(redrawn.getRGB(x, y)).getRed()).isGreaterThan(150);
    assertThat(new Color(redrawn.getRGB(x, y)).getGreen()).isLessThan(120);
  }

  @Test
  void vast_picture_is_scaled_down_and_a_flood_refused() throws IOException {
    assertThat(image(sound("a.png", png(8_000, 10))).getWidth()).isLessThanOrEqualTo(3_508);
    byte[] flood = png(1, 1);
    // Width and height in the header of a PNG (ISO 15948, 11.2.2), its checksum not even looked at.
    System.arraycopy(HexFormat.of().parseHex("0000ffff0000ffff"), 0, flood, 16, 8);
    assertThat(reason("a.png", flood)).isIn(Reason.EXPANDS_TOO_FAR, Reason.BROKEN);
  }

  @Test
  void each_bad_file_is_refused_for_its_own_reason() throws IOException {
    assertThat(reason("a.pdf", new byte[0])).isEqualTo(Reason.EMPTY);
    assertThat(reason("a.pdf", new byte[(10 << 20) + 1])).isEqualTo(Reason.TOO_LARGE);
    assertThat(reason("a.svg", Paper.ascii("<svg/>"))).isEqualTo(Reason.UNKNOWN_TYPE);
    assertThat(reason("a.pdf.exe", Paper.letter())).isEqualTo(Reason.UNKNOWN_TYPE);
    assertThat(files.take("../a.pdf.exe", Paper.letter()).fileName()).isEqualTo("a.pdf.exe");
    assertThat(files.take("", Paper.letter()).fileName()).isEqualTo("record");
    assertThat(reason("noending", Paper.letter())).isEqualTo(Reason.UNKNOWN_TYPE);
    assertThat(reason("a.pdf", Paper.ascii("<html>"))).isEqualTo(Reason.MISNAMED);
    assertThat(reason("a.png", jpeg(4, 4))).isEqualTo(Reason.MISNAMED);
    assertThat(reason("a.pdf", Paper.locked("secret"))).isEqualTo(Reason.PASSWORD_PROTECTED);
    assertThat(reason("a.jpg", HexFormat.of().parseHex("ffd8ffe000104a46")))
        .isEqualTo(Reason.BROKEN);
  }

  @Test
  void every_splice_is_an_answer() throws IOException {
    var random = new Random(5);
    byte[] whole = jpeg(60, 60);
    for (int round = 0; round < 200; round++) {
      byte[] spliced = whole.clone();
      for (int i = 0; i < 1 + round / 10; i++) {
        spliced[3 + random.nextInt(spliced.length - 3)] = (byte) random.nextInt();
      }
      assertThat(files.take("a.jpg", spliced)).isNotNull();
      assertThat(files.take("a.jpg", Arrays.copyOf(whole, 3 + random.nextInt(whole.length - 3))))
          .isNotNull();
    }
  }

  private Sound sound(String name, byte[] content) {
    return (Sound) files.take(name, content);
  }

  private Reason reason(String name, byte[] content) {
    return ((Refused) files.take(name, content)).reason();
  }

  private static BufferedImage image(Sound sound) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(sound.content()));
  }

  private static byte[] jpeg(int width, int height) throws IOException {
    return picture(width, height, "jpg");
  }

  private static byte[] png(int width, int height) throws IOException {
    return picture(width, height, "png");
  }

  /** White, with a red corner at the top left. */
  private static byte[] picture(int width, int height, String format) throws IOException {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, 8, 8);
    pen.dispose();
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  private static byte[] withComment(byte[] jpeg, String words) {
    return withSegment(jpeg, 0xfe, words.getBytes(StandardCharsets.US_ASCII));
  }

  /** Exif with nothing but the orientation in it. */
  private static byte[] withTurn(byte[] jpeg, int turn) {
    return withSegment(
        jpeg,
        0xe1,
        HexFormat.of()
            .parseHex(
                "457869660000"
                    + "4d4d002a00000008"
                    + "0001"
                    + "0112000300000001000"
                    + turn
                    + "0000"
                    + "00000000"));
  }

  private static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
    var out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.write(0xff);
    out.write(marker);
    out.write((content.length + 2) >> 8);
    out.write((content.length + 2) & 0xff);
    out.writeBytes(content);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }
}
