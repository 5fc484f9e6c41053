package candour.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import candour.hostile.Scene.Case;
import candour.platform.Officer.Role;
import candour.support.Browser;
import candour.support.Browser.Page;
import candour.support.People;
import candour.support.PortalTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address that there is, named with somebody else's case, asked for by everybody. */
@PortalTest
class SweepTests {

  /** A way in to every route: the address and what is done there. */
  private record Route(String pattern, RequestMethod method) {}

  private static final List<String> OPEN =
      List.of("/sign-in", "/enrol", "/my-request/link", "/my-request/open/");

  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired People people;
  @Autowired Scene scene;

  private Case theirs;

  @BeforeEach
  void somebodyIsAnswered() {
    theirs = scene.answered();
  }

  @Test
  void a_stranger_learns_nothing_of_anybody() {
    assertThat(everything(people.visitor())).noneMatch(this::tellsOfThem);
    assertThat(everything(people.visitor()))
        .noneMatch(page -> isInside(page, "/staff", "/my-request"));
  }

  @Test
  void a_requester_learns_nothing_of_anybody_else() {
    var requester = scene.open().requester();
    var mine = requester.get("/my-request").heading();
    var pages = everything(requester);
    assertThat(pages).noneMatch(this::tellsOfThem).noneMatch(page -> isInside(page, "/staff"));
    assertThat(requester.get("/my-request").heading()).as("still signed in").isEqualTo(mine);
  }

  @Test
  void a_committee_gets_figures_and_nothing_of_anybody() {
    assertThat(everything(people.committee()))
        .noneMatch(this::tellsOfThem)
        .noneMatch(page -> isInside(page, "/staff", "/my-request"))
        .anyMatch(page -> isInside(page, "/committee"));
  }

  @Test
  void an_administrator_keeps_accounts_and_opens_no_case() {
    assertThat(everything(people.signedIn(Role.ADMINISTRATOR)))
        .noneMatch(this::tellsOfThem)
        .noneMatch(page -> isInside(page, "/staff/cases", "/staff/letters", "/staff/worklist"))
        .anyMatch(page -> isInside(page, "/staff/accounts"));
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMINISTRATOR")
  void whoever_works_here_meets_no_fault(Role role) {
    var officer = people.signedIn(role);
    assertThat(everything(officer)).noneMatch(page -> isInside(page, "/staff/accounts"));
    assertThat(officer.get(theirs.at("/staff/cases/{reference}")).text()).contains(theirs.who());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"00000000-0000-4000-8000-000000000000", "-1%27%20OR%201=1--", "%F0%9F%91%A9"})
  void what_is_nowhere_is_no_fault(String name) {
    for (var role : List.of(Role.CASEWORKER, Role.DISCLOSURES, Role.ADMINISTRATOR)) {
      assertThat(
              everything(
                  people.signedIn(role), pattern -> AddressPatterns.filled(pattern, _ -> name)))
          .as("Lists of all cases are for those who may open any")
          .noneMatch(page ->
              tellsOfThem(page)
                  && !(role != Role.ADMINISTRATOR && isInside(page, "/staff/complaints")));
    }
  }

  private List<Page> everything(Browser browser) {
    return everything(browser, theirs::at);
  }

  /** The answer of every route, none of which is a fault. */
  private List<Page> everything(Browser browser, UnaryOperator<String> naming) {
    var tokens = tokens(browser);
    var pages = new ArrayList<Page>();
    for (var route : routes()) {
      var path = naming.apply(route.pattern());
      var page =
          route.method() == RequestMethod.GET
              ? browser.get(path)
              : browser.post(path, Map.of("_csrf", tokens.getOrDefault(door(path), "")));
      assertThat(page.status()).as("%s %s", route.method(), path).isBetween(200, 499);
      pages.add(page);
    }
    return pages;
  }

  /** A form token of each door: where nobody is signed in, that of its sign-in page. */
  private static Map<String, String> tokens(Browser browser) {
    var tokens = new HashMap<String, String>();
    for (var path :
        List.of("/request/who-for", "/staff/worklist", "/staff/accounts", "/committee")) {
      browser.get(path).html().select("[name=_csrf]").stream()
          .findFirst()
          .ifPresent(field -> tokens.putIfAbsent(door(path), field.val()));
    }
    assertThat(tokens).containsOnlyKeys("public", "staff", "committee");
    return tokens;
  }

  private static String door(String path) {
    return path.startsWith("/staff")
        ? "staff"
        : path.startsWith("/committee") ? "committee" : "public";
  }

  private List<Route> routes() {
    var found =
        requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
            .flatMap(mapping ->
                mapping.getPatternValues().stream()
                    .flatMap(AddressPatterns::spelledOut)
                    .filter(pattern -> !pattern.equals(Scene.EXIT))
                    .flatMap(pattern ->
                        mapping.getMethodsCondition().getMethods().stream()
                            .map(method -> new Route(pattern, method))))
            .toList();
    assertThat(found).hasSizeGreaterThan(80);
    return found;
  }

  private boolean tellsOfThem(Page page) {
    return Stream.of(theirs.who(), theirs.email()).anyMatch(page.text()::contains);
  }

  private static boolean isInside(Page page, String... areas) {
    return page.status() == 200
        && OPEN.stream().noneMatch(page.path()::contains)
        && Stream.of(areas).anyMatch(page.path()::startsWith);
  }
}
