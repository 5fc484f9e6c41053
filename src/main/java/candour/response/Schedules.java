package candour.response;

import candour.casework.SearchCertificate;
import candour.casework.SearchResult;
import candour.exemptions.Exemption;
import candour.platform.Refusal;
import candour.records.Ground;
import candour.records.Mark;
import candour.records.PageOutcome;
import candour.records.ReviewedRecord;
import candour.response.pack.PackContents.DisclosureLine;
import candour.response.pack.PackContents.RecordLine;
import candour.response.pack.PackContents.SearchLine;
import candour.response.pack.PackContents.WithheldLine;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the schedules of the pack into words. */
record Schedules(
    Material material, List<SearchCertificate> made, List<Exemption> register, Speech speech) {

  List<RecordLine> records() {
    Map<String, String> systems =
        made.stream()
            .collect(
                Collectors.toMap(
                    search -> search.system().id(), this::system, (first, _) -> first));
    return material.records().stream()
        .map(record ->
            new RecordLine(
                record.title(),
                systems.getOrDefault(record.systemId(), record.systemId()),
                record.period(),
                record.pages().size(),
                (int) record.released(),
                (int) record.withheld()))
        .toList();
  }

  /**
   * Each withheld page, for each page the grounds of what is blacked out on it, and each entry of
   * the ledger that is withheld or told in general words.
   */
  List<WithheldLine> withheld() {
    var pages = material.records().stream().flatMap(this::withheld);
    return Stream.of(pages, entries(), partsOfEntries()).flatMap(lines -> lines).toList();
  }

  private Stream<WithheldLine> entries() {
    return material.withheldEntries().stream()
        .map(entry -> line(speech.say("pack.withheld.entry"), entry.ground()));
  }

  private Stream<WithheldLine> partsOfEntries() {
    return material.disclosures().stream()
        .flatMap(told -> Stream.ofNullable(told.inPart()))
        .map(ground -> line(speech.say("pack.withheld.entry-part"), ground));
  }

  private Stream<WithheldLine> withheld(ReviewedRecord record) {
    return record.pages().stream().flatMap(page -> withheld(record.title(), page));
  }

  private Stream<WithheldLine> withheld(String title, ReviewedRecord.Page page) {
    return switch (page.outcome()) {
      case PageOutcome.Withheld(var ground) ->
          Stream.of(line(speech.say("pack.withheld.page", title, page.number()), ground.code()));
      case PageOutcome.Redacted(var _, var marks) ->
          byGround(marks).entrySet().stream()
              .map(places ->
                  line(
                      speech.say("pack.withheld.places", title, page.number(), places.getValue()),
                      places.getKey()));
      case PageOutcome.Released _, PageOutcome.Undecided _ -> Stream.empty();
    };
  }

  private static Map<String, Long> byGround(List<Mark> marks) {
    return marks.stream()
        .map(Mark::ground)
        .collect(Collectors.groupingBy(Ground::code, TreeMap::new, Collectors.counting()));
  }

  private WithheldLine line(String what, String code) {
    return line(what, ground(code));
  }

  private WithheldLine line(String what, Exemption ground) {
    return new WithheldLine(what, name(ground), ground.told(speech.language()));
  }

  /** What a ground of the register is called, and where the law has it. */
  String name(String code) {
    return name(ground(code));
  }

  private String name(Exemption ground) {
    return ground.name(speech.language()) + " (" + ground.provision() + ")";
  }

  private Exemption ground(String code) {
    return register.stream()
        .filter(exemption -> exemption.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new Refusal("unknown-ground"));
  }

  List<SearchLine> searches() {
    return made.stream()
        .map(search ->
            new SearchLine(
                system(search),
                search.terms(),
                period(search),
                speech.say("pack.search.by"),
                result(search)))
        .toList();
  }

  private String system(SearchCertificate search) {
    return speech.pick(search.system().nameEn(), search.system().nameCy());
  }

  private String period(SearchCertificate search) {
    return Stream.of(search.periodFrom(), search.periodTo())
        .filter(words -> !words.isBlank())
        .collect(Collectors.joining(" – "));
  }

  /** What was found and may not be told of reads as what was not found. */
  private String result(SearchCertificate search) {
    return switch (search.result()) {
      case SearchResult.Found _ ->
          material.holds(search.system().id())
              ? speech.say("pack.search.found")
              : speech.say("pack.search.nothing");
      case SearchResult.NoInformationHeld _ -> speech.say("pack.search.nothing");
      case SearchResult.NeverHeld _ -> speech.say("pack.search.never-held");
      case SearchResult.DestroyedUnderPolicy(var what) ->
          speech.say(
              "pack.search.destroyed",
              speech.pick(what.nameEn(), what.nameCy()),
              speech.pick(what.destroyedEn(), what.destroyedCy()),
              speech.pick(what.authorityEn(), what.authorityCy()));
    };
  }

  List<DisclosureLine> disclosures() {
    return material.disclosures().stream().map(this::disclosure).toList();
  }

  private DisclosureLine disclosure(DisclosureAboutMe told) {
    return new DisclosureLine(
        Objects.requireNonNullElse(told.disclosedOn(), told.askedOn()),
        speech.say(told.askedByKey()),
        agreement(told),
        speech.sayOr(told.reasonKey(), told.reasonCode()),
        told.itemKeys().stream().map(speech::say).collect(Collectors.joining("; ")),
        speech.say(told.outcomeKey()));
  }

  private String agreement(DisclosureAboutMe told) {
    if (!told.isWhole()) {
      return speech.say("general-words.agreement");
    }
    var name = told.agreement(speech.language());
    return name == null ? speech.say("pack.no-agreement") : name;
  }
}
