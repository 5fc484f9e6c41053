package candour.audit.log;

import candour.audit.merkle.CosignerKey;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The witnesses that this log asks, and how many it must hear from (c2sp.org/tlog-policy). */
@Component
class Witnesses {

  /** A note has room for 16 signatures, four of which are the log's own while two keys overlap. */
  static final int MOST = 12;

  /** A witness and where it is asked; null where somebody carries files. */
  record Known(String name, CosignerKey key, @Nullable URI url) {

    /** Short, without signs, and enough to tell the witnesses of one log apart. */
    String id() {
      return key.vkey().substring(key.name().length() + 1, key.name().length() + 9);
    }
  }

  private final List<Known> all;
  private final int quorum;
  private final Duration patience;

  Witnesses(WitnessSettings settings) {
    this.all =
        settings.witnesses().stream()
            .map(each -> new Known(each.name(), CosignerKey.parse(each.vkey()), each.url()))
            .toList();
    require(all.size() <= MOST, "there is room for 12 witnesses");
    require(distinct(all.stream().map(each -> each.key().raw())), "two witnesses share a key");
    require(distinct(all.stream().map(Known::name)), "two witnesses share a name");
    this.quorum = count(settings.quorum());
    this.patience = settings.patience();
  }

  private int count(String rule) {
    var count =
        switch (rule) {
          case "none" -> 0;
          case "any" -> Math.min(1, all.size());
          case "all" -> all.size();
          default -> rule.matches("[0-9]{1,2}") ? Integer.parseInt(rule) : -1;
        };
    require(count >= 0 && count <= all.size(), "the quorum is any, all, none or their number");
    return count;
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalStateException("candour.log.witnesses: " + otherwise);
    }
  }

  private static boolean distinct(Stream<String> values) {
    return values.allMatch(new HashSet<>()::add);
  }

  List<Known> all() {
    return all;
  }

  Optional<Known> withId(String id) {
    return all.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** How many cosignatures let an answer rest on a checkpoint. */
  int quorum() {
    return quorum;
  }

  Duration patience() {
    return patience;
  }

  private static String keys(String before, Turn turn) {
    return before + turn.verifier().vkey() + "\n" + before + turn.second().vkey() + "\n";
  }

  /** The policy as its own file format has it, for programs that check this log. */
  String policy(LogKey log) {
    var lines = new StringBuilder();
    for (var turn : log.turns()) {
      lines.append(log.turns().size() == 1 ? "" : "# " + turn.days() + "\n");
      lines.append(keys("log ", turn));
    }
    for (var ended : log.ended()) {
      lines.append("# ended: ").append(ended.origin()).append('\n');
      ended.all().forEach(turn -> lines.append(keys("# log ", turn)));
    }
    for (var each : all) {
      lines.append("witness ").append(each.id()).append(' ').append(each.key().vkey()).append('\n');
    }
    if (quorum == 0) {
      return lines.append("quorum none\n").toString();
    }
    return lines
        .append("group witnesses ")
        .append(quorum)
        .append(all.stream().map(each -> " " + each.id()).collect(Collectors.joining()))
        .append("\nquorum witnesses\n")
        .toString();
  }
}
