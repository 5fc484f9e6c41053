package candour.audit.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every small tree, every leaf and every pair of sizes, against a tree that shares no code with
 * ours.
 */
class SmallWorldTests {

  private static final int LARGEST = 300;
  private static final int LARGEST_PAIR = 130;
  private static final List<byte[]> ENTRIES = NaiveTree.entries(LARGEST);
  private static final Tree ALL = Tree.of(ENTRIES);

  @Test
  void every_leaf_of_every_tree_is_proved_and_no_other() {
    for (int size = 1; size <= LARGEST; size++) {
      Tree tree = Tree.of(ENTRIES.subList(0, size));
      Hash root = tree.root();
      assertThat(root.bytes()).isEqualTo(NaiveTree.root(ENTRIES.subList(0, size)));
      for (int index = 0; index < size; index++) {
        InclusionProof proof = tree.proveInclusion(index);
        Hash leaf = Hash.leaf(ENTRIES.get(index));
        proof.check(leaf, root);
        refuse(new InclusionProof(index + 1, size, proof.path()), leaf, root);
        refuse(proof, Hash.leaf(ENTRIES.get((index + 1) % LARGEST)), root);
      }
    }
  }

  @Test
  void inclusion_paths_are_those_of_the_rfc() {
    for (int size = 1; size <= LARGEST; size += 7) {
      List<byte[]> entries = ENTRIES.subList(0, size);
      Tree tree = Tree.of(entries);
      for (int index = 0; index < size; index++) {
        assertThat(tree.proveInclusion(index).path())
            .isEqualTo(hashes(NaiveTree.path(index, entries)));
      }
    }
  }

  @Test
  void every_pair_of_trees_is_consistent() {
    List<byte[]> roots = new ArrayList<>();
    for (int size = 0; size <= LARGEST_PAIR; size++) {
      roots.add(NaiveTree.root(ENTRIES.subList(0, size)));
    }
    for (int newer = 1; newer <= LARGEST_PAIR; newer++) {
      List<byte[]> entries = ENTRIES.subList(0, newer);
      Tree tree = Tree.of(entries);
      for (int older = 1; older <= newer; older++) {
        ConsistencyProof proof = tree.proveConsistency(older);
        Hash olderRoot = Hash.of(roots.get(older));
        proof.check(olderRoot, tree.root());
        assertThat(proof.path()).isEqualTo(hashes(NaiveTree.proof(older, entries)));
        assertThatThrownBy(() -> proof.check(flipped(olderRoot), tree.root()))
            .isInstanceOf(NotProven.class);
      }
    }
  }

  @Test
  void inclusion_proofs_that_are_cut_padded_flipped_or_shuffled_are_refused() {
    for (int index = 0; index < LARGEST; index++) {
      InclusionProof proof = ALL.proveInclusion(index);
      for (List<Hash> forged : forgeries(proof.path())) {
        refuse(
            new InclusionProof(index, LARGEST, forged), Hash.leaf(ENTRIES.get(index)), ALL.root());
      }
    }
  }

  @Test
  void consistency_proofs_that_are_cut_padded_flipped_or_shuffled_are_refused() {
    for (int older = 1; older < LARGEST; older++) {
      ConsistencyProof proof = ALL.proveConsistency(older);
      Hash olderRoot = Tree.of(ENTRIES.subList(0, older)).root();
      for (List<Hash> forged : forgeries(proof.path())) {
        ConsistencyProof lie = new ConsistencyProof(older, LARGEST, forged);
        assertThatThrownBy(() -> lie.check(olderRoot, ALL.root())).isInstanceOf(NotProven.class);
      }
      ConsistencyProof misplaced = new ConsistencyProof(older + 1, LARGEST, proof.path());
      assertThatThrownBy(() -> misplaced.check(olderRoot, ALL.root()))
          .isInstanceOf(NotProven.class);
    }
  }

  @Test
  void growing_step_by_step_gives_the_tiles_of_growing_at_once() {
    List<byte[]> entries = NaiveTree.entries(66_000);
    for (int step : List.of(1, 255, 256, 257, 10_000)) {
      int size = Math.min(entries.size(), step * 600);
      Map<Tile, byte[]> stored = new HashMap<>();
      Tree tree = Tree.EMPTY;
      for (int from = 0; from < size; from += step) {
        Growth growth = tree.append(entries.subList(from, Math.min(from + step, size)));
        stored.putAll(growth.tiles());
        tree = new Tree(growth.tree().size(), TileReader.of(stored));
      }
      Growth atOnce = Tree.EMPTY.append(entries.subList(0, size));
      atOnce
          .tiles()
          .forEach((tile, bytes) -> assertThat(stored.get(tile)).as("%s", tile).isEqualTo(bytes));
      assertThat(tree.root()).isEqualTo(atOnce.tree().root());
      assertThat(SecondOpinion.confirm(tree)).isEqualTo(tree.root());
    }
  }

