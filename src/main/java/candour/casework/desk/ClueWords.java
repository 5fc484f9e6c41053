package candour.casework.desk;

import candour.identity.Clue;
import candour.identity.Identity;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What somebody said that helps to find records, in the rows of a summary list. */
@Component
class ClueWords {

  private final Identity identity;
  private final Words words;

  ClueWords(Identity identity, Words words) {
    this.identity = identity;
    this.words = words;
  }

  List<Row> rows(UUID requesterId) {
    return identity.clues(requesterId).stream().map(this::row).toList();
  }

  private Row row(Clue clue) {
    return switch (clue) {
      case Clue.Reference(var of, var number) ->
          Row.of(words.of("clue.reference.", of), lines(number));
      case Clue.Passport(var whose, var number, var country, var name) ->
          Row.of(
              words.say("clue.passport"),
              number,
              country,
              name,
              whose == null ? "" : words.of("clue.passport.", whose));
      case Clue.Arrival(var vessel, var port, var on, var said) ->
          Row.of(
              words.say("clue.arrival"), vessel, port, on.isUnknown() ? "" : words.date(on), said);
      case Clue.Addresses(var said) -> Row.of(words.say("clue.addresses"), lines(said));
      case Clue.Born(var date) -> Row.of(words.say("clue.born"), words.date(date));
      case Clue.Nationality(var said) -> Row.of(words.say("clue.nationality"), said);
    };
  }

  private static String[] lines(String said) {
    return said.lines().toArray(String[]::new);
  }
}
