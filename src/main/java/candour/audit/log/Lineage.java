package candour.audit.log;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which log this is. One whose database has forgotten or changed what was signed has to end, and
 * another goes on in its place under a name and with keys of its own.
 *
 * @param origin its public name, which is also that of its keys
 * @param predecessors the names of the logs that ended before it, the first one first
 * @param explanation for everybody, why the last of them ended; it goes into the log
 */
@ConfigurationProperties("candour.log")
record Lineage(
    String origin, @DefaultValue List<String> predecessors, @DefaultValue("") String explanation) {

  private static final int SHORTEST = 10;
  private static final int LONGEST = 2_000;

  Lineage {
    predecessors = List.copyOf(predecessors);
    require(
        Stream.concat(predecessors.stream(), Stream.of(origin)).allMatch(new HashSet<>()::add),
        "predecessors: no log has the name of another");
    require(
        predecessors.isEmpty()
            || explanation.length() >= SHORTEST && explanation.length() <= LONGEST,
        "explanation: say for everybody, in 10 to 2,000 characters, why the log before had to end");
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalStateException("candour.log." + otherwise);
    }
  }

  /** What the files of a log are called in the home, counted from 0. */
  static String files(int log) {
    return log == 0 ? "log" : "log-" + (log + 1);
  }

  /** What the files of this log are called. */
  String files() {
    return files(predecessors.size());
  }
}