  @Test
  void the_second_opinion_agrees_on_every_size() {
    SecondOpinion opinion = new SecondOpinion();
    for (int size = 0; size < LARGEST; size++) {
      assertThat(opinion.root().bytes()).isEqualTo(NaiveTree.root(ENTRIES.subList(0, size)));
      opinion.add(Hash.leaf(ENTRIES.get(size)));
    }
  }

  @Test
  void the_second_opinion_goes_on_from_every_size_and_from_no_other_root() {
    Map<Tile, byte[]> stored = new HashMap<>();
    Tree tree = Tree.EMPTY;
    for (byte[] entry : ENTRIES) {
      Growth growth = tree.append(List.of(entry));
      stored.putAll(growth.tiles());
      tree = new Tree(growth.tree().size(), TileReader.of(stored));
    }
    Tree grown = tree;
    for (int size = 0; size <= LARGEST; size++) {
      int older = size;
      Hash known = new Tree(older, grown.tiles()).root();
      assertThat(SecondOpinion.confirm(grown, older, known)).isEqualTo(grown.root());
      assertThatThrownBy(() -> SecondOpinion.confirm(grown, older, Hash.leaf(new byte[] {1})))
          .isInstanceOf(NotProven.class);
    }
  }

  @Test
  void a_tree_covers_the_tiles_that_growing_to_it_wrote_and_no_wider_one() {
    for (int size = 1; size <= LARGEST; size++) {
      Growth growth = Tree.EMPTY.append(ENTRIES.subList(0, size));
      for (Tile tile : growth.tiles().keySet()) {
        assertThat(growth.tree().covers(tile)).isTrue();
        Tile beyond =
            tile.full()
                ? new Tile(tile.level(), size, 1)
                : new Tile(tile.level(), tile.index(), tile.width() + 1);
        assertThat(growth.tree().covers(beyond)).as("%s of %d", beyond, size).isFalse();
      }
      assertThat(growth.tree().covers(new Tile(8, 0, 1))).isFalse();
      assertThat(growth.tree().covers(new Tile(0, 999_999_999_999_999_999L, 256))).isFalse();
    }
  }

  @Test
  void one_flipped_bit_in_any_stored_tile_is_found_before_signing() {
    Growth growth = Tree.EMPTY.append(ENTRIES);
    for (Tile tile : growth.tiles().keySet()) {
      Map<Tile, byte[]> stored = new HashMap<>(growth.tiles());
      byte[] bytes = growth.tiles().get(tile).clone();
      bytes[bytes.length - 1] ^= 1;
      stored.put(tile, bytes);
      assertThatThrownBy(() -> SecondOpinion.confirm(new Tree(LARGEST, TileReader.of(stored))))
          .as("%s", tile)
          .isInstanceOf(NotProven.class);
    }
  }

  @Test
  @Timeout(20)
  void a_million_leaves_are_hashed_in_seconds() {
    List<byte[]> entries = NaiveTree.entries(1_000_000);
    Tree tree = Tree.of(entries);
    Hash root = tree.root();
    tree.proveInclusion(654_321).check(Hash.leaf(entries.get(654_321)), root);
  }

  private static void refuse(InclusionProof proof, Hash leaf, Hash root) {
    assertThatThrownBy(() -> proof.check(leaf, root)).isInstanceOf(NotProven.class);
  }

  private static List<List<Hash>> forgeries(List<Hash> path) {
    List<List<Hash>> forgeries = new ArrayList<>();
    forgeries.add(with(path, path.size(), Hash.OF_NOTHING));
    forgeries.add(with(path, 0, Hash.OF_NOTHING));
    for (int i = 0; i < path.size(); i++) {
      List<Hash> shorter = new ArrayList<>(path);
      shorter.remove(i);
      forgeries.add(shorter);
      forgeries.add(with(shorter, i, flipped(path.get(i))));
    }
    if (path.size() > 1) {
      forgeries.add(path.reversed());
    }
    return forgeries;
  }

  private static List<Hash> with(List<Hash> path, int at, Hash hash) {
    List<Hash> longer = new ArrayList<>(path);
    longer.add(at, hash);
    return longer;
  }

  private static Hash flipped(Hash hash) {
    byte[] bytes = hash.bytes();
    bytes[17] ^= 4;
    return Hash.of(bytes);
  }

  private static List<Hash> hashes(List<byte[]> path) {
    return path.stream().map(Hash::of).toList();
  }
}
