package candour.audit.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileTests {

  @Test
  void paths_are_those_of_the_standard() {
    assertThat(new Tile(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
    assertThat(new Tile(1, 1_067, 12).path()).isEqualTo("tile/1/x001/067.p/12");
    assertThat(new Tile(Tile.ENTRIES, 0, 1).path()).isEqualTo("tile/entries/000.p/1");
  }

  @Test
  void every_path_reads_back() {
    for (long index : List.of(0L, 1L, 999L, 1_000L, 999_999L, 1_000_000L, 123_456_789_012L)) {
      for (int width = 1; width <= 256; width += 51) {
        for (int level : List.of(Tile.ENTRIES, 0, 7, 63)) {
          Tile tile = new Tile(level, index, width);
          assertThat(Tile.parse(tile.path())).isEqualTo(tile);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tile/0/1",
        "tile/0/0000",
        "tile/00/000",
        "tile/64/000",
        "tile/-1/000",
        "tile/0/x000/001",
        "tile/0/001/002",
        "tile/0/x001/x002",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/01",
        "tile/0/000.p/999",
        "tile/0/000/",
        "tile/0/../0/000",
        "tile/Entries/000",
        "/tile/0/000",
        "tile/0/000\n"
      })
  void another_spelling_is_refused(String path) {
    assertThatThrownBy(() -> Tile.parse(path)).isInstanceOf(NotProven.class);
  }

  @Test
  void seventy_thousand_leaves_have_the_tiles_of_the_standard() {
    var tiles = Tree.EMPTY.append(NaiveTree.entries(70_000)).tiles().keySet();

    assertThat(tiles).filteredOn(tile -> tile.level() == 0 && tile.full()).hasSize(273);
    assertThat(tiles)
        .filteredOn(tile -> tile.level() >= 0 && !(tile.level() == 0 && tile.full()))
        .containsExactly(
            new Tile(0, 273, 112), new Tile(1, 0, 256), new Tile(1, 1, 17), new Tile(2, 0, 1));
  }

  @Test
  void a_bundle_must_hold_what_its_tile_says() {
    byte[] bundle = {0, 1, 'a', 0, 0, 0, 2, 'b', 'c'};
    Tile three = new Tile(Tile.ENTRIES, 0, 3);

    assertThat(EntryBundle.entries(three, bundle))
        .containsExactly(new byte[] {'a'}, new byte[0], new byte[] {'b', 'c'});
    assertThat(EntryBundle.of(EntryBundle.entries(three, bundle))).isEqualTo(bundle);
    for (int length = 0; length < bundle.length; length++) {
      byte[] cut = Arrays.copyOf(bundle, length);
      assertThatThrownBy(() -> EntryBundle.entries(three, cut)).isInstanceOf(NotProven.class);
    }
    assertThatThrownBy(() -> EntryBundle.entries(new Tile(Tile.ENTRIES, 0, 2), bundle))
        .isInstanceOf(NotProven.class);
  }

  @Test
  void an_entry_longer_than_its_length_can_say_is_refused() {
    assertThatThrownBy(() -> Tree.of(List.of(new byte[65_536])))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
