package candour.audit.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeafTests {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
  private static final Hash COMMIT = Hash.leaf(new byte[] {7});
  private static final SecureRandom RANDOM = new SecureRandom();

  private static final Leaf APPROVED =
      new Leaf("determination.approved", "uk-gdpr-15-1-3", DAY, "2026-03", null, COMMIT);

  @Test
  void a_leaf_has_the_lines_that_were_promised() {
    assertThat(APPROVED.text())
        .isEqualTo(
            """
            dsar-leaf/v1
            class determination.approved
            provision uk-gdpr-15-1-3
            day 2026-11-21
            policy 2026-03
            commit %s
            """
                .formatted(COMMIT));
  }

  @Test
  void a_leaf_reads_back_with_and_without_its_optional_lines() {
    Leaf plain = new Leaf("response.sent", null, DAY, "2026-03", null, COMMIT);
    Leaf full = new Leaf("response.sent", "art-15", DAY, "2026-03", Hash.OF_NOTHING, COMMIT);

    assertThat(Leaf.parse(APPROVED.bytes())).isEqualTo(APPROVED);
    assertThat(Leaf.parse(plain.bytes())).isEqualTo(plain);
    assertThat(Leaf.parse(full.bytes())).isEqualTo(full);
  }

  @ParameterizedTest
  @CsvSource({
    "class , Class ",
    "dsar-leaf/v1, dsar-leaf/v2",
    "2026-11-21, 2026-11-31",
    "2026-11-21, 2026-1-21",
    "day , 'day  '",
    "policy 2026-03, ''",
    "determination.approved, determination approved",
    "determination.approved, Determination.approved",
    "determination.approved, determination..approved",
    "determination.approved, détermination.approved",
    "'\n', '\r\n'",
    "'class ', 'case 42\nclass '",
    "'commit ', 'commit A'",
  })
  void an_altered_leaf_is_refused(String from, String to) {
    byte[] entry = APPROVED.text().replace(from, to == null ? "" : to).getBytes(UTF_8);

    assertThat(entry).isNotEqualTo(APPROVED.bytes());
    assertThatThrownBy(() -> Leaf.parse(entry)).isInstanceOf(NotProven.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "more\n", " ", "\u0000"})
  void nothing_may_follow_a_leaf(String more) {
    byte[] entry = (APPROVED.text() + more).getBytes(UTF_8);

    assertThatThrownBy(() -> Leaf.parse(entry)).isInstanceOf(NotProven.class);
  }

  @Test
  void a_leaf_may_have_512_bytes_and_not_one_more() {
    int room = 512 - APPROVED.bytes().length + "determination.approved".length();
    Leaf longest = new Leaf("a".repeat(room), "uk-gdpr-15-1-3", DAY, "2026-03", null, COMMIT);

    assertThat(Leaf.parse(longest.bytes()).bytes()).hasSize(512);
    assertThatThrownBy(
            () -> new Leaf("a".repeat(room + 1), "uk-gdpr-15-1-3", DAY, "2026-03", null, COMMIT))
        .isInstanceOf(NotProven.class);
  }

  @Test
  void a_commitment_is_the_hmac_of_the_payload_under_the_salt() {
    // Computed with OpenSSL: mac -digest SHA256 -macopt hexkey:00…1f HMAC
    Opening opening =
        new Opening("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", "{\"case\":\"x\"}");

    assertThat(opening.commitment().hex())
        .isEqualTo("01af70c5a7ee5202ebd573ac151e963123ca2b8cac2de2ea0fb7c177b2741626");
  }

  @Test
  void the_same_facts_are_sealed_differently_each_time() {
    Map<String, String> facts = Map.of("ground", "crime");

    assertThat(Opening.seal(facts, RANDOM).commitment())
        .isNotEqualTo(Opening.seal(facts, RANDOM).commitment());
  }

  @Test
  void an_opening_file_reads_back_for_its_own_leaf_and_in_no_other_spelling() {
    Opening opening = Opening.seal(Map.of("ground", "crime"), RANDOM);
    Leaf leaf = new Leaf("response.sent", null, DAY, "2026-03", null, opening.commitment());
    String file = opening.file(leaf);

    assertThat(Opening.parse(file, leaf)).usingRecursiveComparison().isEqualTo(opening);
    assertThatThrownBy(() -> Opening.parse(file, APPROVED)).isInstanceOf(NotProven.class);
    Stream.concat(
            IntStream.range(0, file.length()).mapToObj(end -> file.substring(0, end)),
            Stream.of(
                file + "\n",
                file.replace("crime", "taxes"),
                file.replace(":{", ": {"),
                file.replace(opening.salt(), ""),
                file.replace(opening.salt() + "\"", "")))
        .forEach(other ->
            assertThatThrownBy(() -> Opening.parse(other, leaf))
                .as(other)
                .isInstanceOf(NotProven.class));
  }

  @Test
  void an_opening_file_is_written_only_for_its_own_leaf() {
    Opening facts = Opening.seal(Map.of("ground", "crime", "case", 7), RANDOM);
    Opening summary = Opening.seal("Withheld to protect an inquiry.", RANDOM);
    Opening other = Opening.seal(Map.of("ground", "crime", "case", 7), RANDOM);
    Leaf leaf =
        new Leaf(
            "determination.approved",
            null,
            DAY,
            "2026-03",
            summary.commitment(),
            facts.commitment());

    assertThat(facts.file(leaf))
        .startsWith("{\"leaf\":\"dsar-leaf/v1\\nclass determination.approved\\n")
        .contains("\"payload\":{\"case\":7,\"ground\":\"crime\"},\"salt\":\"");
    assertThat(summary.file(leaf)).contains("\"payload\":\"Withheld to protect an inquiry.\"");
    assertThatThrownBy(() -> other.file(leaf)).isInstanceOf(NotProven.class);
  }
}
