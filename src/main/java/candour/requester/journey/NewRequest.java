package candour.requester.journey;

import candour.casework.Arrival;
import candour.casework.Channel;
import candour.identity.TypedDay;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** How a request came that an officer is about to enter, and on which days, as typed. */
record NewRequest(String channel, TypedDay received, TypedDay recognised, String language) {

  NewRequest(
      @Nullable String channel,
      @Nullable TypedDay received,
      @Nullable TypedDay recognised,
      @Nullable String language) {
    this.channel = Answer.text(channel);
    this.received = received == null ? TypedDay.BLANK : received;
    this.recognised = recognised == null ? TypedDay.BLANK : recognised;
    this.language = Answer.text(language);
  }

  static NewRequest of(Entry entry) {
    return new NewRequest(
        entry.channel().name(),
        typed(entry.receivedOn()),
        typed(entry.recognisedOn()),
        entry.language());
  }

  private static TypedDay typed(LocalDate day) {
    return new TypedDay(
        String.valueOf(day.getDayOfMonth()),
        String.valueOf(day.getMonthValue()),
        String.valueOf(day.getYear()));
  }

  /** What was typed; empty if it does not hold, which the errors then say. */
  Optional<Entry> read(UUID officer, LocalDate today, BindingResult errors) {
    var came = came();
    if (came.isEmpty()) {
      errors.rejectValue("channel", "new-request.channel.missing");
    }
    var from = day(received, Arrival.EARLIEST, today);
    if (from.isEmpty()) {
      errors.rejectValue("received", "new-request.received.wrong");
    }
    var seen = day(recognised, from.orElse(Arrival.EARLIEST), today);
    if (seen.isEmpty()) {
      errors.rejectValue("recognised", "new-request.recognised.wrong");
    }
    if (!language.equals("en") && !language.equals("cy")) {
      errors.rejectValue("language", "new-request.language.missing");
    }
    return errors.hasErrors()
        ? Optional.empty()
        : came.map(it -> new Entry(officer, it, from.orElseThrow(), seen.orElseThrow(), language));
  }

  private Optional<Channel> came() {
    return switch (channel) {
      case "PAPER", "PHONE", "EMAIL", "IN_PERSON" -> Optional.of(Channel.valueOf(channel));
      default -> Optional.empty();
    };
  }

  private static Optional<LocalDate> day(TypedDay typed, LocalDate first, LocalDate last) {
    return typed.exact().filter(day -> !day.isBefore(first) && !day.isAfter(last));
  }
}
