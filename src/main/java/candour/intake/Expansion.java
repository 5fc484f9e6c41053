package candour.intake;

import candour.intake.IntakeResult.Reason;
import com.itextpdf.kernel.pdf.MemoryLimitsAwareHandler;
import com.itextpdf.kernel.pdf.PdfArray;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfNumber;
import com.itextpdf.kernel.pdf.PdfObject;
import com.itextpdf.kernel.pdf.PdfStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Measures what a file unpacks to, before any engine that has no bounds of its own may read it.
 * Deflated streams are measured without being kept, so a bomb costs time up to the limit, not
 * memory.
 */
final class Expansion {

  private static final Set<PdfName> DEFLATED = Set.of(PdfName.FlateDecode, PdfName.Fl);
  private static final Set<PdfName> PICTURES =
      Set.of(PdfName.DCTDecode, PdfName.JPXDecode, PdfName.CCITTFaxDecode, PdfName.JBIG2Decode);

  private final IntakeLimits limits;
  private long left;

  Expansion(IntakeLimits limits, long size) {
    this.limits = limits;
    this.left = limits.totalBytes(size);
  }

  void check(PdfDocument pdf) throws IOException {
    for (int i = 1; i < pdf.getNumberOfPdfObjects(); i++) {
      PdfObject object = pdf.getPdfObject(i);
      if (object instanceof PdfStream stream) {
        check(stream);
        stream.release();
      }
    }
  }

  private void check(PdfStream stream) throws IOException {
    if (PdfName.Image.equals(stream.getAsName(PdfName.Subtype))) {
      checkPixels(side(stream, PdfName.Width), side(stream, PdfName.Height));
    }
    List<PdfName> filters = filters(stream);
    byte[] raw = stream.getBytes(false);
    if (filters.equals(List.of(PdfName.DCTDecode))) {
      checkJpeg(raw);
    }
    filters.removeAll(PICTURES);
    if (filters.isEmpty()) {
      return;
    }
    if (DEFLATED.containsAll(filters)) {
      measure(raw, filters.size());
    } else {
      spend(stream.getBytes(true).length);
    }
  }

  private void measure(byte[] raw, int layers) throws IOException {
    InputStream in = new ByteArrayInputStream(raw);
    for (int i = 0; i < layers; i++) {
      in = new Metered(new InflaterInputStream(in));
    }
    try (InputStream last = in) {
      last.transferTo(OutputStream.nullOutputStream());
    } catch (EOFException | ZipException damaged) {
      // Readers show what comes before the damage, and so does the picture that is released.
    }
  }

  private void spend(long bytes) {
    left -= bytes;
    if (left < 0) {
      throw new Refusal(Reason.EXPANDS_TOO_FAR);
    }
  }

  private void checkJpeg(byte[] raw) throws IOException {
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(raw))) {
      ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
      try {
        reader.setInput(in, true, true);
        checkPixels(reader.getWidth(0), reader.getHeight(0));
      } catch (IOException unreadable) {
        // A picture that cannot be decoded is reported when its page is drawn.
      } finally {
        reader.dispose();
      }
    }
  }

  private void checkPixels(double width, double height) {
    if (width * height > limits.imagePixels()) {
      throw new Refusal(Reason.EXPANDS_TOO_FAR);
    }
  }

  private static double side(PdfStream image, PdfName name) {
    PdfNumber side = image.getAsNumber(name);
    return side == null ? 0 : side.doubleValue();
  }

  private static List<PdfName> filters(PdfStream stream) {
    List<PdfName> names = new ArrayList<>();
    PdfObject filter = stream.get(PdfName.Filter);
    if (filter instanceof PdfName name) {
      names.add(name);
    } else if (filter instanceof PdfArray array) {
      for (int i = 0; i < array.size(); i++) {
        names.add(array.getAsName(i));
      }
    }
    return names;
  }

  /** Counts what passes, and stops it at the limits. */
  private final class Metered extends InputStream {

    private final InputStream in;
    private long passed;

    Metered(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = in.read(into, offset, length);
      if (read > 0) {
        passed += read;
        spend(read);
        if (passed > limits.streamBytes()) {
          throw new Refusal(Reason.EXPANDS_TOO_FAR);
        }
      }
      return read;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  /** The same limits for what iText itself unpacks: cross-reference and object streams. */
  static final class Caps extends MemoryLimitsAwareHandler {

    private final IntakeLimits limits;
    private final long size;

    Caps(IntakeLimits limits, long size) {
      this.limits = limits;
      this.size = size;
      setMaxSizeOfSingleDecompressedPdfStream(limits.streamBytes());
      setMaxSizeOfDecompressedPdfStreamsSum(limits.totalBytes(size));
    }

    @Override
    public MemoryLimitsAwareHandler createNewInstance() {
      return new Caps(limits, size);
    }

    @Override
    public boolean isMemoryLimitsAwarenessRequiredOnDecompression(PdfArray filters) {
      return true;
    }
  }
}
