package candour.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import candour.audit.log.PublishedLog;
import candour.audit.merkle.Hash;
import candour.audit.merkle.Leaf;
import candour.audit.merkle.NotProven;
import candour.audit.merkle.Opening;
import candour.audit.merkle.TlogProof;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether the proof of an entry and its opening, as somebody holds them, are this log's. It says so
 * of what is shown to it and of nothing else: no salt can be guessed.
 */
@Component
public class ReceiptCheck {

  private static final String OPENING = "{\"leaf\":";

  private final PublishedLog log;
  private final JsonMapper json;

  ReceiptCheck(PublishedLog log, JsonMapper json) {
    this.log = log;
    this.json = json;
  }

  /**
   * Whether the log, as it was signed at the size that the proof names, holds that entry, and the
   * entry commits to that opening.
   *
   * @param files the contents of {@code entry.tlog-proof} and {@code opening.json}, in any order,
   *     and nothing more
   */
  public boolean isOurs(String files) {
    var lines = files.replace("\r\n", "\n").strip().lines().toList();
    var openings = lines.stream().filter(ReceiptCheck::opens).toList();
    var proof =
        lines.stream().filter(line -> !opens(line)).collect(Collectors.joining("\n")).strip();
    try {
      return openings.size() == 1 && holds(TlogProof.parse(proof + "\n"), openings.getFirst());
    } catch (NotProven | JacksonException notOurs) {
      return false;
    }
  }

  private static boolean opens(String line) {
    return line.startsWith(OPENING);
  }

  private boolean holds(TlogProof proof, String opening) {
    var leaf = Leaf.parse(json.readTree(opening).path("leaf").asString("").getBytes(UTF_8));
    Opening.parse(opening, leaf);
    var signed = log.ofSize(proof.inclusion().size());
    if (signed.isEmpty() || !signed.get().note().text().equals(proof.checkpoint().text())) {
      return false;
    }
    proof.inclusion().check(Hash.leaf(leaf.bytes()), signed.get().checkpoint().root());
    return true;
  }
}
