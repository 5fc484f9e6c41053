package candour.requester.journey;

import static org.assertj.core.api.Assertions.assertThat;

import candour.support.Bundles;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeclarationTests {

  /** Whoever changes the words gives them another version, and that its digest here. */
  @Test
  void the_words_of_a_version_never_change() throws Exception {
    var words =
        Stream.of(Bundles.english("requester"), Bundles.welsh("requester"))
            .flatMap(bundle -> Declaration.WORDS.stream().map(bundle::get))
            .collect(Collectors.joining("\n"));
    var digest =
        MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
    assertThat(Declaration.VERSION + " " + HexFormat.of().formatHex(digest, 0, 8))
        .isEqualTo("2026-11-22 9e22cf6f0d094794");
  }
}
