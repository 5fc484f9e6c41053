package candour.records.redaction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Makes records to test with. */
public final class Paper {

  static final PageLabels LABELS = new PageLabels("Record 1, page 1", Locale.UK, "A page");

  private Paper() {}

  /** What a test draws. */
  interface Drawing {
    void on(Pen pen) throws IOException;
  }

  /** A document of one page and the pen that writes on it. */
  record Pen(PDDocument pdf, PDPage page, PDPageContentStream content) {

    void text(double x, double y, String text) throws IOException {
      content.beginText();
      content.setFont(new PDType1Font(FontName.HELVETICA), 12);
      content.newLineAtOffset((float) x, (float) y);
      content.showText(text);
      content.endText();
    }

    void rectangle(double x, double y, double width, double height) throws IOException {
      content.addRect((float) x, (float) y, (float) width, (float) height);
      content.fill();
    }
  }

  static byte[] page(Drawing drawing) {
    return page(new PDRectangle(600, 800), 0, drawing);
  }

  static byte[] page(PDRectangle size, int rotation, Drawing drawing) {
    try (var pdf = new PDDocument()) {
      var page = new PDPage(size);
      page.setRotation(rotation);
      pdf.addPage(page);
      try (var content = new PDPageContentStream(pdf, page)) {
        drawing.on(new Pen(pdf, page, content));
      }
      return save(pdf);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  public static byte[] letter() {
    return page(pen -> {
      pen.text(60, 700, "Statement about Jane Penhaligon taken on Tuesday");
      pen.text(60, 680, "by officer Marlowe at the harbour");
    });
  }

  public static byte[] locked(String userPassword) {
    try (PDDocument pdf = Loader.loadPDF(letter())) {
      var policy = new StandardProtectionPolicy("owner", userPassword, new AccessPermission());
      policy.setEncryptionKeyLength(128);
      pdf.protect(policy);
      return save(pdf);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  static byte[] save(PDDocument pdf) throws IOException {
    var out = new ByteArrayOutputStream();
    pdf.save(out, CompressParameters.NO_COMPRESSION);
    return out.toByteArray();
  }

  /** A file of objects numbered from 1, the first its catalog. */
  public static byte[] file(byte[]... objects) {
    var out = new ByteArrayOutputStream();
    var xref = new StringBuilder("xref\n0 " + (objects.length + 1) + "\n0000000000 65535 f \n");
    out.writeBytes(ascii("%PDF-1.7\n"));
    for (int i = 0; i < objects.length; i++) {
      xref.append(String.format(Locale.ROOT, "%010d 00000 n \n", out.size()));
      out.writeBytes(ascii(i + 1 + " 0 obj\n"));
      out.writeBytes(objects[i]);
      out.writeBytes(ascii("\nendobj\n"));
    }
    int start = out.size();
    out.writeBytes(ascii(xref.toString()));
    out.writeBytes(
        ascii(
            "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
                .formatted(objects.length + 1, start)));
    return out.toByteArray();
  }

  /** A megabyte of a page that unpacks to a gigabyte. */
  public static byte[] bomb() {
    return withObject(stream("/Filter/FlateDecode", deflateZeros(1_000_000_000, 1)));
  }

  /** A page whose content is this object. */
  public static byte[] withObject(byte[] object) {
    return file(
        ascii("<</Type/Catalog/Pages 2 0 R>>"),
        ascii("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
        ascii("<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>"),
        object);
  }

  public static byte[] deflateZeros(int size, int layers) {
    var out = new ByteArrayOutputStream();
    try (var deflated =
        new DeflaterOutputStream(layers == 1 ? out : new DeflaterOutputStream(out))) {
      byte[] zeros = new byte[1_000_000];
      for (int written = 0; written < size; written += zeros.length) {
        deflated.write(zeros);
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return out.toByteArray();
  }

  public static byte[] stream(String entries, byte[] data) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(ascii("<<" + entries + "/Length " + data.length + ">>\nstream\n"));
    out.writeBytes(data);
    out.writeBytes(ascii("\nendstream"));
    return out.toByteArray();
  }

  public static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
