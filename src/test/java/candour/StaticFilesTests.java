package candour;

import static org.assertj.core.api.Assertions.assertThat;

import candour.support.Bundles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What only GOV.UK domains may show is not served: the typeface, the crown and the crest. */
class StaticFilesTests {

  static Stream<Path> files() {
    return Bundles.files(Path.of("static"), "").stream().filter(Files::isRegularFile);
  }

  @ParameterizedTest
  @MethodSource("files")
  void no_file_is_or_names_a_mark_of_govuk(Path file) throws IOException {
    assertThat(file.toString()).matches(".*\\.(css|js|svg|ico|txt)");
    if (!file.endsWith("LICENCE.txt")) {
      var text = Files.readString(file, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
      assertThat(text)
          .doesNotContain("gds transport", "@font-face", "crown", "crest", ".woff", "//fonts");
    }
  }
}
