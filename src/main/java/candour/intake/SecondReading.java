package candour.intake;

import candour.intake.IntakeResult.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * A second attempt at a file that iText cannot follow, by PDFBox: a file with restrictions but no
 * password, or a slightly damaged one. PDFBox unpacks some structures before anything could measure
 * them, so files that have such structures are not tried.
 */
final class SecondReading {

  private static final Pattern ESCAPE = Pattern.compile("#([0-9A-Fa-f]{2})");

  private SecondReading() {}

  /** The same file written anew, without restrictions. */
  static byte[] of(byte[] file) throws IOException {
    String names = names(file);
    Reason reason = names.contains("/Encrypt") ? Reason.PASSWORD_PROTECTED : Reason.BROKEN;
    if (names.contains("/ObjStm") || names.contains("/XRef")) {
      throw new Refusal(reason);
    }
    try (PDDocument pdf = Loader.loadPDF(file)) {
      pdf.setAllSecurityToBeRemoved(true);
      var out = new ByteArrayOutputStream(file.length);
      pdf.save(out, CompressParameters.NO_COMPRESSION);
      return out.toByteArray();
    } catch (InvalidPasswordException locked) {
      throw new Refusal(Reason.PASSWORD_PROTECTED);
    }
  }

  /** The bytes as text with the escapes that PDF allows in names (ISO 32000-1, 7.3.5) undone. */
  private static String names(byte[] file) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    return ESCAPE.matcher(text).replaceAll(m -> Matcher.quoteReplacement(unescaped(m.group(1))));
  }

  private static String unescaped(String hex) {
    return Character.toString(Integer.parseInt(hex, 16));
  }
}
