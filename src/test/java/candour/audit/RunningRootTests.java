package candour.audit;

import static org.assertj.core.api.Assertions.assertThat;

import candour.audit.merkle.Tree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class RunningRootTests {

  @Test
  void is_the_root_of_the_tree_at_every_size() {
    var running = new RunningRoot();
    var leaves = new ArrayList<byte[]>();
    for (int size = 0; size <= 300; size++) {
      assertThat(running.root()).as("%d leaves", size).isEqualTo(Tree.of(leaves).root().bytes());
      var leaf = ("leaf " + size).getBytes(StandardCharsets.UTF_8);
      running.add(leaf);
      leaves.add(leaf);
    }
  }
}
