package candour.hostile;

import candour.hostile.Scene.Case;
import candour.platform.Officer.Role;
import candour.requester.Asking;
import candour.requester.journey.Entering;
import candour.support.Browser;
import candour.support.Browser.Page;
import candour.support.People;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every form that somebody is offered. */
@Component
class Forms {

  private static final String EVERYWHERE = ".*";

  /** Where one need not sign in at a door: beyond, they would all be shown the same door. */
  private static final String OUTSIDE = "(?!/staff|/committee).*";

  private static final List<String> GIVEN_FIRST =
      List.of("/(staff|committee)/(code|enrol/.+)", ".*/openings/.*/(approve|file)");

  /** What stands in an address in place of a variable. */
  private static final String NAMED =
      "[0-9a-f-]{36}|(?<=/pages/)1|(?<=/my-request/answer/)1|(?<=/(?:open|return|asked-for-you|contact-change)/)[^/]+";

  private final RequestMappingHandlerMapping mappings;
  private final People people;
  private final Scene scene;
  private final Given given;
  private final GivenContact contact;
  private final Entering entering;

  Forms(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
      People people,
      Scene scene,
      Given given,
      GivenContact contact,
      Entering entering) {
    this.mappings = mappings;
    this.people = people;
    this.scene = scene;
    this.given = given;
    this.contact = contact;
    this.entering = entering;
  }

  /**
   * Somebody with a browser, and the cases that they look at.
   *
   * @param where the addresses that they ask for, as a regular expression
   */
  record Looking(Browser by, String where, List<Case> at) {}

  /** Everybody who is shown pages, at every point of a case. */
  List<Looking> everybody() {
    var open = scene.open();
    var answered = scene.answered();
    var noticed = scene.noticed();
    var asking = people.visitor();
    new Asking(asking, "a@example.org").withAllClues().answerAll();
    var parent = people.visitor();
    new Asking(parent, "p@example.org").forChild().forDocuments().answerAll();
    var adviser = people.visitor();
    new Asking(adviser, "s@example.org").forClient("c@example.org").answerAll();
    var sent = people.visitor();
    new Asking(sent, "t@example.org").send();
    var outside =
        Stream.of(
            new Looking(open.requester(), EVERYWHERE, List.of(open)),
            new Looking(answered.requester(), OUTSIDE, List.of(answered)),
            new Looking(noticed.requester(), OUTSIDE, List.of(noticed)),
            new Looking(asking, OUTSIDE, List.of(open)),
            new Looking(parent, OUTSIDE, List.of(open)),
            new Looking(adviser, OUTSIDE, List.of(open)),
            new Looking(sent, OUTSIDE, List.of(open)));
    var cases =
        List.of(
            open, scene.prepared(), scene.released(), answered, scene.questioned(), scene.untold());
    var inside =
        Stream.of(Role.values())
            .map(people::signedIn)
            .map(officer -> new Looking(officer, EVERYWHERE, cases));
    return Stream.of(outside, inside, entering(open)).flatMap(each -> each).toList();
  }

  /** Officers who enter a request: at its questions, and when it is on record. */
  private Stream<Looking> entering(Case at) {
    return Stream.<Function<Asking, Page>>of(
            asking -> asking.withAllClues().forClient("c@example.org").answerAll(), Asking::send)
        .map(until -> {
          var officer = people.signedIn(Role.CASEWORKER);
          var page = until.apply(entering.by(officer, "e@example.org"));
          var draft = at.with("draft", page.path().split("/")[3]);
          return new Looking(officer, "/staff/new-request.*", List.of(draft));
        });
  }

  /** One of each form there is, in the hands of somebody who is not turned away. */
  Map<String, Form> all() {
    var found = new LinkedHashMap<String, Form>();
    erasing(found);
    withdrawing(found);
    Stream.concat(given.forms(), contact.forms())
        .forEach(form -> found.putIfAbsent(kind(form), form));
    everybody().forEach(it -> look(it, found));
    return found;
  }

