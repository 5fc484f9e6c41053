package candour.audit.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WitnessRequestTests {

  private static final SigningKey LOG = SigningKey.generate("candour.example/log");
  private static final Tree TREE =
      Tree.of(IntStream.range(0, 20).mapToObj(i -> new byte[] {(byte) i}).toList());
  private static final SignedNote NOTE =
      new Checkpoint("candour.example/log", 20, TREE.root()).sign(LOG);

  /** The example of c2sp.org/tlog-witness, with the base64 of its second signature. */
  private static final String EXAMPLE =
      """
      old 20852014
      PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
      jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
      5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
      /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

      example.com/behind-the-sofa
      20852163
      CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

      — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
      — example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
      """;

  @Test
  void the_example_of_the_specification_is_read() {
    var request = WitnessRequest.parse(EXAMPLE);
    assertThat(request.oldSize()).isEqualTo(20_852_014);
    assertThat(request.proof()).hasSize(4);
    assertThat(Checkpoint.parse(request.checkpoint().text()).size()).isEqualTo(20_852_163);
    assertThat(request).hasToString(EXAMPLE);
  }

  @Test
  void a_request_reads_back_from_every_size() {
    for (var old = 0; old <= 20; old++) {
      var request = WitnessRequest.of(old, TREE, NOTE);
      assertThat(WitnessRequest.parse(request.toString())).isEqualTo(request);
    }
  }

  @Test
  void what_is_not_a_request_is_refused() {
    var good = WitnessRequest.of(5, TREE, NOTE).toString();
    var hash = TREE.root() + "\n";
    for (var bad :
        List.of(
            "",
            "old 1\n\n",
            "\n\n" + NOTE,
            good.replace("old 5", "old 05"),
            good.replace("old 5", "old -5"),
            good.replace("old 5", "old 5 "),
            good.replace("old 5", "old  5"),
            good.replace("old 5", "old 99999999999999999999"),
            good.replace("old 5", "size 5"),
            good.replace("old 5\n", "old 5\nAAAA\n"),
            good.replace("old 5\n", "old 5\n" + hash.repeat(63)),
            good.replace("\n", "\r\n"),
            good.replace("\n\ncandour", "\ncandour"),
            good.substring(0, good.length() - 1),
            good + "\n",
            good + "— x AAAAAAA=\n".repeat(16),
            "old 5\n" + NOTE)) {
      assertThatThrownBy(() -> WitnessRequest.parse(bad)).as(bad).isInstanceOf(NotProven.class);
    }
  }

  @Test
  void every_truncation_is_refused() {
    var good = WitnessRequest.of(5, TREE, NOTE).toString();
    IntStream.range(0, good.length())
        .forEach(end ->
            assertThatThrownBy(() -> WitnessRequest.parse(good.substring(0, end)))
                .isInstanceOf(NotProven.class));
  }
}
