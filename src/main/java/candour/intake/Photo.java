package candour.intake;

import candour.intake.IntakeResult.Reason;
import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * Draws a picture anew, upright as its camera meant it: place, time, comments and hidden content
 * are gone.
 */
final class Photo {

  /** The longer side of what is kept, in pixels: an A4 sheet at 300 dots an inch. */
  private static final int LONGEST = 3_508;

  private Photo() {}

  /**
   * The picture anew, in the same format.
   *
   * @throws Refusal if it is too large to be unpacked or cannot be read to its end
   */
  static byte[] of(byte[] content, FileType format, IntakeLimits limits) {
    try {
      var image = read(content, format, limits);
      return written(upright(image, turn(content)), format);
    } catch (IOException | RuntimeException | StackOverflowError broken) {
      throw broken instanceof Refusal refusal ? refusal : new Refusal(Reason.BROKEN);
    } catch (OutOfMemoryError vast) {
      throw new Refusal(Reason.EXPANDS_TOO_FAR);
    }
  }

  private static BufferedImage read(byte[] content, FileType format, IntakeLimits limits)
      throws IOException {
    try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
      ImageReader reader = ImageIO.getImageReadersByFormatName(format.name()).next();
      try {
        reader.setInput(in, true, true);
        if ((long) reader.getWidth(0) * reader.getHeight(0) > limits.imagePixels()) {
          throw new Refusal(Reason.EXPANDS_TOO_FAR);
        }
        var parameters = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / LONGEST);
        parameters.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, parameters);
      } finally {
        reader.dispose();
      }
    }
  }

  /** How the camera was held, 1 to 8 (Exif 2.32, tag 0112); 1 where it does not say. */
  private static int turn(byte[] content) throws IOException {
    try {
      var exif =
          ImageMetadataReader.readMetadata(new ByteArrayInputStream(content))
              .getFirstDirectoryOfType(ExifIFD0Directory.class);
      var said = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
      return said == null || said < 1 || said > 8 ? 1 : said;
    } catch (ImageProcessingException unreadable) {
      return 1;
    }
  }

  private static BufferedImage upright(BufferedImage image, int turn) {
    int width = image.getWidth();
    int height = image.getHeight();
    boolean sideways = turn > 4;
    double scale = Math.min(1, (double) LONGEST / Math.max(width, height));
    int across = Math.max(1, (int) Math.round((sideways ? height : width) * scale));
    int down = Math.max(1, (int) Math.round((sideways ? width : height) * scale));
    var drawn = new BufferedImage(across, down, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = drawn.createGraphics();
    try {
      pen.setColor(Color.WHITE);
      pen.fillRect(0, 0, across, down);
      pen.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      var place = AffineTransform.getScaleInstance(scale, scale);
      place.concatenate(turned(turn, width, height));
      pen.drawImage(image, place, null);
    } finally {
      pen.dispose();
    }
    return drawn;
  }

  private static AffineTransform turned(int turn, int width, int height) {
    return switch (turn) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }

  private static byte[] written(BufferedImage image, FileType format) throws IOException {
    var out = new ByteArrayOutputStream();
    if (!ImageIO.write(image, format.name(), out)) {
      throw new Refusal(Reason.BROKEN);
    }
    return out.toByteArray();
  }
}
