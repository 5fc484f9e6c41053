package candour.hostile;

import candour.platform.Officer.Role;
import candour.platform.Seals;
import candour.requester.Asking;
import candour.requester.PostRoom;
import candour.requester.journey.Entering;
import candour.support.Browser;
import candour.support.Patience;
import candour.support.People;
import candour.support.Samples;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forms that nobody comes by alone: a link leads there, or what somebody has done before. */
@Component
class Given {

  private static final Map<String, String> WORDS = Map.of("words", "Kept, or sent, or both.");

  private final People people;
  private final Scene scene;
  private final Entering entering;
  private final PostRoom post;

  Given(
      People people,
      Scene scene,
      Entering entering,
      Samples samples,
      JdbcClient jdbc,
      Seals seals) {
    this.people = people;
    this.scene = scene;
    this.entering = entering;
    this.post = new PostRoom(jdbc, seals, samples);
  }

  Stream<Form> forms() {
    return Stream.<Supplier<Browser>>of(
            this::linked,
            this::saved,
            this::told,
            this::withFiles,
            this::joining,
            this::joiningForThem,
            this::keptForOfficer,
            this::keptForRequester,
            this::releasing,
            () -> entered("received"),
            () -> entered("check-your-answers"),
            this::recorded,
            this::begun)
        .map(Supplier::get)
        .flatMap(browser -> Form.on(browser.page(), browser))
        .filter(form -> !form.action().endsWith("/sign-out"))
        // What was kept is sent by a form of another page, in which its words are typed.
        .filter(form -> !form.html().id().equals("send-form"));
  }

  private Browser linked() {
    var email = email();
    new Asking(people.visitor(), email).send();
    return at(people.visitor(), post.link(email));
  }

  private Browser saved() {
    var email = email();
    var visitor = people.visitor();
    new Asking(visitor, "a@example.org").answerUntil("why");
    at(visitor, "/request/save").submit("main form", Map.of("email", email));
    return at(people.visitor(), post.link(email));
  }

  private Browser told() {
    var client = email();
    new Asking(people.visitor(), email()).forClient(client).send();
    return at(people.visitor(), post.link(client));
  }

  private Browser withFiles() {
    var officer = writing();
    officer.submit("main form:has(textarea)", WORDS);
    return at(officer, officer.page().html().expectFirst("main a[href$=/files]").attr("href"));
  }

  /** An officer about to write. */
  private Browser writing() {
    return at(
        people.signedIn(Role.CASEWORKER), scene.open().at("/staff/cases/{reference}/messages"));
  }

  private Browser joining() {
    return at(twice(email()), "/my-request/join");
  }

  private Browser joiningForThem() {
    var requester = twice(email());
    var number = requester.get("/my-request").text();
    var officer = at(people.signedIn(Role.CASEWORKER), "/staff/worklist");
    officer.submit("main form", Map.of("sought", numberIn(number)));
    return at(officer, officer.page().path() + "/join");
  }

  private static String numberIn(String page) {
    int at = page.indexOf("SAR-");
    return page.substring(at, at + "SAR-XXXX-XXXX".length());
  }

  /** Somebody who has asked the same twice, and follows the latter. */
  private Browser twice(String email) {
    var requester = people.visitor();
    var name = Map.<String, Object>of("fullName", Scene.WHO + " " + UUID.randomUUID());
    for (int i = 0; i < 2; i++) {
      new Asking(requester, email).with("your-name", name).send();
    }
    requester.get(post.link(email));
    requester.submit("main form", Map.of());
    return requester;
  }

  private Browser keptForOfficer() {
    var holder = people.enrolled(people.newOfficer(Role.CASEWORKER));
    var officer = people.signIn("staff", holder);
    at(officer, scene.open().at("/staff/cases/{reference}/messages"));
    people.timeRunsOut(officer);
    officer.submit("main form", WORDS);
    people.signInAgain(officer, holder);
    return officer;
  }

  private Browser keptForRequester() {
    var own = scene.open();
    var requester = at(own.requester(), "/my-request/messages");
    people.timeRunsOut(requester);
    requester.submit("main form:has(textarea)", WORDS);
    var field = requester.page().html().select("main form input[type=text]").attr("name");
    int before = post.to(own.email()).size();
    requester.submit("main form", Map.of(field, own.email()));
    Patience.until(() -> post.to(own.email()).size() > before);
    requester.get(post.link(own.email()));
    requester.submit("main form", Map.of());
    return requester;
  }

  private Browser releasing() {
    return at(
        people.signedIn(Role.RELEASER), scene.approved().at("/staff/cases/{reference}/response"));
  }

  private Browser entered(String page) {
    var officer = people.signedIn(Role.CASEWORKER);
    var check = entering.by(officer, email()).answerAll().path();
    return at(officer, check.replace("check-your-answers", page));
  }

  private Browser recorded() {
    var officer = people.signedIn(Role.CASEWORKER);
    entering.by(officer, email()).send();
    return officer;
  }

  private Browser begun() {
    var officer = people.signedIn(Role.CASEWORKER);
    entering.by(officer, email()).answerUntil("why");
    return at(officer, "/staff/new-request");
  }

  private static Browser at(Browser browser, String page) {
    browser.get(page);
    return browser;
  }

  private static String email() {
    return UUID.randomUUID() + "@example.org";
  }
}
