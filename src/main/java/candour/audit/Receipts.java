package candour.audit;

import candour.audit.ReceiptRows.Answered;
import candour.audit.log.PublishedLog;
import candour.audit.merkle.Hash;
import candour.audit.merkle.Slots;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an answer rests on, behind one number in the log's entry of the answer. The person can prove
 * what they may know of it; what they hold looks the same whether or not there is more.
 */
@Component
public class Receipts {

  /** How many contents an answer may rest on. */
  public static final int MOST = Slots.COUNT;

  /**
   * Something that an answer rests on.
   *
   * @param says texts and numbers, by name
   * @param told whether the person may know it
   */
  public record Content(Map<String, String> says, boolean told) {}

  private static final SecureRandom RANDOM = new SecureRandom();

  private final ReceiptRows rows;
  private final PublishedLog log;

  Receipts(ReceiptRows rows, PublishedLog log) {
    this.rows = rows;
    this.log = log;
  }

  /**
   * Seals what an answer rests on, and returns the root for the fact that the answer was sent.
   *
   * @throws IllegalArgumentException if that is more than {@link #MOST}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public byte[] seal(UUID caseId, List<Content> contents) {
    var slots = Slots.fill(contents.stream().map(Content::says).toList(), RANDOM);
    List<Integer> told = new ArrayList<>();
    for (int i = 0; i < contents.size(); i++) {
      if (contents.get(i).told()) {
        told.add(slots.filled().get(i).slot());
      }
    }
    Hash root = slots.root();
    rows.add(caseId, root, slots.open(told), slots);
    return root.bytes();
  }

  /**
   * The proof of every answer that the case got, a zip; empty while the log has not signed the last
   * of them, where there is none, and once the key of the case was destroyed. For whoever works on
   * the case, and the person it is about.
   */
  @Transactional(readOnly = true)
  public Optional<byte[]> proof(UUID caseId) {
    var answers = rows.answers(caseId);
    var signed = log.latest().map(last -> last.checkpoint().size()).orElse(0L);
    return answers.isEmpty() || answers.stream().anyMatch(answer -> answer.place() >= signed)
        ? Optional.empty()
        : Optional.of(zip(answers));
  }

  private byte[] zip(List<Answered> answers) {
    var zip = new ReceiptZip();
    for (int i = 0; i < answers.size(); i++) {
      var answer = answers.get(i);
      var folder = "answer-" + (i + 1) + "/";
      zip.add(folder + "entry.tlog-proof", log.proof(answer.place()).toString());
      zip.add(folder + "opening.json", answer.opening());
      zip.add(folder + "slots.jsonl", answer.slots());
    }
    return zip.bytes();
  }
}
