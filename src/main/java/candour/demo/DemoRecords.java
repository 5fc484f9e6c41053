package candour.demo;

import com.itextpdf.io.image.ImageDataFactory;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.layout.Document;
import com.itextpdf.layout.element.AreaBreak;
import com.itextpdf.layout.element.Image;
import com.itextpdf.layout.element.Paragraph;
import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/**
 * Invented records of invented people, for officers to upload: typed pages and one that is only a
 * picture.
 */
final class DemoRecords {

  private static final Map<String, List<List<String>>> TYPED =
      new TreeMap<>(
          Map.of(
              "case-notes.pdf",
              List.of(
                  List.of(
                      "CASE NOTES",
                      "Subject: Winston Aldridge Clarke, born 4 March 1956, Kingston, Jamaica",
                      "12 June 1971: arrived Southampton with his mother on the SS Ascania.",
                      "3 September 1971: enrolled at Tulse Hill School, London.",
                      "18 May 1974: first National Insurance record."),
                  List.of(
                      "CASE NOTES, page 2",
                      "14 January 1999: telephone call from Mr Leonard Whitcombe, neighbour, of 9 Acre Lane,",
                      "who says that the subject has lived at number 11 since before 1980.",
                      "2 February 1999: letter sent to the subject; no reply on file."),
                  List.of(
                      "CASE NOTES, page 3",
                      "21 March 2014: status check requested by employer; no digital record found.",
                      "28 March 2014: paper file recalled from store.")),
              "visit-report.pdf",
              List.of(
                  List.of(
                      "ENFORCEMENT VISIT REPORT",
                      "Subject: Mei Lin Harrow, born 17 September 1988",
                      "7 August 2018: visit to 44 Canal Street on information received.",
                      "Source: report line reference RL-55120, caller gave the name Doreen Platt.",
                      "Tactic: second visit planned at shift change, rear exit to be covered."),
                  List.of(
                      "ENFORCEMENT VISIT REPORT, page 2",
                      "Outcome: subject not at the address. No further action recorded.",
                      "Officer: Immigration Officer 1183."))));

  private DemoRecords() {}

  static Set<String> names() {
    var names = new java.util.TreeSet<>(TYPED.keySet());
    names.add("landing-card-scan.pdf");
    names.add("disclosures.csv");
    return names;
  }

  /** The named file; an unknown name is an {@link IllegalArgumentException}. */
  static byte[] file(String name) {
    var pages = TYPED.get(name);
    if (pages != null) {
      return typed(pages);
    }
    if (name.equals("landing-card-scan.pdf")) {
      return scanned(
          List.of(
              "LANDING CARD",
              "CLARKE, Winston A.",
              "born 4 3 56",
              "Southampton 12 JUN 1971",
              "per SS Ascania"));
    }
    if (name.equals("disclosures.csv")) {
      return disclosures();
    }
    throw new IllegalArgumentException(name);
  }

  private static byte[] disclosures() {
    try (var csv = DemoRecords.class.getResourceAsStream("/demo/disclosures.csv")) {
      return java.util.Objects.requireNonNull(csv).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] typed(List<List<String>> pages) {
    var out = new ByteArrayOutputStream();
    try (var document = new Document(new PdfDocument(new PdfWriter(out)))) {
      for (int i = 0; i < pages.size(); i++) {
        if (i > 0) {
          document.add(new AreaBreak());
        }
        pages.get(i).forEach(line -> document.add(new Paragraph(line)));
      }
    }
    return out.toByteArray();
  }

  private static byte[] scanned(List<String> lines) {
    var picture = new BufferedImage(1200, 800, BufferedImage.TYPE_BYTE_GRAY);
    var pen = picture.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 1200, 800);
    pen.setColor(Color.DARK_GRAY);
    pen.drawRect(40, 40, 1120, 720);
    pen.setFont(new Font(Font.MONOSPACED, Font.BOLD, 44));
    for (int i = 0; i < lines.size(); i++) {
      pen.drawString(lines.get(i), 90, 140 + 110 * i);
    }
    pen.dispose();
    var out = new ByteArrayOutputStream();
    try (var document = new Document(new PdfDocument(new PdfWriter(out)))) {
      var png = new ByteArrayOutputStream();
      ImageIO.write(picture, "png", png);
      document.add(new Image(ImageDataFactory.create(png.toByteArray())).setAutoScale(true));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
