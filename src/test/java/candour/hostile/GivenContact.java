package candour.hostile;

import candour.casework.Parties;
import candour.platform.Acting;
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
  private final Samples samples;
  private final Parties parties;
  private final PostRoom post;

  GivenContact(
      People people, Scene scene, Samples samples, Parties parties, JdbcClient jdbc, Seals seals) {
    this.people = people;
    this.scene = scene;
    this.samples = samples;
    this.parties = parties;
    this.post = new PostRoom(jdbc, seals, samples);
  }

  Stream<Form> forms() {
    return Stream.<Supplier<Browser>>of(
            this::byLetter,
            this::ofTwo,
            this::oldAddress,
            this::checked,
            this::alerted,
            this::personChanges,
            this::personChanged,
            this::personChecked)
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
    var first = people.signedIn(Role.CASEWORKER);
    first.get(own.at("/staff/cases/{reference}/contact"));
    return confirming(checking(first));
  }

  /** Asked how they make sure, by the page of contact details. */
  private static Browser checking(Browser officer) {
    officer.get(officer.page().html().select("main a[href*='/check']").attr("href"));
    return officer;
  }

  /** Another officer, once this one has taken down how they made sure. */
  private Browser confirming(Browser first) {
    first.submit("main form", Map.of("how", "IN_PERSON", "words", "Came with their papers."));
    var second = people.signedIn(Role.SENIOR);
    second.get(first.page().path());
    return second;
  }

  private Browser alerted() {
    var own = scene.open();
    ask(own.requester(), Map.of("phone", "01632 960 001", "lost", "true"));
    var officer = people.signedIn(Role.CASEWORKER);
    officer.get(own.at("/staff/cases/{reference}"));
    return officer;
  }

  /** An officer takes down how somebody is reached who follows what a solicitor asked for them. */
  private Browser personChanges() {
    var client = UUID.randomUUID() + "@example.org";
    var asking = new Asking(people.visitor(), "s-" + client).forClient(client);
    asking.send();
    var reference = samples.numbered(asking.number());
    samples.as(Acting.system(), () -> parties.join(reference, client, null, null));
    var officer = people.signedIn(Role.CASEWORKER);
    officer.get("/staff/cases/" + reference + "/contact/change?person=true");
    return officer;
  }

  private Browser personChanged() {
    var officer = personChanges();
    officer.submit("main form", Map.of("phone", "01632 960 001", "lost", "true"));
    return checking(officer);
  }

  private Browser personChecked() {
    return confirming(personChanged());
  }

  private static void ask(Browser requester, Map<String, Object> change) {
    requester.get("/my-request/contact-details/change");
    requester.submit("main form", change);
  }
}
