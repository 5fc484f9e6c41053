package candour.casework.desk;

import candour.casework.CaseSummary;
import candour.identity.DataSubject;
import candour.identity.Identity;
import candour.identity.Requester;
import candour.identity.Showing;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a requester said of themselves, in the rows of a summary list. */
@Component
class PersonWords {

  private final Identity identity;
  private final Words words;

  PersonWords(Identity identity, Words words) {
    this.identity = identity;
    this.words = words;
  }

  /** Who they are and how they can be reached. */
  List<Row> person(CaseSummary summary) {
    var subject = identity.subject(summary.subjectId());
    var requester = identity.requester(summary.requesterId());
    return List.of(
        Row.of(words.say("person.name"), subject.fullName()),
        Row.of(words.say("person.other-names"), lines(subject.otherNames())),
        Row.of(words.say("person.born"), words.date(subject.born())),
        Row.of(words.say("person.email"), requester.email()),
        Row.of(words.say("person.phone"), requester.phone()),
        Row.of(words.say("person.address"), lines(requester.postalAddress())),
        Row.of(words.say("person.letters-to"), lines(requester.precautions().lettersTo())),
        Row.of(words.say("person.language"), language(requester)),
        Row.of(words.say("person.routes"), routes(requester.showing())));
  }

  /** Who they are and how they offer to show it. */
  List<Row> identity(CaseSummary summary) {
    DataSubject subject = identity.subject(summary.subjectId());
    var showing = identity.requester(summary.requesterId()).showing();
    return List.of(
        Row.of(words.say("person.name"), subject.fullName()),
        Row.of(words.say("person.other-names"), lines(subject.otherNames())),
        Row.of(words.say("person.born"), words.date(subject.born())),
        Row.of(words.say("person.routes"), routes(showing)),
        Row.of(words.say("person.papers"), papers(showing)),
        Row.of(
            words.say("person.referee"), lines(showing.referee() + "\n" + showing.refereeReach())),
        Row.of(words.say("person.identity-words"), lines(showing.words())));
  }

  /** What tells them from another of the same name: when they were born, and their other names. */
  String known(DataSubject subject) {
    var others = subject.otherNames().lines().map(String::strip).filter(it -> !it.isEmpty());
    return Stream.concat(Stream.of(words.date(subject.born())), others)
        .collect(Collectors.joining("; "));
  }

  private String[] papers(Showing showing) {
    return showing.papers().stream()
        .sorted()
        .map(paper -> words.of("person.paper.", paper))
        .toArray(String[]::new);
  }

  private String[] routes(Showing showing) {
    return showing.routes().stream()
        .sorted()
        .map(route -> words.of("person.route.", route))
        .toArray(String[]::new);
  }

  private String language(Requester requester) {
    return words.say(
        requester.language().getLanguage().equals("cy") ? "person.welsh" : "person.english");
  }

  private static String[] lines(@Nullable String text) {
    return text == null
        ? new String[0]
        : text.lines().filter(line -> !line.isBlank()).toArray(String[]::new);
  }
}
