package candour.platform.security;

import com.itextpdf.barcodes.exceptions.WriterException;
import com.itextpdf.barcodes.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A text as a picture that phones read (ISO/IEC 18004). */
final class QrCode {

  private static final int PIXELS = 240;

  private QrCode() {}

  static byte[] png(String text) {
    try {
      var matrix = new QRCodeWriter().encode(text, PIXELS, PIXELS);
      var picture =
          new BufferedImage(matrix.getWidth(), matrix.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
      for (int y = 0; y < matrix.getHeight(); y++) {
        for (int x = 0; x < matrix.getWidth(); x++) {
          picture.setRGB(x, y, matrix.get(x, y) == 0 ? 0 : 0xffffff);
        }
      }
      var png = new ByteArrayOutputStream();
      ImageIO.write(picture, "png", png);
      return png.toByteArray();
    } catch (WriterException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
