package candour.audit.log;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the log takes new keys.
 *
 * @param rotations the first day of each pair after the first, in London and in their order
 * @param keyOverlap for how long after that the pair before still signs as well
 */
@ConfigurationProperties("candour.log")
record KeySettings(
    @DefaultValue List<LocalDate> rotations, @DefaultValue("90d") Period keyOverlap) {

  KeySettings {
    rotations = List.copyOf(rotations);
    for (int i = 1; i < rotations.size(); i++) {
      require(rotations.get(i).isAfter(rotations.get(i - 1)), "the days are in their order");
      require(
          rotations.get(i).isAfter(rotations.get(i - 1).plus(keyOverlap)),
          "no more than two keys overlap: there is no room for the signatures of three");
    }
    require(!keyOverlap.isNegative(), "a key ends after another began");
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalStateException("candour.log.rotations: " + otherwise);
    }
  }

  /** The first day of a pair, counted from 0; null for the first. */
  @Nullable LocalDate from(int turn) {
    return turn == 0 ? null : rotations.get(turn - 1);
  }

  /** The last day of a pair; null while no other follows. */
  @Nullable LocalDate until(int turn) {
    return turn == rotations.size() ? null : rotations.get(turn).plus(keyOverlap);
  }
}
