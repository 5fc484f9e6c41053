package candour.audit.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import candour.audit.merkle.CosignatureScheme;
import candour.audit.merkle.CosignerKey;
import candour.audit.merkle.CosigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** The witness's own keys, one of each kind, in a file that nobody else may read. */
final class Keys {

  private Keys() {}

  static List<CosigningKey> generate(String name) {
    return Arrays.stream(CosignatureScheme.values())
        .map(scheme -> CosigningKey.generate(name, scheme))
        .toList();
  }

  /** One line a key: its vkey, a space, and the secret in PKCS #8 and Base64. */
  static String write(List<CosigningKey> keys) {
    return keys.stream()
        .map(key ->
            key.cosigner().vkey() + " " + Base64.getEncoder().encodeToString(key.pkcs8()) + "\n")
        .collect(Collectors.joining());
  }

  static List<CosigningKey> read(Path file) throws IOException {
    try {
      return Files.readString(file, UTF_8).lines().map(Keys::key).toList();
    } catch (RuntimeException e) {
      throw new Unusable("The key file " + file + " is damaged. Restore it from your copy.", e);
    }
  }

  private static CosigningKey key(String line) {
    var space = line.lastIndexOf(' ');
    return CosigningKey.of(
        CosignerKey.parse(line.substring(0, space)),
        Base64.getDecoder().decode(line.substring(space + 1)));
  }
}
