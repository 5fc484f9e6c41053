package candour.requester.journey;

import candour.casework.Arrival;
import candour.casework.Channel;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/**
 * How a request came that an officer enters, in London days.
 *
 * @param officer who enters it; nobody else goes on with it
 * @param recognisedOn the day on which somebody saw that it was a request
 * @param language in which the person is to be written to
 */
record Entry(
    UUID officer, Channel channel, LocalDate receivedOn, LocalDate recognisedOn, String language) {

  Arrival arrival() {
    return new Arrival(receivedOn, recognisedOn);
  }

  Locale locale() {
    return Locale.of(language);
  }

  /** Whether it came by letter, so that a letter answers it. */
  boolean byPost() {
    return channel == Channel.PAPER;
  }
}
