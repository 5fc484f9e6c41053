package candour.casework;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A complaint to the controller about one request (DPA 2018 s.164A), and all that the person was
 * told of it.
 *
 * @param number of its request, from 1
 * @param about at least one, in a fixed order
 * @param words may be empty
 * @param receivedOn in London
 * @param acknowledgeBy the last day for the acknowledgement, in London; null before the duty began
 * @param notices the earliest first
 * @param decided null while it is looked into
 */
public record Complaint(
    UUID id,
    CaseReference reference,
    int number,
    Set<Cause> about,
    String words,
    Channel channel,
    LocalDate receivedOn,
    @Nullable LocalDate acknowledgeBy,
    List<Notice> notices,
    @Nullable Decided decided) {

  /** The least that a finding says of its reasons, in characters. */
  public static final int REASONS = 40;

  /** What people complain of. */
  public enum Cause {
    LATE,
    MISSING,
    WITHHELD,
    WRONG,
    TREATMENT,
    OTHER;

    /** What a fresh answer may put right; nobody can be answered in time or treated well again. */
    private static final Set<Cause> OF_ANSWER = EnumSet.of(MISSING, WITHHELD, WRONG, OTHER);
  }

  /** How far it is. */
  public enum State {
    /** The person cannot be written to, and nobody has rung them. */
    RECEIVED,
    ACKNOWLEDGED,
    PROGRESS,
    DECIDED
  }

  /** Whether the person was right. */
  public enum Outcome {
    UPHELD,
    UPHELD_IN_PART,
    NOT_UPHELD
  }

  /**
   * What the person was told meanwhile.
   *
   * @param acknowledges whether it is the first, which the law gives a time for
   * @param officer who wrote or rang; null where the portal wrote
   */
  public record Notice(
      boolean acknowledges, String words, @Nullable String officer, LocalDate on) {}

  /** What came of it, with the reasons that the person was given. */
  public record Decided(Outcome outcome, String reasons, String officer, LocalDate on) {}

  public Complaint {
    about = Collections.unmodifiableSet(new TreeSet<>(about));
    notices = List.copyOf(notices);
  }

  public State state() {
    if (decided != null) {
      return State.DECIDED;
    }
    return switch (notices.size()) {
      case 0 -> State.RECEIVED;
      case 1 -> State.ACKNOWLEDGED;
      default -> State.PROGRESS;
    };
  }

  /** Whether the answer itself is complained of. */
  public boolean isAboutAnswer() {
    return about.stream().anyMatch(Cause.OF_ANSWER::contains);
  }

  /** Whether it was found, in whole or in part, that the person is right. */
  public boolean isUpheld() {
    return decided != null && decided.outcome() != Outcome.NOT_UPHELD;
  }

  /** Whether nobody acknowledged it in the time that the law gives for that. */
  public boolean isUnacknowledgedOn(LocalDate today) {
    return acknowledgeBy != null && notices.isEmpty() && today.isAfter(acknowledgeBy);
  }

  /** Whether this is that one, as when a form is sent twice. */
  boolean repeats(Set<Cause> about, String words, Channel channel, LocalDate on) {
    return decided == null
        && this.about.equals(about)
        && this.words.equals(words)
        && this.channel == channel
        && receivedOn.equals(on);
  }
}
