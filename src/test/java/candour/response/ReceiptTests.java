package candour.response;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import candour.audit.ReceiptCheck;
import candour.casework.CaseReference;
import candour.exemptions.Telling;
import candour.platform.Acting;
import candour.platform.Days;
import candour.support.Patience;
import candour.support.PortalTest;
import candour.support.Samples;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a person holds looks the same whether or not a decision exists that they are not told of.
 */
@PortalTest
class ReceiptTests {

  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  @Autowired ReceiptCheck receipts;
  @Autowired Responses responses;
  @Autowired Answering answering;
  @Autowired Posted posted;
  @Autowired Samples samples;
  @Autowired Days days;
  @Autowired JdbcClient jdbc;

  @Test
  void nobody_can_tell_from_a_proof_whether_there_is_a_decision_that_is_not_told()
      throws Exception {
    assertThat(proof(0, 1).shape()).isEqualTo(proof(0, 0).shape()).doesNotContain("provision");
    assertThat(proof(0, 3).shape()).isEqualTo(proof(0, 0).shape());
    assertThat(proof(1, 1).shape()).isEqualTo(proof(1, 0).shape()).contains("provision");
    assertThat(proof(1, 0).shape()).isNotEqualTo(proof(0, 1).shape());
  }

  @Test
  void a_proof_has_the_same_length_whether_or_not_there_is_more() throws Exception {
    var without = proof(1, 0);
    var with = proof(1, 1);
    assertThat(with.files().keySet()).isEqualTo(without.files().keySet());
    with.files()
        .forEach((name, text) ->
            assertThat(masked(text).length())
                .as(name)
                .isEqualTo(masked(Objects.requireNonNull(without.files().get(name))).length()));
  }

  @Test
  void the_proof_is_handed_over_for_the_code_and_is_none_of_its_downloads() throws Exception {
    var by = answering.officers();
    var reference = answering.ready(by).reference();
    assertThat(asked(reference, "00000-00000")).isEqualTo(new Download.NotReleased());
    answering.released(reference, by);
    assertThat(asked(reference, "00000-00000")).isEqualTo(new Download.WrongCode(4));
    var file = signed(reference);
    assertThat(file.name()).isEqualTo("proof.zip");
    var answer =
        samples.holderOf(reference).acting().call(() -> responses.answers(reference)).getFirst();
    assertThat(answer.downloads()).isEmpty();
  }

  @Test
  void the_person_never_reads_what_the_whole_receipt_holds() throws Exception {
    var holder = samples.holderOf(proof(1, 1).reference()).acting();
    assertThat(count(holder)).isOne();
    assertThat(count(Acting.system())).isGreaterThan(1);
  }

  @Test
  void what_a_person_holds_is_known_as_ours_and_nothing_near_it_is() throws Exception {
    var mine = proof(1, 0).files();
    var theirs = proof(1, 0).files();
    var entry = requireNonNull(mine.get("answer-1/entry.tlog-proof"));
    var opening = requireNonNull(mine.get("answer-1/opening.json"));
    assertThat(receipts.isOurs(entry + opening)).isTrue();
    assertThat(receipts.isOurs(opening + "\r\n" + entry.replace("\n", "\r\n"))).isTrue();
    assertThat(receipts.isOurs(entry)).isFalse();
    assertThat(receipts.isOurs(opening)).isFalse();
    assertThat(receipts.isOurs(entry + theirs.get("answer-1/opening.json"))).isFalse();
    assertThat(receipts.isOurs(theirs.get("answer-1/entry.tlog-proof") + opening)).isFalse();
    assertThat(receipts.isOurs(entry + opening.replace("\"outcome\":\"", "\"outcome\":\"NOT_")))
        .isFalse();
    assertThat(receipts.isOurs(entry + opening + opening)).isFalse();
    assertThat(receipts.isOurs(entry + opening + mine.get("answer-1/slots.jsonl"))).isFalse();
  }

  private long count(Acting actor) {
    return samples.as(
        actor, () -> jdbc.sql("select count(*) from audit.receipt").query(Long.class).single());
  }

  private record Proof(CaseReference reference, Map<String, String> files) {

    String shape() {
      var shape = new StringBuilder();
      files.forEach((name, text) -> shape.append(name).append('\n').append(masked(text)));
      return shape.toString();
    }
  }

  /** Without what is random, or only says where the log stood and when. */
  private static String masked(String text) {
    return text.replaceAll("(?s)^(c2sp.org/tlog-proof@v1\n).*", "$1")
        .replaceAll(UUID, "<uuid>")
        .replaceAll("[0-9a-f]{64}", "<sha256>")
        .replaceAll("[A-Za-z0-9+/]{43}=", "<hash>")
        .replaceAll("\"at\":\"[^\"]*\"", "\"at\":<instant>")
        .replaceAll("\"slot\":[0-9]+", "\"slot\":<n>");
  }

  /** The proof of an answer that rests on so many decisions. */
  private Proof proof(int told, int notTold) throws Exception {
    var by = answering.officers();
    var searched = answering.searched(by, told + notTold + 1);
    var reference = searched.reference();
    answering.confirm(reference, by.caseworker());
    var open = answering.collect(searched, by, "Letter", "Something open");
    answering.withhold(searched, by, open.id(), 1, Answering.THIRD_PARTY);
    for (int i = 0; i < told + notTold; i++) {
      var telling =
          i < told
              ? new Telling.Told()
              : new Telling.NotTold(
                  "Telling would show how the operation is carried out.",
                  days.today().plusMonths(2));
      var record = answering.collect(searched, by, "Notes " + i, "Something secret " + i);
      var ground = answering.determined(searched, by, record, telling);
      answering.withhold(searched, by, record.id(), 1, ground);
    }
    answering.released(reference, by);
    return new Proof(reference, unzipped(signed(reference).bytes()));
  }

  private Download.File signed(CaseReference reference) {
    var code = posted.code(reference);
    return Patience.find(() ->
        asked(reference, code) instanceof Download.File file
            ? Optional.of(file)
            : Optional.empty());
  }

  private Download asked(CaseReference reference, String code) {
    return samples.holderOf(reference).acting().call(() -> responses.proof(reference, code));
  }

  private static Map<String, String> unzipped(byte[] zip) throws Exception {
    Map<String, String> files = new LinkedHashMap<>();
    try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        files.put(entry.getName(), new String(entries.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(files.keySet())
        .containsExactly(
            "answer-1/entry.tlog-proof", "answer-1/opening.json", "answer-1/slots.jsonl");
    return files;
  }
}
