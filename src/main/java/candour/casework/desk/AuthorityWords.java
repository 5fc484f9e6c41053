package candour.casework.desk;

import candour.identity.AuthorityOnRecord;
import candour.identity.AuthorityToAct;
import candour.identity.AuthorityToAct.ChildsWord;
import candour.identity.AuthorityToAct.Reach;
import candour.platform.Days;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An authority to act for somebody, in the rows of a summary list. */
@Component
class AuthorityWords {

  private final Words words;

  AuthorityWords(Words words) {
    this.words = words;
  }

  List<Row> rows(AuthorityOnRecord record) {
    var rows = new ArrayList<>(who(record));
    var authority = record.authority();
    rows.add(Row.of(words.say("authority.basis"), words.of("authority.basis.", authority.basis())));
    rows.add(Row.of(words.say("authority.words"), lines(authority.words())));
    rows.add(Row.of(words.say("authority.scope"), words.of("authority.scope.", authority.scope())));
    rows.add(Row.of(words.say("authority.days"), days(authority)));
    if (authority.child() != null) {
      rows.addAll(child(authority.child()));
    }
    rows.add(Row.of(words.say("authority.reach"), reach(authority.reach())));
    rows.add(Row.of(words.say("authority.told"), told(record)));
    rows.add(Row.of(words.say("authority.ended"), ended(record)));
    return rows;
  }

  private List<Row> who(AuthorityOnRecord record) {
    var who = record.representative();
    return List.of(
        Row.of(words.say("authority.name"), who.fullName()),
        Row.of(words.say("authority.capacity"), words.of("authority.capacity.", who.capacity())),
        Row.of(words.say("authority.relation"), lines(who.relation())),
        Row.of(words.say("authority.firm"), lines(who.firm())),
        Row.of(
            words.say("authority.regulator"),
            who.regulator() == null ? "" : words.of("authority.regulator.", who.regulator())),
        Row.of(words.say("authority.number"), lines(who.regulatorNumber())));
  }

  private String days(AuthorityToAct authority) {
    return words.say(
        "authority.days.of", words.date(authority.startsOn()), words.date(authority.endsOn()));
  }

  private List<Row> child(ChildsWord child) {
    return List.of(
        Row.of(
            words.say("authority.child"),
            words.of("authority.child.", child.understanding()),
            words.say(
                child.twelveInScotland()
                    ? "authority.child.scotland"
                    : "authority.child.elsewhere")),
        Row.of(words.say("authority.child.words"), lines(child.words())));
  }

  private static String[] reach(Reach reach) {
    var ways = new ArrayList<String>();
    add(ways, reach.email());
    add(ways, reach.phone());
    add(ways, reach.postalAddress());
    add(ways, reach.words());
    return ways.toArray(String[]::new);
  }

  private static void add(List<String> ways, @Nullable String way) {
    if (way != null) {
      way.lines().filter(line -> !line.isBlank()).forEach(ways::add);
    }
  }

  private String told(AuthorityOnRecord record) {
    var told = record.told();
    return told == null
        ? words.say("authority.told.not")
        : words.say(
            "authority.told.on",
            words.date(Days.of(told.at())),
            words.date(Days.of(told.freeAt())));
  }

  private String[] ended(AuthorityOnRecord record) {
    var end = record.ended();
    return end == null
        ? new String[0]
        : lines(
            words.of("authority.cause.", end.cause())
                + ", "
                + words.date(end.on())
                + "\n"
                + end.words());
  }

  private static String[] lines(String text) {
    return text.lines().filter(line -> !line.isBlank()).toArray(String[]::new);
  }
}
