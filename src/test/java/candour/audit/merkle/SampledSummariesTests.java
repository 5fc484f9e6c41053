package candour.audit.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the published verifier on samples of summaries, true ones and others. */
class SampledSummariesTests {

  private static final String WORDS = "Glaw mân ar y ffenestr 7";

  @TempDir Path folder;
  private ExportedLog log;
  private List<Integer> drawn;

  @BeforeEach
  void export() throws Exception {
    log = ExportedLog.in(folder);
    drawn = draw(5, WORDS);
  }

  @Test
  void a_true_sample_is_believed_whatever_its_order_and_says_which_words_drew_it()
      throws Exception {
    log.sample(5, WORDS, drawn.reversed());
    believed("The summaries are as approved, and those that the words draw: " + WORDS);
    log.sample(100, WORDS, ExportedLog.SUMMARIES.keySet());
    believed("words must be said after this root was kept");
  }

  @Test
  void a_forged_summary_is_found() throws Exception {
    var sample = log.sample(5, WORDS, drawn);
    Files.writeString(sample, Files.readString(sample).replaceFirst("A page", "No page"));
    refused("this is not the summary that was approved: {\"leaf\"");
  }

  @Test
  void a_summary_that_is_kept_back_is_named() throws Exception {
    for (var entry : drawn) {
      log.sample(5, WORDS, drawn.stream().filter(it -> !it.equals(entry)).toList());
      refused("the sample keeps back the summaries of entries [" + entry + "]");
    }
    log.sample(5, WORDS, List.of());
    refused("the sample keeps back the summaries of entries " + drawn);
  }

  @Test
  void a_sample_that_somebody_chose_is_refused() throws Exception {
    var others = new ArrayList<>(ExportedLog.SUMMARIES.keySet());
    others.removeAll(drawn);
    var chosen = new ArrayList<>(drawn);
    chosen.set(2, others.getFirst());
    log.sample(5, WORDS, chosen);
    refused("this summary was not drawn");
    log.sample(5, WORDS, List.of(drawn.get(0), drawn.get(0)));
    refused("this summary was not drawn");
    log.sample(5, WORDS + " and sun", drawn);
    refused("this summary was not drawn");
  }

  @Test
  void an_opening_of_everything_else_is_no_summary() throws Exception {
    var sample = log.sample(5, WORDS, drawn);
    var first = Objects.requireNonNull(ExportedLog.SUMMARIES.get(drawn.getFirst()));
    var other = Opening.seal("A page about something else", ExportedLog.RANDOM);
    Files.writeString(
        sample,
        Files.readString(sample)
            .replace(first.payload(), other.payload())
            .replace(first.salt(), other.salt()));
    refused("this is not the summary that was approved");
  }

  @Test
  void a_sample_of_another_log_or_no_sample_at_all_is_said_to_be_so() throws Exception {
    var sample = log.sample(5, WORDS, drawn);
    Files.writeString(sample, Files.readString(sample).replace("\"size\":300", "\"size\":299"));
    refused("is not a sample of these 300 entries");
    Files.writeString(sample, "[]\n");
    refused("is not a sample of these 300 entries");
    Files.writeString(sample, "");
    refused("this cannot be read");
  }

  /** As the page says it: the lowest SHA-256 of root, words and leaf. */
  private static List<Integer> draw(int many, String words) throws Exception {
    var tickets = new TreeMap<String, Integer>();
    for (var entry : ExportedLog.SUMMARIES.keySet()) {
      var sha = MessageDigest.getInstance("SHA-256");
      sha.update(ExportedLog.TREE.root().bytes());
      sha.update(words.getBytes(UTF_8));
      sha.update(ExportedLog.ENTRIES.get(entry));
      tickets.put(HexFormat.of().formatHex(sha.digest()), entry);
    }
    return tickets.values().stream().limit(many).toList();
  }

  private void believed(String words) throws Exception {
    var result = verify();
    assertThat(result.words()).contains(words);
    assertThat(result.code()).as(result.words()).isZero();
  }

  private void refused(String words) throws Exception {
    var result = verify();
    assertThat(result.words()).contains("FAILED: ").contains(words);
    assertThat(result.code()).isEqualTo(1);
  }

  private ExportedLog.Result verify() throws Exception {
    return log.verify(
        log.folder().toString(),
        "--vkey",
        ExportedLog.VKEY,
        "--sample",
        log.file("summaries.json").toString());
  }
}