  /** A withdrawal, of a case of its own: it ends all else. */
  private void withdrawing(Map<String, Form> found) {
    take(scene.open().requester(), "/my-request/change/withdraw", found);
    var ended = scene.open();
    take(people.signedIn(Role.CASEWORKER), ended.at("/staff/cases/{reference}/wish"), found);
  }

  /** Each step of an erasure, on a case of its own: to take one is to end the others. */
  private void erasing(Map<String, Form> found) {
    var senior = people.signedIn(Role.SENIOR);
    take(senior, scene.erasing(), found);
    var own = scene.erasing();
    propose(senior, own);
    take(senior, own, found);
    var another = scene.erasing();
    propose(people.signedIn(Role.SENIOR), another);
    take(senior, another, found);
    var held = scene.erasing();
    senior.get(held + "/holds");
    senior.submit("main form", Map.of("because", "COURT", "reason", "Claim 12 of this May."));
    var lifting = senior.page().html().select("main a[href*=/holds/]").attr("href");
    take(senior, lifting, found);
  }

  private static void propose(Browser senior, String page) {
    senior.get(page);
    senior.submit("main form", Map.of("basis", "REQUEST", "reason", "Her letter of this May."));
  }

  private static void take(Browser by, String page, Map<String, Form> found) {
    Form.on(by.get(page), by).forEach(form -> found.putIfAbsent(kind(form), form));
  }

  private void look(Looking it, Map<String, Form> found) {
    pages(it)
        .flatMap(page -> Form.on(page, it.by()))
        .filter(form -> !form.action().matches(".*/(sign-out|withdraw|wish)|/staff/new-request/.+"))
        .filter(form -> !found.containsKey(kind(form)) && isHeard(form))
        .forEach(form -> found.put(kind(form), form));
  }

  /** What is shown to them at every address, which they ask for once. */
  Stream<Page> pages(Looking it) {
    var patterns =
        mappings.getHandlerMethods().keySet().stream()
            .filter(
                mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
            .flatMap(mapping -> mapping.getPatternValues().stream())
            .flatMap(AddressPatterns::spelledOut)
            .filter(pattern -> !pattern.equals(Scene.EXIT) && pattern.matches(it.where()))
            .sorted()
            .toList();
    return it.at().stream()
        .flatMap(at ->
            patterns.stream()
                .flatMap(pattern -> Stream.of(pattern, pattern + asked(pattern, at)))
                .map(at::at))
        .distinct()
        .map(it.by()::get)
        .filter(page -> page.header("Content-Type").startsWith("text/html"));
  }

  /** What an address asks for beside its path. */
  private static String asked(String pattern, Case at) {
    if (pattern.endsWith("/ground")) {
      return "?code=THIRD_PARTY";
    }
    return pattern.endsWith("/propose") || pattern.contains("/exemptions/health/")
        ? "?item=" + at.names().get("item")
        : "";
  }

  /** Where it is sent to, in whichever case; about the person beside who asked it is another. */
  static String kind(Form form) {
    return form.action().replaceAll("\\?(?!person=).*", "").replaceAll(NAMED, "*");
  }

  /**
   * Whatever the portal takes, but for what needs a code or an approval first; a question once, at
   * whichever door it is asked.
   */
  List<String> expected() {
    return mappings.getHandlerMethods().entrySet().stream()
        .filter(it -> it.getKey().getMethodsCondition().getMethods().contains(RequestMethod.POST))
        .collect(
            Collectors.toMap(
                it -> it.getValue().getMethod(),
                it -> it.getKey().getPatternValues(),
                (one, other) -> one.toString().contains("/request/") ? one : other))
        .values()
        .stream()
        .flatMap(Set::stream)
        .flatMap(AddressPatterns::spelledOut)
        .filter(pattern -> GIVEN_FIRST.stream().noneMatch(pattern::matches))
        .map(pattern -> AddressPatterns.filled(pattern, _ -> "*"))
        .toList();
  }

  /** Officers see some forms that others send. */
  private static boolean isHeard(Form form) {
    return !form.page().startsWith("/staff/cases")
        || form.send(Map.of("_csrf", token(form))).status() != 403;
  }

  private static String token(Form form) {
    return form.html().expectFirst("[name=_csrf]").val();
  }
}
