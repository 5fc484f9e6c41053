package candour.casework;

import candour.casework.clock.ClockEvent;
import candour.casework.clock.ClockEvent.Doubted;
import candour.casework.clock.ClockEvent.Extended;
import candour.casework.clock.ClockEvent.Restarted;
import candour.casework.clock.ClockEvent.Stopped;
import candour.casework.clock.ExtensionGround;
import candour.casework.clock.StopReason;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line in the record of a case's clock.
 *
 * @param words what the requester was told or asked, or answered
 * @param reason why the office doubts or needs to know; perhaps empty
 * @param ground of an extension, else null
 * @param recordedBy the officer; null if the requester's own answer is recorded
 */
public record ClockEntry(
    Kind kind,
    LocalDate on,
    String words,
    String reason,
    @Nullable ExtensionGround ground,
    @Nullable UUID recordedBy) {

  /** What can be recorded, as the table names it. */
  public enum Kind {
    IDENTITY_DOUBTED,
    IDENTITY_INFORMATION_RECEIVED,
    FEE_FOUND,
    FEE_PAID,
    CLARIFICATION_ASKED,
    CLARIFICATION_ANSWERED,
    EXTENDED;

    /** That what was asked for this reason has come. */
    static Kind answerTo(StopReason reason) {
      return switch (reason) {
        case IDENTITY -> IDENTITY_INFORMATION_RECEIVED;
        case FEE -> FEE_PAID;
        case CLARIFICATION -> CLARIFICATION_ANSWERED;
      };
    }
  }

  /** The office asks, and waits. */
  static ClockEntry asked(
      Kind kind, LocalDate on, String question, String reason, UUID recordedBy) {
    return new ClockEntry(kind, on, question, reason, null, recordedBy);
  }

  /** What was asked for this reason has come; its words, unless a message holds them. */
  static ClockEntry answered(
      StopReason reason, LocalDate on, String words, @Nullable UUID recordedBy) {
    return new ClockEntry(Kind.answerTo(reason), on, words, "", null, recordedBy);
  }

  static ClockEntry extended(
      ExtensionGround ground, LocalDate on, String reasons, UUID recordedBy) {
    return new ClockEntry(Kind.EXTENDED, on, reasons, "", ground, recordedBy);
  }

  /** What it means to the clock. A doubt is only ever recorded together with its question. */
  List<ClockEvent> events() {
    return switch (kind) {
      case IDENTITY_DOUBTED -> List.of(new Doubted(on), new Stopped(StopReason.IDENTITY, on));
      case IDENTITY_INFORMATION_RECEIVED -> List.of(new Restarted(StopReason.IDENTITY, on));
      case FEE_FOUND -> List.of(new Stopped(StopReason.FEE, on));
      case FEE_PAID -> List.of(new Restarted(StopReason.FEE, on));
      case CLARIFICATION_ASKED -> List.of(new Stopped(StopReason.CLARIFICATION, on));
      case CLARIFICATION_ANSWERED -> List.of(new Restarted(StopReason.CLARIFICATION, on));
      case EXTENDED -> List.of(new Extended(Objects.requireNonNull(ground), on));
    };
  }
}
