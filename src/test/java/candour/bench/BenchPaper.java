package candour.bench;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

/** Records such as offices hold, to measure with: A4, and the same in every run. */
final class BenchPaper {

  /** What the pages of a record are. */
  enum Kind {
    TYPED("typed, 540 words a page"),
    FORM("form, table of 180 cells"),
    SCAN("scan, grey, 200 dpi JPEG");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private static final int LINES = 45;
  private static final String[] WORDS =
      "landing card issued to the passenger on arrival at Tilbury docks and stamped by officer"
          .split(" ");

  private BenchPaper() {}

  static byte[] of(Kind kind, int pages) throws IOException {
    var random = new Random(1948);
    try (var pdf = new PDDocument()) {
      var serif = new PDType1Font(FontName.TIMES_ROMAN);
      var sans = new PDType1Font(FontName.HELVETICA);
      for (int page = 0; page < pages; page++) {
        var paper = new PDPage(PDRectangle.A4);
        pdf.addPage(paper);
        try (var pen = new PDPageContentStream(pdf, paper)) {
          switch (kind) {
            case TYPED -> type(pen, serif, random);
            case FORM -> form(pen, sans, random);
            case SCAN -> {
              var picture = JPEGFactory.createFromImage(pdf, scan(random), 0.8f);
              pen.drawImage(picture, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
            }
          }
        }
      }
      var out = new ByteArrayOutputStream();
      pdf.save(out);
      return out.toByteArray();
    }
  }

  private static String words(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(_ -> WORDS[random.nextInt(WORDS.length)])
        .collect(Collectors.joining(" "));
  }

  private static void type(PDPageContentStream pen, PDType1Font font, Random random)
      throws IOException {
    pen.beginText();
    pen.setFont(font, 11);
    pen.newLineAtOffset(60, 780);
    for (int line = 0; line < LINES; line++) {
      pen.showText(words(random, 12));
      pen.newLineAtOffset(0, -16);
    }
    pen.endText();
  }

  private static void form(PDPageContentStream pen, PDType1Font font, Random random)
      throws IOException {
    for (int row = 0; row < 30; row++) {
      for (int column = 0; column < 6; column++) {
        float x = 40 + column * 86;
        float y = 760 - row * 24;
        pen.addRect(x, y, 86, 24);
        pen.stroke();
        pen.beginText();
        pen.setFont(font, 9);
        pen.newLineAtOffset(x + 4, y + 8);
        pen.showText(words(random, 2));
        pen.endText();
      }
    }
  }

  /** Paper that is not quite white, with print that is not quite black. */
  private static BufferedImage scan(Random random) {
    var image = new BufferedImage(1654, 2339, BufferedImage.TYPE_BYTE_GRAY);
    var pen = image.createGraphics();
    pen.setColor(new Color(0xf0, 0xf0, 0xf0));
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    pen.setColor(new Color(0x30, 0x30, 0x30));
    pen.setFont(new Font(Font.SERIF, Font.PLAIN, 30));
    for (int line = 0; line < LINES; line++) {
      pen.drawString(words(random, 12), 160, 170 + line * 44);
    }
    pen.dispose();
    var raster = image.getRaster();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int grey = raster.getSample(x, y, 0) + random.nextInt(-5, 6);
        raster.setSample(x, y, 0, Math.clamp(grey, 0, 255));
      }
    }
    return image;
  }
}
