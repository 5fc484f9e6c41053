package candour.audit.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays the cases of transparency-dev/merkle: few true, most forged. */
class PublishedProofTests {

  static List<Case> inclusion() throws IOException {
    return cases("inclusion.tsv");
  }

  static List<Case> consistency() throws IOException {
    return cases("consistency.tsv");
  }

  @ParameterizedTest
  @MethodSource("inclusion")
  void inclusion_is_judged_as_published(Case given) {
    judge(
        given,
        () ->
            new InclusionProof(
                    Long.parseUnsignedLong(given.column(1)),
                    Long.parseUnsignedLong(given.column(2)),
                    given.proof())
                .check(Hash.parse(given.column(3)), Hash.parse(given.column(4))));
  }

  @ParameterizedTest
  @MethodSource("consistency")
  void consistency_is_judged_as_published(Case given) {
    judge(
        given,
        () ->
            new ConsistencyProof(
                    Long.parseUnsignedLong(given.column(1)),
                    Long.parseUnsignedLong(given.column(2)),
                    given.proof())
                .check(root(given.column(3)), root(given.column(4))));
  }

  private static void judge(Case given, Runnable check) {
    if (given.column(0).equals("proved")) {
      check.run();
    } else {
      assertThat(given.column(0)).isEqualTo("refused");
      assertThatThrownBy(check::run).isInstanceOf(NotProven.class);
    }
  }

  /** Some cases have roots such as "don't care 2"; a hash of these words stands in for them. */
  private static Hash root(String base64) {
    byte[] bytes = Base64.getDecoder().decode(base64);
    return bytes.length == Hash.LENGTH ? Hash.of(bytes) : Hash.leaf(bytes);
  }

  private static List<Case> cases(String name) throws IOException {
    try (InputStream file =
        PublishedProofTests.class.getResourceAsStream("/merkle-vectors/" + name)) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      List<Case> cases = text.lines().skip(1).map(Case::new).toList();
      assertThat(cases).hasSize(98);
      return cases;
    }
  }

  record Case(String line) {

    String column(int number) {
      return line.split("\t", -1)[number];
    }

    List<Hash> proof() {
      return Stream.of(column(5).split(" "))
          .filter(hash -> !hash.isEmpty())
          .map(Hash::parse)
          .toList();
    }

    @Override
    public String toString() {
      return column(6);
    }
  }
}
