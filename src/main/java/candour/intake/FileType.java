package candour.intake;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The types that the public may send, known by name and by their first bytes alike. */
enum FileType {
  PDF("application/pdf", "255044462d", "pdf"),
  JPEG("image/jpeg", "ffd8ff", "jpg", "jpeg"),
  PNG("image/png", "89504e470d0a1a0a", "png");

  private final String mediaType;
  private final byte[] magic;
  private final String ending;
  private final Set<String> endings;

  FileType(String mediaType, String magic, String... endings) {
    this.mediaType = mediaType;
    this.magic = HexFormat.of().parseHex(magic);
    this.ending = endings[0];
    this.endings = Set.of(endings);
  }

  static Optional<FileType> named(String fileName) {
    var ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Stream.of(values()).filter(type -> type.endings.contains(ending)).findFirst();
  }

  String mediaType() {
    return mediaType;
  }

  String safeName(String fileName) {
    return SafeFileName.of(fileName.substring(0, fileName.lastIndexOf('.')), ending);
  }

  boolean begins(byte[] content) {
    return content.length >= magic.length
        && Arrays.equals(content, 0, magic.length, magic, 0, magic.length);
  }

  byte[] redraw(byte[] content, IntakeLimits limits) {
    return DrawingBoard.draw(
        () -> this == PDF ? PdfRedrawing.of(content, limits) : Photo.of(content, this, limits));
  }
}
