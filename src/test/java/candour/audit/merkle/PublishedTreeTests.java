package candour.audit.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tree that Certificate Transparency has published since RFC 6962. */
class PublishedTreeTests {

  private static final List<byte[]> ENTRIES =
      Stream.of(
              "",
              "00",
              "10",
              "2021",
              "3031",
              "40414243",
              "5051525354555657",
              "606162636465666768696a6b6c6d6e6f")
          .map(HexFormat.of()::parseHex)
          .toList();

  private static final String INNER_0_2 =
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125";
  private static final String INNER_0_4 =
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7";
  private static final String INNER_2_4 =
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
  private static final String INNER_4_6 =
      "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";
  private static final String INNER_6_8 =
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
  private static final String INNER_4_8 =
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";

  @Test
  void an_empty_tree_has_the_hash_of_nothing_as_root() {
    assertThat(Tree.EMPTY.root().hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void a_leaf_is_hashed_behind_a_zero_byte() {
    assertThat(Hash.leaf("L123456".getBytes(UTF_8)).hex())
        .isEqualTo("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
  }

  @Test
  void a_node_is_hashed_behind_a_one_byte() {
    assertThat(Hash.node("N123".getBytes(UTF_8), "N456".getBytes(UTF_8)).hex())
        .isEqualTo("aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "1, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "2, 0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "3, 07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4, bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "5, 4271a26be0d8a84f0bd54c8c302e7cb3a3b5d1fa6780a40bcce2873477dab658, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "6, b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "7, 46f6ffadd3d06a09ff3c5860d2755c8b9819db7df44251788c7d8e3180de8eb1, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  })
  void the_table_of_eight_leaves_is_reproduced(int index, String leaf, String root) {
    assertThat(Hash.leaf(ENTRIES.get(index)).hex()).isEqualTo(leaf);
    assertThat(tree(index + 1).root().hex()).isEqualTo(root);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 2, " + INNER_0_2,
    "0, 4, " + INNER_0_4,
    "2, 4, " + INNER_2_4,
    "4, 6, " + INNER_4_6,
    "6, 8, " + INNER_6_8,
    "4, 8, " + INNER_4_8,
  })
  void inner_hashes_are_reproduced(int from, int to, String hash) {
    assertThat(new Subtrees(tree(8)).hash(from, to).hex()).isEqualTo(hash);
  }

  @Test
  void inclusion_proofs_are_reproduced() {
    assertThat(inclusion(0, 8)).containsExactly(leaf(1), INNER_2_4, INNER_4_8);
    assertThat(inclusion(5, 8)).containsExactly(leaf(4), INNER_6_8, INNER_0_4);
    assertThat(inclusion(2, 3)).containsExactly(INNER_0_2);
    assertThat(inclusion(1, 5)).containsExactly(leaf(0), INNER_2_4, leaf(4));
  }

  @Test
  void consistency_proofs_are_reproduced() {
    assertThat(consistency(1, 8)).containsExactly(leaf(1), INNER_2_4, INNER_4_8);
    assertThat(consistency(6, 8)).containsExactly(INNER_4_6, INNER_6_8, INNER_0_4);
    assertThat(consistency(2, 5)).containsExactly(INNER_2_4, leaf(4));
    assertThat(consistency(6, 7)).containsExactly(INNER_4_6, leaf(6), INNER_0_4);
  }

  private static Tree tree(int size) {
    return Tree.of(ENTRIES.subList(0, size));
  }

  private static String leaf(int index) {
    return Hash.leaf(ENTRIES.get(index)).hex();
  }

  private static List<String> inclusion(int index, int size) {
    return tree(size).proveInclusion(index).path().stream().map(Hash::hex).toList();
  }

  private static List<String> consistency(int older, int newer) {
    return tree(newer).proveConsistency(older).path().stream().map(Hash::hex).toList();
  }
}
