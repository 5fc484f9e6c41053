package candour.casework.clock;

import java.time.LocalDate;

/**
 * Something that happened to a request and may bear on its deadline; appended, never edited.
 *
 * <p>Confirming somebody's identity is deliberately not among these: it starts nothing.
 */
public sealed interface ClockEvent {

  /** The legal date, in London. */
  LocalDate on();

  /**
   * A reasonable doubt about identity was recorded; alone it moves nothing.
   *
   * @param on the day of the record
   */
  record Doubted(LocalDate on) implements ClockEvent {}

  /**
   * The office asked the requester for something and waits for it.
   *
   * @param on the day the question was sent, or the fee asked for
   */
  record Stopped(StopReason reason, LocalDate on) implements ClockEvent {}

  /**
   * What the office waited for has come.
   *
   * @param on the day the information, the fee or the answer arrived, whenever it was looked at
   */
  record Restarted(StopReason reason, LocalDate on) implements ClockEvent {}

  /**
   * The requester was told that the office takes two further months.
   *
   * @param on the day the notice was on the status page and dispatched, the later of the two
   */
  record Extended(ExtensionGround ground, LocalDate on) implements ClockEvent {}
}
