package candour.response;

import candour.exemptions.Determination;
import candour.exemptions.Ending;
import candour.exemptions.Exemption;
import candour.exemptions.Item;
import candour.exemptions.Telling;
import candour.records.Ground;
import candour.records.PageOutcome;
import candour.records.ReviewedRecord;
import candour.response.pack.PackContents.ChangeLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says of each thing that was decided on again what became of it, and why. A determination of which
 * the person was not told, and which has ended, is told of now (DPA 2018 Sch 2 para 4B), unless
 * another of which they are not told keeps something of the same page back.
 */
final class Changes {

  private final Material material;
  private final Map<UUID, PageOutcome> before = new HashMap<>();
  private final Map<UUID, Determination.Ended> ended = new HashMap<>();
  private final Set<UUID> quiet;
  private final Schedules words;

  /**
   * @param then the records as they were when the last answer was made
   * @param quiet the pages, by their items, of which something is kept back and not told
   */
  Changes(
      Material material,
      List<ReviewedRecord> then,
      List<Determination.Ended> ended,
      Set<UUID> quiet,
      Schedules words) {
    this.material = material;
    then.forEach(
        record -> record.pages().forEach(page -> before.put(page.itemId(), page.outcome())));
    ended.forEach(each -> this.ended.put(each.proposal().id().value(), each));
    this.quiet = quiet;
    this.words = words;
  }

  List<ChangeLine> lines() {
    var lines = new ArrayList<ChangeLine>();
    material
        .records()
        .forEach(record -> record.pages().forEach(page -> lines.add(line(record.title(), page))));
    ended.values().stream().flatMap(this::entry).distinct().forEach(lines::add);
    return lines;
  }

  /** The determinations that have ended and that the lines tell of. */
  Set<UUID> tellsOf() {
    var onPages =
        material.records().stream()
            .flatMap(record -> record.pages().stream())
            .flatMap(page ->
                before.getOrDefault(page.itemId(), new PageOutcome.Undecided()).grounds().stream()
                    .filter(ground -> isTold(ground, page)))
            .flatMap(ground -> Stream.ofNullable(ending(ground)));
    var entries = ended.values().stream().filter(was -> entry(was).findAny().isPresent());
    return Stream.concat(onPages, entries)
        .map(was -> was.proposal().id().value())
        .collect(Collectors.toSet());
  }

  private ChangeLine line(String title, ReviewedRecord.Page page) {
    var then = before.getOrDefault(page.itemId(), new PageOutcome.Undecided());
    var grounds =
        then.grounds().stream().filter(ground -> isTold(ground, page)).distinct().toList();
    var over =
        grounds.stream().flatMap(ground -> Stream.ofNullable(ending(ground))).distinct().toList();
    return new ChangeLine(
        words.speech().say("pack.withheld.page", title, page.number()),
        before(then, grounds),
        now(page.outcome()),
        over.isEmpty() ? again(then, grounds) : why(over));
  }

  /** An entry of the ledger that can be shown now, or is kept back on another determination. */
  private Stream<ChangeLine> entry(Determination.Ended was) {
    var item = was.proposal().item();
    if (item.kind() != Item.Kind.DISCLOSURE) {
      return Stream.empty();
    }
    return nowOf(item.withinId())
        .map(now ->
            new ChangeLine(
                words.speech().say("pack.withheld.entry"),
                withheld(was),
                say(now),
                why(List.of(was))));
  }

  private Stream<String> nowOf(UUID entry) {
    var shown =
        material.disclosures().stream()
            .filter(it -> it.id().equals(entry))
            .map(it -> it.isWhole() ? "now.shown" : "now.in-part");
    var withheld =
        material.withheldEntries().stream()
            .filter(it -> it.entry().equals(entry))
            .map(_ -> "now.withheld");
    return Stream.concat(shown, withheld).limit(1);
  }

  /** Whether the person may be told that something was kept back on this ground. */
  private boolean isTold(Ground ground, ReviewedRecord.Page page) {
    var over = ending(ground);
    if (over != null) {
      return isTold(over) || !quiet.contains(page.itemId());
    }
    return !quiet.contains(page.itemId()) || !ground.code().equals(Exemption.IMMIGRATION);
  }

  private Determination.@Nullable Ended ending(Ground ground) {
    return ground.proposalId() == null ? null : ended.get(ground.proposalId());
  }

  private static boolean isTold(Determination.Ended over) {
    return over.was().telling() instanceof Telling.Told;
  }

  private String before(PageOutcome then, List<Ground> grounds) {
    return switch (then) {
      case PageOutcome.Undecided _ -> say("before.none");
      case PageOutcome.Released _ -> say("now.given");
      case PageOutcome.Redacted _ ->
          grounds.isEmpty() ? say("now.blacked") : say("before.blacked", named(grounds));
      case PageOutcome.Withheld(var ground) ->
          grounds.isEmpty() ? say("before.none") : withheld(ground);
    };
  }

  private String withheld(Ground ground) {
    var over = ending(ground);
    return over == null ? say("before.withheld", words.name(ground.code())) : withheld(over);
  }

  private String withheld(Determination.Ended over) {
    var name = words.name(Exemption.IMMIGRATION);
    return say(isTold(over) ? "before.withheld" : "before.untold", name);
  }

  private String named(List<Ground> grounds) {
    return grounds.stream()
        .map(ground -> words.name(ground.code()))
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private String now(PageOutcome outcome) {
    return switch (outcome) {
      case PageOutcome.Released _ -> say("now.given");
      case PageOutcome.Redacted _ -> say("now.blacked");
      case PageOutcome.Withheld _, PageOutcome.Undecided _ -> say("now.withheld");
    };
  }

  private String again(PageOutcome then, List<Ground> grounds) {
    var wasThere =
        !grounds.isEmpty()
            || then instanceof PageOutcome.Released
            || then instanceof PageOutcome.Redacted;
    return say(wasThere ? "why.again" : "why.new");
  }

  private String why(List<Determination.Ended> over) {
    var reasons = over.stream().map(each -> say("why." + reason(each.ending()))).distinct();
    var untold =
        over.stream().allMatch(Changes::isTold)
            ? Stream.<String>empty()
            : Stream.of(say("why.untold"));
    return Stream.concat(reasons, untold).collect(Collectors.joining(" "));
  }

  private static String reason(Ending ending) {
    return ending.by().name();
  }

  private String say(String key, Object... values) {
    return words.speech().say("pack.further." + key, values);
  }
}
