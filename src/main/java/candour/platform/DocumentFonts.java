package candour.platform;

import com.itextpdf.io.font.FontProgram;
import com.itextpdf.io.font.FontProgramFactory;
import com.itextpdf.io.font.PdfEncodings;
import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.font.PdfFontFactory;
import com.itextpdf.kernel.font.PdfFontFactory.EmbeddingStrategy;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Noto Sans, read once; every document embeds what it uses of it. */
public final class DocumentFonts {

  private static final FontProgram REGULAR = read("/fonts/NotoSans-Regular.ttf");
  private static final FontProgram BOLD = read("/fonts/NotoSans-Bold.ttf");

  private DocumentFonts() {}

  /** A fresh font for one document. */
  public static PdfFont regular() {
    return embed(REGULAR);
  }

  /** A fresh font for one document. */
  public static PdfFont bold() {
    return embed(BOLD);
  }

  private static PdfFont embed(FontProgram program) {
    return PdfFontFactory.createFont(
        program, PdfEncodings.IDENTITY_H, EmbeddingStrategy.FORCE_EMBEDDED);
  }

  private static FontProgram read(String resource) {
    try (InputStream in = DocumentFonts.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException(resource);
      }
      return FontProgramFactory.createFont(in.readAllBytes(), false);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
