package candour.audit.merkle;

import java.util.Map;

/**
 * What appending leaves to a tree brings about.
 *
 * @param tree the tree afterwards
 * @param tiles every tile, and every entry bundle, that did not exist before, in the order in which
 *     to store them
 */
public record Growth(Tree tree, Map<Tile, byte[]> tiles) {}
