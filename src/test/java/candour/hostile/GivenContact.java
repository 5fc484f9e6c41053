package candour.hostile;

import candour.platform.Officer.Role;
import candour.platform.Seals;
import candour.requester.Asking;
import candour.requester.PostRoom;
import candour.support.Browser;
import candour.support.People;
import candour.support.Samples;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forms about a change of contact details, which somebody has to have asked for. */
@Component
class GivenContact {

  private final People people;
  private final Scene scene;
  private final PostRoom post;

  GivenContact(People people, Scene scene, Samples samples, JdbcClient jdbc, Seals seals) {
    this.people = people;
    this.scene = scene;
    this.post = new PostRoom(jdbc, seals, samples);
  }

  Stream<Form> forms() {
    return Stream.<Supplier<Browser>>of(
            this::byLetter, this::ofTwo, this::oldAddress, this::checked, this::alerted)
        .map(Supplier::get)
        .flatMap(browser -> Form.on(browser.page(), browser))
        .filter(form -> !form.action().endsWith("/sign-out"));
  }

  /** The code in the letter is asked for. */
  private Browser byLetter() {
    var email = UUID.randomUUID() + "@example.org";
    var requester = people.visitor();
    new Asking(requester, email)
        .with("how-to-reach-you", Map.of("email", email, "address", "1 High Street"))
        .send();
    requester.get(post.link(email));
    requester.submit("main form", Map.of());
    ask(requester, Map.of("address", "9 Mill Lane"));
    return requester;
  }

  /** For which of two requests it is, is asked. */
  private Browser ofTwo() {
    var email = UUID.randomUUID() + "@example.org";
    var requester = people.visitor();
    new Asking(people.visitor(), email).send();
    new Asking(requester, email).send();
    requester.get(post.link(email));
    requester.submit("main form", Map.of());
    requester.get("/my-request/contact-details/change");
    return requester;
  }

  private Browser oldAddress() {
    var own = scene.open();
    ask(own.requester(), Map.of("email", "new-" + own.email()));
    var visitor = people.visitor();
    visitor.get(post.link(own.email()));
    return visitor;
  }

  private Browser checked() {
    var own = scene.open();
    ask(own.requester(), Map.of("phone", "01632 960 001", "lost", "true"));
    var path = own.at("/staff/cases/{reference}/contact");
    check(path);
    var second = people.signedIn(Role.SENIOR);
    second.get(path);
    return second;
  }

  private void check(String path) {
    var first = people.signedIn(Role.CASEWORKER);
    first.get(path + "/check");
    first.submit("main form", Map.of("how", "IN_PERSON", "words", "Came with their papers."));
  }

  private Browser alerted() {
    var own = scene.open();
    ask(own.requester(), Map.of("phone", "01632 960 001", "lost", "true"));
    var officer = people.signedIn(Role.CASEWORKER);
    officer.get(own.at("/staff/cases/{reference}"));
    return officer;
  }

  private static void ask(Browser requester, Map<String, Object> change) {
    requester.get("/my-request/contact-details/change");
    requester.submit("main form", change);
  }
}
