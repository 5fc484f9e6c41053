package candour.audit.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlotsTests {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Path PROGRAM = Path.of("src/main/resources/log/VerifyReceipt.java");

  @TempDir Path folder;

  @Test
  void every_fact_has_a_slot_of_its_own_by_lot() {
    var facts = facts(Slots.COUNT);
    var one = Slots.fill(facts, RANDOM);
    assertThat(places(one)).hasSize(Slots.COUNT);
    assertThat(Slots.fill(facts, RANDOM).filled()).isNotEqualTo(one.filled());
    Set<Integer> firsts = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      firsts.add(Slots.fill(facts(1), RANDOM).filled().getFirst().slot());
    }
    assertThat(firsts).hasSizeGreaterThan(30);
  }

  @Test
  void there_are_1024_slots_and_no_more() {
    assertThatThrownBy(() -> Slots.fill(facts(Slots.COUNT + 1), RANDOM))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("more than 1024: 1025");
  }

  @Test
  void roots_and_openings_have_one_shape_however_many_are_held() {
    for (int held : List.of(0, 1, 2, 1024)) {
      var slots = Slots.fill(facts(held), RANDOM);
      assertThat(slots.root().bytes()).hasSize(32);
      assertThat(slots.openAll().lines()).hasSize(1024);
      assertThat(slots.openAll().lines().filter(line -> line.contains("\"payload\":{},")))
          .hasSize(1024 - held);
    }
  }

  @Test
  void the_program_for_anyone_believes_what_is_true_and_nothing_else() throws Exception {
    var slots = Slots.fill(facts(3), RANDOM);
    var told = slots.open(places(slots).stream().limit(2).toList());
    assertThat(verify(slots.root(), told))
        .startsWith("0 ")
        .contains("\"fact\":\"", "2 slots were opened; 0 of them are empty", "looks the same");
    assertThat(verify(slots.root(), ""))
        .startsWith("0 ")
        .contains("0 slots were opened", "something or nothing");
    assertThat(verify(slots.root(), slots.openAll()))
        .startsWith("0 ")
        .contains("1021 of them are empty", "the answer rests on nothing else");
    assertThat(verify(slots.root(), told.replaceFirst("fact [0-9]", "fact 9")))
        .startsWith("1 FAILED")
        .contains("is not one of this answer");
    assertThat(verify(slots.root(), elsewhere(told))).startsWith("1 FAILED");
    assertThat(verify(slots.root(), told + told)).startsWith("1 ").contains("opened twice");
    assertThat(verify(Slots.fill(facts(3), RANDOM).root(), told)).startsWith("1 FAILED");
    assertThat(verify(slots.root(), "{}\n")).startsWith("1 FAILED: this is not a slot");
  }

  /** The first of the slots, said to be its neighbour. */
  private static String elsewhere(String told) {
    return Pattern.compile("\"slot\":(\\d+)")
            .matcher(told.lines().findFirst().orElseThrow())
            .replaceFirst(it -> "\"slot\":" + (Integer.parseInt(it.group(1)) ^ 1))
        + "\n";
  }

  private String verify(Hash root, String slots) throws Exception {
    var opening = folder.resolve("opening.json");
    var file = folder.resolve("slots.jsonl");
    Files.writeString(opening, "{\"fact\":{\"receipt\":\"" + root.hex() + "\"}}");
    Files.writeString(file, slots);
    return run(opening, file);
  }

  /** The exit code of the program and what it said. */
  static String run(Path opening, Path slots) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(java, PROGRAM.toString(), opening.toString(), slots.toString())
            .redirectErrorStream(true)
            .start();
    var words = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue() + " " + words;
  }

  private static Set<Integer> places(Slots slots) {
    return slots.filled().stream().map(Slots.Filled::slot).collect(Collectors.toSet());
  }

  private static List<Map<String, String>> facts(int count) {
    return IntStream.range(0, count).mapToObj(i -> Map.of("fact", "fact " + i)).toList();
  }
}
